import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { defaultLimits } from '../../src/ingest/limits.js';
import { NUMBER_MARK } from '../../src/ingest/raw.js';
import { readWorkbook } from '../../src/ingest/read-workbook.js';
import { temporaryFolder } from '../run/temporary-folder.js';
import { sourceOf } from './source-of.js';
import { fileOf, partsOf, sheetXml, zipOf } from './xlsx/build-workbook.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

type Rows = readonly (readonly ExcelJS.CellValue[])[];
type Sheets = readonly (readonly [name: string, rows: Rows, state?: 'hidden'])[];

async function pathOf(sheets: Sheets): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows, state] of sheets) {
    const sheet = workbook.addWorksheet(name, { state: state ?? 'visible' });
    for (const row of rows) sheet.addRow([...row]);
  }
  const path = join(await temporaryFolder(), 'on-disk.xlsx');
  await workbook.xlsx.writeFile(path);
  return path;
}

async function readFile(path: string, firstIndex = 0) {
  await engine.exec('DROP SCHEMA IF EXISTS raw CASCADE; CREATE SCHEMA raw');
  return readWorkbook(engine, sourceOf(path, '名册.xlsx', 'xlsx'), {
    firstIndex,
    limits: defaultLimits,
    temporary: '',
    indicators: [],
    settings: [],
  });
}
const read = async (sheets: Sheets, firstIndex = 0) => readFile(await pathOf(sheets), firstIndex);
const rowsOf = async (table: string): Promise<SqlValue[][]> =>
  (await engine.all(`SELECT * FROM raw.${table} ORDER BY row_no`)).map((row) => Object.values(row));

const header = ['户编号', '姓名', '证件号码', '与户主关系'];
const roster = (...names: string[]): Rows => [header, ...names.map((name) => ['H1', name, '1', '户主'])];

