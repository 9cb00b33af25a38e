import type { CellSql } from './cell-sql.js';
import { folded, isEmptyMark, trimmed } from './clean-text.js';
import type { RawText } from './raw-cell.js';

/** A time of day, which is read over. */
const CLOCK =
  '(?:上午|下午|(?i:AM|PM))? *[0-9]{1,2}[:时] *[0-9]{1,2}(?:[:分] *[0-9]{1,2}(?:\\.[0-9]+)?)?[分秒]?(?: *(?i:AM|PM))?(?: *Z| *[-+][0-9]{2}:?[0-9]{2})?';
const AFTER_DATE = ` *[Tt ] *${CLOCK}`;
const separator = (word: string): string => ` *[-/.\\\\${word}] *`;

const READ_AS = { day: '\\1-\\2-\\3', month: '\\1-\\2-01', year: '\\1-01-01' };

interface DateForm {
  readonly pattern: string;
  readonly precision: keyof typeof READ_AS;
  /** Where it is known: a cheap test before the pattern. */
  readonly length?: number;
}

type Forms = Readonly<Record<string, DateForm>>;

/** The usual forms, tried on the text as it stands. */
const QUICK: Forms = {
  iso: { pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}', precision: 'day', length: 10 },
  'iso-month': { pattern: '[0-9]{4}-[0-9]{2}', precision: 'month', length: 7 },
};

/** How else a date may be written, the pattern, and what it reads as; in the order in which they are tried. */
const SLOW: Forms = {
  day: {
    pattern: `([0-9]{4})${separator('年')}([0-9]{1,2})${separator('月')}([0-9]{1,2})(?: *[日号]|(?: *[日号])?${AFTER_DATE}| *[日号]${CLOCK})?`,
    precision: 'day',
  },
  'day-digits': {
    pattern: `([0-9]{4})([0-9]{2})([0-9]{2})(?:${AFTER_DATE}|[0-9]{6})?`,
    precision: 'day',
  },
  month: { pattern: `([0-9]{4})${separator('年')}([0-9]{1,2}) *(?:月份?)?`, precision: 'month' },
  'month-digits': { pattern: '([0-9]{4})([0-9]{2})', precision: 'month' },
  year: { pattern: '([0-9]{4}) *年?度?', precision: 'year' },
};

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** 1927-05-18 (in the system of 1904: 1931-05-19) to 2100-12-31. Smaller numbers are no dates of this field but years, months, counts. */
const SERIAL = { first: 10_000, last: 73_415 };
const EPOCH = '1899-12-30';
const EPOCH_1904 = '1904-01-01';

const forms = Object.entries({ ...QUICK, ...SLOW });

/**
 * A date with its precision (day, month, year); the first day of a month or year stands for it. Years 1900–2100. In a number cell:
 * `2017`, `201707`, `20170731` are read as such, other numbers as Excel's serials; `2017.1` is a year, since 2017.10 would have
 * lost its zero and October cannot be told from January.
 */
export function calendarDate({ alias, text, isNumber, isError, date1904 }: RawText): CellSql {
  const trim = `${alias}_trim`;
  const half = `${alias}_half`;
  const form = `${alias}_form`;
  const value = `${alias}_value`;
  const near = `${alias}_near`;
  const quick = `${alias}_quick`;
  const matches = (pattern: string): string => `regexp_full_match(${half}, '${pattern}')`;
  const precision = `CASE WHEN ${near} IS NOT NULL THEN CASE ${form}
    ${forms.map(([name, { precision: known }]) => `WHEN '${name}' THEN '${known}'`).join(' ')}
    WHEN 'tenth' THEN 'year' ELSE 'day' END END`;
  const tried = (source: string, which: Forms): string[] =>
    Object.entries(which).map(([name, { pattern, length }]) => {
      const isLong = length === undefined ? '' : `strlen(${source}) = ${length} AND `;
      return `WHEN ${isLong}regexp_full_match(${source}, '${pattern}') THEN '${name}'`;
    });
  const read = Object.entries(SLOW).map(
    ([name, { pattern, precision: known }]) =>
      `WHEN '${name}' THEN try_cast(regexp_replace(${half}, '^${pattern}$', '${READ_AS[known]}') AS DATE)`,
  );
  return {
    layers: [
      [[quick, `CASE WHEN ${isError} THEN NULL ${tried(text, QUICK).join(' ')} END`]],
      [[trim, `CASE WHEN ${quick} IS NOT NULL THEN NULL ELSE ${trimmed(text)} END`]],
      [[half, folded(trim)]],
      [
        [
          form,
          `CASE
            WHEN ${quick} IS NOT NULL THEN ${quick}
            WHEN ${half} IS NULL OR ${isEmptyMark(half)} OR ${half} = '无' THEN NULL
            WHEN ${isError} THEN 'unreadable'
            WHEN ${isNumber} AND ${matches('[0-9]{4}\\.1')} THEN 'tenth'
            ${tried(half, SLOW).join('\n')}
            WHEN ${isNumber} AND ${matches('[0-9]{5}(?:\\.[0-9]+)?')} THEN 'serial'
            ELSE 'unreadable' END`,
        ],
      ],
      [
        [
          value,
          `CASE ${form}
            WHEN 'iso' THEN try_cast(${text} AS DATE)
            WHEN 'iso-month' THEN try_cast(${text} || '-01' AS DATE)
            ${read.join('\n')}
            WHEN 'tenth' THEN try_cast(left(${half}, 4) || '-01-01' AS DATE)
            WHEN 'serial' THEN CASE WHEN CAST(left(${half}, 5) AS INTEGER) BETWEEN ${SERIAL.first} AND ${SERIAL.last}
              THEN DATE '${date1904 ? EPOCH_1904 : EPOCH}' + CAST(left(${half}, 5) AS INTEGER) END
          END`,
        ],
      ],
      [
        [
          near,
          `CASE WHEN ${value} BETWEEN DATE '${FIRST_YEAR}-01-01' AND DATE '${LAST_YEAR}-12-31' THEN ${value} END`,
        ],
      ],
    ],
    filled: `(${form} IS NOT NULL)`,
    unreadable: `(${form} IS NOT NULL AND ${near} IS NULL)`,
    usable: `(${near} IS NOT NULL)`,
    form: `CASE WHEN ${form} IS NOT NULL AND ${near} IS NULL THEN 'unreadable' ELSE ${form} END`,
    values: [
      ['', near],
      ['_precision', precision],
    ],
  };
}
