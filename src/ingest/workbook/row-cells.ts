import type { RawCells } from '../raw.js';

/** The row that is being read. */
export interface RowCells {
  /** Number of the row; 0 before the first. */
  row: number;
  /** Whether that number is known from the row itself or from a cell of it. */
  numbered: boolean;
  /** Column of the last cell that was seen, from 0; -1 before the first. */
  column: number;
  /** How many of `cells` belong to this row. */
  width: number;
  readonly cells: (string | undefined)[];
}

const none: RawCells = [];

export const createRowCells = (): RowCells => ({ row: 0, numbered: false, column: -1, width: 0, cells: [] });

/** Puts a value into a column; false when another is there. An empty text is no value. */
export function putCell(target: RowCells, column: number, value: string): boolean {
  if (value === '') return true;
  const { cells } = target;
  if (column < target.width) {
    if (cells[column] !== undefined) return false;
    cells[column] = value;
    return true;
  }
  for (let gap = target.width; gap < column; gap++) cells[gap] = undefined;
  cells[column] = value;
  target.width = column + 1;
  return true;
}

/** The cells of this row and no more. */
export function filledCells({ width, cells }: RowCells): RawCells {
  if (width === 0) return none;
  if (cells.length !== width) cells.length = width;
  return cells;
}
