import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encode } from '../csv/text-files.js';
import { readPage } from './pages.js';

const cell = fc.record({
  text: fc.string({ unit: fc.constantFrom(...'张三户编号𠀀&<>"\'a1-_.='), maxLength: 8 }),
  colspan: fc.constantFrom(1, 1, 1, 2, 3),
  rowspan: fc.constantFrom(1, 1, 1, 2, 4),
});
const section = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 5 });
type Section = typeof section extends fc.Arbitrary<infer T> ? T : never;

/** How an exporter may write the same table. */
const style = fc.record({
  closes: fc.boolean(),
  upper: fc.boolean(),
  quote: fc.constantFrom('"', "'", ''),
  space: fc.constantFrom('', ' ', '\r\n\t'),
  numeric: fc.boolean(),
  inside: fc.constantFrom('', '<font color=red>', '<b>', '<!-- x -->'),
  encoding: fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
} as const);

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function pageOf(
  sections: readonly Section[],
  how: typeof style extends fc.Arbitrary<infer T> ? T : never,
): string {
  const { quote, space, inside } = how;
  const tag = (name: string, attributes = ''): string =>
    `<${how.upper ? name.toUpperCase() : name}${attributes}>`;
  const end = (name: string): string => (how.closes ? `</${name}>` : '');
  const escaped = (text: string): string =>
    Array.from(
      text,
      (char) => named[char] ?? (how.numeric ? `&#x${char.codePointAt(0)?.toString(16)};` : char),
    ).join('');
  const spans = (name: string, span: number): string => (span > 1 ? ` ${name}=${quote}${span}${quote}` : '');
  const body = sections
    .map(
      (rows) =>
        tag('tbody') +
        rows
          .map(
            (cells) =>
              tag('tr') +
              cells
                .map(
                  ({ text, colspan, rowspan }) =>
                    `${tag('td', spans('colspan', colspan) + spans('rowspan', rowspan))}${space}${inside}${escaped(text)}${space}${end('td')}${space}`,
                )
                .join('') +
              end('tr'),
          )
          .join(space) +
        end('tbody'),
    )
    .join('');
  return `<meta charset=utf-8>${tag('table')}${body}</table>`;
}

/** Where the cells lie, found by trying every place. */
function laidOut(sections: readonly Section[]): { rows: (string | undefined)[][]; merges: unknown[] } {
  const rows: (string | undefined)[][] = [];
  const merges: unknown[] = [];
  for (const section of sections) {
    const taken = new Set<string>();
    const last = rows.length + section.length;
    for (const cells of section) {
      const row: (string | undefined)[] = [];
      const number = rows.push(row);
      let column = 0;
      for (const { text, colspan, rowspan } of cells) {
        while (taken.has(`${number} ${column}`)) column++;
        if (text !== '') row[column] = text;
        const bottom = Math.min(number + rowspan - 1, last);
        for (let down = number + 1; down <= bottom; down++)
          for (let over = 0; over < colspan; over++) taken.add(`${down} ${column + over}`);
        if (colspan > 1 || bottom > number)
          merges.push({ top: number, bottom, left: column, right: column + colspan - 1 });
        column += colspan;
      }
    }
  }
  return { rows, merges };
}

it('gives the cells of any table, in whatever way it is written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(section, { minLength: 1, maxLength: 3 }), style, async (sections, how) => {
      const utf16 = how.encoding.startsWith('utf-16');
      const [sheet] = await readPage(encode(pageOf(sections, how), how.encoding, utf16));
      const expected = laidOut(sections);
      expect(sheet?.rows).toEqual(expected.rows.map((cells, index) => [index + 1, ...cells]));
      expect(sheet?.counts.merges).toEqual(expected.merges);
      expect(sheet?.counts.rows).toBe(expected.rows.filter((cells) => cells.length > 0).length);
    }),
    { numRuns: 400 },
  );
});
