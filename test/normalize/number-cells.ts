import fc from 'fast-check';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { readValues } from './normalize-rows.js';

type Read = [value: SqlValue, reason: SqlValue];
const fields = {
  money: ['social_security', 'base'],
  capital: ['business', 'capital'],
  int: ['statistics', 'poor_households'],
  decimal: ['property', 'area'],
} as const;

/** Reads cells of a kind of number in the engine that is open by then: what each becomes, or why it does not. */
export const numberReader =
  (engine: () => Engine) =>
  async (
    kind: keyof typeof fields,
    cells: (string | undefined)[],
    options: { typed?: boolean; unit?: number | 100_000_000 } = {},
  ): Promise<Read[]> => {
    const [dataset, field] = fields[kind];
    const rows = await readValues(engine(), { dataset, field, cells, ...options });
    return rows.map(({ value, reason }) => [value, reason]);
  };

/** A plain decimal number times `times`, rounded half away from zero to `places`, in integers. */
export function rounded(text: string, times: bigint, places: number): string {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  const scale = 10n ** BigInt(fraction.length);
  const exact = BigInt(whole + fraction) * times * 10n ** BigInt(places) * 2n;
  const units = (exact + scale) / (2n * scale);
  const digits = units.toString().padStart(places + 1, '0');
  const shown = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return sign === '-' && units !== 0n ? `-${shown}` : shown;
}

export const thousands = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');
export const widened = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Plain decimal numbers, and the parts of their text. */
export const plain = fc
  .tuple(
    fc.constantFrom('', '', '-'),
    fc.bigInt({ min: 0n, max: 999_999_999_999n }),
    fc.option(fc.stringMatching(/^\d{1,14}$/), { nil: undefined }),
  )
  .map(([sign, whole, fraction]) => ({
    sign,
    whole: String(whole),
    rest: fraction === undefined ? '' : `.${fraction}`,
    text: `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}`,
  }));
