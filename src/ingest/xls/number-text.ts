import { ERROR_MARK, NUMBER_MARK } from '../raw.js';
import { PERCENT, PLAIN } from '../workbook/number-format.js';
import { percentText } from '../workbook/percent-text.js';
import { serialText } from '../workbook/serial-date.js';

/** Whole numbers below this keep their text, and dates below this day (2079), since both come again and again. */
const KEPT = 1 << 16;

/** Gives the raw cell for a number as it is shown. */
export type NumberText = (value: number, format: number) => string;

/**
 * The raw cell for a number: the fewest digits that mean this very number, since the file keeps no digits, behind a mark; a
 * date or a time without one.
 */
export function createNumberText(date1904: boolean): NumberText {
  const kept: (string | undefined)[][] = [];
  const textOf = (value: number, format: number): string => {
    // A file can hold what is no number; a spreadsheet shows an error for it.
    if (!Number.isFinite(value)) return `${ERROR_MARK}#NUM!`;
    const digits = String(value);
    if (format === PLAIN) return NUMBER_MARK + digits;
    if (format === PERCENT) return NUMBER_MARK + percentText(digits);
    return serialText(value, format, date1904) ?? NUMBER_MARK + digits;
  };
  return (value, format) => {
    if (!(value >= 0 && value < KEPT && Number.isInteger(value))) return textOf(value, format);
    kept[format] ??= new Array<string | undefined>(KEPT);
    const texts = kept[format];
    let text = texts[value];
    if (text === undefined) texts[value] = text = textOf(value, format);
    return text;
  };
}

/** The number in four bytes that a RK record holds ([MS-XLS] 2.5.217): whole or the front of a double, perhaps hundred times what is meant. */
export function rkNumber(bytes: Buffer, at: number): number {
  const low = bytes.readInt32LE(at);
  let value: number;
  if ((low & 2) !== 0) value = low >> 2;
  else {
    high.writeInt32LE(low & ~3, 4);
    value = high.readDoubleLE(0);
  }
  // A quotient is rounded to the nearest double, which for so few digits is that of the decimal number.
  return (low & 1) !== 0 ? value / 100 : value;
}

const high = Buffer.alloc(8);

const errors: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** The raw cell for a logical value or the code of an error ([MS-XLS] 2.5.10 Bes). */
export const booleanOrError = (value: number, isError: boolean): string =>
  isError ? ERROR_MARK + (errors.get(value) ?? '#UNKNOWN!') : value === 0 ? 'FALSE' : 'TRUE';
