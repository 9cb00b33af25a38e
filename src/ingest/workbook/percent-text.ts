/**
 * What a cell that is shown as a percentage says, from the digits that the file keeps: `0.025` → `2.5%`. The point is moved in the text, so
 * that no digit is rounded.
 * @param digits a decimal number, with an exponent or without
 */
export function percentText(digits: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(digits) ?? [];
  const point = whole.length + Number(exponent) + 2;
  const all = whole + fraction;
  // A number cell has an exponent of three digits at most; beyond it the text would only be zeros.
  if (Math.abs(point) > MOST_DIGITS) return `${digits}%`;
  const padded = point < 0 ? '0'.repeat(-point) + all : all.padEnd(point, '0');
  const at = Math.max(point, 0);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '') || '0';
  let end = padded.length;
  while (end > at && padded[end - 1] === '0') end -= 1;
  const right = padded.slice(at, end);
  return `${sign === '-' ? '-' : ''}${left}${right === '' ? '' : `.${right}`}%`;
}

const MOST_DIGITS = 400;
