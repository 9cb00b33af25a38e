/** Days are ISO texts (YYYY-MM-DD) and whole numbers of days since 1970; no clock and no time zone is ever asked. */

const DAY_MS = 86_400_000;

export const toDays = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

const fromDays = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);

export const addDays = (iso: string, days: number): string => fromDays(toDays(iso) + days);

export const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** Completed years from one day to another, as a birthday counts them. */
export function ageOn(born: string, day: string): number {
  const years = yearOf(day) - yearOf(born);
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Excel's serial number of a day (date system 1900; right from 1900-03-01 on). */
export const excelSerial = (iso: string): number => toDays(iso) + 25_569;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dayOfYear: string[] = monthDays.flatMap((count, month) =>
  Array.from({ length: count }, (_, day) => `${two(month + 1)}-${two(day + 1)}`),
);

/** `MM-DD` of day 0 … 364 of a year without a leap day. */
export function monthDay(index: number): string {
  const value = dayOfYear[index];
  if (value === undefined) throw new Error(`no day ${index} in a year`);
  return value;
}

/** The same day so many months later (earlier where negative), or the last day of that month where it has no such day. */
export function addMonths(iso: string, months: number): string {
  const at = yearOf(iso) * 12 + Number(iso.slice(5, 7)) - 1 + months;
  const year = Math.floor(at / 12);
  const month = at - year * 12;
  const leap = month === 1 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = (monthDays[month] ?? 31) + (leap ? 1 : 0);
  return `${year}-${two(month + 1)}-${two(Math.min(last, Number(iso.slice(8, 10))))}`;
}
