import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellsOf, encode, problemsOf, textBench } from './text-files.js';

const bench = textBench();

const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('张', '三', '䶮', '𠮷', 'a', 'Z', '0', '7', '—', 'é', '\u3000', ' '),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom('"', ',', ';', '|', '\t', '=', "'", '\\', '#', '-', '\u00a0', '\u200b'),
  },
  { weight: 1, arbitrary: fc.constantFrom('""', '="1"', 'NULL', '\u0001', '\u2028', '\u0085', '€') },
);
const word = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
// A cell with as many delimiters on its lines as the table has is told from damage by nobody: here a cell has delimiters or lines.
const ofLines = fc
  .tuple(word, lineBreak, word, lineBreak, word)
  .map((parts) => parts.join('').replace(/[,;|\t]/g, ''));
const wrapped = fc.nat().map((digits) => `="${digits}"`);
const cell = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 1, arbitrary: ofLines },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: wrapped },
);

const dialect = fc.record({
  delimiter: fc.constantFrom(',', '\t', ';', '|'),
  lineEnds: fc.constantFrom(['\n'], ['\r\n'], ['\r'], ['\n', '\r\n'], ['\n', '\r']),
  quoting: fc.constantFrom('needed', 'all', 'some'),
  lastLineEnd: fc.boolean(),
  titles: fc.constantFrom('', '贫困户名册', '单位:元\n\n'),
  encoding: fc.constantFrom('utf-8' as const, 'gb18030' as const, 'utf-16le' as const, 'utf-16be' as const),
  bom: fc.boolean(),
});

const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.record({
    header: fc.constant(['户编号', '姓名', '证件\n号码', '村', '组', '备注'].slice(0, width)),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 25 }),
  }),
);

interface Written {
  bytes: Buffer;
  headerRow: number;
}

function writeText(
  rows: string[][],
  header: string[],
  form: typeof dialect extends fc.Arbitrary<infer T> ? T : never,
): Written {
  const { delimiter, lineEnds, quoting, titles } = form;
  const field = (text: string, at: number): string => {
    const needed = /["\r\n]/.test(text) || text.includes(delimiter);
    const plain = !needed || (/^="\d+"$/.test(text) && quoting === 'needed');
    const quoted = quoting === 'all' || (quoting === 'some' && at % 3 === 0) || !plain;
    return quoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const above = titles === '' ? [] : titles.split('\n').filter((_, at) => at < 2);
  const lines = [
    ...above,
    ...[header, ...rows].map((cells, row) => cells.map((text, at) => field(text, row + at)).join(delimiter)),
  ];
  const ended = lines.map((line, at) => line + (lineEnds[at % lineEnds.length] ?? '\n')).join('');
  const text = form.lastLineEnd ? ended : ended.replace(/[\r\n]+$/, '');
  const bom = form.bom || form.encoding.startsWith('utf-16');
  return { bytes: encode(text, form.encoding, bom), headerRow: above.length + 1 };
}

it('a table written in any dialect and encoding comes back exactly, by the engine and by csv-parse', async () => {
  const ways = new Set<string>();
  await fc.assert(
    fc.asyncProperty(table, dialect, async ({ header, rows }, form) => {
      const { bytes, headerRow } = writeText(rows, header, form);
      const path = bench.write(bytes);
      const loaded = await bench.load(path, headerRow);
      expect(loaded.scan).toMatchObject({
        encoding: form.encoding,
        delimiter: form.delimiter,
        width: header.length,
        records: headerRow + rows.length,
      });
      expect(cellsOf(loaded.rows)).toEqual(rows.map((cells) => cells.map((text) => text || null)));
      expect(problemsOf(loaded.rows)).toEqual([]);
      expect(loaded.rows.map(([row]) => Number(row))).toEqual(rows.map((_, index) => headerRow + 1 + index));
      expect(await bench.loadByRecords(path, headerRow)).toEqual(loaded.rows);
      ways.add(loaded.by);
    }),
    { numRuns: 300, seed: 20171130 },
  );
  expect([...ways].sort()).toEqual(['copy', 'engine']);
});
