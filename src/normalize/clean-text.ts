import { literal } from './sql-text.js';

// Character classes for RE2, written as escapes so that what is invisible can be read.
/** Every kind of space, and the control characters, which no cell means. */
const SPACES =
  '\\x00-\\x20\\x7F\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}';
/** Marks without width: joiners, direction marks, soft hyphen, byte-order mark. */
const ZERO_WIDTH =
  '\\x{AD}\\x{180E}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2064}\\x{2066}-\\x{206F}\\x{FEFF}';
export const INVISIBLE = SPACES + ZERO_WIDTH;
const ODD_SPACES = SPACES.replace('\\x00-\\x20', '\\x00-\\x1F');
export const QUOTES = '"\'`´“”„‟‘’‚‛″′＂＇';

const DASHES = [...'‐‑‒–—―−'];
const WIDE = Array.from({ length: 0x5e }, (_, index) => String.fromCodePoint(0xff01 + index));
/** Full-width characters and what they are in half width; then the dashes and the yen sign, which values write in many ways. */
const FOLDED: readonly (readonly [string, string])[] = [
  ...WIDE.map((wide) => [wide, String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0)] as const),
  ['￥', '¥'],
  ...DASHES.map((dash) => [dash, '-'] as const),
];
const fold = new Map(FOLDED);

/** Half width, as `folded` does it in SQL. */
const foldText = (text: string): string =>
  [...text].map((character) => fold.get(character) ?? character).join('');

const invisible = new RegExp(`[${INVISIBLE.replace(/\\x\{(\w+)\}/g, '\\u{$1}')}]`, 'gu');
/** A spelling as cells are compared with it: half width, no spaces or invisible marks, capital letters. */
export const comparable = (spelling: string): string =>
  foldText(spelling.replace(invisible, '')).toUpperCase();

/** Session variables: long constants that are not to be parsed again with each query; `createTables` sets them. */
const WIDE_VARIABLE = 'hecha_wide';
const NARROW_VARIABLE = 'hecha_narrow';
export const foldingConstants: readonly (readonly [variable: string, value: string])[] = [
  [WIDE_VARIABLE, literal(FOLDED.map(([wide]) => wide).join(''))],
  [NARROW_VARIABLE, literal(FOLDED.map(([, narrow]) => narrow).join(''))],
];

/** Characters that `folded` may change. */
export const FOLDABLE = `！-～￥${DASHES.join('')}`;

/** Half width. `translate` is slow (it builds its table for each row), so it is only called where something changes. */
export const folded = (expression: string): string =>
  `CASE WHEN regexp_matches(${expression}, '[${FOLDABLE}]') THEN translate(${expression}, getvariable('${WIDE_VARIABLE}'), getvariable('${NARROW_VARIABLE}')) ELSE ${expression} END`;

/** Without any space or invisible mark. */
export const withoutSpaces = (expression: string): string =>
  `regexp_replace(${expression}, '[${INVISIBLE}]+', '', 'g')`;

/** Trimmed, every kind of space inside a plain one, without invisible marks. */
export const trimmed = (expression: string): string =>
  `trim(regexp_replace(regexp_replace(${expression}, '[${ZERO_WIDTH}]+', '', 'g'), '[${SPACES}]', ' ', 'g'))`;

/** A pattern for text that `trimmed` changes. */
export const UNTRIMMED = `^ | $|[${ODD_SPACES}${ZERO_WIDTH}]`;

/** A cell that only says that it is empty. Looked for in short cells only, which is cheap. */
export const isEmptyMark = (expression: string): string =>
  `(strlen(${expression}) <= 9 AND regexp_full_match(${expression}, '[-‐-―−－/／\\\\]*|(?i:null|\\(null\\)|\\\\n)'))`;
