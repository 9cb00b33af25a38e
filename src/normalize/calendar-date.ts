import type { CellSql } from './cell-sql.js';
import { folded, isEmptyMark, trimmed } from './clean-text.js';
import type { RawText } from './raw-cell.js';

/** A time of day, which is read over. */
const CLOCK =
  '(?:上午|下午|(?i:AM|PM))? *[0-9]{1,2}[:时] *[0-9]{1,2}(?:[:分] *[0-9]{1,2}(?:\\.[0-9]+)?)?[分秒]?(?: *(?i:AM|PM))?(?: *Z| *[-+][0-9]{2}:?[0-9]{2})?';
const AFTER_DATE = ` *[Tt ] *${CLOCK}`;
const separator = (word: string): string => ` *[-/.\\\\${word}] *`;

/** How a date may be written, the pattern, and what it reads as; in the order in which they are tried. */
interface DateForm {
  readonly pattern: string;
  readonly precision: keyof typeof READ_AS;
  /** Where it is known: a cheap test before the pattern. */
  readonly length?: number;
}

const READ_AS = { day: '\\1-\\2-\\3', month: '\\1-\\2-01', year: '\\1-01-01' };

/** How a date may be written, the pattern, and what it reads as; in the order in which they are tried. */
const FORMS: Readonly<Record<string, DateForm>> = {
  iso: { pattern: '([0-9]{4})-([0-9]{2})-([0-9]{2})', precision: 'day', length: 10 },
  'iso-month': { pattern: '([0-9]{4})-([0-9]{2})', precision: 'month', length: 7 },
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
/** Of the 1900 system: 1927-05-18 to 2100-12-31. Smaller numbers are no dates of this field but years, months, counts. */
const SERIAL = { first: 10_000, last: 73_415, epoch: '1899-12-30' };

const forms = Object.entries(FORMS);

/**
 * A date with its precision (day, month, year); the first day of a month or year stands for it. Years 1900–2100. In a number cell:
 * `2017`, `201707`, `20170731` are read as such, other numbers as Excel's serials; `2017.1` is a year, since 2017.10 would have
 * lost its zero and October cannot be told from January.
 */
export function calendarDate({ alias, text, isNumber, isError }: RawText): CellSql {
  const trim = `${alias}_trim`;
  const half = `${alias}_half`;
  const form = `${alias}_form`;
  const value = `${alias}_value`;
  const near = `${alias}_near`;
  const plain = `${alias}_plain`;
  const matches = (pattern: string): string => `regexp_full_match(${half}, '${pattern}')`;
  const precision = `CASE WHEN ${near} IS NOT NULL THEN CASE ${form}
    ${forms.map(([name, { precision: known }]) => `WHEN '${name}' THEN '${known}'`).join(' ')}
    WHEN 'tenth' THEN 'year' ELSE 'day' END END`;
  const tried = forms.map(([name, { pattern, length }]) =>
    length === undefined
      ? `WHEN ${matches(pattern)} THEN '${name}'`
      : `WHEN strlen(${half}) = ${length} AND ${matches(pattern)} THEN '${name}'`,
  );
  const read = forms
    .slice(1)
    .map(
      ([name, { pattern, precision: known }]) =>
        `WHEN '${name}' THEN try_cast(regexp_replace(${half}, '^${pattern}$', '${READ_AS[known]}') AS DATE)`,
    );
  return {
    layers: [
      [[plain, `(NOT ${isError} AND regexp_full_match(${text}, '[0-9][-/.0-9]+'))`]],
      [[trim, `CASE WHEN ${plain} THEN ${text} ELSE ${trimmed(text)} END`]],
      [[half, `CASE WHEN ${plain} THEN ${trim} ELSE ${folded(trim)} END`]],
      [
        [
          form,
          `CASE
            WHEN ${half} IS NULL THEN NULL
            WHEN NOT ${plain} AND (${isEmptyMark(half)} OR ${half} = '无') THEN NULL
            WHEN NOT ${plain} AND ${isError} THEN 'unreadable'
            WHEN ${isNumber} AND ${matches('[0-9]{4}\\.1')} THEN 'tenth'
            ${tried.join('\n')}
            WHEN ${isNumber} AND ${matches('[0-9]{5}(?:\\.[0-9]+)?')} THEN 'serial'
            ELSE 'unreadable' END`,
        ],
      ],
      [
        [
          value,
          `CASE ${form}
            WHEN 'iso' THEN try_cast(${half} AS DATE)
            ${read.join('\n')}
            WHEN 'tenth' THEN try_cast(left(${half}, 4) || '-01-01' AS DATE)
            WHEN 'serial' THEN CASE WHEN CAST(left(${half}, 5) AS INTEGER) BETWEEN ${SERIAL.first} AND ${SERIAL.last}
              THEN DATE '${SERIAL.epoch}' + CAST(left(${half}, 5) AS INTEGER) END
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
    values: [
      ['', near],
      ['_precision', precision],
    ],
  };
}
