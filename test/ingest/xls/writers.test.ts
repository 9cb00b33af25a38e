import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ERROR_MARK, NUMBER_MARK } from '../../../src/ingest/raw.js';
import { compoundKind } from '../../../src/ingest/xls/compound-kind.js';
import { readXls } from './build-xls.js';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/xls/${name}`, import.meta.url));
const number = (digits: string): string => NUMBER_MARK + digits;
const error = (name: string): string => ERROR_MARK + name;
const gap = undefined;

it('reads every kind of cell that xlwt writes', async () => {
  const sheets = await readXls(fixture('xlwt-cells.xls'));
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['贫困人口信息', false],
    ['说明', true],
    ['字典', true],
    ['空表', false],
  ]);
  const [cells, notes, codes, empty] = sheets;
  expect(cells?.rows).toEqual([
    [1, '某县贫困人口信息'],
    [2, '户编号', '姓名', '证件号码', '出生日期', '收入', '占比'],
    [3, 'A001', '张三', '620102199001011234', '1990-01-01', number('3500.5'), number('2.5%')],
    [
      4,
      number('6204210001'),
      'Łukasz é',
      number('620102199001011200'),
      '2017-07-31 08:30:00',
      number('123.45'),
      number('100%'),
    ],
    [5, ...['0', '1', '-1', '536870911', '-536870912', '0.01', '-0.01', '123456.78'].map(number)],
    [6, ...['0.1', '1e-7', '1e+21', '-2.5e-300', '536870912', '0.3333333333333333', '99.5'].map(number)],
    [7, 'TRUE', 'FALSE', error('#N/A'), error('#DIV/0!'), gap, '13:05:09', '36:00:00'],
    [9],
    [10],
    [11, gap, '合并'],
    [12],
    [13, ...new Array(255).fill(gap), '末列'],
    [15, '尾'],
  ]);
  expect(cells?.read).toEqual({
    rows: 10,
    emptyRows: 3,
    declaredRows: 15,
    merges: [
      { top: 11, bottom: 13, left: 1, right: 2 },
      { top: 1, bottom: 1, left: 0, right: 5 },
    ],
  });
  expect(notes?.rows).toEqual([[1, '隐藏']]);
  expect(codes?.rows).toEqual([[1, '深藏']]);
  expect(empty?.read).toEqual({ rows: 0, emptyRows: 0, declaredRows: undefined, merges: [] });
});

it('reads dates that count from 1904', async () => {
  const [sheet] = await readXls(fixture('xlwt-1904.xls'));
  expect(sheet?.rows).toEqual([[1, '2017-07-31', '2017-07-31 08:30:00', '1904-01-01']]);
});

it('joins the long strings of xlwt over the records that they break in', async () => {
  const [sheet] = await readXls(fixture('xlwt-long-strings.xls'));
  const long = (row: number): string =>
    Array.from({ length: 1501 + row }, (_, i) =>
      String.fromCharCode(0x4e00 + ((row * 997 + i * 31) % 20_000)),
    ).join('');
  expect(sheet?.rows).toEqual([
    ...[0, 1, 2, 3].map((row) => [row + 1, long(row), 'abcdefghij'.repeat(200 + row)]),
    [5, '𠮷'.repeat(600)],
  ]);
});

it('reads the formulas of LibreOffice by their stored values, and no cell of a chart', async () => {
  const [cells, hidden, empty] = await readXls(fixture('libreoffice-cells.xls'));
  const column = (index: number, from: number, to: number): unknown[] =>
    (cells?.rows ?? []).slice(from - 1, to).map((row) => row[index + 1]);
  expect(column(5, 3, 12)).toEqual([
    '户0之户',
    number('12.52'),
    'FALSE',
    error('#DIV/0!'),
    '长'.repeat(4500),
    gap,
    error('#N/A'),
    '2017-07-31',
    '甲乙 丙',
    '2017-07-31 08:30:00',
  ]);
  expect(column(0, 1, 3)).toEqual(['某县到户补贴', '姓名', '户0']);
  expect(column(2, 3, 42)).toEqual(Array.from({ length: 40 }, (_, i) => number(String(i * 12.5 + 0.01))));
  expect(column(3, 42, 42)).toEqual(['2017-07-10']);
  expect(column(4, 40, 42)).toEqual([number('3.7%'), number('3.8%'), number('3.9%')]);
  expect(cells?.rows.at(-2)).toEqual([44, '合计']);
  expect(cells?.read).toMatchObject({
    declaredRows: 45,
    merges: [
      { top: 1, bottom: 1, left: 0, right: 5 },
      { top: 44, bottom: 45, left: 0, right: 1 },
    ],
  });
  expect(hidden).toMatchObject({ name: '隐藏', hidden: true, rows: [[70, gap, 'TRUE']] });
  expect(empty?.rows).toEqual([]);
});

it('knows the fixtures for what they are', async () => {
  for (const name of ['xlwt-cells.xls', 'libreoffice-cells.xls', 'libreoffice-password.xls'])
    expect(await compoundKind(fixture(name), name)).toBe('xls');
});
