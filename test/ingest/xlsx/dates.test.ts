import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  builtInFormat,
  DATE,
  ELAPSED,
  formatOfCode,
  PERCENT,
  PLAIN,
  TIME,
} from '../../../src/ingest/workbook/number-format.js';
import { isoText, serialText } from '../../../src/ingest/workbook/serial-date.js';

describe('number formats', () => {
  it('knows the built-in percentages, dates and times', () => {
    const ids = Array.from({ length: 164 }, (_, id) => id).filter((id) => builtInFormat(id) !== PLAIN);
    const range = (from: number, to: number): number[] =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i);
    expect(ids).toEqual([9, 10, ...range(14, 22), ...range(27, 36), ...range(45, 47), ...range(50, 58)]);
    expect([20, 33, 45, 56].map(builtInFormat)).toEqual([TIME, TIME, TIME, TIME]);
    expect([14, 22, 31, 57].map(builtInFormat)).toEqual([DATE, DATE, DATE, DATE]);
    expect(builtInFormat(46)).toBe(ELAPSED);
    expect([9, 10].map(builtInFormat)).toEqual([PERCENT, PERCENT]);
  });

  it.each([
    ['yyyy"年"m"月"d"日"', DATE],
    ['[$-804]yyyy"年"m"月"d"日";@', DATE],
    ['[DBNum1][$-804]yyyy"年"m"月"', DATE],
    ['yyyy年m月d日', DATE],
    ['yyyy\\-mm\\-dd', DATE],
    ['YYYY/MM/DD HH:MM:SS', DATE],
    ['m"月"', DATE],
    ['[=0]"";yyyy/m/d', DATE],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', DATE],
    ['h:mm AM/PM', TIME],
    ['上午/下午h"时"mm"分"', TIME],
    ['mm:ss.0', TIME],
    ['[h]:mm:ss', ELAPSED],
    ['[mm]:ss', ELAPSED],
    ['General', PLAIN],
    ['G/通用格式', PLAIN],
    ['@', PLAIN],
    ['0', PLAIN],
    ['0_ ', PLAIN],
    ['0;[Red]0', PLAIN],
    ['000000000000000000', PLAIN],
    ['0.00E+00', PLAIN],
    ['#,##0.00"元/d"', PLAIN],
    ['#,##0\\d', PLAIN],
    ['0"yyyy', PLAIN],
    ['_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', PLAIN],
    ['_y0*d', PLAIN],
    ['[Yellow]0', PLAIN],
    ['[>=10000]0!.0,"万"', PLAIN],
  ])('%s', (code, format) => {
    expect(formatOfCode(code)).toBe(format);
  });
});

describe('serial numbers', () => {
  it.each([
    [1, DATE, '1900-01-01'],
    [59, DATE, '1900-02-28'],
    [60, DATE, '1900-02-29'],
    [61, DATE, '1900-03-01'],
    [36_585, DATE, '2000-02-29'],
    [42_947, DATE, '2017-07-31'],
    [42_947.354_166_666_664, DATE, '2017-07-31 08:30:00'],
    [42_947.999_999_9, DATE, '2017-08-01'],
    [42_947.5, TIME, '2017-07-31 12:00:00'],
    [0.5, DATE, '12:00:00'],
    [0.5, TIME, '12:00:00'],
    [0, TIME, '00:00:00'],
    [0, DATE, undefined],
    [0, ELAPSED, '00:00:00'],
    [1.25, ELAPSED, '30:00:00'],
    [2_958_465, DATE, '9999-12-31'],
    [2_958_465.5, DATE, '9999-12-31 12:00:00'],
    [2_958_466, DATE, undefined],
    [-1, DATE, undefined],
    [Number.NaN, DATE, undefined],
    [42_947, PLAIN, undefined],
  ])('%d in format %d', (value, format, text) => {
    expect(serialText(value, format, false)).toBe(text);
  });

  it.each([
    [0, '1904-01-01'],
    [0.5, '1904-01-01 12:00:00'],
    [41_485, '2017-07-31'],
    [2_957_003, '9999-12-31'],
    [2_957_004, undefined],
  ])('%d from 1904', (value, text) => {
    expect(serialText(value, DATE, true)).toBe(text);
  });

  it('agrees with the calendar on every day after February 1900', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_465 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, second) => {
          const moment = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000 + second * 1000).toISOString();
          const expected = second === 0 ? moment.slice(0, 10) : moment.slice(0, 19).replace('T', ' ');
          expect(serialText(day + second / 86_400, DATE, false)).toBe(expected);
          expect(serialText(day + second / 86_400 - 1462, DATE, true)).toBe(
            day < 1462 ? undefined : expected,
          );
        },
      ),
    );
  });

  it('leaves text that is no ISO date alone', () => {
    expect(['2017-7-31', '2017-07-31T25', '2017年'].map(isoText)).toEqual([
      '2017-7-31',
      '2017-07-31T25',
      '2017年',
    ]);
  });
});
