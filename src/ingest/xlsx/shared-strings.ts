import { overLimit } from './failure.js';
import { type PartSource, requireRoot, scanPart } from './part.js';
import { createStringStore, type StringStore } from './string-store.js';
import { nameHash } from './xml-bytes.js';
import { CLOSE, END, MORE, OPEN, TEXT, type XmlScanner } from './xml-scanner.js';

const SST = nameHash('sst');
const SI = nameHash('si');
const T = nameHash('t');
const R = nameHash('r');

/** Depths of `sst`, `sst/si`, `sst/si/t` (or `r`) and `sst/si/r/t`. */
const ROOT = 1;
const ITEM = 2;
const INNER = 3;
const RUN_TEXT = 4;

/**
 * Reads the shared strings part: the runs of a rich text are joined, phonetic runs (`rPh`) left out. Throws HC3003 for
 * malformed XML, HC3008 when the strings are too many or too long.
 */
export async function readSharedStrings(source: PartSource): Promise<StringStore> {
  const { limits, where } = source;
  const store = createStringStore();
  const item = Buffer.allocUnsafe(limits.cellTextBytes);
  let length = 0;
  /** How many of the open elements, from the root, are on the way to a text. */
  let matched = 0;
  let inText = false;

  const check = (limit: string, holds: boolean): void => {
    if (!holds) throw overLimit(where, limit, `#${store.count}`);
  };
  const open = (scanner: XmlScanner): void => {
    const { depth, name } = scanner;
    if (matched !== depth - 1) return;
    if (depth === ROOT) requireRoot(scanner, SST, where);
    else if (depth === ITEM && name === SI) length = 0;
    else if ((depth === INNER || depth === RUN_TEXT) && name === T && !inText) inText = true;
    else if (depth !== INNER || name !== R) return;
    matched = depth;
  };
  const take = (scanner: XmlScanner): void => {
    if (!scanner.textSpecial) {
      const { textStart, textEnd } = scanner;
      check(`text ≤ ${limits.cellTextBytes} B`, length + textEnd - textStart <= item.length);
      length += scanner.window.bytes.copy(item, length, textStart, textEnd);
      return;
    }
    const piece = scanner.text();
    check(`text ≤ ${limits.cellTextBytes} B`, length + Buffer.byteLength(piece) <= item.length);
    length += item.write(piece, length);
  };
  const close = (depth: number): void => {
    if (matched !== depth + 1) return;
    matched = depth;
    inText = false;
    if (depth !== ROOT) return;
    check(`sharedStrings ≤ ${limits.sharedStrings}`, store.count < limits.sharedStrings);
    check(`sharedStrings ≤ ${limits.sharedStringBytes} B`, store.bytes + length <= limits.sharedStringBytes);
    // A text never begins like a marked number or error.
    let start = 0;
    while (start < length && (item[start] === 1 || item[start] === 2)) start++;
    store.addBytes(item, start, length);
  };
  await scanPart(source, (scanner) => {
    for (;;) {
      const token = scanner.next();
      if (token === TEXT) {
        if (inText && matched === scanner.depth) take(scanner);
      } else if (token === OPEN) open(scanner);
      else if (token === CLOSE) close(scanner.depth);
      else if (token === MORE || token === END) return true;
    }
  });
  return store;
}
