import type { TextEncoding } from './utf8-chunks.js';

/** Start of a file that is looked at, in bytes. */
export const ENCODING_HEAD = 1 << 16;

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: TextEncoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

/** Share of a text's UTF-16 units that are ASCII at least; a table's delimiters and digits are more. */
const UTF16_ASCII_SHARE = 0.05;

export interface EncodingSigns {
  readonly bom: boolean;
  /** The encodings that the file may be in, the likelier first; the first that it can be decoded by is it. */
  readonly candidates: readonly TextEncoding[];
}

/** Reads the signs of an encoding off a file's first bytes: its byte order mark, or the zeros of UTF-16. */
export function encodingSigns(head: Buffer): EncodingSigns {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (mark) return { bom: true, candidates: [mark.encoding] };
  const utf16 = utf16ByZeros(head);
  return { bom: false, candidates: utf16 ? [utf16] : ['utf-8', 'gb18030'] };
}

/** ASCII in UTF-16 has a zero in every second byte, always the same one; in any other text zeros are damage. */
function utf16ByZeros(head: Buffer): TextEncoding | undefined {
  const units = head.length >> 1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const enough = Math.max(2, units * UTF16_ASCII_SHARE);
  if (odd >= enough && even * 50 <= odd) return 'utf-16le';
  if (even >= enough && odd * 50 <= even) return 'utf-16be';
  return undefined;
}
