import { isUtf8 } from 'node:buffer';
import type { HechaError } from '../../errors.js';
import { damaged, overLimit, type PartPlace } from './failure.js';
import { decodeEntities, decodeEscapes } from './xml-text.js';

/** The buffer ends inside a token: feed more, or finish. */
export const MORE = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const END = 4;

/** The number by which names are compared, of a name without its prefix. */
export function nameHash(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  return hash;
}

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;

/** Bits of what a byte means in text or in an attribute's value. */
const MARKUP = 1;
const ILLEGAL = 2;
/** Needs decoding: an entity, a line end to normalise, or an underscore that may begin an escape. */
const SPECIAL = 4;

const textKind = new Uint8Array(256);
textKind.fill(ILLEGAL, 0, 0x20);
textKind[0x09] = 0;
textKind[0x0a] = 0;
textKind[0x0d] = SPECIAL;
textKind[LT] = MARKUP;
textKind['&'.charCodeAt(0)] = SPECIAL;
textKind['_'.charCodeAt(0)] = SPECIAL;

/** 1 where a byte may stand in a name, 2 where it may begin one as well. */
const nameKind = new Uint8Array(256);
for (const char of '-.0123456789') nameKind[char.charCodeAt(0)] = 1;
for (let byte = 0; byte < 256; byte++) {
  if (byte >= 0x80 || /[A-Za-z_]/.test(String.fromCharCode(byte))) nameKind[byte] = 2;
}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const MAX_DEPTH = 256;
const MAX_ATTRIBUTES = 512;
/** Free bytes kept before the data, so that the byte before any token can be written. */
const HEADROOM = 8;

/**
 * A pull scanner over the bytes of one XML part that comes in chunks. `next` gives one token at a time; its parts are offsets
 * into `bytes`, good until the next `feed`. It demands well-formed markup (names that match, quoted values, one root,
 * legal UTF-8 characters) and refuses document types, so that no entity is ever declared; of namespaces it knows only to tell
 * prefix from name. A class, because its fields change at every token and the loops over them are the reader's cost.
 */
export class XmlScanner {
  bytes: Buffer;
  /** Name of the element that opened or closed, without prefix, as `nameHash` gives it. */
  name = 0;
  /** Elements that are open; the one just opened counts, the one just closed does not. */
  depth = 0;
  /** Attributes of the element just opened: hash of the whole name and of the name without prefix, and where the value is. */
  attributes = 0;
  readonly attributeName = new Int32Array(MAX_ATTRIBUTES);
  readonly attributeLocal = new Int32Array(MAX_ATTRIBUTES);
  readonly valueStart = new Int32Array(MAX_ATTRIBUTES);
  readonly valueEnd = new Int32Array(MAX_ATTRIBUTES);
  textStart = 0;
  textEnd = 0;
  /** False when the text is the bytes as they stand, in UTF-8. */
  textSpecial = false;

  private position = HEADROOM;
  private end = HEADROOM;
  private finished = false;
  private closing = false;
  private rootSeen = false;
  private cdata = false;
  private readonly openNames = new Int32Array(MAX_DEPTH);
  private readonly localNames = new Int32Array(MAX_DEPTH);
  /** Offset in the part of the first byte of `bytes`. */
  private base = -HEADROOM;
  private checkedUpTo = HEADROOM;
  /** Do not look again before the data reaches this far: keeps long tokens from being scanned once for each chunk. */
  private waitFor = 0;

  constructor(
    private readonly where: PartPlace,
    private readonly maxTokenBytes: number,
  ) {
    this.bytes = Buffer.allocUnsafe(1 << 18);
  }

  /** Adds the next bytes of the part. */
  feed(chunk: Buffer): void {
    const kept = this.end - this.position;
    if (kept > this.maxTokenBytes) throw overLimit(this.where, `XML ≤ ${this.maxTokenBytes}`, `@${this.base + this.position}`);
    const target = HEADROOM + kept + chunk.length > this.bytes.length ? this.grown(kept + chunk.length) : this.bytes;
    this.bytes.copy(target, HEADROOM, this.position, this.end);
    const moved = this.position - HEADROOM;
    this.bytes = target;
    this.base += moved;
    this.checkedUpTo -= moved;
    this.position = HEADROOM;
    this.end = HEADROOM + kept + chunk.copy(target, HEADROOM + kept);
    this.waitFor = kept > chunk.length ? Math.max(this.waitFor - moved, HEADROOM) : 0;
    this.checkEncoding();
  }

