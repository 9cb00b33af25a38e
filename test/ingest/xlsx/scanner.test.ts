import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { defaultLimits } from '../../../src/ingest/limits.js';
import { stringCells } from '../../../src/ingest/workbook/string-cells.js';
import { createStringStore } from '../../../src/ingest/workbook/string-store.js';
import { readSharedStrings } from '../../../src/ingest/xlsx/shared-strings.js';
import { readRows } from '../../../src/ingest/xlsx/sheet-rows.js';

const where = { place: 'book.xlsx', part: 'sheet' };
const strings = createStringStore();
for (const text of ['张三', '', 'a', '是']) strings.addBytes(Buffer.from(text), 0, Buffer.byteLength(text));

async function* inChunks(xml: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < xml.length; at += size) yield xml.subarray(at, at + size);
}

/** What comes of a sheet that arrives in chunks of that size: its rows, and the error if there was one. */
async function outcome(xml: Buffer, size: number): Promise<unknown> {
  const rows: unknown[] = [];
  const source = { chunks: inChunks(xml, size), where, limits: defaultLimits };
  const context = { strings, formats: Uint8Array.of(0, 1, 2), date1904: false, maxTextBytes: 40 };
  try {
    const sink = stringCells((row, cells) => {
      rows.push([row, ...cells]);
      return true;
    });
    const counts = await readRows(source, context, sink);
    return { rows, counts };
  } catch (error) {
    if (!(error instanceof HechaError)) throw error;
    return { rows, error: error.message };
  }
}

