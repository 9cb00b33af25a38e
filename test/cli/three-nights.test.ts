import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What a township answers to one finding. */
interface Answer {
  verdict: string;
  reason?: string;
  completed?: string;
  on: string;
}

type Finding = Record<'finding_id' | 'rule_id' | 'status' | 'evidence' | 'township', string>;

const HECHA = ['dist/bin/hecha.js'];

let home: string;
const hecha = (...args: string[]): { status: number | null; out: string; err: string } => {
  const done = spawnSync(process.execPath, [...HECHA, ...args], { encoding: 'utf8' });
  return { status: done.status, out: done.stdout, err: done.stderr };
};

const county = (night: number): string => join(home, `night-${night}`);
const out = (): string => join(home, 'out');
const latest = (): string => realpathSync(join(out(), 'latest'));

function auditNight(night: number): void {
  const audited = hecha('audit', county(night), '-o', out(), '--previous', 'latest', '--format', 'csv,json');
  expect(audited.status, audited.err).toBe(0);
  runs[night] = { folder: latest(), summary: audited.out, findings: findingsOf(latest()) };
}

const findingsOf = (run: string): Map<string, Finding> => {
  const rows = parse(readFileSync(join(run, 'findings.csv')), { bom: true, columns: true }) as Finding[];
  return new Map(rows.map((row) => [row.finding_id, row]));
};

const runs: Record<number, { folder: string; summary: string; findings: Map<string, Finding> }> = {};
const run = (night: number) => runs[night] as (typeof runs)[number];
const idsWith = (night: number, status: string): string[] =>
  [...run(night).findings.values()].filter((each) => each.status === status).map((each) => each.finding_id);

const COLUMNS = {
  核实结果: 'verdict',
  原因: 'reason',
  整改完成日期: 'completed',
  核实日期: 'on',
} as const;

/**
 * Fills worklists in as people do: rows sorted another way, a sheet renamed, a column put in between, remarks under the table, most of it left empty.
 * @returns the files, and the ids that they asked about
 */
async function fillIn(
  folder: string,
  answers: ReadonlyMap<string, Answer>,
): Promise<{ files: string[]; asked: Set<string> }> {
  const asked = new Set<string>();
  const files: string[] = [];
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.xlsx'))
    .sort()) {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(folder, name));
    for (const [at, sheet] of book.worksheets.entries()) {
      let head = 0;
      sheet.eachRow((row, number) => {
        if (head === 0 && (row.values as unknown[]).includes('疑点编号')) head = number;
      });
      if (head === 0) continue;
      const titles = sheet.getRow(head).values as string[];
      const rows: exceljs.CellValue[][] = [];
      for (let number = head + 1; number <= sheet.rowCount; number += 1) {
        const values = sheet.getRow(number).values as exceljs.CellValue[];
        const id = String(values[titles.indexOf('疑点编号')] ?? '');
        if (id === '') continue;
        asked.add(id);
        const answer = answers.get(id);
        for (const [title, key] of Object.entries(COLUMNS)) {
          if (answer?.[key] !== undefined) values[titles.indexOf(title)] = answer[key];
        }
        if (answer) values[titles.indexOf('核实人')] = '李干部';
        rows.push(values);
      }
      for (const [index, values] of rows.reverse().entries()) sheet.getRow(head + 1 + index).values = values;
      sheet.getRow(head + rows.length + 2).getCell(2).value = '以上情况属实，村支书签字：';
      if (at === 1) sheet.name = '我村的';
      if (at === 2) sheet.spliceColumns(3, 0, []);
    }
    const filled = join(home, `filled-${files.length}-${basename(name)}`);
    await book.xlsx.writeFile(filled);
    files.push(filled);
  }
  return { files, asked };
}

