import { readdirSync, readFileSync } from 'node:fs';
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileOf, readXls } from './build-xls.js';
import { filledRows, readBySheetJs } from './sheetjs.js';

const fixtures = new URL('../../fixtures/xls/', import.meta.url);

it.each(readdirSync(fixtures).filter((name) => name.endsWith('.xls') && !name.includes('password')))(
  'reads %s as SheetJS does',
  async (name) => {
    const file = readFileSync(new URL(name, fixtures));
    expect(filledRows(await readXls(fileOf(file)))).toEqual(readBySheetJs(file));
  },
);

const number = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((value) => value / 100),
  // Beyond that SheetJS writes a number that is none.
  fc.double({ noNaN: true, min: -1e300, max: 1e300 }),
);
const value: fc.Arbitrary<CellObject> = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(...'张三户é 0\n𠮷=<&"'), maxLength: 12 })
    .map((v) => ({ t: 's', v }) as const),
  fc.string({ unit: 'binary', maxLength: 8 }).map((v) => ({ t: 's', v }) as const),
  number.map((v) => ({ t: 'n', v }) as const),
  fc
    .tuple(
      fc.integer({ min: 0, max: 90_000 }),
      fc.constantFrom(0, 0.25, 0.5),
      fc.constantFrom('yyyy-mm-dd', 'yyyy"年"m"月"d"日"', 'yyyy/m/d h:mm', 'm/d/yy'),
    )
    .map(([day, time, z]) => ({ t: 'n', v: day + time, z }) as const),
  number.map((v) => ({ t: 'n', v, z: '0.00%' }) as const),
  fc.boolean().map((v) => ({ t: 'b', v }) as const),
  fc.constantFrom(0x07, 0x2a).map((v) => ({ t: 'e', v }) as const),
);
const place = fc.record({ r: fc.oneof(fc.nat(10), fc.nat(150)), c: fc.oneof(fc.nat(8), fc.nat(255)) });
const sheet = fc.array(fc.tuple(place, value), { maxLength: 30 }).map((cells): WorkSheet => {
  const made: WorkSheet = { '!ref': 'A1:IV151' };
  for (const [at, cell] of cells) made[utils.encode_cell(at)] = cell;
  return made;
});

it('reads what SheetJS writes as SheetJS reads it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(sheet, fc.constantFrom(0, 1, 2)), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      async (sheets, bookSST, date1904) => {
        const book = utils.book_new();
        for (const [index, [made]] of sheets.entries()) utils.book_append_sheet(book, made, `表 ${index}`);
        book.Workbook = {
          WBProps: { date1904 },
          Sheets: sheets.map(([, state], index) => ({ Hidden: index === 0 ? 0 : state })) as {
            Hidden: 0 | 1 | 2;
          }[],
        };
        const file = write(book, { type: 'buffer', bookType: 'biff8', bookSST }) as Buffer;
        expect(filledRows(await readXls(fileOf(file)))).toEqual(readBySheetJs(file));
      },
    ),
    { numRuns: 60 },
  );
});
