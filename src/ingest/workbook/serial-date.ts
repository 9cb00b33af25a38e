import { ELAPSED, PLAIN, TIME } from './number-format.js';

const DAY_SECONDS = 86_400;
/** 9999-12-31 in the system of 1900. */
const LAST_SERIAL = 2_958_465;
/** Days from 1900-01-00, the zero of the system of 1900, to 1904-01-01, that of 1904. */
const SHIFT_1904 = 1462;
/** Days from 1970-01-01 back to 1899-12-30, from which serial numbers after February 1900 count. */
const EPOCH_SERIAL = 25_569;
/** The day that Excel takes for 1900-02-29, which was none: serials before it count from a day later. */
const LEAP_BUG_SERIAL = 60;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;

/** The day in the proleptic Gregorian calendar, by Hinnant's `civil_from_days` (howardhinnant.github.io/date_algorithms.html). */
function calendarDay(serial: number): string {
  if (serial === LEAP_BUG_SERIAL) return '1900-02-29';
  const days = serial - EPOCH_SERIAL + (serial < LEAP_BUG_SERIAL ? 1 : 0);
  // Days since 0000-03-01, so that the leap day is the last of a year.
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${two(month)}-${two(day)}`;
}

/**
 * The text of a number that is shown as a date or a time: `2017-07-31`, `2017-07-31 08:30:00` (to the second), or `08:30:00`
 * when it has no day. `undefined` when it is no date: outside the calendar (0 to 9999-12-31), or day 0 of the system
 * of 1900 in a date's format, which is an empty cell's value carried over, not a day.
 */
export function serialText(value: number, format: number, date1904: boolean): string | undefined {
  if (format === PLAIN || !(value >= 0)) return undefined;
  const total = Math.round(value * DAY_SECONDS);
  const day = Math.floor(total / DAY_SECONDS);
  const seconds = total % DAY_SECONDS;
  const serial = date1904 ? day + SHIFT_1904 : day;
  if (serial > LAST_SERIAL) return undefined;
  if (format === ELAPSED) return clock(total);
  if (day === 0 && (format === TIME || (seconds > 0 && !date1904))) return clock(seconds);
  if (serial === 0) return undefined;
  return seconds === 0 ? calendarDay(serial) : `${calendarDay(serial)} ${clock(seconds)}`;
}

/** An ISO date (a cell of type `d`) in the form of `serialText`; anything else as it is. */
export function isoText(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/.exec(text);
  if (!match) return text;
  const [, day, minutes, seconds = '00'] = match;
  return minutes === undefined || `${minutes}:${seconds}` === '00:00:00'
    ? `${day}`
    : `${day} ${minutes}:${seconds}`;
}
