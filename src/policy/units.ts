/** What values a unit allows. Bounds are derived from it, so that no parameter carries its own. */
export interface Measure {
  readonly least: number;
  readonly most: number;
  /** Whole numbers only. */
  readonly whole: boolean;
}

/** Amounts are bound as DECIMAL(18,6). */
const MOST = 100_000_000_000;
const words: Measure = { least: 0, most: 0, whole: false };

/** Beginnings of a unit, in English or Chinese, with what they allow; the first that fits decides. */
const MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/\b(codes|classes)$|代码$/u, words],
  [/^words\b|词语?$/u, words],
  [/^yuan\b|^万?元/u, { least: 0, most: MOST, whole: false }],
  [/^share\b|比例$/u, { least: 0, most: 1, whole: false }],
  [/^percent\b|^(%|百分比)/u, { least: 0, most: 100, whole: false }],
  [/^(ratio|times)\b|^倍/u, { least: 0, most: 1_000_000, whole: false }],
  [/^(exit|calendar) years?\b|^年度/u, { least: 1949, most: 2100, whole: true }],
  [/^(completed )?years?\b|^(周?岁|年)/u, { least: 0, most: 150, whole: true }],
  [/^months?\b|^个?月/u, { least: 0, most: 1200, whole: true }],
  [/^days?\b|^[天日]/u, { least: 0, most: 36_600, whole: true }],
  [
    /\b(persons?|people|members?|households?|villages?|townships?|items?|rows?|payments?|loans?|pupils?)\b|^个?[户人村项笔]/u,
    { least: 0, most: 1_000_000_000, whole: true },
  ],
];

/** Units by way of example, for whoever wrote one that is not known. */
export const UNITS =
  'yuan, share, percent, ratio, times, days, months, years, completed years, calendar years, households, persons, villages, words, … codes';

/** What a unit (`yuan a month`, `share of the line`, 元/月) allows; undefined for one that is not known. */
export function measureOf(unit: string): Measure | undefined {
  return MEASURES.find(([pattern]) => pattern.test(unit.trim()))?.[1];
}

/** Whether a unit measures texts, which only lists hold. */
export const isWords = (measure: Measure): boolean => measure === words;
