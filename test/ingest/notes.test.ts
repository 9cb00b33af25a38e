import { describe, expect, it } from 'vitest';
import { holdsPeople } from '../../src/ingest/notes.js';

const FIRST = '62990119650312001X';
const SECOND = '629901196807250024';

describe('rows without a header', () => {
  it('are people where an ID number stands in a cell of its own, whatever is wrong with it', () => {
    for (const cell of [FIRST, `'${FIRST}`, '629901650312001', '629901996599999999'])
      expect(holdsPeople([['甲', cell]])).toBe(true);
  });

  it('are people where several hold a number among other words, the columns being run together', () => {
    expect(holdsPeople([[`甲，${FIRST}，2016-01-10`], [`乙，${SECOND}，2016-02-11`]])).toBe(true);
  });

  it('are notes with an example at most, or with other long numbers', () => {
    expect(holdsPeople([['填表说明'], [`证件号码应为18位，如${FIRST}。`]])).toBe(false);
    expect(holdsPeople([[`账号1${FIRST}`], [`合同${SECOND}99`], ['电话0931-1234567']])).toBe(false);
  });
});