/** What the synthetic county records of that night against the one before. */
const recorded = (night: number, change: string): { rule: string; key: string }[] =>
  (
    parse(readFileSync(join(county(night), 'truth-changes.csv')), { bom: true, columns: true }) as {
      rule: string;
      key: string;
      change: string;
    }[]
  ).filter((each) => each.change === change);

const worklistsOf = (night: number): string => join(out(), 'worklists', basename(run(night).folder));

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-nights-'));
  for (const night of [1, 2, 3]) {
    const what = ['--households', '120', '--seed', '5', '--night', String(night)];
    execFileSync(process.execPath, [...HECHA, 'synth', '--out', county(night), ...what]);
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('three nights', () => {
  /** On the first night: a car that is somebody else's, of which the evidence changes on the second night. */
  let comesBack: string;
  let silent: string[];
  let confirmed: string[];

  it('lists all as new on the first night, and hands them out', { timeout: 300_000 }, async () => {
    auditNight(1);
    const { findings } = run(1);
    expect(findings.size).toBeGreaterThan(60);
    expect(idsWith(1, 'new')).toHaveLength(findings.size);
    expect(hecha('worklist', out()).status).toBe(0);

    const later = new Set(recorded(3, 'gone').map(({ key }) => key));
    const changing = recorded(2, 'changed').find(({ rule, key }) => rule.startsWith('MI') && !later.has(key));
    const isAbout = (rule: string, key: string) => (each: Finding) =>
      each.rule_id === rule && each.evidence.includes(`"${key}"`);
    comesBack =
      [...findings.values()].find(isAbout(changing?.rule ?? '', changing?.key ?? '?'))?.finding_id ?? '';
    expect(comesBack).not.toBe('');
    const goingKey = recorded(2, 'gone').find(({ rule }) => rule === 'MI16')?.key ?? '?';
    const going = [...findings.values()].find(isAbout('MI16', goingKey))?.finding_id ?? '';
    expect(going).not.toBe('');
    const dibao = [...findings.values()]
      .filter(({ rule_id }) => rule_id === 'MI19')
      .map((each) => each.finding_id);
    silent = dibao.slice(0, 2);
    confirmed = [going, ...dibao.slice(2, 3)];
    expect([silent.length, confirmed.length]).toEqual([2, 2]);

    const refuted: Answer = { verdict: ' 不属实 ', reason: '已卖未过户', on: '2017/8/1' };
    const answers = new Map<string, Answer>([
      [comesBack, refuted],
      ...silent.map((id) => [id, refuted] as const),
      ...confirmed.map((id) => [id, { verdict: '属实', on: '2017-08-01', completed: '20170801' }] as const),
    ]);
    const spoilt = [...findings.keys()].find((id) => !answers.has(id)) ?? '';
    answers.set(spoilt, { verdict: '大概属实', on: '2017-08-01' });
    const { files, asked } = await fillIn(worklistsOf(1), answers);
    expect(asked).toEqual(new Set(findings.keys()));

    const feedback = hecha('feedback', out(), ...files, '--json');
    expect(feedback.status, feedback.err).toBe(1);
    const said = JSON.parse(feedback.out) as { problems: { place: string }[] };
    expect(said.problems).toHaveLength(1);
    const ledger = readFileSync(join(out(), 'feedback.csv'), 'utf8');
    expect(ledger.trim().split('\n')).toHaveLength(1 + answers.size - 1);
    // Read twice, they say nothing new.
    expect(hecha('feedback', out(), ...files).status).toBe(1);
    expect(readFileSync(join(out(), 'feedback.csv'), 'utf8')).toBe(ledger);
  });

  it('shows on the second night what is new or changed, and not what was refuted', {
    timeout: 300_000,
  }, async () => {
    auditNight(2);
    const [first, second] = [run(1).findings, run(2).findings];
    expect(idsWith(2, 'closed:不属实').sort()).toEqual([...silent].sort());
    expect(idsWith(2, 'changed:不属实')).toEqual([comesBack]);
    expect(idsWith(2, 'new').sort()).toEqual([...second.keys()].filter((id) => !first.has(id)).sort());
    expect(idsWith(2, 'new').length).toBeGreaterThan(3);
    expect(idsWith(2, 'persisting').length).toBeGreaterThan(10);
    expect(run(2).summary).toContain(`新增 ${idsWith(2, 'new').length} 条`);
    // New, gone and changed are those that the county records.
    const rulesOf = (ids: string[], from: Map<string, Finding>) =>
      ids.map((id) => from.get(id)?.rule_id).sort();
    const gone = [...first.keys()].filter((id) => !second.has(id));
    expect(rulesOf(gone, first)).toEqual(
      recorded(2, 'gone')
        .map(({ rule }) => rule)
        .sort(),
    );
    expect(rulesOf(idsWith(2, 'new'), second)).toEqual(
      recorded(2, 'new')
        .map(({ rule }) => rule)
        .sort(),
    );
    const changed = [...idsWith(2, 'changed'), comesBack];
    expect(rulesOf(changed, second)).toEqual(
      recorded(2, 'changed')
        .map(({ rule }) => rule)
        .sort(),
    );

    const status = JSON.parse(hecha('status', out() + '/latest', '--json').out) as {
      total: Record<string, number>;
      rules: { rule: string; share: number; reasons: Record<string, number> }[];
    };
    expect(status.total).toMatchObject({ confirmed: 2, refuted: 3, rectified: 1 });
    expect(status.total.closed_by_itself).toBe(gone.length - 1);
    // The other was said to be put right on the first, and is still there on the first night after it.
    expect(status.total.overdue).toBe(0);
    expect(status.rules.find(({ rule }) => rule === 'MI19')).toMatchObject({
      share: 1 / 3,
      reasons: { sold: 2 },
    });

    expect(hecha('worklist', out(), '--only', 'new,changed').status).toBe(0);
    const refutedNoMore: Answer = { verdict: '属实', on: '2017-08-02' };
    const { files, asked } = await fillIn(worklistsOf(2), new Map([[comesBack, refutedNoMore]]));
    expect([...asked].sort()).toEqual([...idsWith(2, 'new'), ...changed].sort());
    expect(hecha('feedback', out(), ...files).status).toBe(0);
  });

  it('goes on from there on the third, and the last night can be made again', { timeout: 300_000 }, () => {
    auditNight(3);
    const { findings } = run(3);
    expect(idsWith(3, 'closed:不属实').sort()).toEqual([...silent].sort());
    expect(findings.get(comesBack)?.status).toBe('persisting');
    const status = JSON.parse(hecha('status', run(3).folder, '--json').out) as {
      total: Record<string, number>;
    };
    expect(status.total).toMatchObject({ refuted: 2, rectified: 1 });
    expect(status.total.overdue).toBe(1);

    const diff = hecha('diff', run(2).folder, run(3).folder, '--json', '--exit-code');
    expect(diff.status).toBe(1);
    const differs = JSON.parse(diff.out) as Record<'new' | 'gone' | 'changed', number>;
    expect(differs.new).toBe(recorded(3, 'new').length);
    expect(differs.gone).toBe(recorded(3, 'gone').length);
    expect(differs.changed).toBe(recorded(3, 'changed').length);
    expect(hecha('diff', run(3).folder, run(3).folder, '--exit-code').status).toBe(0);

    // Run twice in a night: the same run again, held against the same night before.
    const again = hecha(
      'audit',
      county(3),
      '-o',
      out(),
      '--previous',
      'latest',
      '--format',
      'csv,json',
      '-q',
    );
    expect(again.status, again.err).toBe(0);
    expect(latest()).toBe(run(3).folder);
    expect(findingsOf(latest())).toEqual(findings);
    const verified = hecha('verify', run(3).folder);
    expect(verified.status, verified.out + verified.err).toBe(0);
  });
});
