import { expect, it } from 'vitest';
import { percentText } from '../../../src/ingest/workbook/percent-text.js';

it.each([
  ['0.025', '2.5%'],
  ['2.5000000000000001E-2', '2.5000000000000001%'],
  ['1', '100%'],
  ['0', '0%'],
  ['-0.5', '-50%'],
  ['.005', '0.5%'],
  ['1E-4', '0.01%'],
  ['1E-9', '0.0000001%'],
  ['12.5', '1250%'],
  ['1.5E+2', '15000%'],
])('%s is shown as %s', (digits, shown) => {
  expect(percentText(digits)).toBe(shown);
});
