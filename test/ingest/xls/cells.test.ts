import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ERROR_MARK, NUMBER_MARK } from '../../../src/ingest/raw.js';
import { openXls } from '../../../src/ingest/xls/workbook.js';
import {
  bof,
  cell,
  eof,
  f64,
  fileOf,
  readXls,
  record,
  result,
  rowsOf,
  sheetFile,
  text,
  u8,
  u16,
  u32,
} from './build-xls.js';

const number = (digits: string): string => NUMBER_MARK + digits;
const rkWhole = (value: number, isHundredth = false): number => (value << 2) | 2 | (isHundredth ? 1 : 0);
const xf = (format: number): Buffer => record(0x00e0, u16(0, format), Buffer.alloc(16));
const format = (id: number, code: string): Buffer => record(0x041e, u16(id), text(code));

it('gives the shortest digits that mean the number of a NUMBER, whole or a fraction', async () => {
  const values = [0, -0, 1, -1.5, 0.1, 1 / 3, 1e21, 1e-7, 5e-324, 620102199001011200, 123456789012345.67];
  const rows = await rowsOf(sheetFile(values.map((value, column) => cell.number(0, column, value))));
  expect(rows).toEqual([[1, ...values.map((value) => number(String(value)))]]);
});

it('reads whole numbers and hundredths in RK and MULRK to the digit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: -(2 ** 29), max: 2 ** 29 - 1 }), fc.boolean()), {
        minLength: 2,
        maxLength: 20,
      }),
      async (numbers) => {
        const digits = numbers.map(([value, isHundredth]) => {
          if (!isHundredth) return number(String(value));
          const padded = String(Math.abs(value)).padStart(3, '0');
          const fraction = padded.slice(-2).replace(/0+$/, '');
          return number(`${value < 0 ? '-' : ''}${padded.slice(0, -2)}${fraction && `.${fraction}`}`);
        });
        const bits = numbers.map(([value, isHundredth]) => rkWhole(value, isHundredth) >>> 0);
        const shared = bits.map((value) => Buffer.concat([u16(0), u32(value)]));
        const rows = await rowsOf(
          sheetFile([
            ...bits.map((value, column) => cell.rk(0, column, value)),
            record(0x00bd, u16(1, 3), ...shared, u16(3 + bits.length - 1)),
          ]),
        );
        expect(rows).toEqual([
          [1, ...digits],
          [2, undefined, undefined, undefined, ...digits],
        ]);
      },
    ),
    { numRuns: 50 },
  );
});

it('reads the front of a double in RK', async () => {
  const bits = (value: number): number => f64(value).readUInt32LE(4);
  const rows = await rowsOf(
    sheetFile([cell.rk(0, 0, bits(1.5)), cell.rk(0, 1, bits(-0.25) | 1), cell.rk(0, 2, bits(2 ** 40) | 1)]),
  );
  expect(rows).toEqual([[1, number('1.5'), number('-0.0025'), number('10995116277.76')]]);
});

it('shows dates, times and percentages as their format does, in both date systems', async () => {
  const formats = [
    xf(0),
    xf(14),
    xf(164),
    xf(165),
    xf(10),
    xf(46),
    format(164, 'yyyy"年"m"月"d"日" h:mm'),
    format(165, 'h:mm'),
  ];
  const values = [
    cell.number(0, 0, 42947, 0),
    cell.number(0, 1, 42947, 1),
    cell.number(0, 2, 42947.354166666664, 2),
    cell.number(0, 3, 0.5, 3),
    cell.number(0, 4, 0.0256, 4),
    cell.number(0, 5, 1.5, 5),
    cell.rk(0, 6, rkWhole(42947), 1),
    cell.formula(0, 7, f64(42947), 1),
    cell.number(0, 8, 42947, 99),
    cell.number(0, 9, -1, 1),
  ];
  const rest = ['12:00:00', number('2.56%'), '36:00:00'];
  expect(await rowsOf(sheetFile(values, formats))).toEqual([
    [
      1,
      number('42947'),
      '2017-07-31',
      '2017-07-31 08:30:00',
      ...rest,
      '2017-07-31',
      '2017-07-31',
      number('42947'),
      number('-1'),
    ],
  ]);
  const rows = await rowsOf(sheetFile(values, [...formats, record(0x0022, u16(1))]));
  expect(rows[0]?.slice(2, 4)).toEqual(['2021-08-01', '2021-08-01 08:30:00']);
});

