/** What a byte of XML can mean; tables, because the scanner asks for every byte. */

/** Bits of `textKind`: `<`, a control character, and what has to be decoded. */
export const MARKUP = 1;
export const ILLEGAL = 2;
const SPECIAL = 4;
/** `>`, which with two brackets in front may stand in no text. */
export const CLOSING = 8;
/** `&`, behind which an entity must be named. */
export const REFERENCE = 16;

/** What a byte means in text or in an attribute's value; 0 for most. */
export const textKind = new Uint8Array(256);
textKind.fill(ILLEGAL, 0, 0x20);
textKind[0x09] = 0;
textKind[0x0a] = 0;
textKind[0x0d] = SPECIAL;
textKind['<'.charCodeAt(0)] = MARKUP;
textKind['&'.charCodeAt(0)] = SPECIAL | REFERENCE;
textKind['>'.charCodeAt(0)] = CLOSING;
// Perhaps an escape such as `_x000D_`.
textKind['_'.charCodeAt(0)] = SPECIAL;

const COLON = ':'.charCodeAt(0);

/** 1 where a byte may stand in a name, 2 where it may begin one as well; the colon is neither. */
export const nameKind = new Uint8Array(256);
nameKind.fill(2, 0x80);
for (const char of '-.0123456789') nameKind[char.charCodeAt(0)] = 1;
for (const char of '_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') nameKind[char.charCodeAt(0)] = 2;

export const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** The number by which the scanner compares names (without prefix): a 31-fold rolling hash. */
export function nameHash(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
  return hash;
}

/** The same of a name, or a namespace, in bytes. */
export function bytesHash(bytes: Buffer, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}

/** Whether the names at two offsets are the same; a name ends before the first byte that no name holds. */
export function sameName(bytes: Buffer, first: number, second: number): boolean {
  for (let i = 0; ; i++) {
    const a = bytes[first + i] as number;
    const b = bytes[second + i] as number;
    const ended = nameKind[a] === 0 && a !== COLON;
    if (ended || a !== b) return ended && nameKind[b] === 0 && b !== COLON;
  }
}
