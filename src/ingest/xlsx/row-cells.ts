import { MAX_COLUMN } from '../limits.js';

/** The row that is being read. */
export interface RowCells {
  /** Number of the row; 0 before the first. */
  row: number;
  /** Whether that number is known from the row itself or from a cell of it. */
  numbered: boolean;
  /** Column of the last cell that was seen, from 0; -1 before the first. */
  column: number;
  /** How many cells of the row are filled. */
  filled: number;
  /** How many rows were begun, and of each column, in which of them it was filled last. */
  serial: number;
  readonly filledIn: Int32Array;
}

export const createRowCells = (): RowCells => ({
  row: 0,
  numbered: false,
  column: -1,
  filled: 0,
  serial: 0,
  filledIn: new Int32Array(MAX_COLUMN),
});

/** Begins the next row. */
export function beginRow(target: RowCells): void {
  target.numbered = false;
  target.column = -1;
  target.filled = 0;
  target.serial += 1;
}

/** Whether a column of the row is filled already. */
export const isFilled = ({ filledIn, serial }: RowCells, column: number): boolean =>
  filledIn[column] === serial;

/** Notes that a column is filled. */
export function fill(target: RowCells, column: number): void {
  target.filledIn[column] = target.serial;
  target.filled += 1;
}
