import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { lines, number, writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-cli-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const inputs = (): string => join(home, 'in');
const out = (): string => join(home, 'out');
const report = (name: string): string => readFileSync(join(out(), 'latest', name), 'utf8');

interface JsonFinding {
  rule_id: string;
  household_no: string;
  sources: string;
  evidence: Record<string, unknown>;
}

const findings = (): JsonFinding[] =>
  report('findings.jsonl')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JsonFinding);

describe('hecha audit', () => {
  it('publishes the findings with the rows that they come from', async () => {
    writeCounty(inputs());
    const { code, out: summary } = await hecha('audit', inputs(), '-o', out());
    expect(code).toBe(0);
    expect(summary).toContain('MI01');
    expect(findings().map(({ rule_id, household_no, sources }) => [rule_id, household_no, sources])).toEqual([
      ['MI01', 'H1', 'roster.csv#3; vehicle.csv#2'],
      ['RP04', 'H2', 'roster.csv#5'],
    ]);
    expect(summary).toContain('report.html');
    // Both households of the village sheets, and the findings, masked though the files are not.
    const page = report('report.html');
    for (const text of ['"H1","甲**"', '"H2","丙**"', '陇A10001', '安平县']) expect(page).toContain(text);
    expect(page).not.toContain('大山');
    expect(page).not.toContain(number('$甲'));
  });

  it('takes the as-of day from the inputs, unless it is told', async () => {
    writeCounty(inputs());
    await hecha('audit', inputs(), '-o', out());
    expect(readlinkSync(join(out(), 'latest'))).toMatch(/^2017-07-31-[0-9a-f]{8}$/);
    await hecha('audit', inputs(), '-o', out(), '--as-of', '2017-08-01');
    expect(readlinkSync(join(out(), 'latest'))).toMatch(/^2017-08-01-/);
  });

  it('exits 1 when something is as grave as the caller minds', async () => {
    writeCounty(inputs());
    const audit = async (...more: string[]): Promise<number> =>
      (await hecha('audit', inputs(), '-o', out(), '-q', '--format', 'csv', ...more)).code;
    expect(await audit('--fail-on', 'high')).toBe(1);
    expect(await audit('--rules', 'RP04', '--fail-on', 'high')).toBe(0);
    expect(await audit('--rules', 'RP04', '--fail-on', 'medium')).toBe(1);
  });

  it('runs the rules selected and no others', async () => {
    writeCounty(inputs());
    await hecha('audit', inputs(), '-o', out(), '--rules', '!MI01', '-q');
    expect(findings().map(({ rule_id }) => rule_id)).toEqual(['RP04']);
    expect((await hecha('audit', inputs(), '-o', out(), '--rules', 'MI99')).err).toMatch(/^HC4002 /);
  });

  it('prints a summary for programs', async () => {
    writeCounty(inputs());
    const { out: text } = await hecha('audit', inputs(), '-o', out(), '--json');
    const summary = JSON.parse(text) as { run_id: string; run_dir: string };
    expect(summary.run_id).toMatch(/^2017-07-31-/);
    expect(readdirSync(summary.run_dir)).toContain('manifest.json');
  });

  it('masks names and numbers when it is told', async () => {
    writeCounty(inputs());
    await hecha('audit', inputs(), '-o', out(), '--mask', 'partial', '-q');
    expect(report('findings.csv')).not.toContain(number('$甲'));
    expect(report('findings.csv')).not.toContain('甲大山');
    expect(report('findings.csv')).toContain(
      `${number('$甲').slice(0, 6)}********${number('$甲').slice(-4)}`,
    );
  });

  it('says it in English', async () => {
    writeCounty(inputs());
    const { out: summary } = await hecha('audit', inputs(), '-o', out(), '--lang', 'en');
    expect(summary).toContain('Registered household owns');
    expect(report('findings.csv')).toContain('appears to own a vehicle');
  });

  it('accounts for every row', async () => {
    writeCounty(inputs());
    await hecha('audit', inputs(), '-o', out(), '-q');
    const manifest = JSON.parse(report('manifest.json')) as {
      inputs: {
        path: string;
        parts: { rows: { read: number; accepted: number; rejected: number; skipped: number } }[];
      }[];
    };
    expect(manifest.inputs.map(({ path, parts }) => [path, parts[0]?.rows.read])).toEqual([
      ['roster.csv', 6],
      ['vehicle.csv', 4],
    ]);
    for (const { parts } of manifest.inputs) {
      for (const { rows } of parts) expect(rows.accepted + rows.rejected + rows.skipped).toBe(rows.read);
    }
    expect(report('rejects.csv')).toContain('vehicle.csv,,4,身份证明号码,row');
  });

  it('keeps a member whose number is bad, and says so', async () => {
    const roster = lines.roster.map((line) => line.replace(number('$乙'), number('$乙:bad')));
    writeCounty(inputs(), { roster });
    await hecha('audit', inputs(), '-o', out(), '-q');
    expect(findings().find(({ rule_id }) => rule_id === 'DQ01')).toMatchObject({
      household_no: 'H1',
      evidence: { id_state: 'check-digit' },
    });
  });

  it('takes an ID number out of a number cell for lost, matches nobody by it and never shows it rounded', async () => {
    writeCounty(inputs());
    rmSync(join(inputs(), 'vehicle.csv'));
    const real = number('$甲').replace('X', '0');
    await writeWorkbook(join(inputs(), 'vehicle.xlsx'), [
      ['机动车所有人', '身份证明号码', '号牌号码', '车辆类型', '机动车状态'],
      ['甲大山', Number(real), '陇A10001', '小型轿车', '正常'],
      ['甲大山', number('$甲'), '陇A10009', '小型轿车', '正常'],
    ]);
    expect((await hecha('audit', inputs(), '-o', out(), '-q')).code).toBe(0);
    const cars = findings().filter(({ rule_id }) => rule_id === 'MI01');
    expect(cars.map(({ evidence }) => evidence.plate)).toEqual(['陇A10009']);
    expect(report('rejects.csv')).toMatch(/^vehicle\.xlsx,Sheet1,2,身份证明号码,row,.*precision-lost/m);
    const texts = readdirSync(join(out(), 'latest')).filter((file) => /\.(csv|jsonl|json)$/.test(file));
    for (const text of texts.map(report)) {
      expect(text).not.toContain(String(Number(real)));
      expect(text).not.toMatch(/\d{15}000/);
    }
  });
});

