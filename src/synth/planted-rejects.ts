import type { Cell } from './files/cell.js';
import { faultyId } from './id-number.js';
import type { Extract, RejectReason } from './tables/extract.js';
import type { Table } from './tables/table.js';

/** A row as it would stand in the file, and the ID number of whom it is about. */
export interface WrittenRow {
  readonly cells: Cell[];
  readonly id: string;
}

interface Planting {
  /** Number of the block. */
  readonly index: number;
  readonly workbook: boolean;
  /** A row about somebody whom no rule can reach; undefined where the block has none to copy. */
  readonly sample: () => WrittenRow | undefined;
}

/** Adds the extract's unusable rows of a block, each recorded, and one with a slip in its number that keeps the row. */
export function plantRejects<T>(extract: Extract<T>, table: Table, planting: Planting): void {
  const { index, workbook, sample } = planting;
  for (const reason of extract.rejects) {
    const row = sample();
    if (row) table.reject(table.add(spoilt(extract, row, { reason, index, workbook })), 'row', reason);
  }
  if (!extract.strange || extract.rejects.length === 0) return;
  const row = sample();
  if (!row) return;
  row.cells[extract.idColumn] = faultyId(row.id, index % 2 === 0 ? 'check-digit' : 'bad-date');
  table.add(row.cells);
}

function spoilt<T>(
  { idColumn }: Extract<T>,
  { cells, id }: WrittenRow,
  how: { readonly reason: RejectReason; readonly index: number; readonly workbook: boolean },
): Cell[] {
  const { reason, index, workbook } = how;
  switch (reason) {
    case 'ragged':
      // A comma that nobody put into quotes, or a line that broke off.
      return index % 2 === 0 ? cells.toSpliced(idColumn + 2, 0, '其他') : cells.slice(0, idColumn + 2);
    case 'precision-lost':
      return cells.with(
        idColumn,
        workbook ? { number: faultyId(id, reason) } : `${id[0]}.${id.slice(1, 6)}E+17`,
      );
    case 'malformed':
      // Digits too few or too many.
      return cells.with(idColumn, index % 2 === 0 ? faultyId(id, reason) : `${id.slice(0, 17)}00`);
    default:
      return cells.with(idColumn, faultyId(id, reason));
  }
}
