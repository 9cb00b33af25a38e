import type { CellSql } from './cell-sql.js';
import { folded, isEmptyMark, withoutSpaces } from './clean-text.js';
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

const words: readonly (readonly [string, string])[] = [
  ...YES.map((word) => [word, 'TRUE'] as const),
  ...NO.map((word) => [word, 'FALSE'] as const),
];

/** Yes or no, in the words, letters and ticks that forms use. */
export function yesNo({ alias, text, isError }: RawText): CellSql {
  const packed = `${alias}_packed`;
  const half = `${alias}_half`;
  const value = `${alias}_value`;
  const empty = `(${half} IS NULL OR ${isEmptyMark(half)})`;
  return {
    layers: [
      [[packed, withoutSpaces(text)]],
      [[half, `upper(${folded(packed)})`]],
      [
        [
          value,
          `CASE ${half} ${words.map(([word, is]) => `WHEN ${literal(word)} THEN ${is}`).join(' ')} END`,
        ],
      ],
    ],
    filled: `(NOT ${empty})`,
    unreadable: `(NOT ${empty} AND (${value} IS NULL OR ${isError}))`,
    usable: `(${value} IS NOT NULL)`,
    values: [['', value]],
  };
}
