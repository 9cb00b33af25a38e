import type { HechaError } from '../../errors.js';
import { damaged, overLimit } from '../failure.js';
import { MAX_COLUMN, MAX_ROW } from '../limits.js';
import { ERROR_MARK } from '../raw.js';
import { PLAIN } from '../workbook/number-format.js';
import type { CellSink, MergedRange, SheetRead } from '../workbook/workbook.js';
import { type CellContext, cellType, cellValue, INLINE, NUMBER, SHARED, UNKNOWN } from './cell-value.js';
import { type PartSource, requireRoot, scanPart } from './part.js';
import { createPlainCells } from './plain-cells.js';
import { beginRow, createRowCells, fill, isFilled } from './row-cells.js';
import { isSpace, nameHash } from './xml-bytes.js';
import type { XmlScanner } from './xml-scanner.js';
import { CLOSE, END, MORE, OPEN, TEXT } from './xml-tokens.js';

const WORKSHEET = nameHash('worksheet');
const DIMENSION = nameHash('dimension');
const MERGES = nameHash('mergeCells');
const MERGE = nameHash('mergeCell');
const SHEET_DATA = nameHash('sheetData');
const ROW = nameHash('row');
const CELL = nameHash('c');
const VALUE = nameHash('v');
const FORMULA = nameHash('f');
const INLINE_STRING = nameHash('is');
const T = nameHash('t');
const R = nameHash('r');
const S = nameHash('s');
const REF = nameHash('ref');

/** Depths of `worksheet/sheetData/row/c/v` (or `is`) and of the texts `is/t` and `is/r/t`. */
const AT_ROOT = 1;
const AT_DATA = 2;
const AT_ROW = 3;
const AT_CELL = 4;
const AT_VALUE = 5;
const AT_INLINE = 6;
const AT_RUN = 7;

/**
 * Streams the cells of a worksheet part, row by row, in the order of the file. Throws HC3003 for malformed XML and for what cannot be one sheet (two
 * rows of one number, two values in one place, a number of a string that is not there), HC3008 past XFD1048576.
 */
