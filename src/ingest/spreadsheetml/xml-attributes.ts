import { bytesHash } from '../xlsx/xml-bytes.js';
import type { XmlScanner } from '../xlsx/xml-scanner.js';

/** Number of the attribute of that name (a hash) of the element just opened, whatever its prefix; -1 when there is none. */
function attributeAt(scanner: XmlScanner, name: number): number {
  const { attributes, attributeLocal } = scanner;
  for (let i = 0; i < attributes; i++) if (attributeLocal[i] === name) return i;
  return -1;
}

/** The value of that attribute; `undefined` when there is none. */
export function attributeText(scanner: XmlScanner, name: number): string | undefined {
  const index = attributeAt(scanner, name);
  return index < 0 ? undefined : scanner.value(index);
}

/** The whole number, of up to eight digits, that the attribute is; `undefined` without the attribute, -1 when it is something else. */
export function attributeNumber(scanner: XmlScanner, name: number): number | undefined {
  const index = attributeAt(scanner, name);
  if (index < 0) return undefined;
  const { bytes } = scanner.window;
  const start = scanner.valueStart[index] as number;
  const end = scanner.valueEnd[index] as number;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 0x30;
    if (digit < 0 || digit > 9 || value > 9_999_999) return -1;
    value = value * 10 + digit;
  }
  return start === end ? -1 : value;
}

/** The value of that attribute as a hash, as names are compared; `undefined` when there is none. */
export function attributeHash(scanner: XmlScanner, name: number): number | undefined {
  const index = attributeAt(scanner, name);
  if (index < 0) return undefined;
  const { bytes } = scanner.window;
  const end = scanner.valueEnd[index] as number;
  return bytesHash(bytes, scanner.valueStart[index] as number, end);
}
