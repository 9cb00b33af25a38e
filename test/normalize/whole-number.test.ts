import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { emptyEngine, number } from './normalize-rows.js';
import { numberReader, plain, rounded, thousands, widened } from './number-cells.js';
import { draw } from './people.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

const read = numberReader(() => engine);

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
