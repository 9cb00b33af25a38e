/** A number as a workbook stores it, perhaps shown as a date. A text file has its digits. */
interface NumberCell {
  readonly number: string;
  readonly date?: true;
}

/** What stands in a cell; nothing is an empty one. */
export type Cell = string | NumberCell | undefined;

/** A table that rows are added to. Rows wait in memory until `drain`. */
export interface TableFile {
  /** Adds a row. @returns its number as Excel or an editor shows it, from 1. */
  row(cells: readonly Cell[]): number;
  /** Writes what waits, as fast as the disk takes it. */
  drain(): Promise<void>;
  close(): Promise<void>;
}
