import type { RawCells } from '../raw.js';

export interface SheetInfo {
  readonly name: string;
  /** Position among the worksheets, from 0. */
  readonly index: number;
  readonly hidden: boolean;
}

/** A range of merged cells: rows from 1 as a person sees them, columns from 0; both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What a sheet held, or what was read of it. */
export interface SheetRead {
  /** Rows in the file with at least one cell that is not empty. */
  readonly rows: number;
  readonly emptyRows: number;
  /** Rows that the sheet says it spans; a range of a single cell says nothing, since many writers put A1 for any sheet. */
  readonly declaredRows: number | undefined;
  /** Merged ranges, of which only the top left cell was given with a value; none when the reading was stopped. */
  readonly merges: readonly MergedRange[];
}

/** Receives a row; the array is used again for the next one. Returning false stops the reading. */
export type OnRow = (row: number, cells: RawCells) => boolean | undefined;

/** Takes the filled cells of a sheet, row by row. */
export interface CellSink {
  /**
   * Takes the raw cell of a column (see ingest/raw.ts) as UTF-8, which is good only during the call and has TEXT_SLACK bytes behind its end;
   * never an empty one, and none twice in a row.
   */
  put(column: number, source: DataView, start: number, end: number): void;
  /** Ends the row of that number; returning false stops the reading. */
  endRow(row: number): boolean;
}

/** A file of sheets, whatever its format: what every reader of workbooks offers. */
export interface Workbook {
  /** Worksheets in the workbook's order; chart sheets and the like are left out. */
  readonly sheets: readonly SheetInfo[];
  /** Dates count from 1904-01-01, those too that stand as numbers because nothing shows them as dates. */
  readonly date1904?: boolean;
  /**
   * Streams the rows of a sheet in the order of the file: each row that is there, with the number that a person sees, and its cells by
   * column index (none for a row without a filled cell). Cells are raw (see ingest/raw.ts): the digits of a number as they stand in the file behind
   * NUMBER_MARK, dates as text, an error behind ERROR_MARK. The array of cells is used again for the next row. `onRow` returning
   * false stops early, and then the counts are of the rows given. Throws HC3003 for damage, HC3008 for what is over a limit;
   * rows given before are then not to be trusted.
   */
  read(sheet: SheetInfo, onRow: OnRow): Promise<SheetRead>;
  /** The same for those who want the cells as bytes, which is far cheaper where there are millions; not every format has it. */
  load?(sheet: SheetInfo, sink: CellSink): Promise<SheetRead>;
  close(): void;
}
