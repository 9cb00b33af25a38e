import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn } from '../../src/synth/calendar.js';
import {
  faultyId,
  fifteenDigits,
  LOCAL_SERIALS,
  localId,
  strangerChildId,
  strangerId,
} from '../../src/synth/id-number.js';

const day = '2017-07-31';
const sexes = fc.constantFrom('male' as const, 'female' as const);
const serials = fc.nat({ max: LOCAL_SERIALS - 1 });

/** GB 11643: the weighted sum with the check digit is 1 modulo 11. */
const isValid = (id: string): boolean =>
  /^\d{17}[\dX]$/.test(id) &&
  [...id].reduce(
    (sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (2 ** (17 - index) % 11),
    0,
  ) %
    11 ===
    1;

describe('ID numbers', () => {
  it('hold, and say the age that was asked for', () => {
    fc.assert(
      fc.property(serials, sexes, fc.nat({ max: 99 }), (serial, sex, age) => {
        const { id, born } = localId(serial, sex, age, day);
        expect(isValid(id)).toBe(true);
        expect(ageOn(born, day)).toBe(age);
        expect(born <= day).toBe(true);
      }),
    );
  });

  it('are different for different serial numbers, whatever age and sex', () => {
    fc.assert(
      fc.property(
        serials,
        serials,
        sexes,
        sexes,
        fc.nat({ max: 90 }),
        fc.nat({ max: 90 }),
        (a, b, sexA, sexB, ageA, ageB) => {
          fc.pre(a !== b);
          const [one, other] = [localId(a, sexA, ageA, day).id, localId(b, sexB, ageB, day).id];
          // Not even code, day of the year and order number are the same.
          const place = (id: string): string =>
            id.slice(0, 6) + id.slice(10, 14) + String(Number(id.slice(14, 17)) >> 1);
          expect(place(one)).not.toBe(place(other));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of strangers hold and are never those of the county’s people, nor of another stranger', () => {
    const seen = new Set<string>();
    for (let serial = 0; serial < 20_000; serial += 1) {
      seen.add(strangerId(serial * 7, serial % 2 === 0 ? 'male' : 'female'));
      seen.add(strangerChildId(serial, 'male', 2017));
      seen.add(localId(serial, 'female', serial % 90, day).id);
    }
    expect(seen.size).toBe(60_000);
    expect([...seen].filter((id) => !isValid(id) || !id.startsWith('6299'))).toEqual([]);
  });

  it('of pupils are of school age', () => {
    for (let serial = 0; serial < 500; serial += 1) {
      const id = strangerChildId(serial, 'female', 2017);
      const age = 2017 - Number(id.slice(6, 10));
      expect(age).toBeGreaterThanOrEqual(8);
      expect(age).toBeLessThanOrEqual(14);
    }
  });
});

describe('faulty ID numbers', () => {
  it('never hold by chance', () => {
    fc.assert(
      fc.property(serials, sexes, fc.nat({ max: 90 }), (serial, sex, age) => {
        const { id } = localId(serial, sex, age, day);
        expect(isValid(faultyId(id, 'check-digit'))).toBe(false);
        expect(faultyId(id, 'check-digit')).toHaveLength(18);
        expect(faultyId(id, 'bad-date').slice(10, 12)).toBe('13');
        expect(faultyId(id, 'malformed')).toHaveLength(16);
        expect(faultyId(id, 'missing')).toBe('');
        expect(faultyId(id, 'precision-lost')).toMatch(/^\d{15}000$/);
      }),
    );
  });

  it('of fifteen digits are those of the first cards', () => {
    expect(fifteenDigits('629901198001012345')).toBe('629901800101234');
  });
});
