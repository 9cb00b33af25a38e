import { dirtyWriter } from '../dirt.js';
import { random } from '../random.js';
import { type Column, cellsOf } from '../tables/columns.js';

/** How tonight's rows of a family in a table differ from the first night's. */
export interface RowChanges<T> {
  /** Whether the first night's row at that place is there tonight, too, with the same meaning. */
  readonly isKept: (at: number) => boolean;
  /** Tonight's rows that the first night did not have. */
  readonly added: readonly T[];
}

const CLEAN = { share: 0, date: 'iso', yes: ['是', '否'], typed: false } as const;

/** What a row means: its cells as one and the same pen writes them. */
function meaningOf<T>(columns: readonly Column<T>[], row: T): string {
  const from = random(1);
  return JSON.stringify(cellsOf(columns, row, { random: from, dirt: dirtyWriter(from, CLEAN) }));
}

/**
 * Compares a family's rows by what they mean, so that a row that nothing happened to is written tonight as it was in the first night.
 */
export function rowChanges<T>(
  columns: readonly Column<T>[],
  first: readonly T[],
  tonight: readonly T[],
): RowChanges<T> {
  if (first === tonight) return { isKept: () => true, added: [] };
  const left = new Map<string, T[]>();
  for (const row of tonight) {
    const meaning = meaningOf(columns, row);
    left.set(meaning, [...(left.get(meaning) ?? []), row]);
  }
  const kept = first.map((row) => left.get(meaningOf(columns, row))?.shift() !== undefined);
  const over = new Set([...left.values()].flat());
  return { isKept: (at) => kept[at] ?? false, added: tonight.filter((row) => over.has(row)) };
}
