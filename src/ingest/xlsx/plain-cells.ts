import { MAX_COLUMN } from '../limits.js';
import { NUMBER_MARK } from '../raw.js';
import { PLAIN } from '../workbook/number-format.js';
import { ascii, half, matches, word } from './byte-pattern.js';
import type { ByteWindow } from './byte-window.js';
import { type CellContext, cellValue, NUMBER } from './cell-value.js';
import { putCell, type RowCells } from './row-cells.js';
import { textKind } from './xml-bytes.js';

/** More than a cell takes beside its text, so that the loops over its parts need no look at the end of the data. */
const ROOM = 192;
/** What is taken here of an address, a style, an index, and of a number before its point. */
const MOST_DIGITS = 9;
const MOST_ADDRESS = 12;
const MOST_NUMBER_DIGITS = 40;
/** Whole numbers below this keep their text, and dates below this day (2079), since both come again and again. */
const KEPT = 1 << 16;

const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const BEFORE_A = 0x40;
const Z = 0x5a;

const TAG_CELL = half('<c');
const TAG_END = half('/>');
const ADDRESS = word(' r="');
const STYLE = word(' s="');
const TYPE = word(' t="');
const SHARED = half('s"');
const VALUE = word('><v>');
const VALUE_END = word('</v>');
const CELL_END = word('</c>');
const END_BYTES = '</v></c>'.length;

/** How texts stand in a cell, from the value of its type on. */
const textForms = [
  { opening: ascii('inlineStr"><is><t>'), closing: ascii('</t></is></c>') },
  { opening: ascii('inlineStr"><is><t xml:space="preserve">'), closing: ascii('</t></is></c>') },
  { opening: ascii('str"><v>'), closing: ascii('</v></c>') },
];

const isLetter = (byte: number): boolean => byte > BEFORE_A && byte <= Z;
const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

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
  /** Offset behind the text that was taken last. */
  let behind = 0;

  /** The raw cell for digits in `bytes`, which are the number `whole` where that is below KEPT and not negative. */
  const numberText = (bytes: Buffer, start: number, end: number, style: number, whole: number): string => {
    const format = style < formats.length ? (formats[style] as number) : PLAIN;
    // With a zero in front, digits and number do not say the same.
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
    if (!keepable) return cellValue(NUMBER, bytes.toString('latin1', start, end), format, date1904) ?? '';
    keptDates[format] ??= new Array<string | undefined>(KEPT);
    const kept = keptDates[format];
    let text = kept[whole];
    if (text === undefined) kept[whole] = text = cellValue(NUMBER, String(whole), format, date1904) ?? '';
    return text;
  };

  /** The text of a cell whose type begins at `at`; `undefined` when it has another form, or has to be decoded. */
  const plainText = (window: ByteWindow, at: number): string | undefined => {
    const { bytes } = window;
    const form = textForms.find(({ opening }) => matches(bytes, at, opening));
    if (form === undefined) return undefined;
    const start = at + form.opening.length;
    const end = Math.min(window.end - ROOM, start + maxTextBytes + 1);
    let i = start;
    while (i < end && textKind[bytes[i] as number] === 0) i++;
    if (i - start > maxTextBytes || !matches(bytes, i, form.closing)) return undefined;
    behind = i + form.closing.length;
    return bytes.toString('utf8', start, i);
  };

  /** Reads the digits of a number, and its raw cell; `undefined` when it is not plain digits with a point at most. */
  const plainNumber = ({ bytes, view }: ByteWindow, start: number, style: number): string | undefined => {
    let i = bytes[start] === MINUS ? start + 1 : start;
    let whole = i === start ? 0 : -1;
    const first = i;
    for (; i < start + MOST_NUMBER_DIGITS && isDigit(bytes[i] as number); i++) {
      if (whole >= 0 && whole < KEPT) whole = whole * 10 + (bytes[i] as number) - ZERO;
    }
    if (i === first) return undefined;
    if (bytes[i] === POINT) {
      whole = -1;
      for (i++; i < start + 2 * MOST_NUMBER_DIGITS && isDigit(bytes[i] as number); ) i++;
    }
    if (view.getUint32(i, true) !== VALUE_END || view.getUint32(i + 4, true) !== CELL_END) return undefined;
    behind = i + END_BYTES;
    return numberText(bytes, start, i, style, whole);
  };

  // One loop over local variables: taken apart, it needs half as long again.
  return (window, target) => {
    if (window.end < window.waitFor) return;
    const { bytes, view } = window;
    const { row } = target;
    const last = window.end - ROOM;
    let { position } = window;
    let before = target.column;
    while (position < last && view.getUint16(position, true) === TAG_CELL) {
      let i = position + 2;
      let column = before + 1;
      let style = 0;
      // The attributes in this order, as everybody writes them, each there or not.
      if (view.getUint32(i, true) === ADDRESS) {
        i += 4;
        const most = i + MOST_ADDRESS;
        let letters = 0;
        let byte = bytes[i] as number;
        while (isLetter(byte) && letters <= MAX_COLUMN) {
          letters = letters * 26 + byte - BEFORE_A;
          byte = bytes[++i] as number;
        }
        let number = 0;
        while (isDigit(byte) && i < most) {
          number = number * 10 + byte - ZERO;
          byte = bytes[++i] as number;
        }
        if (letters === 0 || number !== row || byte !== QUOTE) break;
        column = letters - 1;
        i++;
      }
      if (view.getUint32(i, true) === STYLE) {
        const first = i + 4;
        for (i = first; i < first + MOST_DIGITS && isDigit(bytes[i] as number); i++) {
          style = style * 10 + (bytes[i] as number) - ZERO;
        }
        if (i === first || bytes[i++] !== QUOTE) break;
      }
      if (column >= MAX_COLUMN || (column < target.width && target.cells[column] !== undefined)) break;
      let text: string | undefined;
      if (view.getUint32(i, true) === VALUE) text = plainNumber(window, i + 4, style);
      else if (view.getUint16(i, true) === TAG_END) {
        text = '';
        behind = i + 2;
      } else if (view.getUint32(i, true) !== TYPE) break;
      else if (view.getUint16(i + 4, true) === SHARED && view.getUint32(i + 6, true) === VALUE) {
        const first = i + 10;
        let index = 0;
        i = first;
        for (
          let byte = bytes[i] as number;
          isDigit(byte) && i < first + MOST_DIGITS;
          byte = bytes[++i] as number
        ) {
          index = index * 10 + byte - ZERO;
        }
        if (i === first || view.getUint32(i, true) !== VALUE_END || view.getUint32(i + 4, true) !== CELL_END)
          break;
        text = strings?.at(index);
        behind = i + END_BYTES;
      } else text = plainText(window, i + 4);
      if (text === undefined || !putCell(target, column, text)) break;
      before = column;
      position = behind;
    }
    target.column = before;
    window.position = position;
  };
}
