import { NUMBER_MARK } from '../raw.js';
import { PERCENT, PLAIN } from '../workbook/number-format.js';
import { cellValue, INLINE, NUMBER } from '../xlsx/cell-value.js';

/** Attributes of a `<td>` or `<th>` that say how it lies or what it holds. */
export interface CellAttributes {
  colspan: number;
  rowspan: number;
  /** Excel's `x:num="…"` or LibreOffice's `sdval="…"`: the number as it was stored. */
  number: string | undefined;
  /** The cell is said to be text: `x:str`, or the number format `@`. */
  isText: boolean;
}

/** As the HTML standard caps them (4.9.11). */
const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;

/** Names of the attributes that `noteAttribute` knows. */
export const CELL_ATTRIBUTES: ReadonlySet<string> = new Set([
  'colspan',
  'rowspan',
  'x:num',
  'sdval',
  'x:str',
  'style',
]);

export const createCellAttributes = (): CellAttributes => ({
  colspan: 1,
  rowspan: 1,
  number: undefined,
  isText: false,
});

/** Notes an attribute; of two of one name the first counts. */
export function noteAttribute(cell: CellAttributes, name: string, value: string): void {
  if (name === 'colspan' && cell.colspan === 1) cell.colspan = span(value, MAX_COLSPAN);
  else if (name === 'rowspan' && cell.rowspan === 1) cell.rowspan = span(value, MAX_ROWSPAN);
  else if (name === 'x:num' || name === 'sdval') cell.number ??= value.trim();
  else if (name === 'x:str') cell.isText = true;
  else if (name === 'style' && /mso-number-format:\s*(?:["']|&quot;)?\\?@/i.test(value)) cell.isText = true;
}

/** `rowspan="0"` would mean all rows below, which Internet Explorer and spreadsheets never knew: it is 1, like anything odd. */
function span(value: string, most: number): number {
  const number = Number(/^\s*\+?(\d+)/.exec(value)?.[1] ?? 1);
  return Math.min(Math.max(number, 1), most);
}

/** A date as it is shown: `2017-7-31`, `2017/7/31`, `2017年7月`. */
const SHOWN_DATE = /^\d{1,4}[-/.年]\d{1,2}(?:月|[-/.]\d)/;

/**
 * The raw cell for what a page shows of it. It is text, but where Excel said which number it stored: then the number, unless a date is shown,
 * of which the stored number would be a count of days.
 */
export function htmlCell(shown: string, { number, isText }: CellAttributes): string | undefined {
  if (number !== undefined && !isText && !SHOWN_DATE.test(shown)) {
    const value = cellValue(NUMBER, number, shown.endsWith('%') ? PERCENT : PLAIN, false);
    if (value?.startsWith(NUMBER_MARK)) return value;
  }
  return cellValue(INLINE, shown, PLAIN, false);
}
