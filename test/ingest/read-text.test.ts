import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bilingual } from '../../src/bilingual.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { defaultLimits } from '../../src/ingest/limits.js';
import type { PartRead } from '../../src/ingest/part-read.js';
import { readText } from '../../src/ingest/read-text.js';
import type { ReadSettings } from '../../src/ingest/settings.js';
import { temporaryFolder } from '../run/temporary-folder.js';
import { sourceOf } from './source-of.js';

let engine: Engine;
let index = 0;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  await engine.exec('CREATE SCHEMA raw');
});
afterAll(() => engine.close());

async function read(
  content: string | Buffer,
  name = '数据.csv',
  settings?: ReadSettings,
): Promise<PartRead | { reason: Bilingual }> {
  const folder = await temporaryFolder();
  mkdirSync(join(folder, 'temporary'));
  writeFileSync(join(folder, 'on-disk.csv'), content);
  index += 1;
  return readText(engine, sourceOf(join(folder, 'on-disk.csv'), name, 'csv'), {
    index,
    temporary: join(folder, 'temporary'),
    limits: defaultLimits,
    indicators: [],
    settings,
  });
}
/** A file that must be read. */
async function readPart(...given: Parameters<typeof read>): Promise<PartRead> {
  const part = await read(...given);
  if (!('part' in part)) throw new Error(part.reason.en);
  return part;
}
const rowsOf = async (): Promise<SqlValue[][]> =>
  (await engine.all(`SELECT * FROM raw.part_${index} ORDER BY row_no`)).map((row) => Object.values(row));

describe('readText', () => {
  it('loads the known columns below the header', async () => {
    const roster = await readPart(
      '安平县贫困人口信息,,,,,\n单位:元,截止日期：2017-07-31,,,,\n序号,户编号,姓名,身份证号码,与户主关系,人均纯收入（万元）\n1,H1,甲,1,户主,0.3\n2,H1,乙,,配偶,\n',
    );
    expect(roster).toMatchObject({
      encoding: 'utf-8',
      declaredDate: '2017-07-31',
      unknownColumns: ['序号'],
      warnings: [],
      part: {
        index,
        file: '数据.csv',
        headerRow: 3,
        typed: false,
        table: `part_${index}`,
        rowsAbove: 3,
        rowsBelow: 2,
      },
    });
    expect(roster?.part.dataset.id).toBe('person');
    expect(roster?.part.columns).toEqual([
      { field: 'household_no', index: 1, header: '户编号' },
      { field: 'name', index: 2, header: '姓名' },
      { field: 'id_number', index: 3, header: '身份证号码' },
      { field: 'relation', index: 4, header: '与户主关系' },
      { field: 'income_per_capita', index: 5, header: '人均纯收入（万元）', unit: 10_000 },
    ]);
    expect(await rowsOf()).toEqual([
      ['4', null, '1', 'H1', '甲', '1', '户主', '0.3'],
      ['5', null, '2', 'H1', '乙', null, '配偶', null],
    ]);
  });

  it('keeps the pairs of a wide extract behind the other columns', async () => {
    const dibao = await readPart('姓名1,低保类别,身份证1,姓名2,身份证2\n甲,一类,1,乙,2\n');
    expect(dibao?.part.columns.map(({ field }) => field)).toEqual(['class']);
    // Positions among the raw columns c0, c1 …, not in the file.
    expect(dibao?.part.wide).toEqual([
      { name: 1, id_number: 2 },
      { name: 3, id_number: 4 },
    ]);
    expect(await rowsOf()).toEqual([['2', null, '甲', '一类', '甲', '1', '乙', '2']]);
  });

  it('says what encoding it was, and whether it was marked', async () => {
    const text = '姓名,身份证号,死亡日期\n甲,1,2017-01-01\n';
    expect((await readPart(`\ufeff${text}`))?.encoding).toBe('utf-8 (BOM)');
    expect((await readPart(Buffer.from(`\ufeff${text}`, 'utf16le')))?.encoding).toBe('utf-16le');
    const gbk = Buffer.from(
      'd0d5c3fb2cc9edb7ddd6a4bac52ccbc0cdf6c8d5c6da0abcd72c312c323031372d30312d30310a',
      'hex',
    );
    expect((await readPart(gbk))?.encoding).toBe('gb18030');
    expect(await rowsOf()).toEqual([['2', null, '甲', '甲', '1', '2017-01-01']]);
  });

  it('reads a header with nothing below', async () => {
    expect((await readPart('姓名,身份证号,死亡日期\n'))?.part).toMatchObject({ rowsAbove: 1, rowsBelow: 0 });
    expect(await rowsOf()).toEqual([]);
  });

  it('passes over tables of hecha’s own', async () => {
    const own = { reason: { en: 'a table of hecha’s own, not an extract' } };
    expect(await read('\ufefffinding_id,rule_id,family\na,b,c\n')).toMatchObject(own);
    expect(await read('rule,subject,household_no\nMI01,1,H1\n')).toMatchObject(own);
  });

  it('takes text in one column that names nobody for notes, and nothing else', async () => {
    expect(await read('本表由各乡镇填报。\n如有疑问请联系扶贫办。\n')).toMatchObject({
      reason: { zh: expect.stringContaining('按说明页处理') },
    });
    await expect(read('本表\n620421199001011234\n')).rejects.toMatchObject({ code: 'HC3012' });
    await expect(read('甲,乙\n1,2\n')).rejects.toMatchObject({ code: 'HC3012' });
  });

  it('takes hints from the name that reports show', async () => {
    const text = '姓名,身份证号\n甲,1\n';
    expect((await readPart(text, '民政/死亡人员.csv'))?.part.dataset.id).toBe('death');
    await expect(read(text, 'a.csv')).rejects.toMatchObject({ code: 'HC3002', values: { place: 'a.csv' } });
  });

  it.each([
    ['no header', 'HC3012', '甲,乙\n丙,丁\n'],
    ['a header that lacks a key', 'HC3001', '姓名,性别,与户主关系\n甲,男,户主\n'],
    [
      'bytes of no known encoding',
      'HC3007',
      Buffer.concat([Buffer.from('姓名,身份证号\n'), Buffer.from([0xff, 0xff, 0x0a])]),
    ],
  ])('refuses a file with %s, named as reports name it', async (_, code, content) => {
    await expect(read(content, '坏/文件.csv')).rejects.toMatchObject({
      code,
      values: { place: '坏/文件.csv' },
    });
  });

  it('names no path and no cell in an error', async () => {
    const error = await readPart('甲乙丙,620421\n丙,丁\n').catch((thrown: unknown) => thrown);
    expect(String(error)).not.toMatch(/on-disk|620421|甲乙丙/);
  });
});
