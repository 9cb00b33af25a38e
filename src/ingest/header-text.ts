import type { Dataset } from '../datasets/dataset.js';

/** A longer cell is a note, which would be looked through again for every dataset. */
export const LONGEST_HEADER = 1000;

/** A header as it is compared: half-width, without spaces, line breaks, quotes, required marks and closing colons, lower case. */
export const headerText = (cell: string): string =>
  cell.length > LONGEST_HEADER ? `${comparable(cell.slice(0, LONGEST_HEADER))}…` : comparable(cell);

/** The same of a text of any length, such as a title. */
export function comparable(text: string): string {
  const packed = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff"'“”‘’*＊]/gu, '')
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')');
  let end = packed.length;
  while (end > 0 && packed[end - 1] === ':') end -= 1;
  return packed.slice(0, end).toLowerCase();
}

/** A field that a header names, with its place among the field's names (0 is the usual one). */
export interface HeaderMatch {
  readonly field: string;
  readonly rank: number;
  /** What one unit is worth in yuan, where the header says. */
  readonly unit?: number;
}

/** Brackets at the end that hold a unit or a remark. */
const TRAILING_BRACKET = /\(([^()]*)\)$/;
/** What a money unit is worth in yuan. */
const YUAN: Readonly<Record<string, number>> = {
  '': 1,
  百: 100,
  千: 1000,
  万: 10_000,
  百万: 1_000_000,
  亿: 100_000_000,
};
/** `元`, `万元/年`, `单位:万元`, `人民币元`, `万`: the money units that a header or a unit line may name. */
const MONEY_UNIT =
  /^(?:(?:金额)?单位:)?(?:人民币)?(?:(百万|[百千万亿])?元|(百万|[万亿]))(?:人民币)?(?:[/每].+)?$/;
/** Added to the rank of a header with a remark: it may say whose the column is (`姓名(户主)`), so one without goes before it. */
export const REMARKED = 1000;

/** What one of the unit that a text names is worth in yuan; undefined when it names no unit of money. */
export function moneyUnit(text: string): number | undefined {
  const match = MONEY_UNIT.exec(text);
  return match ? YUAN[match[1] ?? match[2] ?? ''] : undefined;
}

const lookups = new WeakMap<Dataset, ReadonlyMap<string, HeaderMatch>>();

function lookup(dataset: Dataset): ReadonlyMap<string, HeaderMatch> {
  const made = lookups.get(dataset);
  if (made) return made;
  const names = new Map<string, HeaderMatch>();
  for (const [field, { headers }] of Object.entries(dataset.fields)) {
    for (const [rank, header] of headers.entries()) {
      const text = headerText(header);
      const known = names.get(text);
      if (!known || rank < known.rank) names.set(text, { field, rank });
    }
  }
  lookups.set(dataset, names);
  return names;
}

/** The field of `dataset` that a header cell names: as it stands, else without a unit or remark in brackets at its end. */
export function matchHeader(dataset: Dataset, cell: string): HeaderMatch | undefined {
  // Of hundreds of thousands of empty cells, as a line of tabs has, each would be asked for by every dataset.
  if (cell === '') return undefined;
  const text = headerText(cell);
  if (text === '') return undefined;
  const names = lookup(dataset);
  const bracket = TRAILING_BRACKET.exec(text)?.[1];
  const unit = bracket === undefined ? undefined : moneyUnit(bracket);
  const bare = bracket === undefined ? undefined : names.get(text.replace(TRAILING_BRACKET, ''));
  const match =
    names.get(text) ?? (bare && unit === undefined ? { ...bare, rank: bare.rank + REMARKED } : bare);
  return match && unit !== undefined ? { ...match, unit } : match;
}
