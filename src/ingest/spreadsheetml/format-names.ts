import { DATE, formatOfCode, PERCENT, PLAIN, TIME } from '../workbook/number-format.js';

/** The formats that an XML Spreadsheet names instead of giving their code. */
const named: ReadonlyMap<string, number> = new Map([
  ['general date', DATE],
  ['long date', DATE],
  ['medium date', DATE],
  ['short date', DATE],
  ['long time', TIME],
  ['medium time', TIME],
  ['short time', TIME],
  ['percent', PERCENT],
  ['general', PLAIN],
  ['general number', PLAIN],
  ['currency', PLAIN],
  ['euro currency', PLAIN],
  ['fixed', PLAIN],
  ['standard', PLAIN],
  ['scientific', PLAIN],
  ['yes/no', PLAIN],
  ['true/false', PLAIN],
  ['on/off', PLAIN],
]);

/** What a style's `ss:Format`, a name or a code, shows of a number. */
export function formatNamed(format: string): number {
  return named.get(format.trim().toLowerCase()) ?? formatOfCode(format);
}
