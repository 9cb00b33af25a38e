import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { emptyEngine, number, readValues } from './normalize-rows.js';
import { draw } from './people.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

type Read = [value: SqlValue, reason: SqlValue];
const fields = {
  money: ['social_security', 'base'],
  capital: ['business', 'capital'],
  int: ['statistics', 'poor_households'],
  decimal: ['property', 'area'],
} as const;

async function read(
  kind: keyof typeof fields,
  cells: (string | undefined)[],
  options: { typed?: boolean; unit?: 1 | 10_000 } = {},
): Promise<Read[]> {
  const [dataset, field] = fields[kind];
  const rows = await readValues(engine, { dataset, field, cells, ...options });
  return rows.map(({ value, reason }) => [value, reason]);
}

/** A plain decimal number times `times`, rounded half away from zero to `places`, in integers. */
function rounded(text: string, times: bigint, places: number): string {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  const scale = 10n ** BigInt(fraction.length);
  const exact = BigInt(whole + fraction) * times * 10n ** BigInt(places) * 2n;
  const units = (exact + scale) / (2n * scale);
  const digits = units.toString().padStart(places + 1, '0');
  const shown = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return sign === '-' && units !== 0n ? `-${shown}` : shown;
}

const thousands = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');
const widened = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const plain = fc
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

describe('whole numbers', () => {
  it('are read in every form', async () => {
    const made = draw(
      fc
        .integer({ min: -2_147_483_648, max: 2_147_483_647 })
        .chain((value) =>
          fc
            .constantFrom(
              String(value),
              `${value}.0`,
              `${value}.00`,
              `${value}人`,
              `${value} 户`,
              `${value}口`,
              widened(String(value)),
              (value < 0 ? '-' : '') + thousands(String(Math.abs(value))),
            )
            .map((cell) => ({ cell, value })),
        ),
      2500,
    );
    expect(
      await read(
        'int',
        made.map(({ cell }) => cell),
      ),
    ).toEqual(made.map(({ value }) => [value, null]));
  });

  it('may be counted in 万', async () => {
    expect(await read('int', ['1.2万', '1.2万人', '0.00005万'])).toEqual([
      [12_000, null],
      [12_000, null],
      [null, 'unreadable'],
    ]);
  });

  it('are read from number cells', async () => {
    expect(await read('int', ['3', '3.0', '1.2E3', '3.5', '4E9'].map(number), { typed: true })).toEqual([
      [3, null],
      [3, null],
      [1200, null],
      [null, 'unreadable'],
      [null, 'unreadable'],
    ]);
  });

  it('are not read from fractions or words', async () => {
    const cells = ['3.5', '2147483648', '-2147483649', '3个半', '若干', '3人2户', '三'];
    expect(await read('int', cells)).toEqual(cells.map(() => [null, 'unreadable']));
  });
});

describe('decimals', () => {
  it('are read to four places, with their units', async () => {
    const made = draw(
      plain.chain(({ text }) =>
        fc
          .constantFrom(
            text,
            `${text}㎡`,
            `${text}m²`,
            `${text}M2`,
            `${text}平方米`,
            `${text}%`,
            `${text}％`,
            `${text} 个月`,
          )
          .map((cell) => ({ cell, value: rounded(text, 1n, 4) })),
      ),
      2500,
    );
    expect(
      await read(
        'decimal',
        made.map(({ cell }) => cell),
      ),
    ).toEqual(made.map(({ value }) => [value, null]));
  });

  it('are what they say', async () => {
    expect(await read('decimal', ['85.5㎡', '3%', '120'])).toEqual([
      ['85.5000', null],
      ['3.0000', null],
      ['120.0000', null],
    ]);
  });
});
