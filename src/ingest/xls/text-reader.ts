/** Reads texts of a BIFF8 stream (XLUnicodeRichExtendedString, [MS-XLS] 2.5.293), which may go on in CONTINUE records, as UTF-8. */
export interface TextReader {
  /** Makes ready for a text; `lengthBytes` is the width of the number of characters in front of it. */
  begin(lengthBytes: 1 | 2): void;
  /** Reads on in the body of a record, and of each CONTINUE behind it; returns the offset behind what belongs to the text. */
  take(bytes: Buffer, start: number, end: number): number;
  /** The text is there, with what follows it: formatting runs and phonetic text, which are left out. */
  readonly isWhole: boolean;
  /** The text is in `utf8` from `from` to `to`; without characters in front that would pass for a mark of raw cells. */
  readonly utf8: Buffer;
  readonly from: number;
  readonly to: number;
  text(): string;
}

const MOST_CHARACTERS = 0xffff;
const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;
/** Length, flags, number of runs, size of the phonetic text. */
const MOST_HEAD = 2 + 1 + 2 + 4;
const REPLACEMENT = 0xfffd;

export function createTextReader(): TextReader {
  const utf8 = Buffer.alloc(MOST_CHARACTERS * 3);
  const head = Buffer.alloc(MOST_HEAD);
  let lengthBytes = 2;
  let headBytes = 0;
  let headLength = 0;
  /** Characters that are still to come, and bytes behind them that are of no use. */
  let left = 0;
  let skip = 0;
  let wide = false;
  let to = 0;
  /** Half of a pair of UTF-16 units that waits for the other half; 0 for none. */
  let high = 0;

  const put = (code: number): void => {
    if (code < 0x80) utf8[to++] = code;
    else if (code < 0x800) {
      utf8[to++] = 0xc0 | (code >>> 6);
      utf8[to++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      utf8[to++] = 0xe0 | (code >>> 12);
      utf8[to++] = 0x80 | ((code >>> 6) & 0x3f);
      utf8[to++] = 0x80 | (code & 0x3f);
    } else {
      utf8[to++] = 0xf0 | (code >>> 18);
      utf8[to++] = 0x80 | ((code >>> 12) & 0x3f);
      utf8[to++] = 0x80 | ((code >>> 6) & 0x3f);
      utf8[to++] = 0x80 | (code & 0x3f);
    }
  };

  /** One unit of UTF-16; half a pair without the other is no character. */
  const putUnit = (unit: number): void => {
    if (high !== 0) {
      const first = high;
      high = 0;
      if (unit >= 0xdc00 && unit < 0xe000) {
        put(0x10000 + ((first - 0xd800) << 10) + unit - 0xdc00);
        return;
      }
      put(REPLACEMENT);
    }
    if (unit < 0xd800 || unit >= 0xe000) put(unit);
    else if (unit < 0xdc00) high = unit;
    else put(REPLACEMENT);
  };

  const takeHead = (bytes: Buffer, start: number, end: number): number => {
    let at = start;
    while (headLength < headBytes && at < end) {
      head[headLength++] = bytes[at++] as number;
      if (headLength !== lengthBytes + 1) continue;
      const flags = head[lengthBytes] as number;
      wide = (flags & WIDE) !== 0;
      headBytes += (flags & RICH ? 2 : 0) + (flags & EXTENDED ? 4 : 0);
    }
    if (headLength < headBytes) return at;
    const flags = head[lengthBytes] as number;
    left = head.readUIntLE(0, lengthBytes);
    if (flags & RICH) skip += 4 * head.readUInt16LE(lengthBytes + 1);
    if (flags & EXTENDED) skip += head.readUInt32LE(headBytes - 4);
    return at;
  };

  const takeCharacters = (bytes: Buffer, start: number, end: number): number => {
    const width = wide ? 2 : 1;
    const count = Math.min(left, Math.floor((end - start) / width));
    const stop = start + count * width;
    if (wide)
      for (let at = start; at < stop; at += 2)
        putUnit((bytes[at] as number) | ((bytes[at + 1] as number) << 8));
    else for (let at = start; at < stop; at++) putUnit(bytes[at] as number);
    left -= count;
    if (left === 0 && high !== 0) put(REPLACEMENT);
    return stop;
  };

  return {
    begin: (width) => {
      lengthBytes = width;
      headBytes = width + 1;
      headLength = left = skip = to = high = 0;
    },
    take: (bytes, start, end) => {
      let at = start;
      if (headLength < headBytes) {
        at = takeHead(bytes, start, end);
        if (headLength < headBytes) return at;
      } else if (left > 0) {
        // Text that goes on in another record says anew how wide its characters are.
        if (at < end) wide = ((bytes[at++] as number) & WIDE) !== 0;
      }
      if (left > 0) at = takeCharacters(bytes, at, end);
      if (left > 0) {
        // No character lies in two records: with half of one at the end, the text is damaged and shall not become whole.
        if (at < end) skip = Number.POSITIVE_INFINITY;
        return end;
      }
      const skipped = Math.min(skip, end - at);
      skip -= skipped;
      return at + skipped;
    },
    get isWhole() {
      return headLength === headBytes && left === 0 && skip === 0;
    },
    utf8,
    get from() {
      let from = 0;
      while (from < to && (utf8[from] === 1 || utf8[from] === 2)) from++;
      return from;
    },
    get to() {
      return to;
    },
    text() {
      return utf8.toString('utf8', this.from, to);
    },
  };
}