/** Cells in the usual form, in nearly that form, and wrong ones. */
const attribute = fc.oneof(
  fc.constantFrom(
    'r="B2"',
    'r="C2"',
    'r="AA2"',
    'r="A3"',
    'r="A12346"',
    'r="A1234"',
    'r="A123456"',
    'r="B012345"',
    'r="XFE2"',
    's="0"',
    's="1"',
    's="2"',
    's="9"',
    's="x"',
    "r='D2'",
  ),
  fc.constantFrom(
    't="s"',
    't="str"',
    't="inlineStr"',
    't="n"',
    't="b"',
    't="e"',
    't="d"',
    't="x"',
    'x:t="s"',
    'cm="1"',
    'r = "E2"',
  ),
);
const text = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '3',
    '4',
    '12',
    '007',
    '-3',
    '1.50',
    '42947',
    '65536',
    '620102199001011234',
    '',
    ' ',
    'TRUE',
    '1.2.3',
    '-',
  ),
  fc.constantFrom(
    '张三',
    'a&amp;b',
    'a_x000D_b',
    '<!-- -->7',
    'x'.repeat(41),
    '五'.repeat(14),
    '&#1;',
    '𠮷',
    '<![CDATA[8]]>',
    '\u0001',
  ),
);
const content = fc.oneof(
  { weight: 3, arbitrary: text.map((value) => `<v>${value}</v>`) },
  { weight: 2, arbitrary: text.map((value) => `<is><t>${value}</t></is>`) },
  text.map((value) => `<is><t xml:space="preserve">${value}</t></is>`),
  text.map((value) => `<is><r><t>${value}</t></r><rPh><t>z</t></rPh></is>`),
  text.map((value) => `<f>A1</f><v>${value}</v>`),
  text.map((value) => `<v>${value}</v ><v/>`),
  fc.constantFrom('', '<v/>', '<v><x/>1</v>', '<is/>', '<v>1', '</v>', '<extLst/>', ' '),
);
const cell = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom('', ' s="1"', ' s="2"'),
        fc.constantFrom('', ' t="s"', ' t="str"'),
        text,
      )
      .map(
        ([column, style, type, value]) =>
          `<c r="${String.fromCharCode(65 + (column % 26))}2"${style}${type}><v>${value}</v></c>`,
      ),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      '<c r="A2" s="1"/>',
      '<c/>',
      '<c><v>5</v></c>',
      '<c t="s"><v>3</v></c>',
      '<c t="inlineStr"><is><t>乙</t></is></c>',
    ),
  },
  fc
    .tuple(fc.array(attribute, { maxLength: 3 }), content)
    .map(([attributes, inner]) => `<c${attributes.map((a) => ` ${a}`).join('')}>${inner}</c>`),
);
const sheet = fc
  .tuple(
    fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 3 }),
    fc.constantFrom('', ' r="2"'),
    fc.constantFrom('2', '12345'),
  )
  .map(([rows, number, row]) =>
    // Blanks at the end, so that the last cells, too, are far from the end of the data.
    Buffer.from(
      `<worksheet><sheetData><row${number}>${rows.map((cells) => cells.join('')).join('</row><row>')}</row></sheetData>${' '.repeat(300)}</worksheet>`.replace(
        /( r="[A-Z]*)2"/g,
        `$1${row}"`,
      ),
    ),
  );

describe('the scanner', () => {
  it('makes the same of a sheet whatever the chunks that it comes in', async () => {
    // In chunks of a few bytes no cell is ever there whole, so each goes token by token; at once, most are taken from the bytes.
    let read = 0;
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 90 }), async (xml, size) => {
        const whole = await outcome(xml, xml.length);
        if (!(whole as { error?: string }).error) read++;
        expect(await outcome(xml, size)).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(200);
  });

  it('makes the same of shared strings whatever the chunks', async () => {
    const item = fc.oneof(
      text.map((value) => `<si><t>${value}</t></si>`),
      text.map((value) => `<si><t xml:space="preserve">${value}</t></si>`),
      text.map((value) => `<si><r><t>${value}</t></r><rPh><t>z</t></rPh><r><t>b</t></r></si>`),
      fc.constantFrom(
        '<si/>',
        '<si><t/></si>',
        ' ',
        '<x><t>y</t></x>',
        '<si><r/></si>',
        '<si><t>',
        '<si></t></si>',
      ),
    );
    const outcomeOf = async (xml: Buffer, size: number): Promise<unknown> => {
      try {
        const limits = { ...defaultLimits, cellTextBytes: 40 };
        const store = await readSharedStrings({ chunks: inChunks(xml, size), where, limits });
        return Array.from({ length: store.count + 1 }, (_, index) => {
          if (!store.find(index)) return undefined;
          const { source, start, end } = store.found;
          return Buffer.from(source.buffer, start, end - start).toString();
        });
      } catch (error) {
        if (!(error instanceof HechaError)) throw error;
        return error.message;
      }
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(item, { maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
        async (items, size) => {
          const xml = Buffer.from(`<sst>${items.join('')}${' '.repeat(60)}</sst>`);
          expect(await outcomeOf(xml, size)).toEqual(await outcomeOf(xml, xml.length));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    'x',
    '<worksheet>',
    '<worksheet/><worksheet/>',
    '<worksheet></worksheets>',
    '<worksheet><sheetData></worksheet></sheetData>',
    '<worksheet a=1/>',
    '<worksheet a="1"b="2"/>',
    '<worksheet a="<"/>',
    '<worksheet a/>',
    '<worksheet/>x',
    '<worksheet><1/></worksheet>',
    '<worksheet><!ELEMENT a></worksheet>',
    '<worksheet><![CDATA[</worksheet>',
    '<worksheet><!-- </worksheet>',
    '<worksheet>\u0000</worksheet>',
    '<sst/>',
    '<html><body>登录超时</body></html>',
    '<?xml version="1.0" encoding="GBK"?><worksheet/>',
    '<!DOCTYPE worksheet><worksheet/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>',
    '<worksheet><sheetData><row r="1"><c><v>&b;</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c><v>a & b</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c><v>&#0;</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c><v>&#xD800;</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c><v>1</v></c></row>',
    '<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="1"/></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v><v>2</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="0"/></sheetData></worksheet>',
    '<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="1"><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c r="A"><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c t="s"><v>99</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row r="1"><c t="s"><v>x</v></c></row></sheetData></worksheet>',
  ])('refuses %j', async (xml) => {
    expect(await outcome(Buffer.from(xml), 7)).toMatchObject({
      error: expect.stringMatching(/^HC3003 "book.xlsx"/),
    });
  });

  it('refuses bytes that are not UTF-8, wherever a chunk ends', async () => {
    const sound = Buffer.from(
      '<worksheet><sheetData><row r="1"><c t="str"><v>汉</v></c></row></sheetData></worksheet>',
    );
    const at = sound.indexOf('汉');
    for (const size of [1, 2, 3, 1000]) {
      expect(await outcome(sound, size)).toMatchObject({ rows: [[1, '汉']] });
      for (const bytes of ['c3', 'ffff', 'e6b1', 'eda080', '80']) {
        const broken = Buffer.concat([
          sound.subarray(0, at),
          Buffer.from(bytes, 'hex'),
          sound.subarray(at + 3),
        ]);
        expect(await outcome(broken, size)).toMatchObject({ error: expect.stringContaining('UTF-8') });
      }
    }
    expect(await outcome(Buffer.from('\uFEFF<worksheet/>', 'utf16le'), 1000)).toMatchObject({
      error: expect.stringContaining('UTF-8'),
    });
  });
});
