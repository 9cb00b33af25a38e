import type { RawCells } from '../raw.js';
import type { CellSink, OnRow } from './workbook.js';

const NONE: RawCells = [];

/** A sink that makes strings of the cells, and calls `onRow` with those of each row. */
export function stringCells(onRow: OnRow): CellSink {
  const cells: (string | undefined)[] = [];
  let width = 0;
  return {
    put(column, { buffer, byteOffset }, start, end) {
      if (column >= width) {
        for (let gap = width; gap < column; gap++) cells[gap] = undefined;
        width = column + 1;
      }
      cells[column] = Buffer.from(buffer, byteOffset + start, end - start).toString();
    },
    endRow(row) {
      cells.length = width;
      const goesOn = onRow(row, width === 0 ? NONE : cells);
      width = 0;
      return goesOn !== false;
    },
  };
}
