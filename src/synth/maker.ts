import { localId } from './id-number.js';
import type { Sex } from './model.js';
import type { Random } from './random.js';

/** What is at hand while a block of the county is being made. */
export interface Maker {
  readonly random: Random;
  /** The day on which the extracts were made, YYYY-MM-DD. */
  readonly asOf: string;
  readonly year: number;
  /** The next number that no other person of the county has. */
  serial(): number;
}

/** A new person's ID number, birthday and serial number. */
export function newId(maker: Maker, sex: Sex, age: number): { id: string; born: string; serial: number } {
  const serial = maker.serial();
  return { ...localId(serial, sex, age, maker.asOf), serial };
}

/** A day of that year at random; never after the as-of day. */
export function dayIn(maker: Maker, year: number): string {
  const month = String(maker.random.between(1, 12)).padStart(2, '0');
  const day = String(maker.random.between(1, 28)).padStart(2, '0');
  const iso = `${year}-${month}-${day}`;
  return iso > maker.asOf ? `${year - 1}-${month}-${day}` : iso;
}

/** A day between the two years, both included; never after the as-of day. */
export const dayBetween = (maker: Maker, from: number, to: number): string =>
  dayIn(maker, maker.random.between(from, to));

/** Seven digits that stand for a number in a register. */
export const registerNumber = (maker: Maker): string =>
  String(maker.random.between(0, 9_999_999)).padStart(7, '0');
