import { ERROR_MARK, NUMBER_MARK } from '../raw.js';
import { PLAIN } from '../workbook/number-format.js';
import { isoText } from '../workbook/serial-date.js';
import { cellValue, INLINE, NUMBER } from '../xlsx/cell-value.js';
import { nameHash } from '../xlsx/xml-bytes.js';

const NUMBER_TYPE = nameHash('Number');
const DATE_TIME = nameHash('DateTime');
const ERROR = nameHash('Error');
const BOOLEAN = nameHash('Boolean');

/** The raw cell for the text of a `Data` of that `ss:Type` (as a hash); `format` is how the cell shows a number. */
export function dataValue(text: string, type: number, format: number, date1904: boolean): string | undefined {
  switch (type) {
    case NUMBER_TYPE:
      return cellValue(NUMBER, text, format, date1904);
    case DATE_TIME:
      return dateValue(text.trim());
    case ERROR:
      return ERROR_MARK + text.trim();
    case BOOLEAN: {
      const value = text.trim();
      if (value === '1') return 'TRUE';
      return value === '0' ? 'FALSE' : cellValue(INLINE, text, PLAIN, date1904);
    }
    default:
      return cellValue(INLINE, text, PLAIN, date1904);
  }
}

/** Day 0 of the system of 1900 is a time without a day or, at midnight, no date at all but the number 0, as in serial-date.ts. */
function dateValue(text: string): string | undefined {
  const shown = isoText(text);
  if (shown === '1899-12-31') return `${NUMBER_MARK}0`;
  return cellValue(INLINE, shown.replace(/^1899-12-31 /, ''), PLAIN, false);
}
