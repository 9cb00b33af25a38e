import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, day, memorySize, oneOf } from '../../src/cli/option-values.js';

const refused = (flag: string, value: string) =>
  expect.objectContaining({ code: 'HC1003', values: { flag, value, expected: expect.stringMatching(/./) } });

describe('day', () => {
  it.each(['2017-07-31', '2016-02-29', '1900-01-01', '9999-12-31'])('takes %s', (value) => {
    expect(day('--as-of', value)).toBe(value);
  });

  it.each([
    '',
    '2017-02-29',
    '2017-13-01',
    '2017-00-10',
    '2017-7-31',
    '2017/07/31',
    '20170731',
    '2017-07-31T00:00',
    ' 2017-07-31',
    '2017-07-31\n',
    'today',
    '+12017-07-31',
  ])('refuses %o', (value) => {
    expect(() => day('--as-of', value)).toThrow(refused('--as-of', value));
  });

  it('takes every day that there is', () => {
    const dates = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(day('--as-of', text)).toBe(text);
      }),
    );
  });
});

describe('count', () => {
  it.each([
    ['1', 1],
    ['0', 0],
    ['007', 7],
    ['1000000', 1_000_000],
  ])('takes %s', (value, number) => {
    expect(count('--n', value, 0)).toBe(number);
  });

  it.each(['', '-1', '1.5', '1e3', '0x10', ' 1', '1 ', '１', 'many', '99999999999999999999'])(
    'refuses %o',
    (value) => {
      expect(() => count('--n', value, 0)).toThrow(refused('--n', value));
    },
  );

  it('holds to its limits', () => {
    expect(count('--threads', '1', 1, 256)).toBe(1);
    expect(count('--threads', '256', 1, 256)).toBe(256);
    expect(() => count('--threads', '0', 1, 256)).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ expected: '1–256' }) }),
    );
    expect(() => count('--threads', '257', 1, 256)).toThrow(refused('--threads', '257'));
    expect(() => count('--households', '0', 1)).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ expected: '≥ 1' }) }),
    );
  });
});

describe('oneOf', () => {
  it('takes a word that there is, and names them all otherwise', () => {
    expect(oneOf('--mask', 'full', ['none', 'full'])).toBe('full');
    for (const value of ['', 'Full', ' full', 'none,full', 'constructor']) {
      expect(() => oneOf('--mask', value, ['none', 'full'])).toThrow(
        expect.objectContaining({
          code: 'HC1003',
          values: expect.objectContaining({ flag: '--mask', value, expected: 'none | full' }),
        }),
      );
    }
  });
});

describe('memorySize', () => {
  it.each(['4GB', '512MB', '1.5GB', '4 GB', '2GiB', '700mib'])('takes %s', (value) => {
    expect(memorySize('--memory', value)).toBe(value);
  });

  it.each(['', '4', 'GB', '4TB', '4G', '-4GB', '4,5GB', "4GB'; DROP", '4GB\n5GB'])('refuses %o', (value) => {
    expect(() => memorySize('--memory', value)).toThrow(refused('--memory', value));
  });
});