  /** Says that there is nothing more to feed: what is missing now is missing for good. */
  finish(): void {
    this.finished = true;
    this.checkEncoding();
  }

  /** The next token: MORE, OPEN, CLOSE, TEXT or END. A tag without content gives OPEN, then CLOSE. */
  next(): number {
    if (this.closing) {
      this.closing = false;
      this.depth--;
      return CLOSE;
    }
    if (this.position >= this.end || this.end < this.waitFor) return this.starved();
    if (this.bytes[this.position] !== LT) return this.scanText();
    const second = this.position + 1 < this.end ? (this.bytes[this.position + 1] as number) : -1;
    if (second < 0) return this.starved();
    if (second === SLASH) return this.scanClose();
    if (nameKind[second] === 2) return this.scanOpen();
    return this.scanDeclaration(second);
  }

  /** The text of the token: entities, escapes and line ends decoded. */
  text(): string {
    const raw = this.bytes.toString('utf8', this.textStart, this.textEnd);
    if (!this.textSpecial) return raw;
    const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    const decoded = this.cdata ? lines : decodeEntities(lines);
    if (decoded === undefined) throw this.illFormed(this.textStart);
    return decodeEscapes(decoded);
  }

  /** The value of the attribute of that number, decoded. */
  value(index: number): string {
    const start = this.valueStart[index] as number;
    const raw = this.bytes.toString('utf8', start, this.valueEnd[index]);
    const decoded = decodeEntities(raw.replace(/[\t\r\n]/g, ' '));
    if (decoded === undefined) throw this.illFormed(start);
    return decoded;
  }

  /** The value of the attribute of that name, which has no prefix; `undefined` when there is none. */
  valueOf(nameHashed: number): string | undefined {
    for (let i = 0; i < this.attributes; i++) if (this.attributeName[i] === nameHashed) return this.value(i);
    return undefined;
  }

  /** The error for markup that breaks the rules at that offset of `bytes`. */
  illFormed(offset: number): HechaError {
    return damaged(this.where, `XML @${this.base + offset}`);
  }

  private grown(needed: number): Buffer {
    return Buffer.allocUnsafe(Math.max(HEADROOM + needed, this.bytes.length * 2));
  }

  /** All bytes up to the last whole character must be UTF-8, since decoding would hide what is not. */
  private checkEncoding(): void {
    let whole = this.end;
    if (!this.finished) {
      // A character has at most 4 bytes, so its first one is among the last 4.
      let lead = this.end - 1;
      while (lead > this.end - 4 && lead > this.checkedUpTo && ((this.bytes[lead] as number) & 0xc0) === 0x80) lead--;
      if (lead >= this.checkedUpTo && (this.bytes[lead] as number) >= 0xc0) whole = lead;
    }
    if (whole <= this.checkedUpTo) return;
    if (!isUtf8(this.bytes.subarray(this.checkedUpTo, whole))) throw damaged(this.where, 'UTF-8');
    this.checkedUpTo = whole;
  }

  private starved(): number {
    if (!this.finished) {
      this.waitFor = this.end + (this.end - this.position);
      return MORE;
    }
    if (this.position < this.end && this.end < this.waitFor) {
      this.waitFor = 0;
      return this.next();
    }
    if (this.position < this.end || this.depth > 0 || !this.rootSeen) throw this.illFormed(this.end);
    return END;
  }

  private scanText(): number {
    const { bytes, end } = this;
    const start = this.position;
    let kinds = 0;
    let i = start;
    for (; i < end; i++) {
      const kind = textKind[bytes[i] as number] as number;
      if (kind === MARKUP) break;
      kinds |= kind;
    }
    if ((kinds & ILLEGAL) !== 0) throw this.illFormed(start);
    if (i === end && (this.depth > 0 || !this.finished)) return this.starved();
    if (this.depth === 0) return this.skipOutside(start, i);
    this.textStart = start;
    this.textEnd = i;
    this.textSpecial = kinds !== 0;
    this.cdata = false;
    this.position = i;
    return TEXT;
  }

