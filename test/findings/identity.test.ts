import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingId } from '../../src/findings/identity.js';

/** RFC 4648 base32 of the first 60 bits, by way of a big number. */
function base32(bytes: Buffer): string {
  const bits = BigInt(`0x${bytes.subarray(0, 8).toString('hex')}`) >> 4n;
  return Array.from({ length: 12 }, (_, place) =>
    'abcdefghijklmnopqrstuvwxyz234567'.charAt(Number((bits >> BigInt(55 - place * 5)) & 31n)),
  ).join('');
}

const key = fc.array(fc.option(fc.string({ maxLength: 8 })), { maxLength: 3 });
const parts = fc.tuple(fc.string({ maxLength: 5 }), fc.string({ maxLength: 20 }), key);

describe('findingId', () => {
  it('is what it always was', () => {
    expect(findingId('MI01', 'H1/629999197005010011', ['陇A10001'])).toBe('mihxqw7aa4zy');
  });

  it('is 12 characters of base32, the beginning of a SHA-256', () => {
    fc.assert(
      fc.property(parts, ([rule, subject, columns]) => {
        const id = findingId(rule, subject, columns);
        expect(id).toMatch(/^[a-z2-7]{12}$/);
        const digest = createHash('sha256')
          .update(JSON.stringify([rule, subject, ...columns]))
          .digest();
        expect(id).toBe(base32(digest));
      }),
    );
  });

  it('tells apart whatever differs', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(findingId(...a)).not.toBe(findingId(...b));
      }),
    );
  });

  it.each([
    ['no key and an empty one', [], ['']],
    ['an empty key and a missing one', [''], [null]],
    ['one key and two', ['a,b'], ['a', 'b']],
    ['the order of keys', ['a', 'b'], ['b', 'a']],
  ])('tells apart %s', (_, a, b) => {
    expect(findingId('MI01', 's', a)).not.toBe(findingId('MI01', 's', b));
  });

  it('tells apart subject and key', () => {
    expect(findingId('MI01', 'a', ['b'])).not.toBe(findingId('MI01', 'ab', []));
  });
});
