import type { CellSql } from './cell-sql.js';
import { folded, INVISIBLE, QUOTES } from './clean-text.js';
import type { RawText } from './raw-cell.js';
import { literal } from './sql-text.js';

/** States of an ID that keep the row of an extract, unmatched. */
export const KEPT_UNMATCHED = ['check-digit', 'bad-date', 'other'] as const;

/** No living person was born earlier: an older date is a slip. */
const EARLIEST_BIRTH = 1880_01_01;

/** First two digits: the provinces of GB/T 2260, and 81–83, the residence permits of Hong Kong, Macao and Taiwan people. */
const PROVINCES: readonly (readonly [from: number, to: number])[] = [
  [11, 15],
  [21, 23],
  [31, 37],
  [41, 46],
  [50, 54],
  [61, 65],
  [71, 71],
  [81, 83],
];
const isProvince = (number: string): string =>
  `(${PROVINCES.map(([from, to]) => `${number} BETWEEN ${from} AND ${to}`).join(' OR ')})`;
const PROVINCE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])';

/** GB 11643: digit i of 17 weighs 2^(18-i) mod 11; the sum mod 11 points at the check digit. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** Digits in each of the three numbers that a body is cut into, small enough for 32-bit arithmetic. */
const CUT = [6, 6, 5] as const;

/**
 * The sum of digits times weights, or what is congruent to it mod 11. Of a number `n` with the digits d and weights w it is
 * Σ (w[k] + w[k+1]) * (n // 10^(length-k)), because d[k] = n // 10^(length-k) - 10 * (n // 10^(length-k+1)) and -10 is 1 mod 11: one
 * division a digit, no remainder.
 */
function weighed(numbers: readonly string[]): string {
  let at = 0;
  const terms = numbers.flatMap((number, index) => {
    const weights = WEIGHTS.slice(at, at + (CUT[index] ?? 0));
    at += weights.length;
    return weights.map((weight, place) => {
      const factor = (weight + (weights[place + 1] ?? 0)) % 11;
      const shift = weights.length - 1 - place;
      return shift === 0 ? `${factor} * ${number}` : `${factor} * (${number} // ${10 ** shift})`;
    });
  });
  return terms.join(' + ');
}

const DIGITS_18 = '[0-9]{17}[0-9X]';
/** ID, category 1–7, level 1–4, and perhaps the mark of a re-issue. */
const CERTIFICATE = `${DIGITS_18}[1-7][1-4](?:\\(?(?:B|补[办发证]?)[0-9]{0,2}\\)?)?`;
const NO_ID = '[-./]*|无|无证|无证件|无身份证|暂无|没有|空|不详|NULL|\\(NULL\\)|\\\\N';
/** A number as a spreadsheet shows it when it is too long (6.20421E+17), or as a program writes a rounded one (….0). */
const ROUNDED = '[0-9](?:\\.[0-9]+)?E\\+?1[4-9]|[0-9]{16,}\\.0*';
/** Papers that are no ID: passports and permits, military cards, credit codes and organisation codes of owners that are no persons. */
const OTHER_PAPER = [
  '[A-Z]{1,3}[0-9]{5,12}[A-Z]?(?:\\([0-9A-Z]\\))?',
  '\\p{Han}{0,6}(?:护照|证明|证|字|簿|本)(?:第|号码|号|:)?[A-Z]{0,2}[0-9]{4,12}号?',
  `(?:[159][1-39]|[A-Y]1)(?:10|${PROVINCE})[0-9]{4}[0-9A-HJ-NPQRTUWXY]{10}`,
  '[0-9A-Z]{8}-[0-9X]',
];

/**
 * An ID number: value, state, key (the 18 digits that may be matched, else NULL) and the two digits of a disability certificate.
 * Shape is judged first (a known province among it), then the birth date (real, not before 1880, not after `asOf`), then the
 * check digit. A number cell keeps 15 digits: anything longer out of one has lost its precision.
 * @param asOf YYYY-MM-DD
 */