export async function readRows(source: PartSource, context: CellContext, sink: CellSink): Promise<SheetRead> {
  const { where } = source;
  const { strings, formats, date1904, maxTextBytes } = context;
  let rows = 0;
  let emptyRows = 0;
  let declaredRows: number | undefined;
  const merges: MergedRange[] = [];
  /** How many of the open elements, from the root, are on the way to a value. */
  let matched = 0;
  let collecting = false;

  const seenRows = new Uint8Array(MAX_ROW / 8 + 1);
  const takePlainCells = createPlainCells(context, sink);
  const target = createRowCells();
  /** Room for the text of a cell that is not taken as it stands, and for what a mark or a format adds to it. */
  const scratch = Buffer.allocUnsafeSlow(maxTextBytes + 1024);
  const scratchView = new DataView(scratch.buffer);

  // Of the cell that is open.
  let type = NUMBER;
  let format = PLAIN;
  let text: string | undefined;
  let textBytes = 0;
  let index = -1;
  let formula = false;

  const at = (): string => `R${target.row}C${target.column + 1}`;
  const broken = (): HechaError => damaged(where, at());

  const setRow = (row: number): void => {
    target.row = row;
    target.numbered = true;
    if (row > MAX_ROW) throw overLimit(where, `≤ R${MAX_ROW}`, `R${row}`);
    const bit = 1 << (row & 7);
    const seen = seenRows[row >>> 3] as number;
    if ((seen & bit) !== 0) throw damaged(where, `2 × R${row}`);
    seenRows[row >>> 3] = seen | bit;
  };

  /** A whole number of up to eight digits; -1 when it is none. */
  const integer = (bytes: Buffer, start: number, end: number): number => {
    let value = 0;
    for (let i = start; i < end; i++) {
      const digit = (bytes[i] as number) - 0x30;
      if (digit < 0 || digit > 9 || value > 99_999_999) return -1;
      value = value * 10 + digit;
    }
    return start === end ? -1 : value;
  };

  const openRow = (scanner: XmlScanner): void => {
    beginRow(target);
    for (let i = 0; i < scanner.attributes; i++) {
      if (scanner.attributeName[i] !== R) continue;
      const bytes = scanner.window.bytes;
      const number = integer(bytes, scanner.valueStart[i] as number, scanner.valueEnd[i] as number);
      if (number < 1) throw damaged(where, `R${target.row} + 1`);
      setRow(number);
    }
  };

  const place = (bytes: Buffer, start: number, end: number): void => {
    let letters = 0;
    let i = start;
    for (; i < end; i++) {
      const letter = ((bytes[i] as number) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      letters = letters * 26 + letter;
      if (letters > MAX_COLUMN) throw overLimit(where, `≤ C${MAX_COLUMN}`, `R${target.row}`);
    }
    const number = integer(bytes, i, end);
    if (letters === 0 || number < 1) throw broken();
    target.column = letters - 1;
    if (!target.numbered) setRow(number);
    else if (number !== target.row) throw broken();
  };

  const openCell = (scanner: XmlScanner): void => {
    const { attributes, attributeName, valueStart, valueEnd } = scanner;
    const { bytes } = scanner.window;
    target.column++;
    type = NUMBER;
    text = undefined;
    textBytes = 0;
    index = -1;
    formula = false;
    let style = 0;
    for (let i = 0; i < attributes; i++) {
      const name = attributeName[i] as number;
      const start = valueStart[i] as number;
      const end = valueEnd[i] as number;
      if (name === R) place(bytes, start, end);
      else if (name === S) style = integer(bytes, start, end);
      else if (name === T) type = cellType(bytes, start, end);
    }
    if (target.column >= MAX_COLUMN) throw overLimit(where, `≤ C${MAX_COLUMN}`, at());
    if (type === UNKNOWN || style < 0) throw broken();
    format = style < formats.length ? (formats[style] as number) : PLAIN;
  };

  const takeIndex = (scanner: XmlScanner): void => {
    const { bytes } = scanner.window;
    let start = scanner.textStart;
    let end = scanner.textEnd;
    while (start < end && isSpace(bytes[start] as number)) start++;
    while (start < end && isSpace(bytes[end - 1] as number)) end--;
    if (start === end) return;
    const number = integer(bytes, start, end);
    if (number < 0 || index >= 0) throw broken();
    index = number;
  };

  const takeText = (scanner: XmlScanner): void => {
    const piece = scanner.text();
    textBytes += scanner.textSpecial ? Buffer.byteLength(piece) : scanner.textEnd - scanner.textStart;
    if (textBytes > maxTextBytes) throw overLimit(where, `cell_bytes ≤ ${maxTextBytes} B`, at());
    text = text === undefined ? piece : text + piece;
  };

  const put = (source: DataView, start: number, end: number): void => {
    if (start === end) return;
    if (isFilled(target, target.column)) throw damaged(where, `2 × ${at()}`);
    sink.put(target.column, source, start, end);
    fill(target, target.column);
  };

  const closeCell = (): void => {
    if (index >= 0) {
      if (!strings?.find(index)) throw damaged(where, `${at()}: sharedStrings`);
      const { source: bytes, start, end } = strings.found;
      put(bytes, start, end);
      return;
    }
    // A formula without a result was written by a program and never computed: empty would be a value that nobody has seen.
    const none = formula && type === NUMBER ? NOT_COMPUTED : undefined;
    const value = text === undefined ? none : cellValue(type, text, format, date1904);
    if (value !== undefined) put(scratchView, 0, scratch.write(value));
  };

  /** Returns whether to go on. */
  const closeRow = (): boolean => {
    if (!target.numbered) setRow(target.row + 1);
    if (target.filled === 0) emptyRows++;
    else rows++;
    return sink.endRow(target.row);
  };

  const takeMerge = (scanner: XmlScanner): void => {
    const range = rangeOf(scanner.valueOf(REF));
    if (range === undefined) return;
    if (merges.length >= MAX_MERGES) throw overLimit(where, `mergeCells ≤ ${MAX_MERGES}`, 'mergeCell');
    merges.push(range);
  };

  const open = (scanner: XmlScanner): void => {
    const { depth, name } = scanner;
    if (depth === AT_ROW && name === MERGE && scanner.parent === MERGES) takeMerge(scanner);
    if (matched !== depth - 1) return;
    switch (depth) {
      case AT_CELL:
        if (name !== CELL) return;
        openCell(scanner);
        break;
      case AT_VALUE:
        if (name === FORMULA && !scanner.foreign) formula = true;
        if (name !== VALUE && name !== INLINE_STRING) return;
        if (text !== undefined || index >= 0) throw broken();
        if (name === VALUE) collecting = true;
        else type = INLINE;
        break;
      case AT_ROW:
        if (name !== ROW) return;
        openRow(scanner);
        break;
      case AT_INLINE:
      case AT_RUN:
        if (collecting) return;
        if (name === T) collecting = true;
        else if (depth === AT_RUN || name !== R) return;
        break;
      case AT_DATA:
        if (name === DIMENSION) declaredRows = spannedRows(scanner.valueOf(REF));
        if (name !== SHEET_DATA) return;
        break;
      case AT_ROOT:
        requireRoot(scanner, WORKSHEET, where);
        break;
      default:
        return;
    }
    scanner.requireOwn();
    matched = depth;
  };

  await scanPart(source, (scanner) => {
    for (;;) {
      if (matched === AT_ROW && target.numbered && !scanner.closing && scanner.plainNames)
        takePlainCells(scanner.window, target);
      const token = scanner.next();
      if (token === TEXT) {
        if (!collecting || matched !== scanner.depth) continue;
        if (type === SHARED) takeIndex(scanner);
        else takeText(scanner);
      } else if (token === OPEN) open(scanner);
      else if (token === CLOSE) {
        if (matched !== scanner.depth + 1) continue;
        if (matched >= AT_VALUE) collecting = false;
        else if (matched === AT_CELL) closeCell();
        else if (matched === AT_ROW && !closeRow()) return false;
        matched--;
      } else if (token === MORE || token === END) return true;
    }
  });
  return { rows, emptyRows, declaredRows, merges };
}

/** The raw cell of a formula without a result. */
const NOT_COMPUTED = `${ERROR_MARK}#N/A`;

/** More merged ranges than any sheet that people make has; they are held in memory. */
const MAX_MERGES = 1_000_000;

/** A range such as `A3:A7`; `undefined` for what is none within a sheet. */
function rangeOf(ref: string | undefined): MergedRange | undefined {
  const match = /^([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})$/.exec(ref ?? '');
  if (!match) return undefined;
  const [, left = '', top, right = '', bottom] = match;
  const range = { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
  const isWithin = range.bottom <= MAX_ROW && range.right < MAX_COLUMN;
  return isWithin && range.top <= range.bottom && range.left <= range.right ? range : undefined;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 0x40, 0) - 1;

/** Rows of a range such as `A1:AN300001`. */
function spannedRows(ref: string | undefined): number | undefined {
  const match = /^[A-Za-z]+([0-9]{1,7}):[A-Za-z]+([0-9]{1,7})$/.exec(ref ?? '');
  return match ? Math.max(Number(match[2]) - Number(match[1]) + 1, 0) : undefined;
}
