import type { HechaError } from '../../errors.js';
import { damaged, type PartPlace } from '../failure.js';
import type { ByteStream } from './byte-stream.js';
import { BIFF8, BOF, EOF } from './record-types.js';

/** One record: its body is `bytes` from `start` to `end`. The next one takes its place. */
export interface BiffRecord {
  bytes: Buffer;
  type: number;
  start: number;
  end: number;
  /** Offset of the record in the stream. */
  at: number;
}

/** Receives a record; returning false stops the reading. */
export type OnRecord = (record: BiffRecord) => boolean;

const HEAD_BYTES = 4;
/** Room for the longest record that a length of 16 bits allows, several times. */
const WINDOW_BYTES = 1 << 18;

/** The workbook or a sheet in the stream: records between BOF and EOF ([MS-XLS] 2.1.7.20). */
export interface Substream {
  readonly stream: ByteStream;
  readonly where: PartPlace;
  /** It begins here, and ends before `to`. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads the records of a substream, without those of substreams within it, such as charts, up to its EOF or until `onRecord`
 * returns false. Throws HC3003 when none of that kind begins there, or it does not end.
 */
export async function scanSubstream(
  { stream, where, from, to }: Substream,
  kind: number,
  onRecord: OnRecord,
): Promise<void> {
  let depth = 0;
  const take: OnRecord = (record) => {
    const { type } = record;
    if (depth === 0 && !isStart(record, kind)) throw brokenRecord(where, record);
    if (type === BOF) depth++;
    else if (type === EOF) depth--;
    else if (depth === 1) return onRecord(record);
    return depth > 0;
  };

  const bytes = Buffer.alloc(Math.min(WINDOW_BYTES, Math.max(to - from, 0)));
  const record: BiffRecord = { bytes, type: 0, start: 0, end: 0, at: from };
  /** Bytes of the window that are filled, and the offset in the stream of its first one. */
  let filled = 0;
  let base = from;
  for (let position = 0; ; position = 0) {
    const length = Math.min(bytes.length - filled, to - base - filled);
    if (length <= 0) throw damaged(where, `EOF @ ${to}`);
    await stream.fill(bytes.subarray(filled, filled + length), base + filled);
    filled += length;
    while (position + HEAD_BYTES <= filled) {
      const end = position + HEAD_BYTES + bytes.readUInt16LE(position + 2);
      if (end > filled) break;
      record.type = bytes.readUInt16LE(position);
      record.start = position + HEAD_BYTES;
      record.end = end;
      record.at = base + position;
      if (!take(record)) return;
      position = end;
    }
    bytes.copyWithin(0, position, filled);
    base += position;
    filled -= position;
  }
}

const isStart = ({ type, bytes, start, end }: BiffRecord, kind: number): boolean =>
  type === BOF &&
  end - start >= 4 &&
  bytes.readUInt16LE(start) === BIFF8 &&
  bytes.readUInt16LE(start + 2) === kind;

/** A record is not what its type asks for. */
export const brokenRecord = (where: PartPlace, { type, at }: BiffRecord): HechaError =>
  damaged(where, `0x${type.toString(16)} @ ${at}`);
