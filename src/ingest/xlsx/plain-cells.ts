import { NUMBER_MARK } from '../raw.js';
import { ascii, matches, word } from './byte-pattern.js';
import type { ByteWindow } from './byte-window.js';
import { type CellContext, cellValue, INLINE, NUMBER, RESULT, SHARED } from './cell-value.js';
import { MAX_COLUMN } from './limits.js';
import { PLAIN } from './number-format.js';
import { putCell, type RowCells } from './row-cells.js';
import { textKind } from './xml-bytes.js';

/** More than a cell takes beside its text, so that the loops over its parts need no look at the end of the data. */
const ROOM = 192;
const LONGEST_NUMBER = 40;
/** Whole numbers below this keep their text, and dates below this day (2079), since both come again and again. */
const KEPT = 1 << 16;

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const SPACE = 0x20;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const R = 0x72;
const S = 0x73;
const T = 0x74;

const valueClose = ascii('</v></c>');
const inlineOpen = ascii('<is><t>');
const inlineOpenSpaced = ascii('<is><t xml:space="preserve">');
const inlineClose = ascii('</t></is></c>');
const inlineType = ascii('inlineStr');
const resultType = ascii('str');

const TAG_VALUE = word('><v>');
const VALUE_END = word('</v>');
const CELL_END = word('</c>');
const END_BYTES = '</v></c>'.length;

const closes = (view: DataView, at: number): boolean =>
  view.getUint32(at, true) === VALUE_END && view.getUint32(at + 4, true) === CELL_END;

/**
 * Takes cells in the form that nearly all writers give them, `<c r="B2" s="1" t="s"><v>7</v></c>` or a text in place, straight
 * from the bytes, several times as fast as by tokens. It stops before the first cell that has any other form, or is wrong, or is not
 * there whole, and leaves that one to the scanner; what it does take is what the scanner would have made of it.
 */
