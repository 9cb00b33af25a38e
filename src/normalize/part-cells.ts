import type { Field } from '../datasets/dataset.js';
import { HechaError } from '../errors.js';
import type { RawPart } from '../ingest/raw.js';
import type { CellSql } from './cell-sql.js';
import { type RawCell, type RawText, readRaw } from './raw-cell.js';
import { readCell } from './read-cell.js';
import { type Layer, sideBySide } from './sql-text.js';

/** A cell with the SQL that reads it. */
export interface ReadCell extends RawCell, RawText, CellSql {
  /** Its place among the part's cells, and its bit in a row's `bad`. */
  readonly bit: number;
}

/** The bits of a row's `bad` are those of one BIGINT. */
const MOST_CELLS = 63;

/**
 * The cells of a part's rows in the order of its columns: those of the fields, then the pairs (name, ID) of a wide extract.
 * @throws HechaError HC9001 when there are more than a row's account has room for
 */
export function readCells(part: RawPart, asOf: string): { cells: ReadCell[]; layers: Layer[] } {
  const cells = rawCells(part);
  if (cells.length > MOST_CELLS)
    throw new HechaError('HC9001', { detail: `${cells.length} columns are mapped` });
  const read = cells.map((cell, bit) => {
    const { layers: below, raw } = readRaw(cell, `f${bit}`, part);
    const sql = readCell(cell, raw, asOf);
    return { below, above: sql.layers, cell: { ...cell, ...raw, ...sql, bit } };
  });
  return {
    cells: read.map(({ cell }) => cell),
    layers: [...sideBySide(read.map(({ below }) => below)), ...sideBySide(read.map(({ above }) => above))],
  };
}

/** The columns of the raw table that the cells are read from. */
export const rawColumns = (cells: readonly ReadCell[]): string[] => [
  'row_no',
  'problem',
  'lead',
  ...new Set(cells.map(({ position }) => `c${position}`)),
];

function rawCells(part: RawPart): RawCell[] {
  const { dataset, columns, wide } = part;
  const mapped = columns.map((column, position): RawCell => {
    const own = dataset.fields[column.field];
    const field: Field | undefined = own && column.gathered ? { ...own, type: 'yesno' } : own;
    if (!field) throw new HechaError('HC9001', { detail: `${dataset.id} has no field ${column.field}` });
    return {
      position,
      name: column.field,
      field,
      header: column.header,
      ...(column.unit !== undefined && { unit: column.unit }),
      ...(column.spellings && { spellings: column.spellings }),
      ...(column.gathered && { gathered: true }),
    };
  });
  if (!wide || wide.length === 0) return mapped;
  const { name, id_number } = dataset.fields;
  if (!name || !id_number) throw new HechaError('HC9001', { detail: `${dataset.id} cannot be wide` });
  // Columns without a number belong to the first person of the row.
  const first = wide.map((pair) => pair.id_number);
  const own = mapped.find((cell) => cell.name === 'id_number' && !first.includes(cell.position));
  const pairs = own ? [{ id_number: own.position }, ...wide] : wide;
  const ownName = mapped.find((cell) => cell.name === 'name')?.position;
  return [
    ...mapped.filter((cell) => cell.name !== 'name' && cell.name !== 'id_number'),
    ...pairs.flatMap((columnsOfPair, pair): RawCell[] => {
      const at = columnsOfPair.name ?? (pair === 0 ? ownName : undefined);
      const header = (position: number, field: 'name' | 'id_number'): string =>
        columns[position]?.header ?? `${dataset.wide?.[field][0] ?? field}${pair + 1}`;
      return [
        ...(at === undefined
          ? []
          : [{ position: at, name: 'name', field: name, header: header(at, 'name'), pair }]),
        {
          position: columnsOfPair.id_number,
          name: 'id_number',
          field: id_number,
          header: header(columnsOfPair.id_number, 'id_number'),
          pair,
        },
      ];
    }),
  ];
}
