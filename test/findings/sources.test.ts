import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectRefs, sourcesText } from '../../src/findings/sources.js';
import { ROWS_PER_PART } from '../../src/normalize/tables.js';

const ref = (part: number, row: number): bigint => BigInt(part) * BigInt(ROWS_PER_PART) + BigInt(row);

describe('collectRefs', () => {
  it('takes numbers as text, several at once, each once, in order', () => {
    expect(collectRefs(['12', '3,12', 7, '4294967298', null, undefined, ''])).toEqual([
      3n,
      7n,
      12n,
      4294967298n,
    ]);
  });

  it('loses no digit of a large one', () => {
    expect(collectRefs([String(ref(4000, 1_048_576))])).toEqual([ref(4000, 1_048_576)]);
  });

  it('does not depend on order or repetition', () => {
    fc.assert(
      fc.property(fc.array(fc.nat().map(String)), fc.infiniteStream(fc.nat()), (values, order) => {
        const shuffled = values
          .map((value) => [order.next().value ?? 0, value] as const)
          .sort(([a], [b]) => a - b)
          .map(([, value]) => value);
        expect(collectRefs([...shuffled, ...values])).toEqual(collectRefs(values));
        expect(collectRefs([values.join(',')])).toEqual(collectRefs(values));
      }),
    );
  });
});

describe('sourcesText', () => {
  const parts = [{ file: 'vehicle.csv' }, { file: 'a/名册.xlsx', sheet: '城关镇' }];

  it('names file, sheet and the row that a person sees', () => {
    expect(sourcesText([ref(0, 1204), ref(1, 87)], parts)).toBe('vehicle.csv#1204; a/名册.xlsx!城关镇#87');
  });

  it('is empty for none', () => {
    expect(sourcesText([], parts)).toBe('');
  });

  it('finds the last row of a part and the first of the next', () => {
    expect(sourcesText([ref(0, ROWS_PER_PART - 1), ref(1, 0)], parts)).toBe(
      'vehicle.csv#4294967295; a/名册.xlsx!城关镇#0',
    );
  });
});
