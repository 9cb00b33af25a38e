import type { Engine, TableLoader } from '../engine/engine.js';
import { textPutter } from './put-text.js';
import { ERROR_MARK, NUMBER_MARK } from './raw.js';
import type { CellSink, MergedRange, OnRow, SheetInfo, Workbook } from './workbook/workbook.js';

/** A sheet, and where its rows go. */
export interface SheetLoad {
  readonly engine: Engine;
  readonly workbook: Workbook;
  readonly sheet: SheetInfo;
  /** Name of the raw table, which is there and empty. */
  readonly table: string;
  readonly headerRow: number;
  /** Indexes of the columns to keep, in the order of c0, c1 … */
  readonly keep: readonly number[];
}

/** Rows of a sheet above its data, and those that were loaded. */
export interface SheetRows {
  readonly above: number;
  readonly below: number;
  readonly merges: readonly MergedRange[];
}

const LEAD_COLUMNS = 3;
/** Columns of a raw table behind the row's number: problem, lead, c0, c1 … */
const LEAD = 1;
const FIRST_CELL = 2;

/** Loads the rows of a sheet below its header into its raw table (see ingest/raw.ts). Throws what the workbook's reader throws; the table is empty then. */
export async function loadRows(load: SheetLoad): Promise<SheetRows> {
  const { engine, workbook, sheet, table } = load;
  const loader = await engine.loader('raw', table);
  const rows = { above: 0, below: 0 };
  let merges: readonly MergedRange[];
  try {
    const sink = rawCells(loader, load, rows);
    const read = workbook.load
      ? await workbook.load(sheet, sink)
      : await workbook.read(sheet, cellBytes(sink));
    merges = read.merges;
  } catch (error) {
    loader.abandon();
    throw error;
  }
  await loader.close();
  return { ...rows, merges };
}

/** A sink that puts the kept cells of the rows below the header into a raw table, and counts the rows. */
function rawCells(loader: TableLoader, { keep, headerRow }: SheetLoad, rows: Counted): CellSink {
  const places = placesOf(keep);
  const putLead = leadPutter(loader);
  let leadColumn = LEAD_COLUMNS;
  return {
    put(column, source, start, end) {
      if (column < leadColumn && putLead(source, start, end)) leadColumn = column;
      const own = places[column];
      if (own === undefined) return;
      // By its index: an iterator for each of millions of cells would be felt.
      for (let i = 0; i < own.length; i += 1) loader.put(own[i] as number, source, start, end);
    },
    endRow(row) {
      if (row <= headerRow) {
        rows.above += 1;
        loader.dropRow();
      } else {
        rows.below += 1;
        loader.endRow(row);
      }
      leadColumn = LEAD_COLUMNS;
      return true;
    },
  };
}
/** The counts while they grow. */
interface Counted {
  above: number;
  below: number;
}

/** Of each column of the sheet, where it goes in the raw table; two fields may be read from one column. */
function placesOf(keep: readonly number[]): (number[] | undefined)[] {
  const places = new Array<number[] | undefined>(Math.max(-1, ...keep) + 1).fill(undefined);
  for (const [position, column] of keep.entries()) {
    places[column] ??= [];
    places[column].push(FIRST_CELL + position);
  }
  return places;
}

/** Sets the lead of a row to a raw cell's text without mark and the spaces around it, if there is any. */
function leadPutter(loader: TableLoader): (source: DataView, start: number, end: number) => boolean {
  const putText = textPutter(loader.put);
  return (source, start, end) => {
    const mark = source.getUint8(start);
    const first = mark === NUMBER || mark === ERROR ? start + 1 : start;
    if (isVisible(source.getUint8(first)) && isVisible(source.getUint8(end - 1))) {
      loader.put(LEAD, source, first, end);
      return true;
    }
    const text = Buffer.from(source.buffer, source.byteOffset + first, end - first).toString();
    const trimmed = text.trim();
    if (trimmed !== '') putText(LEAD, trimmed);
    return trimmed !== '';
  };
}

const NUMBER = NUMBER_MARK.charCodeAt(0);
const ERROR = ERROR_MARK.charCodeAt(0);

/** Whether a byte of UTF-8 is a character that is seen: of what is not ASCII, that needs a closer look. */
const isVisible = (byte: number): boolean => byte > 0x20 && byte < 0x7f;

/** Hands rows of strings to a sink. */
function cellBytes(sink: CellSink): OnRow {
  const putText = textPutter(sink.put);
  return (row, cells) => {
    for (const [column, cell] of cells.entries()) if (cell) putText(column, cell);
    return sink.endRow(row);
  };
}
