import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBook } from './books.js';

const text = fc.string({
  unit: fc.constantFrom(...'张三李四 户编号&<>"\'\n\t;a1-_.=，　'),
  minLength: 1,
  maxLength: 12,
});
const day = fc
  .integer({ min: Date.UTC(1901, 0, 1), max: Date.UTC(2099, 0, 1) })
  .map((time) => new Date(Math.floor(time / 1000) * 1000));
const cell = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  day,
  fc.constant(null),
);

/** What our reader should give for a value that SheetJS wrote. */
function raw(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date)
    return value
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ')
      .replace(/ 00:00:00$/, '');
  return typeof value === 'number' ? `\u0001${value}` : String(value);
}

it('reads what SheetJS writes, as SheetJS itself does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      async (table) => {
        const book = utils.book_new();
        utils.book_append_sheet(book, utils.aoa_to_sheet(table, { cellDates: true, UTC: true }), '名册');
        const file: Buffer = write(book, { bookType: 'xlml', type: 'buffer' });
        const [sheet] = await readBook(file);
        const back = read(file, { cellDates: true, UTC: true }).Sheets.名册;
        for (const [row, cells] of table.entries()) {
          const ours = sheet?.rows.find(([number]) => number === row + 1) ?? [];
          for (const [column, value] of cells.entries()) {
            const theirs = back?.[utils.encode_cell({ r: row, c: column })]?.v;
            expect(ours[column + 1]).toBe(raw(value));
            if (!(value instanceof Date)) expect(ours[column + 1]).toBe(raw(theirs));
          }
        }
      },
    ),
    { numRuns: 150 },
  );
});
