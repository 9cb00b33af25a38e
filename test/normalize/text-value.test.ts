import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { emptyEngine, number, readValues } from './normalize-rows.js';
import { draw, noise } from './people.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

type Read = [value: SqlValue, reason: SqlValue];

async function read(field: 'helper' | 'work', cells: (string | undefined)[], typed = false): Promise<Read[]> {
  const rows = await readValues(engine, { dataset: 'person', field, cells, typed });
  return rows.map(({ value, reason }) => [value, reason]);
}

const han = fc.constantFrom(...'张王李赵阿布都热合曼古丽麻吉');

describe('names', () => {
  it('are what they are without spaces and invisible marks, wherever those stand', async () => {
    const spaces = noise.filter((mark) => !/['’"“]/.test(mark));
    const made = draw(
      fc.array(han, { minLength: 2, maxLength: 6 }).chain((letters) =>
        fc.array(fc.tuple(fc.nat({ max: letters.length }), spaces), { maxLength: 5 }).map((marks) => ({
          name: letters.join(''),
          cell: letters
            .map(
              (letter, at) =>
                marks
                  .filter(([place]) => place === at)
                  .map(([, mark]) => mark)
                  .join('') + letter,
            )
            .join(''),
        })),
      ),
      1500,
    );
    expect(
      await read(
        'helper',
        made.map(({ cell }) => cell),
      ),
    ).toEqual(made.map(({ name }) => [name, null]));
  });

  it('have one kind of dot between Han characters', async () => {
    const made = draw(
      fc
        .array(han, { minLength: 2, maxLength: 6 })
        .chain((letters) => fc.constantFrom(...'·•・.．‧').map((dot) => ({ letters, dot }))),
      500,
    );
    expect(
      await read(
        'helper',
        made.map(({ letters, dot }) => letters.join(dot)),
      ),
    ).toEqual(made.map(({ letters }) => [letters.join('·'), null]));
  });

  it('keep a dot that is not between Han characters', async () => {
    expect(await read('helper', ['J.Smith', '张三.', '.张三', '张・J'])).toEqual([
      ['J.Smith', null],
      ['张三.', null],
      ['.张三', null],
      ['张・J', null],
    ]);
  });

  it('are half width, and empty when they say so', async () => {
    const table: [string | undefined, SqlValue][] = [
      ['张三（大）', '张三(大)'],
      ['ＪＡＣＫ', 'JACK'],
      ['张 三', '张三'],
      ['="张三"', '张三'],
      [undefined, null],
      ['', null],
      ['　', null],
      ['—', null],
      ['-', null],
      ['/', null],
      ['无', null],
      ['NULL', null],
    ];
    expect(
      await read(
        'helper',
        table.map(([cell]) => cell),
      ),
    ).toEqual(table.map(([, value]) => [value, null]));
    expect(await read('helper', ['#REF!', '#N/A', '####', '张#三'])).toEqual([
      [null, 'error-cell'],
      [null, 'error-cell'],
      [null, 'error-cell'],
      ['张#三', null],
    ]);
  });

  it('read as themselves when they are read again', async () => {
    const cells = draw(fc.string({ unit: 'binary', maxLength: 8 }), 1500).map((cell) =>
      cell.replaceAll('\u0000', ''),
    );
    const once = await read('helper', cells);
    const again = await read(
      'helper',
      once.map(([value]) => (value === null ? undefined : String(value))),
    );
    expect(again.map(([value]) => value)).toEqual(once.map(([value]) => value));
  });
});

describe('text', () => {
  it('is trimmed and otherwise as written', async () => {
    const table: [string | undefined, SqlValue][] = [
      [' 省外 务工\t', '省外 务工'],
      ['　省外（新疆）\u200b', '省外（新疆）'],
      ['\ufeff省\u200b外', '省外'],
      ['甲\n乙', '甲 乙'],
      ['省外\u00a0务工', '省外 务工'],
      ['无', '无'],
      ['', null],
      ['  ', null],
      ['—', null],
      ['/', null],
      ['null', null],
    ];
    expect(
      await read(
        'work',
        table.map(([cell]) => cell),
      ),
    ).toEqual(table.map(([, value]) => [value, null]));
  });

  it('that is a number or code loses quotes and full width', async () => {
    const table: [string, string][] = [
      ["'8620000000001", '8620000000001'],
      ['="8620000000001"', '8620000000001'],
      ['="0012"', '0012'],
      ['"8620000000001"', '8620000000001'],
      ['８６２０１', '86201'],
      ['Ａ-12', 'A-12'],
      ['8620000000001.0', '8620000000001'],
      ['85.0', '85.0'],
      ['007', '007'],
      ['甲１号', '甲１号'],
      ['ａ ｂ', 'ａ ｂ'],
    ];
    expect(
      await read(
        'work',
        table.map(([cell]) => cell),
      ),
    ).toEqual(table.map(([, value]) => [value, null]));
  });

  it('of a number cell is its digits, or nothing when the cell cannot have held them', async () => {
    const table: [string, SqlValue, SqlValue][] = [
      ['8620000000001', '8620000000001', null],
      ['80620000123456.0', '80620000123456', null],
      ['8.0620000123456E13', '80620000123456', null],
      ['8.0620000123456E+13', '80620000123456', null],
      ['999999999999999', '999999999999999', null],
      ['1.5', '1.5', null],
      ['1E-2', '0.01', null],
      ['8062000012345678', null, 'precision-lost'],
      ['8.062000012345678E15', null, 'precision-lost'],
      ['6.2E17', null, 'precision-lost'],
      ['6.222020000000001E+18', null, 'precision-lost'],
    ];
    expect(
      await read(
        'work',
        table.map(([cell]) => number(cell)),
        true,
      ),
    ).toEqual(table.map(([, value, reason]) => [value, reason]));
  });

  it('that shows a long number with an exponent has lost it, in a text file too', async () => {
    const cells = ['8.62E+13', '8.62000001e+13', ' 8E+13 ', '8.62E-13', 'E+13', '房8E+13'];
    expect(await read('work', cells)).toEqual([
      [null, 'precision-lost'],
      [null, 'precision-lost'],
      [null, 'precision-lost'],
      ['8.62E-13', null],
      ['E+13', null],
      ['房8E+13', null],
    ]);
  });

  it('of an error cell is an error, in a sheet and in a text file', async () => {
    expect(await read('work', ['\u0002#N/A', '\u0002#VALUE!', '#N/A', '省外'], true)).toEqual([
      [null, 'error-cell'],
      [null, 'error-cell'],
      [null, 'error-cell'],
      ['省外', null],
    ]);
    expect(await read('work', ['#DIV/0!', '########', '#1'])).toEqual([
      [null, 'error-cell'],
      [null, 'error-cell'],
      ['#1', null],
    ]);
  });

  it('reads as itself when it is read again', async () => {
    const cells = draw(fc.string({ unit: 'binary', maxLength: 10 }), 1500).map((cell) =>
      cell.replaceAll('\u0000', ''),
    );
    const once = await read('work', cells);
    const again = await read(
      'work',
      once.map(([value]) => (value === null ? undefined : String(value))),
    );
    expect(again.map(([value]) => value)).toEqual(once.map(([value]) => value));
  });
});
