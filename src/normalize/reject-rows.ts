import type { RawPart } from '../ingest/raw.js';
import type { ReadCell } from './part-cells.js';
import { isErrorCell, isNumberCell, unmarked } from './raw-cell.js';
import { literal, quoted } from './sql-text.js';
import { STAGE } from './stage-rows.js';
import { hasLostDigits } from './text-value.js';

/**
 * Writes what the staged rows could not use into `hecha.reject`, in the file's order: a rejected row once, with the cell at fault where
 * one is; of an accepted row, each cell that could not be used. Values as they stood in the file.
 */
export function insertRejects(part: RawPart, cells: readonly ReadCell[]): string {
  const column = (cell: ReadCell): string => `c${cell.position}`;
  const value = (cell: ReadCell): string => unmarked(column(cell), part.typed);
  const states = cells.filter((cell) => cell.state !== undefined).map((cell) => `s.v${cell.bit}_state`);
  const positions = [...new Set(cells.map((cell) => `r.${column(cell)}`))];
  const atFault = (pick: (cell: ReadCell) => string): string =>
    `CASE fault_bit ${cells.map((cell) => `WHEN ${cell.bit} THEN ${pick(cell)}`).join(' ')} END`;
  const rows = `SELECT row_no, -1 AS bit, ${atFault((cell) => literal(cell.name))} AS field,
    ${atFault((cell) => literal(cell.header))} AS header, ${atFault(value)} AS value, fault AS reason, 'row' AS level
    FROM odd WHERE fault IS NOT NULL`;
  const reason = (cell: ReadCell): string => {
    if (cell.state !== undefined) return `v${cell.bit}_state`;
    const isNumber = part.typed ? isNumberCell(column(cell)) : 'FALSE';
    const lost =
      cell.field.type === 'text' ? `WHEN ${hasLostDigits(value(cell), isNumber)} THEN 'precision-lost'` : '';
    return `CASE WHEN ${isErrorCell(column(cell), part.typed)} THEN 'error-cell' ${lost} ELSE 'unreadable' END`;
  };
  const bad = cells.map(
    (
      cell,
    ) => `SELECT row_no, ${cell.bit}, ${literal(cell.name)}, ${literal(cell.header)}, ${value(cell)}, ${reason(cell)}, 'cell'
      FROM odd WHERE bad & ${2n ** BigInt(cell.bit)} <> 0`,
  );
  return `INSERT INTO hecha.reject
    WITH odd AS MATERIALIZED (
      SELECT ${['s.row_no', 's.fault', 's.fault_bit', 's.bad', ...states, ...positions].join(', ')}
      FROM ${STAGE} s JOIN raw.${quoted(part.table)} r ON r.row_no = s.row_no
      WHERE s.fault IS NOT NULL OR s.bad <> 0
    )
    SELECT ${part.index}, row_no, field, header, value, reason, level
    FROM (${[rows, ...bad].join(' UNION ALL ')}) ORDER BY row_no, bit`;
}
