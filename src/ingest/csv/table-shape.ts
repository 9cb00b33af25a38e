import type { RowProblem } from '../raw.js';
import type { TextRow } from './read-rows.js';

/** How many cells a row of the table may have. */
export interface TableShape {
  /** As many as reach the last named column: a shorter row may have lost a cell anywhere and cannot be trusted. */
  readonly least: number;
  /** As many as the header has; cells beyond it must be empty. */
  readonly most: number;
  /**
   * Whether most rows have cells beyond the header (delimiters at their ends). Where they have not, a longer row has had a cell put in,
   * and what stands behind that is shifted, though the last cell be empty.
   */
  readonly surplus: boolean;
}

/**
 * The shape that the header gives a table. A header may take two rows, each of which may name columns that the other does
 * not; what stands above it is no header where it reaches beyond the table.
 * @param head the records down to the lower header row; none when the file has no header.
 * @param width number of fields of most records.
 */
export function shapeOf(head: readonly (readonly string[])[], width: number): TableShape {
  const lower = head.at(-1);
  if (!lower) return { least: width, most: width, surplus: false };
  const upper = filledWidth(head.at(-2) ?? []);
  const named = upper <= width ? upper : 0;
  const most = Math.max(lower.length, named);
  return { least: Math.max(filledWidth(lower), named), most, surplus: width > most };
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

const filledWidth = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1;

/** What keeps a record from being a row of the table. A row without any filled cell is blank, whatever its length. */
export function problemOf(row: TextRow, { least, most, surplus }: TableShape): RowProblem | undefined {
  if (row.kind !== 'good') return row.kind;
  const filled = filledWidth(row.cells);
  const { length } = row.cells;
  if (filled > 0 && (length < least || filled > most || (length > most && !surplus))) return 'ragged';
  return row.nul ? 'nul' : undefined;
}

/** The columns in which totals and signatures stand. */
const LEAD_COLUMNS = 3;

const SPACE = /^\p{Zs}$/u;

/** By hand: a pattern for the spaces at the end would look through every run of them from each of its characters. */
function withoutOuterSpaces(cell: string): string {
  let from = 0;
  let to = cell.length;
  while (from < to && SPACE.test(cell[from] as string)) from += 1;
  while (to > from && SPACE.test(cell[to - 1] as string)) to -= 1;
  return cell.slice(from, to);
}

/** The first filled cell of the first three columns, without the spaces around it (as the engine trims them). */
export function leadOf(cells: readonly string[]): string | undefined {
  for (let index = 0; index < LEAD_COLUMNS; index += 1) {
    const cell = withoutOuterSpaces(cells[index] ?? '');
    if (cell !== '') return cell;
  }
  return undefined;
}
