import { ERROR_MARK, NUMBER_MARK } from '../raw.js';
import { PERCENT, PLAIN } from '../workbook/number-format.js';
import { percentText } from '../workbook/percent-text.js';
import { isoText, serialText } from '../workbook/serial-date.js';
import type { StringStore } from '../workbook/string-store.js';

/** What cells refer to. */
export interface CellContext {
  /** `undefined` when the workbook has no shared strings. */
  readonly strings: StringStore | undefined;
  /** For each cell style, how it shows a number. */
  readonly formats: Uint8Array;
  readonly date1904: boolean;
  readonly maxTextBytes: number;
}

/** Types of a cell, by its attribute `t`. */
export const NUMBER = 0;
export const SHARED = 1;
/** A formula's result that is text. */
const RESULT = 2;
export const INLINE = 3;
const BOOLEAN = 4;
const ERROR = 5;
const ISO_DATE = 6;
export const UNKNOWN = -1;

const types: ReadonlyMap<string, number> = new Map([
  ['n', NUMBER],
  ['s', SHARED],
  ['str', RESULT],
  ['inlineStr', INLINE],
  ['b', BOOLEAN],
  ['e', ERROR],
  ['d', ISO_DATE],
]);

/** The type that the value of `t` names; UNKNOWN when it names none. */
export function cellType(bytes: Buffer, start: number, end: number): number {
  if (end - start === 1 && bytes[start] === 0x73) return SHARED;
  return types.get(bytes.toString('latin1', start, end)) ?? UNKNOWN;
}

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The raw cell for a cell's text (`<v>`, or the text of `<is>`), which is not empty. A number keeps its digits as they stand in the
 * file, behind a mark; one that is shown as a date or a time is that, without a mark.
 */
export function cellValue(type: number, text: string, format: number, date1904: boolean): string | undefined {
  switch (type) {
    case NUMBER: {
      const digits = text.trim();
      // Some writers forget the type of a text.
      if (!decimal.test(digits)) return digits === '' ? undefined : withoutMark(text);
      if (format === PLAIN) return NUMBER_MARK + digits;
      if (format === PERCENT) return NUMBER_MARK + percentText(digits);
      return serialText(Number(digits), format, date1904) ?? NUMBER_MARK + digits;
    }
    case BOOLEAN: {
      const value = text.trim();
      if (value === '1' || value === 'true') return 'TRUE';
      return value === '0' || value === 'false' ? 'FALSE' : withoutMark(text);
    }
    case ERROR:
      return ERROR_MARK + text.trim();
    case ISO_DATE:
      return withoutMark(isoText(text.trim()));
    default:
      return withoutMark(text);
  }
}

/** A text never begins like a marked number or error; what is taken off cannot be seen. */
const withoutMark = (text: string): string =>
  text.charCodeAt(0) <= 2 ? text.replace(/^[\u0001\u0002]+/, '') : text;