  /** Beside the root there is only white space, and one byte-order mark before it. */
  private skipOutside(start: number, end: number): number {
    const marked = this.base + start === 0 && this.bytes.toString('hex', start, start + 3) === 'efbbbf';
    for (let i = marked ? start + 3 : start; i < end; i++) {
      if (!isSpace(this.bytes[i] as number)) throw this.illFormed(i);
    }
    this.position = end;
    return this.next();
  }

  private scanOpen(): number {
    const { bytes, end } = this;
    let i = this.position + 1;
    let whole = 0;
    let local = 0;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      if (nameKind[byte] === 0) {
        if (byte !== COLON) break;
        local = 0;
      } else local = (Math.imul(local, 31) + byte) | 0;
      whole = (Math.imul(whole, 31) + byte) | 0;
    }
    this.attributes = 0;
    for (;;) {
      const before = i;
      while (i < end && isSpace(bytes[i] as number)) i++;
      if (i + 1 >= end && !(i < end && bytes[i] === GT)) return this.starved();
      const byte = bytes[i] as number;
      if (byte === GT) {
        this.position = i + 1;
        break;
      }
      if (byte === SLASH) {
        if (bytes[i + 1] !== GT) throw this.illFormed(i);
        this.position = i + 2;
        this.closing = true;
        break;
      }
      if (i === before || nameKind[byte] !== 2) throw this.illFormed(i);
      i = this.scanAttribute(i);
      if (i < 0) return this.starved();
    }
    if (this.depth === 0) {
      if (this.rootSeen) throw this.illFormed(this.position);
      this.rootSeen = true;
    }
    if (this.depth === MAX_DEPTH) throw overLimit(this.where, `XML ≤ ${MAX_DEPTH} <>`, `@${this.base + this.position}`);
    this.openNames[this.depth] = whole;
    this.localNames[this.depth] = local;
    this.depth++;
    this.name = local;
    return OPEN;
  }

  /** Records the attribute that begins at `from`; gives the offset behind it, or -1 when the data ends before. */
  private scanAttribute(from: number): number {
    const { bytes, end } = this;
    let i = from;
    let whole = 0;
    let local = 0;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      if (nameKind[byte] === 0) {
        if (byte !== COLON) break;
        local = 0;
      } else local = (Math.imul(local, 31) + byte) | 0;
      whole = (Math.imul(whole, 31) + byte) | 0;
    }
    while (i < end && isSpace(bytes[i] as number)) i++;
    if (i < end && bytes[i] !== EQUALS) throw this.illFormed(i);
    i++;
    while (i < end && isSpace(bytes[i] as number)) i++;
    if (i >= end) return -1;
    const quote = bytes[i] as number;
    if (quote !== 0x22 && quote !== 0x27) throw this.illFormed(i);
    const start = ++i;
    let kinds = 0;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      if (byte === quote) break;
      kinds |= textKind[byte] as number;
    }
    if ((kinds & (ILLEGAL | MARKUP)) !== 0) throw this.illFormed(start);
    if (i >= end) return -1;
    const index = this.attributes;
    if (index === MAX_ATTRIBUTES) throw overLimit(this.where, `XML ≤ ${MAX_ATTRIBUTES} =`, `@${this.base + from}`);
    this.attributeName[index] = whole;
    this.attributeLocal[index] = local;
    this.valueStart[index] = start;
    this.valueEnd[index] = i;
    this.attributes = index + 1;
    return i + 1;
  }

  private scanClose(): number {
    const { bytes, end } = this;
    let i = this.position + 2;
    let whole = 0;
    for (; i < end; i++) {
      const byte = bytes[i] as number;
      if (nameKind[byte] === 0 && byte !== COLON) break;
      whole = (Math.imul(whole, 31) + byte) | 0;
    }
    while (i < end && isSpace(bytes[i] as number)) i++;
    if (i >= end) return this.starved();
    if (bytes[i] !== GT || this.depth === 0 || this.openNames[this.depth - 1] !== whole) throw this.illFormed(i);
    this.position = i + 1;
    this.depth--;
    this.name = this.localNames[this.depth] as number;
    return CLOSE;
  }

  /** Comments and instructions are passed over, CDATA is text, a document type is refused. */
  private scanDeclaration(second: number): number {
    const { bytes, end, position } = this;
    const at = (text: string): boolean => bytes.latin1Slice(position, position + text.length) === text;
    return second + end + (at('') ? 1 : 0);
  }
}
