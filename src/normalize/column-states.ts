import type { Engine } from '../engine/engine.js';
import type { RawPart } from '../ingest/raw.js';
import { rawColumns, readCells } from './part-cells.js';
import { verdictLayers } from './row-verdict.js';
import { layered, literal, quoted } from './sql-text.js';

/** How the cells of one column are written, over the rows of data. */
export interface ColumnStates {
  readonly field: string;
  readonly header: string;
  /** Which person of a wide row it belongs to, from 0. */
  readonly pair?: number;
  /** Form or state (`valid`, `iso`, `unknown` …) → cells, in the order of their names; `empty` among them. */
  readonly states: Readonly<Record<string, number>>;
}

const FORMS = 'hecha_forms';

/**
 * Counts the forms of every column of a part that a field has taken, over its rows of data: of a damaged one nobody knows which cell
 * stands in which column. Needs `createTables` before, and the part's raw table.
 */
export async function columnStates(engine: Engine, part: RawPart, asOf: string): Promise<ColumnStates[]> {
  const { cells, layers } = readCells(part, asOf);
  const outputs = cells.map((cell) => `coalesce(${cell.form}, 'empty') AS w${cell.bit}`).join(', ');
  const source = { from: `raw.${quoted(part.table)}`, columns: rawColumns(cells) };
  const read = layered(source, [...layers, ...verdictLayers(part, cells)], `skip, problem, ${outputs}`);
  await engine.exec(
    `CREATE OR REPLACE TEMP TABLE ${FORMS} AS SELECT * FROM (${read}) WHERE skip IS NULL AND problem IS NULL`,
  );
  const states: ColumnStates[] = [];
  for (const cell of cells) {
    const counted = await engine.all(
      `SELECT w${cell.bit} AS form, count(*)::INTEGER AS cells FROM ${FORMS} GROUP BY ALL ORDER BY ALL`,
    );
    states.push({
      field: cell.name,
      header: cell.header,
      ...(cell.pair !== undefined && { pair: cell.pair }),
      states: Object.fromEntries(counted.map(({ form, cells: count }) => [String(form), Number(count)])),
    });
  }
  await engine.exec(`DROP TABLE ${FORMS}`);
  return states;
}

/** A rejected row or cell, by its place alone: what it held is not told. */
export interface Problem {
  readonly row: number;
  /** Header of the cell at fault; none where the whole row is. */
  readonly header?: string;
  readonly level: 'row' | 'cell';
  readonly reason: string;
}

/** The first rejects of a part, in the order of its rows, and how many there are of each reason. */
export async function firstProblems(
  engine: Engine,
  part: RawPart,
  most: number,
): Promise<{ first: Problem[]; byReason: Record<string, number> }> {
  const own = `FROM hecha.reject WHERE part = ${part.index}`;
  const rows = await engine.all(
    `SELECT row_no, header, level, reason ${own} ORDER BY row_no, level DESC, header NULLS FIRST, reason LIMIT ${most}`,
  );
  const counts = await engine.all(
    `SELECT reason, count(*)::INTEGER AS times ${own} AND reason <> ${literal('')} GROUP BY ALL ORDER BY ALL`,
  );
  return {
    first: rows.map(({ row_no, header, level, reason }) => ({
      row: Number(row_no),
      ...(header !== null && { header: String(header) }),
      level: level === 'row' ? 'row' : 'cell',
      reason: String(reason),
    })),
    byReason: Object.fromEntries(counts.map(({ reason, times }) => [String(reason), Number(times)])),
  };
}
