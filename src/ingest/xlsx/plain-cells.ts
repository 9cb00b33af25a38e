import { MAX_COLUMN } from '../limits.js';
import { NUMBER_MARK } from '../raw.js';
import { PLAIN } from '../workbook/number-format.js';
import { textLength, textView } from '../workbook/text-view.js';
import type { CellSink } from '../workbook/workbook.js';
import { bytePattern, half, stands, word } from './byte-pattern.js';
import type { ByteWindow } from './byte-window.js';
import { type CellContext, cellValue, NUMBER } from './cell-value.js';
import { fill, isFilled, type RowCells } from './row-cells.js';
import { textKind } from './xml-bytes.js';

/** More than a cell takes beside its text, so that the loops over its parts need no look at the end of the data. */
const ROOM = 192;
/** What is taken here of a row, a style, an index, and of a number before its point. */
const MOST_DIGITS = 9;
const MOST_NUMBER_DIGITS = 40;
/** Dates below this day (2079) are kept, since they come again and again. */
const KEPT = 1 << 16;

const MARK = NUMBER_MARK.charCodeAt(0);
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
const INLINE = {
  opening: bytePattern('inlineStr"><is><t>'),
  closing: bytePattern('</t></is></c>'),
};
const SPACED_INLINE = {
  opening: bytePattern('inlineStr"><is><t xml:space="preserve">'),
  closing: INLINE.closing,
};
const RESULT = { opening: bytePattern('str"><v>'), closing: bytePattern('</v></c>') };

const isLetter = (byte: number): boolean => byte > BEFORE_A && byte <= Z;
const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

/**
 * Takes cells in the form that nearly all writers give them, `<c r="B2" s="1" t="s"><v>7</v></c>` or a text in place, straight
 * from the bytes, several times as fast as by tokens. It stops before the first cell that has any other form, or is wrong, or is not
 * there whole, and leaves that one to the scanner; what it does take is what the scanner would have made of it.
 */
export function createPlainCells(
  context: CellContext,
  sink: CellSink,
): (window: ByteWindow, target: RowCells) => void {
  const { strings, formats, date1904, maxTextBytes } = context;
  const keptDates: (DataView | undefined)[][] = [];

  /** Gives the sink the number of a cell whose digits are in `bytes`; `whole` is that number where it is below KEPT. */
  const putFormatted = (column: number, format: number, digits: string, whole: number): void => {
    keptDates[format] ??= new Array<DataView | undefined>(KEPT);
    const kept = keptDates[format];
    // With a zero in front, digits and number do not say the same.
    const keepable = whole >= 0 && whole < KEPT && (digits.length === 1 || digits.charCodeAt(0) !== ZERO);
    const text = (keepable && kept[whole]) || textView(cellValue(NUMBER, digits, format, date1904) ?? '');
    if (keepable) kept[whole] = text;
    sink.put(column, text, 0, textLength(text));
  };

  // One loop over local variables: taken apart, it needs half as long again.
  return (window, target) => {
    if (window.end < window.waitFor) return;
    const { bytes, view } = window;
    const { row } = target;
    // The row's number as it stood in a cell before, which is compared at once; 0 digits where there was none.
    let rowDigits = 0;
    let rowStart = 0;
    let rowEnd = 0;
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
        let letters = (bytes[i] as number) - BEFORE_A;
        if (letters < 1 || letters > 26) break;
        let byte = bytes[++i] as number;
        while (isLetter(byte) && letters <= MAX_COLUMN) {
          letters = letters * 26 + byte - BEFORE_A;
          byte = bytes[++i] as number;
        }
        if (rowDigits > 0) {
          if (view.getUint32(i, true) !== rowStart) break;
          i += rowDigits;
          if (view.getUint32(i - 4, true) !== rowEnd || bytes[i] !== QUOTE) break;
        } else {
          const first = i;
          let number = 0;
          while (isDigit(byte) && i < first + MOST_DIGITS) {
            number = number * 10 + byte - ZERO;
            byte = bytes[++i] as number;
          }
          if (number !== row || byte !== QUOTE) break;
          if (i >= first + 4) {
            rowDigits = i - first;
            rowStart = view.getUint32(first, true);
            rowEnd = view.getUint32(i - 4, true);
          }
        }
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
      if (column >= MAX_COLUMN || isFilled(target, column)) break;
      const next = view.getUint32(i, true);
      if (next === VALUE) {
        const start = i + 4;
        i = bytes[start] === MINUS ? start + 1 : start;
        let whole = i === start ? 0 : -1;
        const first = i;
        for (; i < start + MOST_NUMBER_DIGITS && isDigit(bytes[i] as number); i++) {
          if (whole >= 0 && whole < KEPT) whole = whole * 10 + (bytes[i] as number) - ZERO;
        }
        if (i === first) break;
        if (bytes[i] === POINT) {
          whole = -1;
          for (i++; i < start + 2 * MOST_NUMBER_DIGITS && isDigit(bytes[i] as number); ) i++;
        }
        if (view.getUint32(i, true) !== VALUE_END || view.getUint32(i + 4, true) !== CELL_END) break;
        const format = style < formats.length ? (formats[style] as number) : PLAIN;
        if (format === PLAIN) {
          // Over the `>` of `<v>`, which is done with.
          bytes[start - 1] = MARK;
          sink.put(column, view, start - 1, i);
        } else putFormatted(column, format, bytes.toString('latin1', start, i), whole);
        position = i + END_BYTES;
        fill(target, column);
      } else if ((next & 0xffff) === TAG_END) {
        position = i + 2;
      } else if (next !== TYPE) break;
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
        if (!strings?.find(index)) break;
        const { source: text, start, end } = strings.found;
        if (end > start) {
          sink.put(column, text, start, end);
          fill(target, column);
        }
        position = i + END_BYTES;
      } else {
        i += 4;
        const form = stands(view, i, INLINE.opening)
          ? INLINE
          : stands(view, i, SPACED_INLINE.opening)
            ? SPACED_INLINE
            : RESULT;
        if (form === RESULT && !stands(view, i, RESULT.opening)) break;
        const start = i + form.opening.length;
        const end = Math.min(last, start + maxTextBytes + 1);
        i = start;
        while (i < end && textKind[bytes[i] as number] === 0) i++;
        if (i - start > maxTextBytes || !stands(view, i, form.closing)) break;
        if (i > start) {
          sink.put(column, view, start, i);
          fill(target, column);
        }
        position = i + form.closing.length;
      }
      before = column;
    }
    target.column = before;
    window.position = position;
  };
}
