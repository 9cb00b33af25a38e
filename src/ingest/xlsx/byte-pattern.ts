/** Bytes of a text of ASCII characters. */
const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The first four characters as `DataView.getUint32(at, true)` reads them: compared at once, not one by one. */
export const word = (text: string): number => new DataView(ascii(text).buffer).getUint32(0, true);

/** The first two characters as `DataView.getUint16(at, true)` reads them. */
export const half = (text: string): number => new DataView(ascii(text).buffer).getUint16(0, true);

/** Characters to look for at an offset, four at a time; the last four may begin among those before. */
export interface BytePattern {
  readonly length: number;
  readonly words: Uint32Array;
}

/** A pattern of four ASCII characters or more. */
export function bytePattern(text: string): BytePattern {
  const offsets = Array.from({ length: Math.ceil(text.length / 4) }, (_, index) =>
    Math.min(4 * index, text.length - 4),
  );
  return { length: text.length, words: Uint32Array.from(offsets, (offset) => word(text.slice(offset))) };
}

/** Whether the pattern stands at that offset. */
export function stands(view: DataView, at: number, { length, words }: BytePattern): boolean {
  const last = words.length - 1;
  for (let i = 0; i < last; i++) if (view.getUint32(at + 4 * i, true) !== words[i]) return false;
  return view.getUint32(at + length - 4, true) === words[last];
}
