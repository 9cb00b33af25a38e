import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { emptyEngine, number } from './normalize-rows.js';
import { birth, checkDigit, draw, withCheckDigit } from './people.js';
import { readIds, validRead } from './read-ids.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

describe('what Excel did', () => {
  it.each([
    ['6.29901E+17', 'precision-lost'],
    ['6.29901199001011E+17', 'precision-lost'],
    ['6.29901e+17', 'precision-lost'],
    ['6.29901E17', 'precision-lost'],
    ['6.29901E+14', 'precision-lost'],
    ['6.29901E+19', 'precision-lost'],
    ['629901199001011000.0', 'precision-lost'],
    ['6.2E+5', 'malformed'],
  ])('text %s is %s', async (cell, state) => {
    const [read] = await readIds(engine, [cell]);
    expect(read).toMatchObject({ state, key: null });
  });

  it('text of 18 digits that ends in 000 is judged like any other', async () => {
    const lost = '629901199001011000';
    const [read] = await readIds(engine, [lost]);
    expect(read?.state).toBe(checkDigit(lost.slice(0, 17)) === '0' ? 'valid' : 'check-digit');
  });

  it('no number cell with more than 15 digits is believed, not even one that holds a valid ID', async () => {
    const cells = [
      '629901199001011000',
      '629901199001011239',
      '6.29901199001011E17',
      '6.2990119900101123E+17',
      '6.29901E17',
      '62990119900101123944',
      '6299011990010112.0',
    ];
    const read = await readIds(engine, cells.map(number), { typed: true });
    expect(read.map(({ state, key }) => [state, key])).toEqual(cells.map(() => ['precision-lost', null]));
  });

  it('a number cell with 15 digits is exact, however it is written', async () => {
    const full = withCheckDigit('62990119900101123');
    const cells = ['629901900101123', '629901900101123.0', '6.29901900101123E14', '6.29901900101123E+14'];
    const read = await readIds(engine, cells.map(number), { typed: true });
    expect(read).toEqual(cells.map(() => ({ value: full, state: 'upgraded', key: full, cert: null })));
  });

  it('text cells of a sheet are read like those of a text file', async () => {
    expect(await readIds(engine, ['629901199001011239', "'629901199001011239"], { typed: true })).toEqual([
      validRead('629901199001011239'),
      validRead('629901199001011239'),
    ]);
  });
});

describe('what is no ID', () => {
  it('is other when it is another paper, missing when it says so, else malformed', async () => {
    const cells: [string | undefined, string][] = [
      ['E12345678', 'other'],
      ['G１２３４５６７８', 'other'],
      ['EA1234567', 'other'],
      ['H12345678', 'other'],
      ['A123456(7)', 'other'],
      ['CAN110181112301', 'other'],
      ['P620123456', 'other'],
      ['台胞证01234567', 'other'],
      ['军字第1234567号', 'other'],
      ['护照E12345678', 'other'],
      ['91629901MA71ABCD1X', 'other'],
      ['916299011234567890', 'other'],
      ['12345678-9', 'other'],
      ['身份证123456789012', 'malformed'],
      ['62990119900101123O', 'malformed'],
      ['6299011990010l1239', 'malformed'],
      ['12345678901', 'malformed'],
      ['张三', 'malformed'],
      ['0', 'malformed'],
      ['629901-19900101-1239', 'malformed'],
      ['#N/A', 'malformed'],
      ['无', 'missing'],
      ['—', 'missing'],
      ['——', 'missing'],
      ['-', 'missing'],
      ['/', 'missing'],
      ['  ', 'missing'],
      ['NULL', 'missing'],
      ['', 'missing'],
      [undefined, 'missing'],
    ];
    const read = await readIds(
      engine,
      cells.map(([cell]) => cell),
    );
    expect(read.map(({ state }, index) => [cells[index]?.[0], state])).toEqual(cells);
    for (const { state, value, key, cert } of read) {
      expect([value === null, key, cert]).toEqual([state === 'missing', null, null]);
    }
  });

  it('never gives a key to anything but a number that it has just checked', async () => {
    const digits = fc.stringMatching(/^[0-9X]{14,21}$/);
    const cells = draw(
      fc.oneof(
        digits,
        fc.string({ unit: 'binary' }),
        birth.map((day) => `629901${day}`),
      ),
      3000,
    );
    const read = await readIds(
      engine,
      cells.map((cell) => cell.replaceAll('\u0000', '')),
    );
    for (const { key } of read) {
      if (key !== null) expect(withCheckDigit(String(key).slice(0, 17))).toBe(key);
    }
    expect(read).toHaveLength(cells.length);
  });
});
