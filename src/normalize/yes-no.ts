import type { CellSql } from './cell-sql.js';
import { folded, isEmptyMark, withoutSpaces } from './clean-text.js';
import { ownSpelling } from './code-value.js';
import type { RawText } from './raw-cell.js';
import { literal } from './sql-text.js';

// As `folded` leaves them, letters in capitals.
const YES = [
  ...['是', '有', 'Y', 'YES', '1', 'TRUE', 'T', '√', '✓', '✔', '☑', '已', '达标', '已达标', '合格'],
  ...['治愈', '已治愈', '解决', '已解决', '安全', '参保', '已参保', '参加', '已参加', '享受', '已享受'],
];
const NO = [
  ...['否', '无', 'N', 'NO', '0', 'FALSE', 'F', '×', '✗', '✘', '☒', '未', '不是', '没有', '不达标', '未达标'],
  ...['不合格', '未治愈', '治疗中', '未解决', '不安全', '未参保', '未参加', '未享受', '不享受'],
];

const VARIABLE = 'hecha_yes_no';
export const yesNoConstants: readonly (readonly [variable: string, value: string])[] = [
  [
    VARIABLE,
    `MAP {${[...YES.map((word) => `${literal(word)}: TRUE`), ...NO.map((word) => `${literal(word)}: FALSE`)].join(', ')}}`,
  ],
];

type Spellings = ReadonlyMap<string, string> | undefined;

const lookup = (text: string, spellings: Spellings): string => {
  const listed = `getvariable('${VARIABLE}')[${text}]`;
  return spellings && spellings.size > 0
    ? `coalesce(${ownSpelling(text, spellings)} = '是', ${listed})`
    : listed;
};

/** Yes or no, in the words, letters and ticks that forms use; the spellings of a file mean 是 or 否. */
export function yesNo({ alias, text, isError }: RawText, spellings?: Spellings): CellSql {
  const direct = `${alias}_direct`;
  const packed = `${alias}_packed`;
  const half = `${alias}_half`;
  const value = `${alias}_value`;
  const filled = `${alias}_filled`;
  return {
    layers: [
      [[direct, lookup(text, spellings)]],
      [[packed, `CASE WHEN ${direct} IS NULL THEN ${withoutSpaces(text)} END`]],
      [[half, `upper(${folded(packed)})`]],
      [
        [
          value,
          `CASE WHEN ${direct} IS NOT NULL THEN ${direct} WHEN NOT ${isError} THEN ${lookup(half, spellings)} END`,
        ],
        [filled, `(${direct} IS NOT NULL OR NOT coalesce(${isEmptyMark(half)}, TRUE))`],
      ],
    ],
    filled,
    unreadable: `(${filled} AND ${value} IS NULL)`,
    usable: `(${value} IS NOT NULL)`,
    form: `CASE WHEN NOT ${filled} THEN NULL WHEN ${value} IS NULL THEN 'unreadable' WHEN ${value} THEN 'yes' ELSE 'no' END`,
    values: [['', value]],
  };
}
