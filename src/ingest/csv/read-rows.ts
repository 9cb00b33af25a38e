import { parse } from 'csv-parse/sync';
import { HechaError } from '../../errors.js';
import type { Delimiter } from './delimiter.js';
import type { RecordKind, RecordView } from './record-grammar.js';

/** One record as cells. */
export interface TextRow {
  /** Number of the record in the file, from 1. */
  readonly record: number;
  readonly kind: RecordKind;
  /** It had NUL bytes, which its cells no longer have. */
  readonly nul: boolean;
  /** None for a blank line and for a record that is too long; the pieces between delimiters, quotes kept, for a damaged one. */
  readonly cells: readonly string[];
}

export interface RowReader {
  /** Takes a record, whose row is told now or at the next `flush`. */
  take(record: number, view: RecordView): void;
  /** Tells the rows of all that was taken. */
  flush(): void;
}

/** Bytes that csv-parse gets at a time: a parser is set up for each. */
const BATCH_BYTES = 1 << 18;

/** Records of as many fields each, put together: csv-parse makes an error, at some cost, of each that differs from the first. */
interface Batch {
  bytes: Buffer;
  used: number;
  wrapped: boolean;
  /** Which of the waiting records they are. */
  readonly places: number[];
}

/**
 * Reads records with csv-parse, many together, wherever they stand in the file. What csv-parse makes of them is held against the grammar
 * by which they were found: as many records, of as many fields.
 * @param place the file as errors name it.
 * @throws HechaError HC3006 when the two disagree.
 */
export function rowReader(
  { delimiter, place }: { readonly delimiter: Delimiter; readonly place: string },
  onRow: (row: TextRow) => void,
): RowReader {
  const batches = new Map<number, Batch>();
  let waiting: TextRow[] = [];
  let bytes = 0;

  const readBatch = (width: number, { bytes, used, wrapped, places }: Batch): void => {
    const rows = parseRecords(bytes.subarray(0, used), { delimiter, wrapped });
    if (rows.length !== places.length || rows.some((row) => row.length !== width))
      throw new HechaError('HC3006', { place, counted: places.length, read: rows.length });
    places.forEach((at, index) => {
      const row = waiting[at] as TextRow;
      waiting[at] = { ...row, cells: clean(rows[index] as string[], row.nul) };
    });
  };

  const flush = (): void => {
    for (const [width, batch] of batches) readBatch(width, batch);
    for (const row of waiting) onRow(row);
    batches.clear();
    waiting = [];
    bytes = 0;
  };

  return {
    flush,
    take(record, view) {
      const { kind, nul } = view;
      let cells = NO_CELLS;
      if (kind === 'good') {
        const batch = batches.get(view.width) ?? newBatch();
        batches.set(view.width, batch);
        add(batch, view);
        batch.places.push(waiting.length);
      } else if (kind === 'quote') {
        cells = clean(cutLine(view.window.subarray(view.start, view.textEnd), delimiter), nul);
      }
      waiting.push({ record, kind, nul, cells });
      bytes += view.end - view.start;
      if (bytes > BATCH_BYTES) flush();
    },
  };
}

const newBatch = (): Batch => ({ bytes: Buffer.allocUnsafe(1 << 12), used: 0, wrapped: false, places: [] });

function add(batch: Batch, { window, start, end, wrapped }: RecordView): void {
  const needed = batch.used + end - start;
  if (needed > batch.bytes.length) {
    const larger = Buffer.allocUnsafe(2 * needed);
    batch.bytes.copy(larger, 0, 0, batch.used);
    batch.bytes = larger;
  }
  window.copy(batch.bytes, batch.used, start, end);
  batch.used = needed;
  batch.wrapped ||= wrapped;
}

const NO_CELLS: readonly string[] = [];

function clean(cells: readonly string[], nul: boolean): readonly string[] {
  const sound = nul ? cells.map((cell) => cell.replaceAll('\0', '')) : cells;
  return sound.length === 1 && sound[0] === '' ? NO_CELLS : sound;
}

function parseRecords(
  bytes: Buffer,
  { delimiter, wrapped }: { delimiter: Delimiter; wrapped: boolean },
): string[][] {
  try {
    return parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Lets the quotes of `="…"` stand; nothing else in these records needs it.
      relax_quotes: wrapped,
    });
  } catch {
    // Its messages quote the text; the caller compares the number of rows.
    return [];
  }
}

function cutLine(bytes: Buffer, delimiter: Delimiter): readonly string[] {
  return bytes.toString('utf8').split(delimiter);
}
