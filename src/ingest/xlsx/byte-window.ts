import { isUtf8 } from 'node:buffer';
import { damaged, type PartPlace } from '../failure.js';

/** Free bytes kept before the data, so that the byte before any offset of it may be written. */
const HEADROOM = 8;

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/**
 * The part of a stream of UTF-8 that is being looked at: what was fed and not yet passed, in one buffer that is used again and
 * again. Offsets are good until the next `feed`.
 */
export class ByteWindow {
  bytes: Buffer = Buffer.allocUnsafeSlow(1 << 17);
  /** The same bytes, for looking at several at once. */
  view = viewOf(this.bytes);
  /** Offset of what comes next: the reader moves it, and what is before it is forgotten. */
  position = HEADROOM;
  end = HEADROOM;
  finished = false;
  /** How far the data must reach before the reader needs to look again. */
  waitFor = 0;
  private readonly where: PartPlace;
  /** Offset in the stream of the first byte of `bytes`. */
  private base = -HEADROOM;
  private checkedUpTo = HEADROOM;

  constructor(where: PartPlace) {
    this.where = where;
  }

  /** Adds the next bytes. Throws HC3003 when they are not UTF-8, which decoding would hide. */
  feed(chunk: Buffer): void {
    const kept = this.end - this.position;
    const moved = this.position - HEADROOM;
    const needed = HEADROOM + kept + chunk.length;
    const grows = needed > this.bytes.length;
    const target = grows ? Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2)) : this.bytes;
    this.bytes.copy(target, HEADROOM, this.position, this.end);
    chunk.copy(target, HEADROOM + kept);
    this.bytes = target;
    if (grows) this.view = viewOf(target);
    this.base += moved;
    this.checkedUpTo -= moved;
    this.waitFor -= moved;
    this.position = HEADROOM;
    this.end = needed;
    this.checkEncoding();
  }

  /** Says that nothing more will come. */
  finish(): void {
    this.finished = true;
    this.checkEncoding();
  }

  /** Where in the stream an offset is. */
  offset(at: number): number {
    return this.base + at;
  }

  /** Offset of the mark (ASCII) at or after `from`; -1 when the data has none. */
  find(mark: string, from: number): number {
    const found = this.bytes.indexOf(mark, from, 'latin1');
    return found < 0 || found + mark.length > this.end ? -1 : found;
  }

  private checkEncoding(): void {
    let whole = this.end;
    if (!this.finished) {
      // A character has at most 4 bytes: when its first one is among the last 3, the rest may still have to come.
      for (let i = this.end - 1; i >= Math.max(this.checkedUpTo, this.end - 3); i--) {
        const byte = this.bytes[i] as number;
        if (byte >= 0xc0) whole = i;
        if (byte < 0x80 || byte >= 0xc0) break;
      }
    }
    if (whole <= this.checkedUpTo) return;
    if (!isUtf8(this.bytes.subarray(this.checkedUpTo, whole))) throw damaged(this.where, 'UTF-8');
    this.checkedUpTo = whole;
  }
}
