import type { Engine, TableLoader } from '../../engine/engine.js';
import { textPutter } from '../put-text.js';
import { rowReader, type TextRow } from './read-rows.js';
import { leadOf, problemOf, type TableShape } from './table-shape.js';
import { type ScannedText, walkRecords } from './walk-records.js';

/** Which columns of which rows go into which raw table. */
export interface RawTarget {
  readonly engine: Engine;
  readonly table: string;
  /** Indexes of the columns to keep, in the order of c0, c1 … */
  readonly keep: readonly number[];
  readonly shape: TableShape;
  /** Records above the data. */
  readonly headerRow: number;
}

/**
 * Loads the records below the header one by one, the damaged ones with their problem.
 * @returns how many were loaded.
 * @throws HechaError HC3006 when csv-parse reads other records than were counted; the table is gone then.
 */
export async function loadRecords(text: ScannedText, target: RawTarget): Promise<number> {
  const { headerRow } = target;
  return fillRawTable(target, async (write) => {
    let loaded = 0;
    const reader = rowReader({ delimiter: text.scan.delimiter, place: text.place }, (row) => {
      write(row);
      loaded += 1;
    });
    await walkRecords(text, {
      visit(record, view) {
        if (record > headerRow) reader.take(record, view);
      },
      settle() {
        reader.flush();
        return true;
      },
    });
    return loaded;
  });
}

/** Creates the raw table and has it filled; when that fails, no table is left behind. */
export async function fillRawTable<T>(
  target: RawTarget,
  fill: (write: (row: TextRow) => void) => Promise<T>,
): Promise<T> {
  const { engine, table, keep } = target;
  const columns = keep.map((_, position) => `, c${position} VARCHAR`).join('');
  await engine.exec(`CREATE TABLE raw.${table} (row_no BIGINT, problem VARCHAR, lead VARCHAR${columns})`);
  let loader: TableLoader | undefined;
  try {
    loader = await engine.loader('raw', table);
    const result = await fill(rowWriter(loader, target));
    const filled = loader;
    loader = undefined;
    await filled.close();
    return result;
  } catch (error) {
    loader?.abandon();
    await engine.exec(`DROP TABLE raw.${table}`);
    throw error;
  }
}

function rowWriter(loader: TableLoader, { keep, shape }: RawTarget): (row: TextRow) => void {
  const putText = textPutter(loader.put);
  const put = (column: number, text: string | undefined): void => {
    if (text) putText(column, text);
  };
  return (row) => {
    put(0, problemOf(row, shape));
    put(1, leadOf(row.cells));
    for (let position = 0; position < keep.length; position += 1)
      put(2 + position, row.cells[keep[position] as number]);
    loader.endRow(row.record);
  };
}
