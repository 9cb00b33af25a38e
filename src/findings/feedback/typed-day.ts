import { NUMBER_MARK } from '../../ingest/raw.js';
import { DATE } from '../../ingest/workbook/number-format.js';
import { serialText } from '../../ingest/workbook/serial-date.js';

const CLOCK = '(?:[T ]*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?Z?)?';
const SEPARATED = new RegExp(`^([0-9]{4})[-/.年、]([0-9]{1,2})[-/.月、]([0-9]{1,2})[日号]?${CLOCK}$`);
const DIGITS = /^([0-9]{4})([0-9]{2})([0-9]{2})$/;
const [FIRST, LAST] = ['2013-01-01', '2100-12-31'];

/**
 * The day that somebody typed, YYYY-MM-DD: `2026/11/3`, `2026年11月3日`, `2026.11.3`, `20261103`, a date cell, or the number that stands for a day
 * where nothing shows it as one.
 * @param raw the cell as ingest/raw.ts has it
 * @returns undefined when it is no day, or has no year: nobody can tell which was meant
 */
export function typedDay(raw: string, date1904: boolean): string | undefined {
  const isNumber = raw.startsWith(NUMBER_MARK);
  const text = (isNumber ? raw.slice(1) : raw).normalize('NFKC').replace(/\s+/g, ' ').trim();
  const packed = text.replace(/ ?([-/.年月日号、]) ?/g, '$1');
  const parts = SEPARATED.exec(packed) ?? DIGITS.exec(packed);
  const day = parts
    ? realDay(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '')
    : isNumber || /^[0-9]{5}$/.test(text)
      ? serialText(Math.floor(Number(text)), DATE, date1904)
      : undefined;
  return day !== undefined && day >= FIRST && day <= LAST ? day : undefined;
}

function realDay(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}
