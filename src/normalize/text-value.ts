import type { CellSql } from './cell-sql.js';
import { folded, isEmptyMark, QUOTES, trimmed, withoutSpaces } from './clean-text.js';
import type { RawText } from './raw-cell.js';
import { literal } from './sql-text.js';

/** A number or code of letters and digits, perhaps in full width, perhaps in the quotes that a spreadsheet wants around it. */
const NOISY_CODE = literal(`[=＝]?[${QUOTES}]*[-_0-9A-Za-z０-９Ａ-Ｚａ-ｚ＿－]+(?:\\.0+)?[${QUOTES}]*`);
const PLAIN_CODE = "'[-_0-9A-Za-z]+'";
/** A whole number that a program wrote as a fraction; short ones may be meant. */
const AS_FRACTION = "'[0-9]{6,}\\.0+'";

/**
 * Text, trimmed. What is nothing but a number or code (a household number, a phone) is also brought to half width and freed of quotes,
 * since such columns are compared. A number cell with more than 15 digits is not what was typed, so it is not read.
 */
export function plainText({ alias, text, isNumber, isError }: RawText): CellSql {
  const trim = `${alias}_trim`;
  const value = `${alias}_value`;
  const unreadable = `(${isError} OR (${isNumber} AND regexp_full_match(${text}, '-?[0-9]{16,}(?:\\.[0-9]*)?')))`;
  return {
    layers: [
      [[trim, trimmed(text)]],
      [
        [
          value,
          `CASE WHEN ${isEmptyMark(trim)} THEN NULL
            WHEN regexp_full_match(${trim}, ${NOISY_CODE}) AND NOT regexp_full_match(${trim}, ${PLAIN_CODE})
            THEN CASE WHEN regexp_full_match(${trim}, ${AS_FRACTION}) THEN regexp_replace(${trim}, '\\.0+$', '')
              ELSE ${folded(`regexp_replace(${trim}, ${literal(`^[=＝]|[${QUOTES}]`)}, '', 'g')`)} END
            ELSE ${trim} END`,
        ],
      ],
    ],
    filled: `(${value} IS NOT NULL)`,
    unreadable,
    usable: `(${value} IS NOT NULL AND NOT ${unreadable})`,
    values: [['', `CASE WHEN NOT ${unreadable} THEN ${value} END`]],
  };
}

const DOT = '[·•・.．‧∙⋅●･]';

/** A name: no spaces, half width, one kind of middle dot between Han characters (each may border on two dots, hence twice). */
export function personName({ alias, text, isError }: RawText): CellSql {
  const packed = `${alias}_packed`;
  const half = `${alias}_half`;
  const value = `${alias}_value`;
  const dotted = (name: string): string =>
    `regexp_replace(${name}, '(\\p{Han})${DOT}(\\p{Han})', '\\1·\\2', 'g')`;
  return {
    layers: [
      [[packed, withoutSpaces(text)]],
      [[half, folded(packed)]],
      [
        [
          value,
          `CASE WHEN ${isEmptyMark(half)} OR ${half} = '无' THEN NULL
            WHEN regexp_matches(${half}, '${DOT}') THEN ${dotted(dotted(half))}
            ELSE ${half} END`,
        ],
      ],
    ],
    filled: `(${value} IS NOT NULL)`,
    unreadable: `(${isError})`,
    usable: `(${value} IS NOT NULL AND NOT ${isError})`,
    values: [['', `CASE WHEN NOT ${isError} THEN ${value} END`]],
  };
}
