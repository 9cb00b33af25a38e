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
  /** Tells the rows of all that was taken; to be called before the bytes of the views go. */
  flush(): void;
}

/** Bytes that csv-parse gets at a time: a parser is set up for each. */
const BATCH_BYTES = 1 << 18;

/**
 * Reads records with csv-parse, neighbours together. What csv-parse makes of them is held against the grammar by which
 * they were found: as many records, of as many fields.
 * @param place the file as errors name it.
 * @throws HechaError HC3006 when the two disagree.
 */
export function rowReader(
  { delimiter, place }: { readonly delimiter: Delimiter; readonly place: string },
  onRow: (row: TextRow) => void,
): RowReader {
  let window: Buffer | undefined;
  let start = 0;
  let end = 0;
  let first = 0;
  let wrapped = false;
  let widths: number[] = [];
  let nuls: boolean[] = [];

  const flush = (): void => {
    if (!window) return;
    const rows = parseRecords(window.subarray(start, end), { delimiter, wrapped });
    if (rows.length !== widths.length || rows.some((row, index) => row.length !== widths[index])) {
      throw new HechaError('HC3006', { place, counted: widths.length, read: rows.length });
    }
    window = undefined;
    rows.forEach((cells, index) => {
      const nul = nuls[index] ?? false;
      onRow({ record: first + index, kind: 'good', nul, cells: clean(cells, nul) });
    });
  };

  return {
    flush,
    take(record, view) {
      const next = view.kind === 'good' && window === view.window && end === view.start;
      if (!next || end - start > BATCH_BYTES) flush();
      if (view.kind !== 'good') {
        const text = view.window.subarray(view.start, view.textEnd);
        const cells = view.kind === 'quote' ? cutLine(text, delimiter) : [];
        onRow({ record, kind: view.kind, nul: view.nul, cells: clean(cells, view.nul) });
        return;
      }
      if (!window) {
        window = view.window;
        start = view.start;
        first = record;
        wrapped = false;
        widths = [];
        nuls = [];
      }
      end = view.end;
      wrapped ||= view.wrapped;
      widths.push(view.width);
      nuls.push(view.nul);
    },
  };
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
