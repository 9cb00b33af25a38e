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

describe('money', () => {
  it('is exact to the cent, however it is written', async () => {
    const written = plain.chain(({ sign, whole, rest, text }) =>
      fc
        .constantFrom(
          { cell: text, times: 1n },
          { cell: sign + thousands(whole) + rest, times: 1n },
          { cell: `${text}元`, times: 1n },
          { cell: `${text} 元`, times: 1n },
          { cell: `￥${text}`, times: 1n },
          { cell: `${sign}¥${whole}${rest}`, times: 1n },
          { cell: `${text}万`, times: 10_000n },
          { cell: `${text}万元`, times: 10_000n },
          { cell: `${text}千元`, times: 1000n },
          { cell: widened(sign + thousands(whole) + rest), times: 1n },
          { cell: ` ${text}\t`, times: 1n },
          { cell: `"${text}"`.slice(1, -1), times: 1n },
        )
        .map(({ cell, times }) => ({ cell, value: rounded(text, times, 2) })),
    );
    const made = draw(written, 4000);
    expect(
      await read(
        'money',
        made.map(({ cell }) => cell),
      ),
    ).toEqual(made.map(({ value }) => [value, null]));
  });

  it('takes its unit from the cell, else from the header, else from the field', async () => {
    const cells = ['12.5', '12.5元', '12.5万', '12.5万元'];
    const ten = '125000.00';
    expect((await read('money', cells)).map(([value]) => value)).toEqual(['12.50', '12.50', ten, ten]);
    expect((await read('money', cells, { unit: 10_000 })).map(([value]) => value)).toEqual([
      ten,
      '12.50',
      ten,
      ten,
    ]);
    expect((await read('capital', cells)).map(([value]) => value)).toEqual([ten, '12.50', ten, ten]);
    expect((await read('capital', cells, { unit: 1 })).map(([value]) => value)).toEqual([
      '12.50',
      '12.50',
      ten,
      ten,
    ]);
  });

  it('is unreadable when it is too large in yuan, whatever its unit', async () => {
    const cells = [
      '8621000000002000',
      '99999999999999',
      '99999999999999999999',
      '9,999,999,999,999,999,999',
      '9'.repeat(20),
    ];
    for (const unit of [10_000, 100_000_000] as const) {
      for (const written of [cells, cells.map((cell) => `${cell}.5`), cells.map((cell) => `-${cell}万元`)]) {
        expect(await read('money', written, { unit })).toEqual(written.map(() => [null, 'unreadable']));
      }
    }
  });

  it('rounds half up, away from zero, and not by way of another rounding', async () => {
    const table: [string, string][] = [
      ['0.005', '0.01'],
      ['0.0049999999999999999999', '0.00'],
      ['-0.005', '-0.01'],
      ['1200.1449999999999', '1200.14'],
      ['1200.145', '1200.15'],
      ['2.675', '2.68'],
      ['1.005', '1.01'],
      ['99.995', '100.00'],
      ['1.234567万', '12345.67'],
      ['1.2345675万', '12345.68'],
      ['1.23456749999999999999万', '12345.67'],
      ['0.10', '0.10'],
      ['.5', '0.50'],
      ['3500.', '3500.00'],
      ['+3500', '3500.00'],
      ['007', '7.00'],
    ];
    expect(
      await read(
        'money',
        table.map(([cell]) => cell),
      ),
    ).toEqual(table.map(([, value]) => [value, null]));
  });

  it('of number cells is written out and rounded from its digits', async () => {
    const table: [string, string][] = [
      ['3500', '3500.00'],
      ['3500.0', '3500.00'],
      ['1200.1500000000001', '1200.15'],
      ['1.2E3', '1200.00'],
      ['1.2000000000000002E3', '1200.00'],
      ['1.5E-3', '0.00'],
      ['5.0E-3', '0.01'],
      ['1E+06', '1000000.00'],
      ['-1.25E2', '-125.00'],
      ['1.23456789012E9', '1234567890.12'],
    ];
    const cells = table.map(([cell]) => number(cell));
    expect(await read('money', cells, { typed: true })).toEqual(table.map(([, value]) => [value, null]));
  });

  it('of number cells with an exponent is what BigInt says', async () => {
    const made = draw(
      fc
        .tuple(fc.bigInt({ min: 1n, max: 999_999_999_999_999n }), fc.integer({ min: -10, max: 14 }))
        .map(([digits, exponent]) => {
          const text = String(digits);
          const mantissa = `${text.slice(0, 1)}.${text.slice(1) || '0'}`;
          const shift = exponent - (text.length - 1);
          const out =
            shift >= 0
              ? text + '0'.repeat(shift)
              : `${text.slice(0, shift) || '0'}.${text.slice(shift).padStart(-shift, '0')}`;
          return { cell: number(`${mantissa}E${exponent}`), value: rounded(out, 1n, 2) };
        }),
      1500,
    );
    expect(
      await read(
        'money',
        made.map(({ cell }) => cell),
        { typed: true },
      ),
    ).toEqual(made.map(({ value }) => [value, null]));
  });

  it('is not read when its separators are misplaced, or when it is no number', async () => {
    const cells = [
      '3,50',
      '1,2345',
      '12,34,567',
      ',500',
      '1,234,56',
      '3500,',
      '1.2.3',
      '约3500',
      '3500-4000',
      '3500元/月',
      '--5',
      '1e3',
      '1.2E+06',
      '0x10',
      '1_000',
      '三千',
      '元',
      '万',
      '.',
      '+',
      '99999999999999999',
      '1' + '0'.repeat(40),
      '#DIV/0!',
      '3500元元',
    ];
    expect(await read('money', cells)).toEqual(
      cells.map((cell) => [null, cell.startsWith('#') ? 'error-cell' : 'unreadable']),
    );
  });

  it('keeps the greatest amount and refuses the next', async () => {
    expect(
      await read('money', ['9999999999999999.99', '9999999999999999.995', '999999999999.999999万']),
    ).toEqual([
      ['9999999999999999.99', null],
      [null, 'unreadable'],
      ['9999999999999999.99', null],
    ]);
  });

  it('empty marks are empty', async () => {
    const cells = [undefined, '', '  ', '—', '-', '/', '无', '——', '－', 'null'];
    expect(await read('money', cells)).toEqual(cells.map(() => [null, null]));
  });
});
