import type { CellSql } from './cell-sql.js';
import {
  FOLDABLE,
  folded,
  INVISIBLE,
  isEmptyMark,
  QUOTES,
  trimmed,
  UNTRIMMED,
  withoutSpaces,
} from './clean-text.js';
import type { RawText } from './raw-cell.js';
import { literal } from './sql-text.js';

/** A number or code of letters and digits, perhaps in full width, perhaps in the quotes that a spreadsheet wants around it. */
const NOISY_CODE = literal(`[=＝]?[${QUOTES}]*[-_0-9A-Za-z０-９Ａ-Ｚａ-ｚ＿－]+(?:\\.0+)?[${QUOTES}]*`);
/** A whole number that a program wrote as a fraction; short ones may be meant. */
const AS_FRACTION = "'[0-9]{6,}\\.0+'";
/** What all but a few cells are not; only where it fits does a cell need a closer look. */
const ODD_TEXT = literal(
  `${UNTRIMMED}|^[-#=＝/／\\\\‐-―−${QUOTES}]|[０-９Ａ-Ｚａ-ｚ]|\\.0+$|[Ee]\\+[0-9]{2}\\s*$|^(?i:null|\\(null\\))$`,
);

/** 8.62E+13: what a spreadsheet shows, and saves as text, instead of a long number. */
const SHORTENED = "'\\s*[0-9](?:\\.[0-9]+)?[Ee]\\+[0-9]{2}\\s*'";

/** Whether a text cell held a number of which digits are lost: more than a number cell keeps, or shown with an exponent. */
export const hasLostDigits = (text: string, isNumber: string): string =>
  `(regexp_full_match(${text}, ${SHORTENED}) OR (${isNumber} AND regexp_full_match(${text}, '-?[0-9]{16,}(?:\\.[0-9]*)?|.*[Ee].*')))`;

/**
 * Text, trimmed. What is nothing but a number or code (a household number, a phone) is also brought to half width and freed of quotes,
 * since such columns are compared. A number of which digits are lost is not read: two households would become one.
 */
export function plainText({ alias, text, isNumber, isError, isMarked }: RawText): CellSql {
  const odd = `${alias}_odd`;
  const trim = `${alias}_trim`;
  const value = `${alias}_value`;
  const bad = `${alias}_bad`;
  return {
    layers: [
      [[odd, `(${isMarked} OR regexp_matches(${text}, ${ODD_TEXT}))`]],
      [[trim, `CASE WHEN ${odd} THEN ${trimmed(text)} ELSE ${text} END`]],
      [
        [
          value,
          `CASE WHEN NOT ${odd} THEN ${trim}
            WHEN ${isEmptyMark(trim)} THEN NULL
            WHEN regexp_full_match(${trim}, ${AS_FRACTION}) THEN regexp_replace(${trim}, '\\.0+$', '')
            WHEN regexp_full_match(${trim}, ${NOISY_CODE})
            THEN ${folded(`regexp_replace(${trim}, ${literal(`^[=＝]|[${QUOTES}]`)}, '', 'g')`)}
            ELSE ${trim} END`,
        ],
        [bad, `CASE WHEN ${odd} THEN ${isError} OR ${hasLostDigits(text, isNumber)} ELSE FALSE END`],
      ],
    ],
    filled: `(${value} IS NOT NULL)`,
    unreadable: bad,
    usable: `(${value} IS NOT NULL AND NOT ${bad})`,
    form: `CASE WHEN ${bad} THEN 'unreadable' WHEN ${value} IS NOT NULL THEN 'filled' END`,
    values: [['', `CASE WHEN NOT ${bad} THEN ${value} END`]],
  };
}

const DOT = '•・.．‧∙⋅●･';
const ODD_NAME = `[${INVISIBLE}${FOLDABLE}${DOT}]|^(?:无|[-/\\\\#].*|(?i:null|\\(null\\)))$`;

/** A name: no spaces, half width, one kind of middle dot between Han characters (each may border on two dots, hence twice). */
export function personName({ alias, text, isError, isMarked }: RawText): CellSql {
  const odd = `${alias}_odd`;
  const packed = `${alias}_packed`;
  const half = `${alias}_half`;
  const value = `${alias}_value`;
  const bad = `${alias}_bad`;
  const dotted = (name: string): string =>
    `regexp_replace(${name}, '(\\p{Han})[${DOT}](\\p{Han})', '\\1·\\2', 'g')`;
  return {
    layers: [
      [[odd, `(${isMarked} OR regexp_matches(${text}, '${ODD_NAME}'))`]],
      [[packed, `CASE WHEN ${odd} THEN ${withoutSpaces(text)} ELSE ${text} END`]],
      [[half, `CASE WHEN ${odd} THEN ${folded(packed)} ELSE ${packed} END`]],
      [
        [
          value,
          `CASE WHEN NOT ${odd} THEN ${half}
            WHEN ${isEmptyMark(half)} OR ${half} = '无' THEN NULL
            ELSE ${dotted(dotted(half))} END`,
        ],
        [bad, `CASE WHEN ${odd} THEN ${isError} ELSE FALSE END`],
      ],
    ],
    filled: `(${value} IS NOT NULL)`,
    unreadable: bad,
    usable: `(${value} IS NOT NULL AND NOT ${bad})`,
    form: `CASE WHEN ${bad} THEN 'unreadable' WHEN ${value} IS NOT NULL THEN 'filled' END`,
    values: [['', `CASE WHEN NOT ${bad} THEN ${value} END`]],
  };
}
