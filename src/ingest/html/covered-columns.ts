import { MAX_COLUMN } from '../limits.js';

/** Which columns the rows below a merged range may not use. */
export interface CoveredColumns {
  /** The first column from `column` on that is free in that row; MAX_COLUMN or more when there is none. */
  freeFrom(column: number, row: number): number;
  /** Takes `width` columns for the rows up to `bottom`. */
  cover(column: number, width: number, bottom: number): void;
  /** Frees all columns. */
  clear(): void;
}

export function createCoveredColumns(): CoveredColumns {
  /** For each column, the last row for which it is taken. */
  const until = new Int32Array(MAX_COLUMN);
  /** No column from here on was ever taken. */
  let reach = 0;
  return {
    freeFrom(column, row) {
      let free = column;
      while (free < reach && (until[free] as number) >= row) free++;
      return free;
    },
    cover(column, width, bottom) {
      const end = Math.min(column + width, MAX_COLUMN);
      for (let i = column; i < end; i++) until[i] = Math.max(until[i] as number, bottom);
      reach = Math.max(reach, end);
    },
    clear() {
      until.fill(0, 0, reach);
      reach = 0;
    },
  };
}