it('reads logical values and errors, and takes no number for one that is none', async () => {
  const codes = [0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a, 0x2b, 0x63];
  const rows = await rowsOf(
    sheetFile([
      record(0x0205, u16(0, 0, 0), u8(1, 0)),
      record(0x0205, u16(0, 1, 0), u8(0, 0)),
      cell.number(0, 2, Number.NaN),
      cell.number(0, 3, Number.POSITIVE_INFINITY),
      ...codes.map((code, column) => record(0x0205, u16(1, column, 0), u8(code, 1))),
    ]),
  );
  expect(rows).toEqual([
    [1, 'TRUE', 'FALSE', `${ERROR_MARK}#NUM!`, `${ERROR_MARK}#NUM!`],
    [
      2,
      ...[
        '#NULL!',
        '#DIV/0!',
        '#VALUE!',
        '#REF!',
        '#NAME?',
        '#NUM!',
        '#N/A',
        '#GETTING_DATA',
        '#UNKNOWN!',
      ].map((error) => ERROR_MARK + error),
    ],
  ]);
});

it('reads the values that formulas had when they were stored', async () => {
  const string = record(0x0207, text('结果'));
  const long = '长'.repeat(5000);
  const rows = await rowsOf(
    sheetFile([
      cell.formula(0, 0, f64(3500.5)),
      cell.formula(0, 1, result(1, 1)),
      cell.formula(0, 2, result(2, 0x2a)),
      cell.formula(0, 3, result(3)),
      cell.formula(0, 4, result(0)),
      // SHRFMLA, ARRAY and TABLE stand between a formula and its text.
      record(0x04bc, Buffer.alloc(10)),
      record(0x0221, Buffer.alloc(14)),
      record(0x0236, Buffer.alloc(16)),
      string,
      cell.formula(1, 0, result(0)),
      record(0x0207, u16(5000), u8(1), Buffer.from(long.slice(0, 4000), 'utf16le')),
      record(0x003c, u8(1), Buffer.from(long.slice(4000), 'utf16le')),
      // As Excel 3 and 4 numbered them.
      record(0x0406, u16(1, 1, 0), f64(7), Buffer.alloc(8)),
      record(0x0206, u16(1, 2, 0), f64(8), Buffer.alloc(8)),
    ]),
  );
  expect(rows).toEqual([
    [1, number('3500.5'), 'TRUE', `${ERROR_MARK}#N/A`, undefined, '结果'],
    [2, long, number('7'), number('8')],
  ]);
});

it('reads texts of cells, in place or shared, never with a mark in front', async () => {
  const shared = record(0x00fc, u32(3, 3), text('张三'), text(''), text('\u0001\u00025'));
  const rich = record(0x00d6, u16(0, 3, 0), text('李四'), u16(1), u16(0, 5));
  const rows = await rowsOf(
    sheetFile(
      [
        cell.shared(0, 0, 0),
        cell.shared(0, 1, 1),
        cell.shared(0, 2, 2),
        rich,
        record(0x0204, u16(0, 4, 0), u16(2), u8(0, 0xe9, 0x62)),
        cell.label(0, 5, '\u00021'),
        cell.label(0, 6, '𠮷 '),
        cell.label(0, 7, ''),
      ],
      [shared],
    ),
  );
  expect(rows).toEqual([[1, '张三', undefined, '5', '李四', 'éb', '1', '𠮷 ']]);
});

