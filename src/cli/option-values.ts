import { HechaError } from '../errors.js';
import { nearest } from '../nearest.js';

/** A calendar day. @throws HechaError HC1003. */
export function day(flag: string, value: string): string {
  const time = Date.parse(`${value}T00:00:00Z`);
  const isReal =
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(value);
  if (!isReal)
    throw new HechaError('HC1003', {
      flag,
      value,
      expected: { zh: '形如 2017-07-31 的日期', en: 'a day such as 2017-07-31' },
    });
  return value;
}

/** A whole number of at least `least`. @throws HechaError HC1003. */
export function count(flag: string, value: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    const expected = most === Number.MAX_SAFE_INTEGER ? `≥ ${least}` : `${least}–${most}`;
    throw new HechaError('HC1003', { flag, value, expected });
  }
  return number;
}

/** One of a few words. @throws HechaError HC1003. */
export function oneOf<Word extends string>(flag: string, value: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  if (word === undefined) {
    const near = nearest(value, words);
    const expected = words.join(' | ');
    throw new HechaError('HC1003', { flag, value, expected, ...(near && { nearest: near }) });
  }
  return word;
}

/** A size of memory such as 4GB. @throws HechaError HC1003. */
export function memorySize(flag: string, value: string): string {
  if (!/^\d+(\.\d+)?\s*(MB|GB|MiB|GiB)$/i.test(value))
    throw new HechaError('HC1003', {
      flag,
      value,
      expected: { zh: '带单位的大小，如 4GB', en: 'a size with its unit, such as 4GB' },
    });
  return value;
}

/** How many rejected rows are too many: a whole number, or a percentage such as 1%. @throws HechaError HC1003. */
export function rejectLimit(flag: string, value: string): { rows: number } | { share: number } {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(value)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return { share: Number(percent) / 100 };
  if (/^\d{1,15}$/.test(value)) return { rows: Number(value) };
  throw new HechaError('HC1003', {
    flag,
    value,
    expected: { zh: '行数或比例，如 0、100、1%', en: 'a number of rows or a share, such as 0, 100, 1%' },
  });
}