export function createPlainCells(context: CellContext): (window: ByteWindow, target: RowCells) => void {
  const { strings, formats, date1904, maxTextBytes } = context;
  // Made at their full size: an array that grows from its far end is a slow one.
  const keptNumbers = new Array<string | undefined>(KEPT);
  const keptDates: (string | undefined)[][] = [];
  // Of the cell being taken.
  let column = 0;
  let style = 0;
  let type = NUMBER;

  // Each of these reads from an offset and gives the one behind what it read, or -1 when that is not plain.

  const readReference = (bytes: Buffer, from: number, row: number): number => {
    let i = from;
    let letters = 0;
    for (; i < from + 3; i++) {
      const letter = (bytes[i] as number) - 0x40;
      if (letter < 1 || letter > 26) break;
      letters = letters * 26 + letter;
    }
    let number = 0;
    for (const end = i + 7; i < end; i++) {
      const digit = (bytes[i] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = number * 10 + digit;
    }
    column = letters - 1;
    return letters > 0 && number === row ? i : -1;
  };

  const readStyle = (bytes: Buffer, from: number): number => {
    let i = from;
    style = 0;
    for (; i < from + 7; i++) {
      const digit = (bytes[i] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      style = style * 10 + digit;
    }
    return i === from ? -1 : i;
  };

  const readType = (bytes: Buffer, from: number): number => {
    if (bytes[from] === S && bytes[from + 1] === QUOTE) {
      type = SHARED;
      return from + 1;
    }
    if (matches(bytes, from, resultType)) {
      type = RESULT;
      return from + resultType.length;
    }
    type = INLINE;
    return matches(bytes, from, inlineType) ? from + inlineType.length : -1;
  };

  const readAttributes = (bytes: Buffer, from: number, row: number): number => {
    let i = from;
    let before = 0;
    // In the order r, s, t, as everybody writes them, so that none can be there twice.
    while (bytes[i] === SPACE) {
      const name = bytes[i + 1] as number;
      if (name <= before || bytes[i + 2] !== EQUALS || bytes[i + 3] !== QUOTE) return -1;
      before = name;
      if (name === R) i = readReference(bytes, i + 4, row);
      else if (name === S) i = readStyle(bytes, i + 4);
      else if (name === T) i = readType(bytes, i + 4);
      else return -1;
      if (i < 0 || bytes[i] !== QUOTE) return -1;
      i++;
    }
    return i;
  };

  const numberText = (bytes: Buffer, start: number, end: number, whole: number): string | undefined => {
    const format = style < formats.length ? (formats[style] as number) : PLAIN;
    const keepable = whole >= 0 && whole < KEPT && (bytes[start] !== ZERO || end === start + 1);
    if (format === PLAIN && keepable) {
      let text = keptNumbers[whole];
      if (text === undefined) keptNumbers[whole] = text = NUMBER_MARK + whole;
      return text;
    }
    if (format === PLAIN) {
      // Over the `>` of `<v>`, which is done with: one text, not two that somebody has to join later.
      bytes[start - 1] = NUMBER_MARK.charCodeAt(0);
      return bytes.toString('latin1', start - 1, end);
    }
    if (!keepable) return cellValue(NUMBER, bytes.toString('latin1', start, end), format, date1904);
    keptDates[format] ??= new Array<string | undefined>(KEPT);
    const kept = keptDates[format];
    let text = kept[whole];
    if (text === undefined) kept[whole] = text = cellValue(NUMBER, String(whole), format, date1904) ?? '';
    return text;
  };

  const takeShared = ({ bytes, view }: ByteWindow, start: number, target: RowCells): number => {
    let index = 0;
    let i = start;
    for (; i < start + 9; i++) {
      const digit = (bytes[i] as number) - ZERO;
      if (digit < 0 || digit > 9) break;
      index = index * 10 + digit;
    }
    if (i === start || !closes(view, i)) return -1;
    const text = strings?.at(index);
    return text !== undefined && putCell(target, column, text) ? i + END_BYTES : -1;
  };

  const takeNumber = ({ bytes, view }: ByteWindow, start: number, target: RowCells): number => {
    let i = bytes[start] === MINUS ? start + 1 : start;
    const first = i;
    let whole = i === start ? 0 : -1;
    let point = -1;
    for (; i < start + LONGEST_NUMBER; i++) {
      const digit = (bytes[i] as number) - ZERO;
      if (digit >= 0 && digit <= 9) {
        if (whole >= 0) whole = whole < KEPT ? whole * 10 + digit : whole;
      } else if (bytes[i] === POINT && point < 0 && i > first) {
        point = i;
        whole = -1;
      } else break;
    }
    if (i === first || !closes(view, i)) return -1;
    const text = numberText(bytes, start, i, whole);
    // Cannot fail: the place was looked at before.
    if (text !== undefined) putCell(target, column, text);
    return i + END_BYTES;
  };

  const takeText = (window: ByteWindow, start: number, close: Uint8Array, target: RowCells): number => {
    const { bytes } = window;
    const end = Math.min(window.end - ROOM, start + maxTextBytes + 1);
    let i = start;
    while (i < end && textKind[bytes[i] as number] === 0) i++;
    if (bytes[i] !== LT || i - start > maxTextBytes || !matches(bytes, i, close)) return -1;
    return putCell(target, column, bytes.toString('utf8', start, i)) ? i + close.length : -1;
  };

  return (window, target) => {
    if (window.end < window.waitFor) return;
    const { bytes, view } = window;
    const last = window.end - ROOM;
    for (;;) {
      const { position } = window;
      if (position >= last || bytes[position] !== LT || bytes[position + 1] !== 0x63) return;
      column = target.column + 1;
      style = 0;
      type = NUMBER;
      let i = readAttributes(bytes, position + 2, target.row);
      if (i < 0 || column >= MAX_COLUMN) return;
      if (bytes[i] === SLASH && bytes[i + 1] === GT) i += 2;
      else {
        if (bytes[i] !== GT || (column < target.width && target.cells[column] !== undefined)) return;
        if (type === INLINE) {
          if (matches(bytes, i + 1, inlineOpen))
            i = takeText(window, i + 1 + inlineOpen.length, inlineClose, target);
          else if (!matches(bytes, i + 1, inlineOpenSpaced)) return;
          else i = takeText(window, i + 1 + inlineOpenSpaced.length, inlineClose, target);
        } else {
          if (view.getUint32(i, true) !== TAG_VALUE) return;
          const start = i + 4;
          if (type === SHARED) i = takeShared(window, start, target);
          else if (type === NUMBER) i = takeNumber(window, start, target);
          else i = takeText(window, start, valueClose, target);
        }
        if (i < 0) return;
      }
      target.column = column;
      window.position = i;
    }
  };
}
