import type { Dataset } from '../datasets/dataset.js';

/**
 * How a raw cell says that it was not text: the first character. Only sheets carry marks (a part's `typed`);
 * a text file's cells are all text, whatever they begin with.
 */
export const NUMBER_MARK = '\u0001';
export const ERROR_MARK = '\u0002';

/** Raw cells of one row by column index; undefined is an empty cell. */
export type RawCells = readonly (string | undefined)[];

/** Why a record of a text file could not be read as a row of its table. */
export type RowProblem = 'ragged' | 'quote' | 'too-long' | 'encoding' | 'nul';

/** A raw column that is kept, and the field that it holds. */
export interface MappedColumn {
  readonly field: string;
  /** Index of the column in the file, from 0. */
  readonly index: number;
  readonly header: string;
  /** What one unit is worth in yuan, where the header says. */
  readonly unit?: number;
  /** Spellings of this file and the code (是 or 否 of a yes/no) that each means, as the configuration has them. */
  readonly spellings?: ReadonlyMap<string, string>;
  /** One of several yes/no columns of which the field, a text, lists those that say no. */
  readonly gathered?: true;
}

/**
 * One sheet or one text file, loaded into the raw table `raw.<table>`:
 * `row_no BIGINT, problem VARCHAR, lead VARCHAR, c0 VARCHAR, c1 VARCHAR …`, one `cN` for each of `columns`, in order.
 * `row_no` is the row as a person sees it (the first record of a plain CSV is 1); `lead` is the first filled cell of the
 * first three columns (totals and signatures stand there); `problem` is a RowProblem or NULL.
 */
export interface RawPart {
  /** Number of the part, from 0, in the order of file and sheet. */
  readonly index: number;
  /** The file as reports name it. */
  readonly file: string;
  readonly sheet?: string;
  readonly hidden?: boolean;
  readonly dataset: Dataset;
  /** Row of the header; the lower one of two. */
  readonly headerRow: number;
  /** Rows that the header takes; 1 unless given. */
  readonly headerHeight?: 1 | 2;
  readonly columns: readonly MappedColumn[];
  /** Wide extracts: the pairs of columns of each further person of a row, as positions in `columns`-like raw columns. */
  readonly wide?: readonly { readonly name?: number; readonly id_number: number }[];
  readonly typed: boolean;
  /** Numbers of days count from 1904-01-01. */
  readonly date1904?: true;
  readonly table: string;
  /** Rows above the data: titles and header, each counted as skipped. */
  readonly rowsAbove: number;
  /** Rows of data loaded below the header. */
  readonly rowsBelow: number;
}
