import { datasets } from '../datasets/catalogue.js';
import type { CodeList } from '../datasets/dataset.js';
import type { CellSql } from './cell-sql.js';
import { comparable, folded, isEmptyMark, trimmed, withoutSpaces } from './clean-text.js';
import type { RawText } from './raw-cell.js';
import { literal } from './sql-text.js';

/** The code lists of all datasets, numbered, and the session variables that hold them as maps from spelling to code. */
const lists: readonly CodeList[] = [
  ...new Set(
    datasets.flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ codes }) => (codes === undefined ? [] : [codes])),
    ),
  ),
];
const variableOf = (codes: CodeList): string => `hecha_codes_${lists.indexOf(codes)}`;
export const codeConstants: readonly (readonly [variable: string, value: string])[] = lists.map((codes) => {
  const spellings = new Map<string, string>();
  for (const [code, { variants }] of Object.entries(codes)) {
    for (const variant of variants) spellings.set(comparable(variant), code);
  }
  const entries = [...spellings].map(([spelling, code]) => `${literal(spelling)}: ${literal(code)}`);
  return [variableOf(codes), `MAP {${entries.join(', ')}}`];
});

/** Spellings of one file and the code that each means; they go before those of the list. */
type Spellings = ReadonlyMap<string, string> | undefined;

/** A CASE over the spellings of a file, as cells are compared; none when there are none. */
export const ownSpelling = (expression: string, spellings: ReadonlyMap<string, string>): string =>
  `CASE upper(${folded(withoutSpaces(expression))}) ${[...spellings]
    .map(([word, code]) => `WHEN ${literal(comparable(word))} THEN ${literal(code)}`)
    .join(' ')} END`;

/** The canonical code of a spelling, NULL for one that neither the file's own nor the list has. */
const lookup = (expression: string, codes: CodeList, spellings: Spellings): string => {
  const listed = `getvariable('${variableOf(codes)}')[${expression}]`;
  return spellings && spellings.size > 0
    ? `coalesce(${ownSpelling(expression, spellings)}, ${listed})`
    : listed;
};

/** Columns common to code and list. */
interface WholeCell {
  /** The text as written. */
  readonly trim: string;
  /** The text as it is compared, NULL where the cell was found at once. */
  readonly spelling: string;
  readonly code: string;
  readonly filled: string;
  readonly bad: string;
  readonly layers: CellSql['layers'];
}

/** The code of the cell as a whole: looked up as it stands, which settles most cells, and only then as it is compared. */
function wholeCell({ alias, text, isError }: RawText, codes: CodeList, spellings: Spellings): WholeCell {
  const direct = `${alias}_direct`;
  const packed = `${alias}_packed`;
  const names = {
    trim: `${alias}_trim`,
    spelling: `${alias}_spelling`,
    code: `${alias}_code`,
    filled: `${alias}_filled`,
    bad: `${alias}_bad`,
  };
  const closer = (expression: string): string => `CASE WHEN ${direct} IS NULL THEN ${expression} END`;
  return {
    ...names,
    layers: [
      [[direct, lookup(text, codes, spellings)]],
      [
        [names.trim, closer(trimmed(text))],
        [packed, closer(withoutSpaces(text))],
      ],
      [[names.spelling, `upper(${folded(packed)})`]],
      [
        [names.code, `coalesce(${direct}, ${lookup(names.spelling, codes, spellings)})`],
        [names.filled, `(${direct} IS NOT NULL OR NOT coalesce(${isEmptyMark(names.spelling)}, TRUE))`],
        [names.bad, `CASE WHEN ${direct} IS NULL THEN coalesce(${isError}, FALSE) ELSE FALSE END`],
      ],
    ],
  };
}

/** One value of a code list; what the list does not know is kept as written. */
export function codeValue(raw: RawText, codes: CodeList, spellings?: Spellings): CellSql {
  const { trim, code, filled, bad, layers } = wholeCell(raw, codes, spellings);
  return {
    layers,
    // A list may have `无` or `-` as a spelling.
    filled: `(${filled} OR ${code} IS NOT NULL)`,
    unreadable: bad,
    usable: `(${code} IS NOT NULL AND NOT ${bad})`,
    form: `CASE WHEN ${bad} THEN 'unreadable' WHEN ${code} IS NOT NULL THEN 'known' WHEN ${filled} THEN 'unknown' END`,
    values: [
      [
        '',
        `CASE WHEN ${bad} THEN NULL WHEN ${code} IS NOT NULL THEN ${code} WHEN ${filled} THEN ${trim} END`,
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
export function codeSet(raw: RawText, codes: CodeList, spellings?: Spellings): CellSql {
  const { trim, spelling, code, filled, bad, layers } = wholeCell(raw, codes, spellings);
  const half = `${raw.alias}_half`;
  const items = `${raw.alias}_items`;
  const known = `${raw.alias}_known`;
  const value = `${raw.alias}_value`;
  const apart = Object.keys(codes).every((name) => /^[A-Z]$/.test(name))
    ? `CASE WHEN regexp_full_match(${spelling}, '[A-Z]+') THEN regexp_replace(${spelling}, '([A-Z])', '\\1,', 'g') ELSE ${half} END`
    : half;
  const split = `list_filter(string_split_regex(${apart}, '${BETWEEN_CODES}'), lambda item: item <> '')`;
  const unknown = `list_filter(${items}, lambda item, place: ${known}[place] IS NULL AND list_position(${items}, item) = place)`;
  const inOrder = Object.keys(codes).map(
    (name) => `CASE WHEN list_contains(${known}, ${literal(name)}) THEN ${literal(name)} END`,
  );
  return {
    layers: [
      ...layers,
      [[half, `CASE WHEN ${code} IS NULL AND ${filled} AND NOT ${bad} THEN ${folded(trim)} END`]],
      [[items, `CASE WHEN ${half} IS NOT NULL THEN ${split} END`]],
      [
        [
          known,
          `CASE WHEN ${half} IS NOT NULL THEN list_transform(${items}, lambda item: ${lookup('upper(item)', codes, spellings)}) END`,
        ],
      ],
      [
        [
          value,
          `CASE WHEN ${bad} THEN NULL WHEN ${half} IS NOT NULL
            THEN nullif(concat_ws(',', ${inOrder.join(', ')}, nullif(array_to_string(${unknown}, ','), '')), '')
            ELSE ${code} END`,
        ],
      ],
    ],
    filled: `(${filled} OR ${code} IS NOT NULL)`,
    unreadable: bad,
    usable: `(${value} IS NOT NULL)`,
    form: `CASE WHEN ${bad} THEN 'unreadable' WHEN ${value} IS NULL THEN NULL
      WHEN len(${unknown}) > 0 THEN 'unknown' ELSE 'known' END`,
    values: [['', value]],
  };
}