describe('bad input is one sentence, exit 2, nothing published, the last run as it was', () => {
  async function expectRefused(code: string, ...argv: string[]): Promise<void> {
    const good = writeCounty(join(home, 'good'));
    expect((await hecha('audit', good, '-o', out(), '-q', '--format', 'csv')).code).toBe(0);
    const before = snapshot();
    const result = await hecha('audit', ...argv, '-o', out());
    expect(result.err).toMatch(new RegExp(`^${code} [^\\n]+\\n$`));
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(snapshot()).toEqual(before);
  }

  function snapshot(): Record<string, string> {
    const latest = join(out(), 'latest');
    return {
      latest: readlinkSync(latest),
      all: readdirSync(out()).sort().join(),
      ...Object.fromEntries(
        readdirSync(latest, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .map((path) => [path, readFileSync(path).toString('base64')]),
      ),
    };
  }

  it('a missing file', () => expectRefused('HC1001', join(home, 'nowhere.csv')));

  it('a folder without a table', async () => {
    writeCounty(inputs());
    for (const name of ['roster.csv', 'vehicle.csv']) rmSync(join(inputs(), name));
    await expectRefused('HC1002', inputs());
  });

  it('an unknown header', async () => {
    writeCounty(inputs());
    writeFileSync(join(inputs(), 'odd.csv'), '甲列,乙列,丙列\n1,2,3\n');
    await expectRefused('HC3012', inputs());
  });

  it('a header that lacks a key column', async () => {
    writeCounty(inputs(), { vehicles: ['机动车所有人,号牌号码,车辆类型', '甲,陇A1,小型轿车'] });
    await expectRefused('HC3001', inputs());
  });

  it('no roster at all', async () => {
    writeCounty(inputs());
    rmSync(join(inputs(), 'roster.csv'));
    await expectRefused('HC3005', inputs());
  });

  it('an empty file', async () => {
    writeCounty(inputs());
    writeFileSync(join(inputs(), 'vehicle.csv'), '');
    await expectRefused('HC3010', inputs());
  });

  it('a truncated workbook', async () => {
    writeCounty(inputs());
    rmSync(join(inputs(), 'vehicle.csv'));
    const path = join(inputs(), 'vehicle.xlsx');
    await writeWorkbook(path, [['机动车所有人', '身份证明号码', '号牌号码', '机动车状态']]);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * 0.7)));
    await expectRefused('HC3003', inputs());
  });

  it('a damaged .xls', async () => {
    writeCounty(inputs());
    writeFileSync(join(inputs(), 'vehicle.csv'), Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'));
    await expectRefused('HC3003', inputs());
  });

  it('a policy pack that is none', async () => {
    writeCounty(inputs());
    await expectRefused('HC2002', inputs(), '--policy', 'gansu-1999');
  });
});

async function writeWorkbook(path: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  for (const row of rows) sheet.addRow([...row]);
  await workbook.xlsx.writeFile(path);
}
