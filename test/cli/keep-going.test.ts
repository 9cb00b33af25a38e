import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { lines, number, writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keep-going-'));
  writeCounty(join(home, 'in'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const put = (name: string, text: string): void => writeFileSync(join(home, 'in', name), text);
const audit = (...argv: string[]) => hecha('audit', join(home, 'in'), '-o', join(home, 'out'), ...argv);
const read = (name: string): string => readFileSync(join(home, 'out', 'latest', name), 'utf8');
const manifest = () => JSON.parse(read('manifest.json'));
const statusOf = (rule: string): string =>
  manifest().rules.find(({ id }: { id: string }) => id === rule)?.status ??
  manifest().rules_not_run.find(({ id }: { id: string }) => id === rule)?.status;

const DIBAO = `姓名,身份证号,低保类别,享受起始时间,状态\n丙有田,${number('$丙')},一类,2016-01-01,在保\n`;

describe('an input that cannot be read', () => {
  it('stops the audit and is named', async () => {
    put('低保.csv', '姓名,低保类别,享受起始时间,月保障金\n甲,一类,2016-01-01,300\n');
    const { code, err } = await audit();
    expect(code).toBe(2);
    expect(err).toMatch(/^HC3001 “低保.csv”.*\n$/);
    expect(() => read('manifest.json')).toThrow();
  });

  it('is passed over when asked, and every report says so', async () => {
    put('低保.csv', '姓名,低保类别,享受起始时间,月保障金\n甲,一类,2016-01-01,300\n');
    const { code, out, err } = await audit('--keep-going');
    expect(code).toBe(0);
    expect(err).toContain('未能读取，没有核查：HC3001 “低保.csv”');
    expect(out).toContain('未能读取、没有核查的文件（1 个）');
    expect(manifest().inputs_unread).toMatchObject([{ file: '低保.csv', sheet: null }]);
    expect(read('rejects.csv')).toMatch(/^低保\.csv,,,,file,,.*HC3001/m);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(home, 'out', 'latest', 'mis-identification.xlsx'));
    const cells: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => cells.push(String(row.getCell(2).value)));
    expect(cells.join('\n')).toContain('1 个文件或工作表未能读取');
    const coverage = workbook.worksheets.find(({ name }) => name === '覆盖情况');
    const notes: string[] = [];
    coverage?.eachRow((row) => notes.push(String(row.getCell(3).value)));
    expect(notes.join('\n')).toContain('HC3001');
  });

  it('stops only the rules that would conclude from what it may have held', async () => {
    writeCounty(join(home, 'in'), {
      roster: lines.roster.map((line, at) => `${line},${at === 0 ? '是否低保' : '否'}`),
    });
    put('低保.csv', DIBAO);
    put('低保-续.csv', '姓名,低保类别,享受起始时间,月保障金\n甲,一类,2016-01-01,300\n');
    expect((await audit('--keep-going')).code).toBe(0);
    // Somebody is not on dibao as far as is known: the missing file may say otherwise.
    expect(statusOf('MI15')).toBe('not-run');
    // Somebody owns a car whatever other files say.
    expect(statusOf('MI01')).toBe('flagged');
    const { reason } = manifest().rules_not_run.find(({ id }: { id: string }) => id === 'MI15');
    expect(reason.zh).toContain('低保-续.csv 未能读取');
  });

  it('may be of any dataset when nothing tells which', async () => {
    put('a.csv', '');
    expect((await audit('--keep-going')).code).toBe(0);
    expect(statusOf('DD03') ?? 'not-run').toBe('not-run');
    expect(statusOf('MI01')).toBe('flagged');
    expect(statusOf('DQ06')).toBe('not-run');
  });

  it('leaves the other sheets of its workbook as they are', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('好').addRows([
      ['姓名', '身份证号', '死亡日期'],
      ['甲大山', number('$甲'), '2016-05-01'],
    ]);
    workbook.addWorksheet('坏').addRows([
      ['姓名', '日期'],
      ['乙小花', number('$乙')],
    ]);
    await workbook.xlsx.writeFile(join(home, 'in', '死亡.xlsx'));
    expect((await audit()).err).toContain('HC3012 “死亡.xlsx!坏”');
    expect((await audit('--keep-going')).code).toBe(0);
    expect(manifest().inputs_unread).toMatchObject([{ file: '死亡.xlsx', sheet: '坏' }]);
    expect(statusOf('MI20')).toBe('flagged');
    expect(read('findings.csv')).toContain('死亡.xlsx!好#2');
  });

  it('gives the run another name', async () => {
    const name = async (): Promise<string> => {
      expect((await audit('--keep-going')).code).toBe(0);
      return manifest().run_id;
    };
    const before = await name();
    put('a.csv', '');
    expect(await name()).not.toBe(before);
  });
});

describe('--max-rejects', () => {
  it('takes a file with too many rejected rows for one that cannot be read', async () => {
    const { code, err } = await audit('--max-rejects', '0');
    expect(code).toBe(2);
    expect(err).toMatch(/HC3019 “vehicle.csv”有 1 行未采用，超过允许的 0.*第 4 行/);
    expect((await audit('--max-rejects', '1')).code).toBe(0);
    expect((await audit('--max-rejects', '50%')).code).toBe(0);
    expect((await audit('--max-rejects', '30%')).code).toBe(2);
  });

  it('with --keep-going keeps nothing of it', async () => {
    put('vehicle-2.csv', `${lines.vehicles.slice(0, 2).join('\n')}\n`.replace('陇A10001', '陇A20002'));
    expect((await audit('--max-rejects', '0', '--keep-going')).code).toBe(0);
    const findings = read('findings.csv');
    expect(findings).toContain('陇A20002');
    expect(findings).not.toContain('陇A10001');
    expect(read('rejects.csv')).not.toContain('vehicle.csv,,4');
    expect(read('rejects.csv')).toContain('HC3019');
    expect(manifest().inputs.map(({ path }: { path: string }) => path)).toEqual([
      'roster.csv',
      'vehicle-2.csv',
    ]);
  });
});
