import type { CodeList } from '../datasets/dataset.js';
import type { CellSql } from './cell-sql.js';
import { comparable, folded, isEmptyMark, trimmed, withoutSpaces } from './clean-text.js';
import type { RawText } from './raw-cell.js';
import { literal } from './sql-text.js';

/** The canonical code of a spelling, NULL for one that the list does not have. */
function lookup(expression: string, codes: CodeList): string {
  const spellings = new Map<string, string>();
  for (const [code, { variants }] of Object.entries(codes)) {
    for (const variant of variants) spellings.set(comparable(variant), code);
  }
  const cases = [...spellings].map(([spelling, code]) => `WHEN ${literal(spelling)} THEN ${literal(code)}`);
  return `CASE ${expression} ${cases.join(' ')} END`;
}

/** Layers common to code and list: the trimmed text, what is compared, and the code of the cell as a whole. */
function whole(
  raw: RawText,
  codes: CodeList,
): { names: Record<'trim' | 'spelling' | 'code', string>; layers: CellSql['layers'] } {
  const { alias, text } = raw;
  const names = { trim: `${alias}_trim`, spelling: `${alias}_spelling`, code: `${alias}_code` };
  return {
    names,
    layers: [
      [
        [names.trim, trimmed(text)],
        [`${alias}_packed`, withoutSpaces(text)],
      ],
      [[names.spelling, `upper(${folded(`${alias}_packed`)})`]],
      [[names.code, lookup(names.spelling, codes)]],
    ],
  };
}

/** One value of a code list; what the list does not know is kept as written. */
export function codeValue(raw: RawText, codes: CodeList): CellSql {
  const { names, layers } = whole(raw, codes);
  const empty = `(${names.spelling} IS NULL OR ${isEmptyMark(names.spelling)})`;
  return {
    layers,
    filled: `(${names.code} IS NOT NULL OR NOT ${empty})`,
    unreadable: `(${names.code} IS NULL AND ${raw.isError})`,
    usable: `(${names.code} IS NOT NULL)`,
    values: [
      [
        '',
        `CASE WHEN ${names.code} IS NOT NULL THEN ${names.code} WHEN ${empty} OR ${raw.isError} THEN NULL ELSE ${names.trim} END`,
      ],
    ],
  };
}

/** `兼` joins the posts of one person, brackets hold a second one. */
const BETWEEN_CODES = '[、,;/|()兼 ]+';

/**
 * Several values of a code list, joined by commas in the list's order, each once; what the list does not know comes last, as written.
 * The cell as a whole is looked up first. Where the list's codes are single letters (机动车状态), letters may stand together.
 */
export function codeSet(raw: RawText, codes: CodeList): CellSql {
  const { names, layers } = whole(raw, codes);
  const half = `${raw.alias}_half`;
  const items = `${raw.alias}_items`;
  const known = `${raw.alias}_known`;
  const value = `${raw.alias}_value`;
  const empty = `(${names.spelling} IS NULL OR ${isEmptyMark(names.spelling)})`;
  const apart = Object.keys(codes).every((code) => /^[A-Z]$/.test(code))
    ? `CASE WHEN regexp_full_match(${names.spelling}, '[A-Z]+') THEN regexp_replace(${names.spelling}, '([A-Z])', '\\1,', 'g') ELSE ${half} END`
    : half;
  const split = `list_filter(string_split_regex(${apart}, '${BETWEEN_CODES}'), lambda item: item <> '')`;
  const unknown = `list_filter(${items}, lambda item, place: ${known}[place] IS NULL AND list_position(${items}, item) = place)`;
  const inOrder = Object.keys(codes).map(
    (code) => `CASE WHEN list_contains(${known}, ${literal(code)}) THEN ${literal(code)} END`,
  );
  const several = `(${names.code} IS NULL AND NOT ${empty} AND NOT ${raw.isError})`;
  return {
    layers: [
      ...layers,
      [[half, `CASE WHEN ${several} THEN ${folded(names.trim)} END`]],
      [[items, `CASE WHEN ${half} IS NOT NULL THEN ${split} END`]],
      [[known, `list_transform(${items}, lambda item: ${lookup('upper(item)', codes)})`]],
      [
        [
          value,
          `CASE WHEN ${several}
            THEN nullif(concat_ws(',', ${inOrder.join(', ')}, nullif(array_to_string(${unknown}, ','), '')), '')
            ELSE ${names.code} END`,
        ],
      ],
    ],
    filled: `(${names.code} IS NOT NULL OR NOT ${empty})`,
    unreadable: `(${names.code} IS NULL AND ${raw.isError})`,
    usable: `(${value} IS NOT NULL)`,
    values: [['', value]],
  };
}
