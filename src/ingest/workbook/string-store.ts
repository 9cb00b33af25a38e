import { TEXT_SLACK } from '../../engine/engine.js';

const SEGMENT_BITS = 22;
const SEGMENT_BYTES = 1 << SEGMENT_BITS;
const SEGMENT_MASK = SEGMENT_BYTES - 1;
/** Strings in one table of addresses. */
const TABLE_BITS = 16;
const TABLE_SIZE = 1 << TABLE_BITS;
const TABLE_MASK = TABLE_SIZE - 1;
/** A length below this is one byte, any other follows in four. */
const LONG = 255;

/** Strings by number, held as UTF-8 outside the heap: five bytes each beside the text. */
export interface StringStore {
  readonly count: number;
  /** UTF-8 bytes of all strings. */
  readonly bytes: number;
  /** Adds the text in `source` from `start` to `end`, which must be shorter than 4 MB. */
  addBytes(source: Buffer, start: number, end: number): void;
  /** Finds the string of that number, from 0, and notes in `found` where it is. False when there is none. */
  find(index: number): boolean;
  readonly found: Readonly<FoundString>;
}

interface FoundString {
  source: DataView;
  start: number;
  end: number;
}

export function createStringStore(): StringStore {
  const segments: DataView[] = [];
  const tables: Uint32Array[] = [];
  let segment: Buffer = Buffer.alloc(0);
  let used = 0;
  let count = 0;
  let bytes = 0;

  /** Makes room for a string of that length and notes its address; returns where its text goes. */
  const reserve = (length: number): number => {
    const header = length < LONG ? 1 : 5;
    if (used + header + length + TEXT_SLACK > segment.length) {
      segment = Buffer.allocUnsafeSlow(SEGMENT_BYTES);
      segments.push(new DataView(segment.buffer));
      used = 0;
    }
    if ((count & TABLE_MASK) === 0) tables.push(new Uint32Array(TABLE_SIZE));
    const table = tables[count >>> TABLE_BITS] as Uint32Array;
    table[count & TABLE_MASK] = (segments.length - 1) * SEGMENT_BYTES + used;
    segment[used] = Math.min(length, LONG);
    if (header === 5) segment.writeUInt32LE(length, used + 1);
    const start = used + header;
    used = start + length;
    count++;
    bytes += length;
    return start;
  };

  // Apart from the store, whose getters make access to its fields slow.
  const found: FoundString = { source: new DataView(new ArrayBuffer(0)), start: 0, end: 0 };

  return {
    found,
    get count() {
      return count;
    },
    get bytes() {
      return bytes;
    },
    addBytes: (source, start, end) => {
      const length = end - start;
      const target = reserve(length);
      // A call of `copy` costs more than a short loop.
      if (length > 24) source.copy(segment, target, start, end);
      else for (let i = 0; i < length; i++) segment[target + i] = source[start + i] as number;
    },
    find: (index) => {
      if (!(index >= 0 && index < count)) return false;
      const address = (tables[index >>> TABLE_BITS] as Uint32Array)[index & TABLE_MASK] as number;
      const source = segments[address >>> SEGMENT_BITS] as DataView;
      const at = address & SEGMENT_MASK;
      const short = source.getUint8(at);
      found.source = source;
      found.start = short < LONG ? at + 1 : at + 5;
      found.end = found.start + (short < LONG ? short : source.getUint32(at + 1, true));
      return true;
    },
  };
}

/** The string of that number; `undefined` when there is none. */
export function storedText(store: StringStore, index: number): string | undefined {
  if (!store.find(index)) return undefined;
  const { source, start, end } = store.found;
  return Buffer.from(source.buffer, source.byteOffset + start, end - start).toString();
}
