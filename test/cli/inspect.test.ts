import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { number, writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'inspect-test-'));
  writeCounty(home);
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const put = (name: string, text: string | Buffer): string => {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
};
async function inspected(...argv: string[]) {
  const { code, out } = await hecha('inspect', '--json', ...argv);
  return { code, ...JSON.parse(out) };
}

describe('hecha inspect', () => {
  it('says what a file is, why, and what each column was taken for', async () => {
    const { code, files, as_of, as_of_source } = await inspected(join(home, 'roster.csv'));
    expect(code).toBe(0);
    expect([as_of, as_of_source]).toEqual(['2017-07-31', 'inputs']);
    expect(files).toHaveLength(1);
    const [{ kind, parts }] = files;
    expect(kind).toBe('csv');
    expect(parts[0]).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      dataset: 'person',
      because: { keys: ['户编号', '姓名', '证件号码'], configured: false },
      header_row: 2,
      header_height: 1,
      declared_date: '2017-07-31',
      rows: { read: 6, accepted: 4, rejected: 0, skipped: 2 },
    });
    expect(parts[0].columns[4]).toEqual({
      column: 'E',
      header: '证件号码',
      field: 'id_number',
      type: 'id',
      unit: null,
      passed_over: null,
      suggestion: null,
      states: { valid: 4 },
    });
    expect(parts[0].columns[8]).toMatchObject({ field: 'income_per_capita', unit: 1, states: { plain: 4 } });
  });

  it('counts the states of the cells of each column, over the rows of data alone', async () => {
    const path = put(
      '死亡.csv',
      [
        '姓名,身份证号,死亡日期',
        `甲,${number('$甲')},2016-05-01`,
        '乙,123,2016年5月1日',
        '丙,,20160501',
        `丁,${number('$丁')},某日`,
        '合计,,',
      ].join('\n'),
    );
    const { files } = await inspected(path);
    const [part] = files[0].parts;
    expect(part.columns.map((column: { states: unknown }) => column.states)).toEqual([
      { filled: 4 },
      { empty: 1, malformed: 1, valid: 2 },
      { day: 1, 'day-digits': 1, iso: 1, unreadable: 1 },
    ]);
    expect(part.rows).toMatchObject({ read: 6, accepted: 2, rejected: 2, skipped: 2 });
    expect(part.problems_by_reason).toEqual({ malformed: 1, missing: 1, unreadable: 1 });
    expect(
      part.problems.map(({ row, column, code }: Record<string, unknown>) => [row, column, code]),
    ).toEqual([
      [3, '身份证号', 'malformed'],
      [4, '身份证号', 'missing'],
      [5, '死亡日期', 'unreadable'],
    ]);
  });

  it('counts no cell of a damaged row, of which nobody knows in which column it stands', async () => {
    const path = put(
      '死亡.csv',
      `姓名,身份证号,死亡日期,\n甲,${number('$甲')},2016-05-01,\n乙,已迁出,${number('$乙')},2016-05-01,\n`,
    );
    const [part] = (await inspected(path)).files[0].parts;
    expect(part.columns.map((column: { states: unknown }) => column.states)).toEqual([
      { filled: 1 },
      { valid: 1 },
      { iso: 1 },
    ]);
    expect(part).toMatchObject({ nameless: ['D'], problems_by_reason: { ragged: 1 } });
  });

  it('warns of a table without a row of data', async () => {
    const [part] = (await inspected(put('死亡.csv', '姓名,身份证号,死亡日期\n合计,,\n'))).files[0].parts;
    expect(part.warnings).toEqual(['表头下面没有一行数据']);
  });

  it('suggests a field for a column that is nearly called so, and takes none', async () => {
    const path = put(
      '车辆.csv',
      `所有人,身份证明号码,号牌号码,初次登计日期\n甲,${number('$甲')},陇A1,2015-01-01\n`,
    );
    const { files } = await inspected(path);
    expect(files[0].parts[0].columns[3]).toMatchObject({
      header: '初次登计日期',
      field: null,
      suggestion: 'registered_on',
      states: null,
    });
    expect(files[0].parts[0].missing).toContainEqual({ field: 'registered_on', header: '初次登记日期' });
  });

  it('tells what it cannot read, beside what it can', async () => {
    put('坏.csv', '户编号,姓名,与户主关系,脱贫属性,人均纯收入\nH1,甲,户主,未脱贫,2000\n');
    put('密.pdf', '%PDF-1.4');
    const { code, files, unread, left_out } = await inspected(home);
    expect(code).toBe(0);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(['roster.csv', 'vehicle.csv']);
    expect(unread).toMatchObject([{ file: '坏.csv', sheet: null, code: 'HC3001' }]);
    expect(left_out).toMatchObject([{ file: '密.pdf' }]);
  });

  it('cannot answer when nothing of what was named can be read', async () => {
    const { code, unread } = await inspected(put('空.csv', ''));
    expect(code).toBe(2);
    expect(unread).toMatchObject([{ code: 'HC3010' }]);
    expect(await hecha('inspect')).toMatchObject({ code: 2, err: expect.stringContaining('HC1004') });
    expect(await hecha('inspect', join(home, 'none.csv'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('HC1001'),
    });
  });

  it('prints a table for people, in both languages, and never the value of a cell', async () => {
    for (const lang of ['zh', 'en']) {
      const { out } = await hecha(
        'inspect',
        '--lang',
        lang,
        join(home, 'roster.csv'),
        join(home, 'vehicle.csv'),
      );
      expect(out).toContain('roster.csv');
      expect(out).toContain('(id_number)'.replaceAll(/[()]/g, lang === 'zh' ? '' : '$&'));
      expect(out).not.toMatch(/undefined|\{|\}/);
      for (const value of ['甲大山', '陇A10001', number('$甲')]) expect(out).not.toContain(value);
      if (lang === 'en')
        expect(out.replace(/[^\n]*(?:Because|Columns not there)[^\n]*\n(?: {4,}[^\n]*\n)*/g, '')).toMatch(
          /Rows: read 6/,
        );
    }
  });

  it('lists datasets, and the columns of one', async () => {
    const { out } = await hecha('inspect', '--datasets');
    expect(out).toContain('vehicle');
    expect(out.split('\n').length).toBeGreaterThan(27);
    expect((await hecha('inspect', '--datasets', '机动车')).out).toContain('owner_id');
    expect(await hecha('inspect', '--datasets', 'vehicel')).toMatchObject({
      code: 2,
      err: expect.stringContaining('vehicle'),
    });
  });
});
