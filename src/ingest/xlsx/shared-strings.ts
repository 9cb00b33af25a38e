import type { HechaError } from '../../errors.js';
import { overLimit } from '../failure.js';
import { createStringStore, type StringStore } from '../workbook/string-store.js';
import { word } from './byte-pattern.js';
import type { ByteWindow } from './byte-window.js';
import { type PartSource, requireRoot, scanPart } from './part.js';
import { nameHash, textKind } from './xml-bytes.js';
import type { XmlScanner } from './xml-scanner.js';
import { CLOSE, END, MORE, OPEN, TEXT } from './xml-tokens.js';

const SST = nameHash('sst');
const SI = nameHash('si');
const T = nameHash('t');
const R = nameHash('r');

/** Depths of `sst`, `sst/si`, `sst/si/t` (or `r`) and `sst/si/r/t`. */
const ROOT = 1;
const ITEM = 2;
const INNER = 3;
const RUN_TEXT = 4;

/** Bytes that must be there behind an item that is taken whole. */
const ROOM = 16;
const ITEM_OPEN = word('<si>');
const TEXT_OPEN = word('<t>\0');
const TEXT_CLOSE = word('</t>');
const ITEM_CLOSE = word('</si');
const GT = 0x3e;

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

  const tooMuch = (limit: string): HechaError => overLimit(where, limit, `#${store.count}`);
  const finish = (bytes: Buffer, from: number, to: number): void => {
    if (store.count >= limits.sharedStrings) throw tooMuch(`shared_strings ≤ ${limits.sharedStrings}`);
    if (store.bytes + to - from > limits.sharedStringBytes) {
      throw tooMuch(`shared_string_bytes ≤ ${limits.sharedStringBytes} B`);
    }
    store.addBytes(bytes, from, to);
  };
  const open = (scanner: XmlScanner): void => {
    const { depth, name } = scanner;
    if (matched !== depth - 1) return;
    if (depth === ROOT) requireRoot(scanner, SST, where);
    else if (depth === ITEM && name === SI) length = 0;
    else if ((depth === INNER || depth === RUN_TEXT) && name === T && !inText) inText = true;
    else if (depth !== INNER || name !== R) return;
    scanner.requireOwn();
    matched = depth;
  };
  const take = (scanner: XmlScanner): void => {
    const { textStart, textEnd, textSpecial } = scanner;
    const decoded = textSpecial ? scanner.text() : '';
    const bytes = textSpecial ? Buffer.byteLength(decoded) : textEnd - textStart;
    if (length + bytes > item.length) throw tooMuch(`cell_bytes ≤ ${limits.cellTextBytes} B`);
    if (textSpecial) item.write(decoded, length);
    else scanner.window.bytes.copy(item, length, textStart, textEnd);
    length += bytes;
  };
  const close = (depth: number): void => {
    if (matched !== depth + 1) return;
    matched = depth;
    inText = false;
    if (depth !== ROOT) return;
    // A text never begins like a marked number or error.
    let start = 0;
    while (start < length && (item[start] === 1 || item[start] === 2)) start++;
    finish(item, start, length);
  };
  /** Items of a single text as it stands, `<si><t>…</t></si>`, taken from the bytes; stops before any other. */
  const takePlainItems = (window: ByteWindow): void => {
    if (window.end < window.waitFor) return;
    const { bytes, view } = window;
    const last = window.end - ROOM;
    for (;;) {
      const { position } = window;
      if (position >= last || view.getUint32(position, true) !== ITEM_OPEN) return;
      if ((view.getUint32(position + 4, true) & 0xffffff) !== TEXT_OPEN) return;
      const start = position + '<si><t>'.length;
      const end = Math.min(last, start + limits.cellTextBytes + 1);
      let i = start;
      while (i < end && textKind[bytes[i] as number] === 0) i++;
      if (i > start + limits.cellTextBytes) return;
      if (view.getUint32(i, true) !== TEXT_CLOSE || view.getUint32(i + 4, true) !== ITEM_CLOSE) return;
      if (bytes[i + 8] !== GT) return;
      finish(bytes, start, i);
      window.position = i + '</t></si>'.length;
    }
  };
  await scanPart(source, (scanner) => {
    for (;;) {
      if (matched === ROOT && scanner.depth === ROOT && !scanner.closing && scanner.plainNames)
        takePlainItems(scanner.window);
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