it('gives each row that is there once, from the first to the last, whatever the order of the file', async () => {
  const shuffled = [
    cell.number(9, 1, 91),
    cell.blank(4, 0),
    cell.number(2, 2, 22),
    cell.row(12),
    cell.number(9, 0, 90),
    cell.row(2),
    cell.shared(2, 0, 0),
    record(0x00be, u16(6, 0), u16(0, 0, 0), u16(2)),
    cell.label(0, 0, '首'),
  ];
  const strings = [record(0x00fc, u32(1, 1), text('户'))];
  const rows = [
    [1, '首'],
    [3, '户', undefined, number('22')],
    [5],
    [7],
    [10, number('90'), number('91')],
    [13],
  ];
  const [sheet] = await readXls(fileOf(sheetFile(shuffled, strings)));
  expect(sheet?.rows).toEqual(rows);
  expect(sheet?.read).toMatchObject({ rows: 3, emptyRows: 3 });
  const byRow = (bytes: Buffer): number => bytes.readUInt16LE(4);
  const ordered = [...shuffled].sort((a, b) => byRow(a) - byRow(b));
  expect(await rowsOf(sheetFile(ordered, strings))).toEqual(rows);
});

it('stops when it is told to, and reads again from the start', async () => {
  const records = Array.from({ length: 50 }, (_, row) => cell.number(row, 0, row));
  const merge = record(0x00e5, u16(1), u16(0, 0, 0, 1));
  for (const ordered of [records, [...records].reverse()]) {
    const workbook = await openXls({ path: fileOf(sheetFile([...ordered, merge])) });
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error('no sheet');
    const seen: number[] = [];
    const stopped = await workbook.read(sheet, (row) => seen.push(row) < 3);
    expect(seen).toEqual([1, 2, 3]);
    expect(stopped).toMatchObject({ rows: 3, emptyRows: 0, merges: [] });
    const whole = await workbook.read(sheet, () => true);
    expect(whole).toMatchObject({ rows: 50, merges: [{ top: 1, bottom: 1, left: 0, right: 1 }] });
    workbook.close();
  }
});

it('tells merged ranges and how many rows the sheet says it spans', async () => {
  const dimensions = (first: number, behind: number, columns: number): Buffer =>
    record(0x0200, u32(first, behind), u16(0, columns, 0));
  const merges = record(0x00e5, u16(3), u16(0, 0, 0, 5), u16(10, 12, 1, 2), u16(9, 8, 0, 0));
  const readOf = async (...records: Buffer[]) => (await readXls(fileOf(sheetFile(records))))[0]?.read;
  expect(await readOf(dimensions(0, 300, 9), merges)).toEqual({
    rows: 0,
    emptyRows: 0,
    declaredRows: 300,
    merges: [
      { top: 1, bottom: 1, left: 0, right: 5 },
      { top: 11, bottom: 13, left: 1, right: 2 },
    ],
  });
  expect((await readOf(dimensions(0, 1, 1)))?.declaredRows).toBeUndefined();
  expect((await readOf(dimensions(0, 0, 0)))?.declaredRows).toBeUndefined();
  expect((await readOf(dimensions(0, 1, 7)))?.declaredRows).toBe(1);
  expect((await readOf(dimensions(65_537, 0, 7)))?.declaredRows).toBe(0);
  expect((await readOf())?.declaredRows).toBeUndefined();
});

it('passes over what lies within a sheet and is none of its cells', async () => {
  const chart = [
    bof(0x0020),
    cell.number(0, 0, 1),
    bof(0x0020),
    cell.label(5, 5, '图'),
    eof,
    cell.number(0, 0, 2),
    eof,
  ];
  const rows = await rowsOf(
    sheetFile([cell.number(0, 0, 5), ...chart, record(0x003c, u8(1, 2, 3)), cell.number(1, 0, 6)]),
  );
  expect(rows).toEqual([
    [1, number('5')],
    [2, number('6')],
  ]);
});
