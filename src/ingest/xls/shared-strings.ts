import type { HechaError } from '../../errors.js';
import { damaged, overLimit } from '../failure.js';
import type { InputLimits } from '../limits.js';
import { createStringStore, type StringStore } from '../workbook/string-store.js';
import type { BiffRecord } from './records.js';
import { createTextReader } from './text-reader.js';

/** Takes the strings of an SST record and of the CONTINUE records behind it ([MS-XLS] 2.4.265). */
export interface SharedStrings {
  take(record: BiffRecord): void;
  /** The strings, when no more is to come. Throws HC3003 when the last one is cut off. */
  finish(): StringStore;
}

/** What stands in front of the strings: how many cells refer to them, and how many they are. */
const HEAD_BYTES = 8;

/** Begins with the SST record. Its methods throw HC3003 when it is damaged, HC3008 when the strings are too many or too long. */
export function startSharedStrings(first: BiffRecord, place: string, limits: InputLimits): SharedStrings {
  const where = { place, part: 'sharedStrings' };
  const store = createStringStore();
  const reader = createTextReader();
  let inText = false;
  if (first.end - first.start < HEAD_BYTES) throw damaged(where, 'SST');
  /** A number from the file, which is believed only as far as there are strings. */
  const declared = first.bytes.readUInt32LE(first.start + 4);

  const tooMuch = (limit: string): HechaError => overLimit(where, limit, `#${store.count}`);
  const keep = (): void => {
    const { utf8, from, to } = reader;
    if (store.count >= limits.sharedStrings) throw tooMuch(`shared_strings ≤ ${limits.sharedStrings}`);
    if (to - from > limits.cellTextBytes) throw tooMuch(`cell_bytes ≤ ${limits.cellTextBytes} B`);
    if (store.bytes + to - from > limits.sharedStringBytes)
      throw tooMuch(`shared_string_bytes ≤ ${limits.sharedStringBytes} B`);
    store.addBytes(utf8, from, to);
  };
  const takeFrom = (bytes: Buffer, start: number, end: number): void => {
    let at = start;
    // A text may be whole at the very end of a record, or wait for the next one there.
    while (at < end && (inText || store.count < declared)) {
      if (!inText) reader.begin(2);
      at = reader.take(bytes, at, end);
      inText = !reader.isWhole;
      if (!inText) keep();
    }
  };
  takeFrom(first.bytes, first.start + HEAD_BYTES, first.end);
  return {
    take: ({ bytes, start, end }) => takeFrom(bytes, start, end),
    finish: () => {
      if (inText) throw damaged(where, `#${store.count}`);
      return store;
    },
  };
}
