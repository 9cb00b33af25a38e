const SEGMENT_BITS = 22;
const SEGMENT_BYTES = 1 << SEGMENT_BITS;
const SEGMENT_MASK = SEGMENT_BYTES - 1;
/** Strings in one table of addresses. */
const TABLE_BITS = 16;
const TABLE_SIZE = 1 << TABLE_BITS;
const TABLE_MASK = TABLE_SIZE - 1;
/** Slots that remember strings already decoded: a roster repeats few values (villages, yes and no) very often. */
const MEMORY_SIZE = 1 << 12;
const MEMORY_MASK = MEMORY_SIZE - 1;
/** A length below this is one byte, any other follows in four. */
const LONG = 255;

/** Strings by number, held as UTF-8 outside the heap: five bytes each beside the text. */
export interface StringStore {
  readonly count: number;
  /** UTF-8 bytes of all strings. */
  readonly bytes: number;
  /** Adds the text in `source` from `start` to `end`, which must be shorter than 4 MB. */
  addBytes(source: Buffer, start: number, end: number): void;
  /** The string of that number, from 0; `undefined` when there is none. */
  at(index: number): string | undefined;
}

export function createStringStore(): StringStore {
  const segments: Buffer[] = [];
  const tables: Uint32Array[] = [];
  const remembered: (string | undefined)[] = new Array(MEMORY_SIZE).fill(undefined);
  const rememberedIndex = new Int32Array(MEMORY_SIZE).fill(-1);
  let segment = Buffer.alloc(0);
  let used = 0;
  let count = 0;
  let bytes = 0;

  /** Makes room for a string of that length and notes its address; returns where its text goes. */
  const reserve = (length: number): number => {
    const header = length < LONG ? 1 : 5;
    if (used + header + length > segment.length) {
      segment = Buffer.allocUnsafeSlow(SEGMENT_BYTES);
      segments.push(segment);
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

  const decode = (index: number): string => {
    const address = (tables[index >>> TABLE_BITS] as Uint32Array)[index & TABLE_MASK] as number;
    const source = segments[address >>> SEGMENT_BITS] as Buffer;
    const at = address & SEGMENT_MASK;
    const short = source[at] as number;
    if (short < LONG) return source.toString('utf8', at + 1, at + 1 + short);
    return source.toString('utf8', at + 5, at + 5 + source.readUInt32LE(at + 1));
  };

  return {
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
    at: (index) => {
      if (!(index >= 0 && index < count)) return undefined;
      const slot = index & MEMORY_MASK;
      if (rememberedIndex[slot] === index) return remembered[slot];
      const text = decode(index);
      remembered[slot] = text;
      rememberedIndex[slot] = index;
      return text;
    },
  };
}
