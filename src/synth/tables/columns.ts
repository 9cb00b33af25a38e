import type { Dirt } from '../dirt.js';
import type { Cell } from '../files/cell.js';
import type { Random } from '../random.js';

/** What a column writes with: the file's own way of being dirty and its own dice. */
export interface Pen {
  readonly dirt: Dirt;
  readonly random: Random;
}

/** A column of a table: its header, and what it shows of a row. */
export type Column<T> = readonly [header: string, cell: (row: T, pen: Pen) => Cell];

export const headersOf = <T>(columns: readonly Column<T>[]): string[] => columns.map(([header]) => header);

export const cellsOf = <T>(columns: readonly Column<T>[], row: T, pen: Pen): Cell[] =>
  columns.map(([, cell]) => cell(row, pen));
