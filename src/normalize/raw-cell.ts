import type { Field } from '../datasets/dataset.js';
import { ERROR_MARK, NUMBER_MARK, type RawPart } from '../ingest/raw.js';
import type { Layer } from './sql-text.js';

/** One raw column that is read as one field. */
export interface RawCell {
  /** Column `c<position>` of the raw table. */
  readonly position: number;
  readonly name: string;
  readonly field: Field;
  readonly header: string;
  /** What one unit is worth in yuan, where the header says. */
  readonly unit?: number;
  /** Spellings of this file and what each means (see MappedColumn). */
  readonly spellings?: ReadonlyMap<string, string>;
  /** Which person of a wide row it belongs to, from 0; undefined for the columns that all of them share. */
  readonly pair?: number;
  /** One of the yes/no columns that a text field gathers. */
  readonly gathered?: true;
}

/** How the types read a raw cell: its text without mark and wrapper, and what the mark said. All SQL. */
export interface RawText {
  /** Begins the aliases of everything that is computed for this cell. */
  readonly alias: string;
  readonly text: string;
  readonly isNumber: string;
  /** A mark or the text says that there is an error and no value. */
  readonly isError: string;
  /** A mark says that the cell was not text. */
  readonly isMarked: string;
  /** Its numbers of days count from 1904-01-01. */
  readonly date1904: boolean;
}

/** What a spreadsheet shows for a cell that it could not compute; in text, too, it is no value. */
const ERROR_TEXT = '#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|#+)';

const mark = (character: string): string => `chr(${character.charCodeAt(0)})`;

/** A raw cell's text without its mark; the raw value as reports show it. */
export const unmarked = (cell: string, typed: boolean): string =>
  typed
    ? `CASE WHEN starts_with(${cell}, ${mark(NUMBER_MARK)}) OR starts_with(${cell}, ${mark(ERROR_MARK)}) THEN substr(${cell}, 2) ELSE ${cell} END`
    : cell;

/** Whether a raw cell says that there is an error and no value. */
export const isErrorCell = (cell: string, typed: boolean): string =>
  `(${typed ? `starts_with(${cell}, ${mark(ERROR_MARK)}) OR ` : ''}regexp_full_match(trim(${cell}), '${ERROR_TEXT}'))`;

/** Whether a raw cell of a sheet holds a number. */
export const isNumberCell = (cell: string): string => `starts_with(${cell}, ${mark(NUMBER_MARK)})`;

const EXPONENT_FORM = "'-?[0-9]+(?:\\.[0-9]+)?[Ee][-+]?[0-9]{1,3}'";

/**
 * A number with an exponent, written out, so that it says the same whichever program wrote it (6.2E+17, 6.2E+017, 620000000000000000). The
 * types hold all that a number cell can mean exactly and more; what does not fit stays as it is, and is read as a number that lost
 * its precision.
 */
const writtenOut = (number: string): string =>
  `coalesce(rtrim(rtrim(CAST(try_cast(${number} AS DECIMAL(38,22)) AS VARCHAR), '0'), '.'),
    CAST(try_cast(${number} AS DECIMAL(38,0)) AS VARCHAR), ${number})`;

/** The text of `="…"`, which a CSV writer puts around numbers to keep them text; nothing where there is no character. */
const unwrapped = (cell: string): string =>
  `nullif(CASE WHEN starts_with(${cell}, '="') AND ends_with(${cell}, '"') THEN substr(${cell}, 3, length(${cell}) - 3) ELSE ${cell} END, '')`;

/** The layers that take mark and wrapper off a cell, and write the number of a number cell out in full. */
export function readRaw(
  cell: RawCell,
  alias: string,
  part: Pick<RawPart, 'typed' | 'date1904'>,
): { layers: Layer[]; raw: RawText } {
  const { typed } = part;
  const date1904 = part.date1904 ?? false;
  const column = `c${cell.position}`;
  const text = `${alias}_text`;
  const isErrorText = `(starts_with(${text}, '#') AND regexp_full_match(${text}, '${ERROR_TEXT}'))`;
  if (!typed) {
    return {
      layers: [[[text, unwrapped(column)]]],
      raw: { alias, text, isNumber: 'FALSE', isError: isErrorText, isMarked: 'FALSE', date1904 },
    };
  }
  const kind = `${alias}_kind`;
  const unmarkedText = `substr(${column}, 2)`;
  return {
    layers: [
      [
        [
          kind,
          `CASE WHEN ${isNumberCell(column)} THEN 1 WHEN starts_with(${column}, ${mark(ERROR_MARK)}) THEN 2 ELSE 0 END`,
        ],
      ],
      [
        [
          text,
          `CASE ${kind} WHEN 0 THEN ${unwrapped(column)} WHEN 2 THEN ${unmarkedText}
          ELSE CASE WHEN regexp_full_match(${unmarkedText}, ${EXPONENT_FORM}) THEN ${writtenOut(unmarkedText)}
            WHEN regexp_full_match(${unmarkedText}, '-?[0-9]+\\.0*') THEN split_part(${unmarkedText}, '.', 1)
            ELSE ${unmarkedText} END END`,
        ],
      ],
    ],
    raw: {
      alias,
      text,
      isNumber: `(${kind} = 1)`,
      isError: `(${kind} = 2 OR ${isErrorText})`,
      isMarked: `(${kind} <> 0)`,
      date1904,
    },
  };
}
