import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, spreadsheetSafe } from '../../src/report/spreadsheet-safe.js';

describe('spreadsheetSafe', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://x.invalid")',
    '+1+1',
    '-1+cmd|calc',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1',
    ' =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '　＝1',
    '\tplain',
    '-',
    '--1',
    '-1e5',
    '+8613900000000',
  ])('makes %j inert', (text) => {
    expect(spreadsheetSafe(text)).toBe(`'${text}`);
  });

  it.each(['-12', '-12.50', '0', '3500.00', '王小明', 'a=b', '甘X-1', '', '(一)4', '{"a":"=1"}', "'=1"])(
    'leaves %j as it is',
    (text) => {
      expect(spreadsheetSafe(text)).toBe(text);
    },
  );

  it('never lets a cell begin like a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = spreadsheetSafe(text);
        expect(/^-?\d+(\.\d+)?$/.test(safe) || !/^[\s\ufeff]*[=+\-@＝＋－＠]/u.test(safe)).toBe(true);
        expect(safe === text || safe === `'${text}`).toBe(true);
      }),
    );
  });
});

describe('csvLine', () => {
  it('writes what a CSV reader reads back, whatever the text', () => {
    const cells = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(cells, (row) => {
        const records = parse(csvLine(row), { record_delimiter: '\r\n' }) as string[][];
        expect(records).toEqual([row.map(spreadsheetSafe)]);
      }),
    );
  });

  it('ends with CR LF and writes null as an empty cell', () => {
    expect(csvLine(['a', null, 3])).toBe('a,,3\r\n');
  });
});
