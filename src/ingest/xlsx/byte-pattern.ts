/** Bytes of a text of ASCII characters. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The first four characters as `DataView.getUint32(at, true)` reads them: compared at once, not one by one. */
export const word = (text: string): number => new DataView(ascii(text).buffer).getUint32(0, true);

/** The first two characters as `DataView.getUint16(at, true)` reads them. */
export const half = (text: string): number => new DataView(ascii(text).buffer).getUint16(0, true);

/** Whether the wanted bytes stand at that offset. */
export function matches(bytes: Buffer, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}