export function idNumber(raw: RawText, asOf: string): CellSql {
  const { alias, text, isNumber, isError, isMarked } = raw;
  const plain = `${alias}_plain`;
  const packed = `${alias}_packed`;
  const id = `${alias}_id`;
  const form = `${alias}_form`;
  const body = `${alias}_body`;
  const digits = `${alias}_digits`;
  const thirds = [`${alias}_first`, `${alias}_second`, `${alias}_third`] as const;
  const birth = `${alias}_birth`;
  const year = `${alias}_year`;
  const check = `${alias}_check`;
  const state = `${alias}_state`;
  const noise = literal(`^[${INVISIBLE}${QUOTES}]*[=＝]|[${INVISIBLE}${QUOTES}]+`);
  const matches = (pattern: string): string => `regexp_full_match(${id}, ${literal(pattern)})`;
  const month = `(${birth} // 100 % 100)`;
  const isBirth = `(${birth} BETWEEN ${EARLIEST_BIRTH} AND ${asOf.replaceAll('-', '')}
    AND ${month} BETWEEN 1 AND 12 AND ${birth} % 100 BETWEEN 1 AND
      CASE WHEN ${month} = 2 THEN
        CASE WHEN ${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0) THEN 29 ELSE 28 END
      WHEN ${month} IN (4, 6, 9, 11) THEN 30 ELSE 31 END)`;
  return {
    layers: [
      [[plain, `(NOT ${isMarked} AND regexp_full_match(${text}, '${DIGITS_18}'))`]],
      [
        [
          packed,
          `CASE WHEN ${plain} THEN ${text} ELSE upper(regexp_replace(${text}, ${noise}, '', 'g')) END`,
        ],
      ],
      [[id, `CASE WHEN ${plain} THEN ${packed} ELSE ${folded(packed)} END`]],
      [
        [
          form,
          `CASE
            WHEN ${plain} THEN '18'
            WHEN ${isError} THEN 'malformed'
            WHEN ${id} IS NULL THEN 'missing'
            WHEN ${isNumber} AND ${matches('[0-9]{16,}(?:\\.[0-9]*)?|.*E.*')} THEN 'precision-lost'
            WHEN ${matches(DIGITS_18)} THEN '18'
            WHEN ${matches('[0-9]{15}(?:\\.0*)?')} THEN '15'
            WHEN ${matches(CERTIFICATE)} THEN '20'
            WHEN ${matches(NO_ID)} THEN 'missing'
            WHEN ${matches(ROUNDED)} THEN 'precision-lost'
            WHEN ${isNumber} THEN 'malformed'
            WHEN ${matches('身份证.*')} THEN 'malformed'
            WHEN ${OTHER_PAPER.map(matches).join(' OR ')} THEN 'other'
            ELSE 'malformed' END`,
        ],
      ],
      [
        [
          body,
          `CASE ${form} WHEN '18' THEN ${id} WHEN '20' THEN left(${id}, 18)
            WHEN '15' THEN left(${id}, 6) || '19' || substr(${id}, 7, 9) || '0' END`,
        ],
      ],
      [[digits, `CAST(left(${body}, 17) AS BIGINT)`]],
      [
        [thirds[0], `CAST(${digits} // 100000000000 AS INTEGER)`],
        [thirds[1], `CAST(${digits} // 100000 % 1000000 AS INTEGER)`],
        [thirds[2], `CAST(${digits} % 100000 AS INTEGER)`],
        [birth, `CAST(${digits} // 1000 % 100000000 AS INTEGER)`],
      ],
      [
        [year, `${birth} // 10000`],
        [check, `substr('${CHECK_DIGITS}', (${weighed(thirds)}) % 11 + 1, 1)`],
      ],
      [
        [
          state,
          `CASE
            WHEN ${body} IS NULL THEN ${form}
            WHEN NOT ${isProvince(`${thirds[0]} // 10000`)} THEN
              CASE WHEN ${matches(`9[1-3]${PROVINCE}[0-9]{14}`)} THEN 'other' ELSE 'malformed' END
            WHEN NOT ${isBirth} THEN 'bad-date'
            WHEN ${form} = '15' THEN 'upgraded'
            WHEN ${check} = right(${body}, 1) THEN 'valid'
            ELSE 'check-digit' END`,
        ],
      ],
    ],
    filled: `(${state} <> 'missing')`,
    unreadable: 'FALSE',
    usable: `(${state} NOT IN ('missing', 'malformed', 'precision-lost'))`,
    state,
    form: `nullif(${state}, 'missing')`,
    values: [
      [
        '',
        `CASE ${state} WHEN 'valid' THEN ${body} WHEN 'upgraded' THEN left(${body}, 17) || ${check}
          WHEN 'missing' THEN NULL
          ELSE CASE WHEN ${form} IN ('18', '20') AND ${state} IN ('check-digit', 'bad-date') THEN ${body} ELSE ${id} END END`,
      ],
      ['_state', state],
      [
        '_key',
        `CASE ${state} WHEN 'valid' THEN ${body} WHEN 'upgraded' THEN left(${body}, 17) || ${check} END`,
      ],
      ['_cert', `CASE WHEN ${form} = '20' AND ${state} <> 'malformed' THEN substr(${id}, 19, 2) END`],
    ],
  };
}
