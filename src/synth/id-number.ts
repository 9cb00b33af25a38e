import { ageOn, monthDay, yearOf } from './calendar.js';
import type { IdFault, Sex } from './model.js';

/**
 * Administrative codes 6299xx: 62 is Gansu, and no prefecture has ever had the number 99 (GB/T 2260 has 01–12, 29, 30 and, until
 * the prefectures became cities, 21–27), so that no living person can have such a number.
 */
const CODE = '6299';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** The check digit (GB 11643) of the first seventeen digits. */
function checkDigit(seventeen: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += (WEIGHTS[index] ?? 0) * (seventeen.charCodeAt(index) - 48);
  }
  return CHECK[sum % 11] ?? '';
}

/*
 * Uniqueness needs no memory: a serial number is spread over (code, day of the year, order number), one to one, whatever the
 * year of birth. Order numbers below HALF are the county's people, those from it on are strangers.
 */
const HALF = 250;
const LOCAL_PER_CODE = HALF * 365;
const STRANGER_ORDERS = 200;
const CHILD_ORDERS = 50;
const CODES = 99;

/** How many serial numbers `localId` can tell apart. */
export const LOCAL_SERIALS = LOCAL_PER_CODE * CODES;

const three = (value: number): string => String(value).padStart(3, '0');
const code = (index: number): string => CODE + String((index % CODES) + 1).padStart(2, '0');

const compose = (area: string, born: string, order: number, sex: Sex): string => {
  const body = area + born.replaceAll('-', '') + three(order * 2 + (sex === 'male' ? 1 : 0));
  return body + checkDigit(body);
};

/** The ID number and birthday of the county's person number `serial`, of that sex and of that age on the day. */
export function localId(serial: number, sex: Sex, age: number, day: string): { id: string; born: string } {
  const within = ((serial % LOCAL_PER_CODE) * 33_331 + 4_099) % LOCAL_PER_CODE;
  const rest = monthDay(Math.floor(within / HALF));
  const thisYear = yearOf(day) - age;
  const born = `${ageOn(`${thisYear}-${rest}`, day) < age ? thisYear - 1 : thisYear}-${rest}`;
  return { id: compose(code(Math.floor(serial / LOCAL_PER_CODE)), born, within % HALF, sex), born };
}

const spread = (
  serial: number,
  orders: number,
  years: number,
): { area: string; day: number; order: number; year: number } => {
  const perCode = orders * 365 * years;
  // 1 000 003 is prime and divides none of the factors, so that the multiples run through all of them.
  let within = ((serial % perCode) * 1_000_003 + 77_773) % perCode;
  const day = within % 365;
  within = Math.floor(within / 365);
  return {
    area: code(Math.floor(serial / perCode)),
    day,
    order: within % orders,
    year: Math.floor(within / orders),
  };
};

/** An adult who is no person of the model, born 1950–1999. */
export function strangerId(serial: number, sex: Sex): string {
  const at = spread(serial, STRANGER_ORDERS, 50);
  return compose(at.area, `${1950 + at.year}-${monthDay(at.day)}`, HALF + at.order, sex);
}

/** A pupil who is no person of the model, born eight to fourteen years before that year. */
export function strangerChildId(serial: number, sex: Sex, year: number): string {
  const at = spread(serial, CHILD_ORDERS, 7);
  return compose(
    at.area,
    `${year - 14 + at.year}-${monthDay(at.day)}`,
    HALF + STRANGER_ORDERS + at.order,
    sex,
  );
}

/** What a clerk or a spreadsheet made of a right number. `precision-lost` is meant for a number cell. */
export function faultyId(id: string, fault: IdFault): string {
  switch (fault) {
    case 'check-digit': {
      // Two neighbouring digits of the order number exchanged, or one of them altered: the check digit no longer holds.
      const a = id[14] ?? '0';
      const b = id[15] ?? '0';
      const body =
        a === b
          ? id.slice(0, 15) + ((Number(b) + 1) % 10) + id.slice(16)
          : id.slice(0, 14) + b + a + id.slice(16);
      return body;
    }
    case 'bad-date':
      return `${id.slice(0, 10)}13${id.slice(12, 17)}${checkDigit(`${id.slice(0, 10)}13${id.slice(12, 17)}`)}`;
    case 'malformed':
      return id.slice(0, 16);
    case 'missing':
      return '';
    case 'precision-lost':
      return `${id.slice(0, 15)}000`;
  }
}

/** The fifteen digits that a first-generation card has. Only for people born before 2000. */
export const fifteenDigits = (id: string): string => id.slice(0, 6) + id.slice(8, 17);