describe('readWorkbook', () => {
  it('loads each sheet of data into a table of its own', async () => {
    const { parts, ignored } = await read(
      [
        ['城关镇', roster('甲', '乙')],
        ['南川乡', roster('丙')],
      ],
      5,
    );
    expect(ignored).toEqual([]);
    expect(parts.map(({ part }) => part)).toMatchObject([
      {
        index: 5,
        file: '名册.xlsx',
        sheet: '城关镇',
        table: 'part_5',
        typed: true,
        rowsAbove: 1,
        rowsBelow: 2,
      },
      {
        index: 6,
        file: '名册.xlsx',
        sheet: '南川乡',
        table: 'part_6',
        typed: true,
        rowsAbove: 1,
        rowsBelow: 1,
      },
    ]);
    expect(parts.map(({ part }) => part.dataset.id)).toEqual(['person', 'person']);
    expect(await rowsOf('part_5')).toEqual([
      ['2', null, 'H1', 'H1', '甲', '1', '户主'],
      ['3', null, 'H1', 'H1', '乙', '1', '户主'],
    ]);
  });

  it('reads titles, the declared date and units, keeps what was a number, and numbers rows as people see them', async () => {
    const { parts } = await read([
      [
        '表1',
        [
          ['安平县贫困人口信息'],
          [],
          ['单位：元', '', '截止日期：2017-07-31'],
          ['序号', ...header, '人均纯收入(万元)'],
          [1, 'H1', '甲', 629999197005010000, '户主', 0.35],
          [],
          ['合计', null, null, null, null, 3],
        ],
      ],
    ]);
    expect(parts[0]).toMatchObject({
      declaredDate: '2017-07-31',
      unknownColumns: ['序号'],
      part: { headerRow: 4, rowsAbove: 3, rowsBelow: 2 },
    });
    expect(parts[0]?.part.columns.at(-1)).toMatchObject({
      field: 'income_per_capita',
      index: 5,
      unit: 10_000,
    });
    const rows = await rowsOf('part_0');
    expect(rows).toEqual([
      ['5', null, '1', 'H1', '甲', `${NUMBER_MARK}629999197005010000`, '户主', `${NUMBER_MARK}0.35`],
      ['7', null, '合计', null, null, null, null, `${NUMBER_MARK}3`],
    ]);
  });

  it('holds sheets of different datasets', async () => {
    const { parts } = await read([
      ['贫困人口', roster('甲')],
      [
        '贫困户',
        [
          ['户编号', '户主姓名', '户主证件号码', '脱贫属性'],
          ['H1', '甲', '1', '未脱贫'],
        ],
      ],
      [
        '死亡',
        [
          ['姓名', '身份证号', '死亡日期'],
          ['乙', '2', '2017-01-01'],
        ],
      ],
    ]);
    expect(parts.map(({ part }) => part.dataset.id)).toEqual(['person', 'household', 'death']);
  });

  it('announces sheets without data, counts their rows, and gives them no number', async () => {
    const { parts, ignored } = await read([
      ['说明', [['填表说明'], ['一、本表由各乡镇填报']]],
      ['城关镇', roster('甲')],
      ['空', []],
      [
        '结果',
        [
          ['finding_id', 'rule_id'],
          ['a', 'MI01'],
        ],
      ],
      ['南川乡', roster('乙')],
    ]);
    expect(parts.map(({ part }) => [part.sheet, part.index])).toEqual([
      ['城关镇', 0],
      ['南川乡', 1],
    ]);
    expect(ignored.map(({ sheet, rows, reason }) => [sheet, rows, reason.en])).toEqual([
      ['说明', 2, 'no known header (2 rows): taken for notes, not used'],
      ['空', 0, 'it is empty'],
      ['结果', 2, 'a table of hecha’s own, not an extract'],
    ]);
  });

  it('reads a hidden sheet and says so', async () => {
    const { parts } = await read([
      ['城关镇', roster('甲')],
      ['旧', roster('乙'), 'hidden'],
    ]);
    expect(parts.map(({ part }) => part.hidden)).toEqual([undefined, true]);
    expect(parts[0]?.warnings).toEqual([]);
    expect(parts[1]?.warnings).toEqual([
      { zh: expect.stringContaining('隐藏'), en: expect.stringContaining('hidden') },
    ]);
    expect(await rowsOf('part_1')).toHaveLength(1);
  });

  it('takes hints from the name of the sheet', async () => {
    const rows = [
      ['姓名', '身份证号'],
      ['甲', '1'],
    ];
    const { parts } = await read([['死亡人员', rows]]);
    expect(parts[0]?.part.dataset.id).toBe('death');
    await expect(read([['表1', rows]])).rejects.toMatchObject({
      code: 'HC3002',
      values: { place: '名册.xlsx!表1' },
    });
  });

  it('refuses a sheet whose header lacks a key, and names file and sheet', async () => {
    await expect(
      read([
        ['城关镇', roster('甲')],
        [
          '南川乡',
          [
            ['户编号', '姓名', '与户主关系'],
            ['H1', '乙', '户主'],
          ],
        ],
      ]),
    ).rejects.toMatchObject({ code: 'HC3001', values: { place: '名册.xlsx!南川乡', missing: '证件号码' } });
  });

  it('refuses a workbook without any data', async () => {
    await expect(
      read([
        ['表1', []],
        ['表2', []],
      ]),
    ).rejects.toMatchObject({ code: 'HC3010', values: { place: '名册.xlsx' } });
    await expect(read([['说明', [['填表说明']]]])).rejects.toMatchObject({
      code: 'HC3012',
      values: { place: '名册.xlsx' },
    });
  });

  it('refuses a sheet that declares rows and yields none', async () => {
    const path = fileOf(await zipOf(partsOf({ sheet: sheetXml('', '<dimension ref="A1:D800001"/>') })));
    await expect(readFile(path)).rejects.toMatchObject({
      code: 'HC3009',
      values: { place: '名册.xlsx!名册', declared: 800_001 },
    });
    const blank = fileOf(await zipOf(partsOf({ sheet: sheetXml('', '<dimension ref="A1"/>') })));
    await expect(readFile(blank)).rejects.toMatchObject({ code: 'HC3010' });
  });

  it.each([
    [65_534, false],
    [65_535, true],
  ])('warns of a sheet of %i rows: %s', async (count, isCutOff) => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${header.map(cell).join('')}</row>${`<row>${cell('H1')}</row>`.repeat(count)}`;
    const { parts } = await readFile(fileOf(await zipOf(partsOf({ rows }))));
    expect(parts[0]?.part.rowsBelow).toBe(count);
    expect(parts[0]?.warnings.map(({ zh }) => zh)).toEqual(
      isCutOff ? [expect.stringMatching(/65535 行.*截断/)] : [],
    );
  });

  it('names the file as reports do when it is damaged', async () => {
    const whole = await zipOf(partsOf({ rows: '<row><c t="inlineStr"><is><t>a</t></is></c></row>' }));
    await expect(readFile(fileOf(whole.subarray(0, whole.length - 30)))).rejects.toMatchObject({
      values: { place: expect.stringMatching(/^名册\.xlsx/) },
    });
  });
});
