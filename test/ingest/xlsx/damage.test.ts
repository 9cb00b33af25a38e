import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import type { InputLimits } from '../../../src/ingest/limits.js';
import { openWorkbook } from '../../../src/ingest/xlsx/workbook.js';
import {
  fileOf,
  type Parts,
  partsOf,
  readFileOf,
  readParts,
  relationshipsXml,
  sheetXml,
  workbookXml,
  zipOf,
} from './build-workbook.js';

const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>5</v></c></row>';
const sound = partsOf({
  rows: row,
  strings: '<si><t>620421199001011234</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/></cellXfs>',
});
const without = (name: string): Parts => sound.filter(([other]) => other !== name);
const replaced = (name: string, content: string): Parts =>
  sound.map((part) => (part[0] === name ? [name, content] : part));

/** The message of the error that reading ends in. */
async function failure(content: Buffer | Parts, limits: Partial<InputLimits> = {}): Promise<string> {
  try {
    await readFileOf(fileOf(Buffer.isBuffer(content) ? content : await zipOf(content as Parts)), limits);
  } catch (error) {
    if (error instanceof HechaError) return error.message;
    throw error;
  }
  return 'none';
}

/** The archive with bytes written over each record of that signature, at an offset in it. */
function patched(zip: Buffer, signature: number, offset: number, bytes: readonly number[]): Buffer {
  const copy = Buffer.from(zip);
  for (let at = 0; at < copy.length - 4; at++)
    if (copy.readUInt32LE(at) === signature) copy.set(bytes, at + offset);
  return copy;
}
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

describe('damaged files', () => {
  it('are told from missing ones and from folders', async () => {
    const folder = join(dirname(fileOf(Buffer.alloc(0))), 'folder.xlsx');
    mkdirSync(folder);
    await expect(openWorkbook(join(folder, 'absent.xlsx'))).rejects.toMatchObject({ code: 'HC1001' });
    await expect(openWorkbook(folder)).rejects.toMatchObject({
      code: expect.stringMatching(/^HC3003|HC3011$/),
    });
    for (const content of [
      Buffer.alloc(0),
      Buffer.from('PK'),
      Buffer.from('姓名,证件号码\n'),
      Buffer.alloc(100_000),
    ]) {
      expect(await failure(content)).toMatch(/^HC3003 .*\(zip\)/);
    }
  });

  it('are refused when they are cut short, at any length', async () => {
    const whole = await zipOf(sound);
    expect(await failure(whole)).toBe('none');
    for (let length = 0; length < whole.length; length += 7) {
      expect(await failure(whole.subarray(0, length))).toMatch(/^HC3003/);
    }
  });

  it('are refused for a wrong checksum, size, method or a second part of one name', async () => {
    const zip = await zipOf(sound);
    expect(await failure(patched(zip, CENTRAL, 16, [1, 2, 3, 4]))).toMatch(/^HC3003 .*CRC-32/);
    expect(await failure(patched(zip, CENTRAL, 24, [9, 0, 0, 0]))).toMatch(/^HC3003 .*zip: size/);
    expect(await failure(patched(zip, CENTRAL, 24, [9, 9, 9, 0]))).toMatch(/^HC3003 .*zip: size/);
    expect(await failure(patched(zip, CENTRAL, 10, [9, 0]))).toMatch(/^HC3003 .*zip: method 9/);
    expect(await failure(patched(zip, LOCAL, 0, [0]))).toMatch(/^HC3003/);
    expect(await failure([...sound, ['XL/worksheets/sheet1.xml', sheetXml(row)]])).toMatch(
      /^HC3003 .*zip: 2 × name/,
    );
  });

  it('are refused when they are encrypted, saying so', async () => {
    const zip = await zipOf(sound);
    expect(await failure(patched(patched(zip, CENTRAL, 8, [1]), LOCAL, 6, [1]))).toMatch(
      /^HC3003 .*encrypted 已加密/,
    );
    expect(await failure(patched(zip, CENTRAL, 8, [0x41]))).toMatch(/^HC3003 .*encrypted 已加密/);
  });

  it('are refused for offsets that no file has', async () => {
    const zip = await zipOf(sound);
    const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.fill(0xff, 8, 16);
    expect(await failure(Buffer.concat([zip.subarray(0, end), locator, zip.subarray(end)]))).toMatch(
      /^HC3003/,
    );
    expect(await failure(patched(zip, 0x06054b50, 16, [0xff, 0xff, 0xff, 0x7f]))).toMatch(/^HC3003/);
    expect(await failure(patched(zip, CENTRAL, 42, [0xff, 0xff, 0xff, 0x7f]))).toMatch(/^HC3003/);
  });

  it('are refused when a part is missing, naming which', async () => {
    expect(await failure(without('xl/workbook.xml'))).toMatch(/^HC3003 .*\(workbook: /);
    expect(await failure(without('xl/worksheets/sheet1.xml'))).toMatch(/^HC3003 .*\(sheet: /);
    expect(await failure(without('xl/styles.xml'))).toMatch(/^HC3003 .*\(styles: /);
    expect(await failure(without('xl/sharedStrings.xml'))).toMatch(/^HC3003 .*\(sharedStrings: /);
    expect(await failure(without('xl/_rels/workbook.xml.rels'))).toMatch(/^HC3003 .*\(sheet: /);
    expect(await failure(partsOf({ rows: row }))).toMatch(/^HC3003 .*R1C1: sharedStrings/);
    expect(await failure([['a.csv', 'x']])).toMatch(/^HC3003 .*\(workbook: /);
    const external = relationshipsXml(['rId1', 'worksheet', 'worksheets/sheet1.xml']).replace(
      '/></',
      ' TargetMode="External"/></',
    );
    expect(await failure(replaced('xl/_rels/workbook.xml.rels', external))).toMatch(/^HC3003 .*\(sheet: /);
  });

  it('are refused for document types and malformed XML in any part', async () => {
    for (const [name] of sound.filter(([other]) => !other.startsWith('['))) {
      const bomb = '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>';
      expect(await failure(replaced(name, bomb))).toMatch(/^HC3003 .*DOCTYPE/);
      expect(await failure(replaced(name, '<html>'))).toMatch(/^HC3003 .*XML/);
      expect(await failure(replaced(name, ''))).toMatch(/^HC3003 .*XML/);
    }
  });

  it('are refused when one part is two sheets, whose rows would count twice', async () => {
    const twice = workbookXml(
      '<sheet name="a" sheetId="1" r:id="rId1"/></sheets><sheets><sheet name="b" sheetId="2" r:id="rId1"/>',
    );
    expect(await failure(replaced('xl/workbook.xml', twice))).toMatch(/^HC3003 .*2 × sheet/);
  });

  it('say that a binary workbook is one', async () => {
    const main = relationshipsXml(['rId1', 'officeDocument', 'xl/workbook.bin']);
    expect(
      await failure([
        ['_rels/.rels', main],
        ['xl/workbook.bin', 'x'],
      ]),
    ).toMatch(/^HC3004 .*\.xlsb/);
  });

  it('never show what is in a cell', async () => {
    const text = '620421199001011234';
    const cells = (inner: string): Parts =>
      replaced('xl/worksheets/sheet1.xml', sheetXml(`<row r="1">${inner}</row>`));
    for (const inner of [
      `<c r="A1"><v>${text}</v><v>${text}</v></c>`,
      `<c r="${text}"><v>${text}</v></c>`,
      `<c t="s"><v>${text}</v></c>`,
      `<c t="${text}"><v>1</v></c>`,
      `<c s="${text}"><v>1</v></c>`,
      `<c><v>${text}&x;</v></c>`,
      `<c r="A1"><v>${text}</v></c><c r="A1"><v>${text}</v></c>`,
      `<${text}/>`,
    ]) {
      const message = await failure(cells(inner));
      expect(message).toMatch(/^HC3003 /);
      expect(message).not.toContain(text);
    }
  });
});

describe('limits', () => {
  const many = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, i) => one(i)).join('');

  it('hold for what a sheet can address', async () => {
    const at = (inner: string): Promise<string> => failure(partsOf({ rows: inner }));
    expect(await at('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')).toBe('none');
    expect(await at('<row r="1048577"/>')).toMatch(/^HC3008 .*R1048577/);
    expect(await at('<row r="1048576"/><row/>')).toMatch(/^HC3008 .*R1048577/);
    expect(await at('<row r="99999999999999999999"/>')).toMatch(/^HC30/);
    expect(await at('<row r="1"><c r="XFE1"><v>1</v></c></row>')).toMatch(/^HC3008 .*C16384/);
    expect(await at('<row r="1"><c r="XFD1"/><c><v>1</v></c></row>')).toMatch(/^HC3008 .*C16384/);
    expect(await at('<row r="1"><c r="ABCDEFGHIJKLMNOPQRSTUVWXYZ1"><v>1</v></c></row>')).toMatch(/^HC3008/);
  });

  it('hold for the text of a cell, wherever it stands', async () => {
    const limit = { cellTextBytes: 300 };
    const long = (length: number): Promise<string[]> =>
      Promise.all([
        failure(
          partsOf({ rows: `<row r="1"><c t="inlineStr"><is><t>${'中'.repeat(length)}</t></is></c></row>` }),
          limit,
        ),
        failure(
          partsOf({ rows: `<row r="1"><c t="str"><v>${'&#x4E2D;'.repeat(length)}</v></c></row>` }),
          limit,
        ),
        failure(
          partsOf({
            rows: `<row r="1"><c t="inlineStr"><is>${'<r><t>中</t></r>'.repeat(length)}</is></c></row>`,
          }),
          limit,
        ),
        failure(partsOf({ strings: `<si><t>${'中'.repeat(length)}</t></si>`, rows: row }), limit),
        failure(partsOf({ strings: `<si>${'<r><t>中</t></r>'.repeat(length)}</si>`, rows: row }), limit),
      ]);
    expect(await long(100)).toEqual(new Array(5).fill('none'));
    expect(await long(101)).toEqual(new Array(5).fill(expect.stringMatching(/^HC3008 .*cell_bytes ≤ 300 B/)));
    expect(
      await failure(partsOf({ rows: `<row r="1"><c t="str"><v>${'a'.repeat(131_068)}</v></c></row>` })),
    ).toBe('none');
    expect(
      await failure(partsOf({ rows: `<row r="1"><c t="str"><v>${'a'.repeat(131_069)}</v></c></row>` })),
    ).toMatch(/^HC3008/);
  });

  it('hold for number and size of shared strings', async () => {
    const strings = many(50, (i) => `<si><t>${i}</t></si>`);
    expect(await failure(partsOf({ strings, rows: row }), { sharedStrings: 50, sharedStringBytes: 90 })).toBe(
      'none',
    );
    expect(await failure(partsOf({ strings, rows: row }), { sharedStrings: 49 })).toMatch(
      /^HC3008 .*shared_strings ≤ 49/,
    );
    expect(await failure(partsOf({ strings, rows: row }), { sharedStringBytes: 89 })).toMatch(
      /^HC3008 .*≤ 89 B/,
    );
  });

  it('hold for zip bombs', async () => {
    const bomb = partsOf({ sheet: sheetXml('', '<x/>'.repeat(300_000)) });
    expect(await failure(bomb, { ratio: 500, ratioFloorBytes: 100_000 })).toMatch(
      /^HC3008 .*zip_ratio ≤ 500/,
    );
    expect(await failure(bomb, { ratio: 500 })).toBe('none');
    expect(await failure(bomb, { entryBytes: 1_000_000 })).toMatch(/^HC3008 .*≤ 1000000 B/);
    expect(await failure(bomb, { totalBytes: 1_000_000 })).toMatch(/^HC3008 .*≤ 1000000 B/);
    const meta = replaced('xl/styles.xml', `<styleSheet>${'<x/>'.repeat(1000)}</styleSheet>`);
    expect(await failure(meta, { metaBytes: 2000 })).toMatch(/^HC3008 .*styles.*2000/);
    const parts: Parts = [...sound, ...Array.from({ length: 20 }, (_, i) => [`x${i}`, ''] as const)];
    expect(await failure(parts, { entries: 20 })).toMatch(/^HC3008 .*entries ≤ 20/);
  });

  it('hold for markup without end', async () => {
    const inner = (xml: string): Promise<string> => failure(partsOf({ rows: xml }));
    expect(await inner(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`)).toMatch(/^HC3008 .*depth/);
    expect(await inner(`<row ${many(600, (i) => `a${i}="1" `)}/>`)).toMatch(/^HC3008 .*attributes/);
    expect(await inner(`<!--${'x'.repeat(2_000_000)}-->`)).toMatch(/^HC3008 .*XML ≤/);
    expect(await inner(`<row a="${'x'.repeat(2_000_000)}"/>`)).toMatch(/^HC3008 .*XML ≤/);
    expect(await inner(`${'<!---->'.repeat(100_000)}<row/>`)).toBe('none');
  });

  it('do not stop a file for entries that nobody reads, whatever their names', async () => {
    const odd: Parts = ['zz/zz/etc/passwd', '__proto__', 'QQQx'].map((name) => [name, 'x']);
    const zip = (await zipOf([...sound, ...odd])).toString('latin1');
    const hostile = Buffer.from(zip.replaceAll('zz/zz/', '../../').replaceAll('QQQx', 'C:\\x'), 'latin1');
    expect(await failure(hostile)).toBe('none');
  });

  it('let a sheet be called anything', async () => {
    const parts = replaced(
      'xl/workbook.xml',
      workbookXml('<sheet name="__proto__" sheetId="1" r:id="rId1"/>'),
    );
    expect((await readParts(parts)).map(({ name }) => name)).toEqual(['__proto__']);
  });
});

/** A small generator of numbers from a seed (mulberry32), so that a failure can be had again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One to three changes: a byte set, a piece cut out, doubled or overwritten with another, or the end cut off. */
function mutated(content: Buffer, next: (below: number) => number): Buffer {
  let result = Buffer.from(content);
  for (let changes = 1 + next(3); changes > 0 && result.length > 0; changes--) {
    const at = next(result.length);
    const end = Math.min(result.length, at + 1 + next(40));
    const kind = next(6);
    if (kind === 0) result[at] = next(256);
    else if (kind === 1) result[at] = (result[at] ?? 0) ^ (1 << next(8));
    else if (kind === 2) result = Buffer.concat([result.subarray(0, at), result.subarray(end)]);
    else if (kind === 3) result = Buffer.concat([result.subarray(0, end), result.subarray(at)]);
    else if (kind === 4) result.copy(result, next(result.length), at, end);
    else if (next(4) === 0) result = result.subarray(0, at);
    else result.fill('<>"&/= '.charCodeAt(next(7)), at, at + 1);
  }
  return result;
}

describe('mutated files', () => {
  const outcomes = async (files: AsyncIterable<Buffer>): Promise<{ read: number; refused: number }> => {
    let read = 0;
    let refused = 0;
    for await (const file of files) {
      // Anything but a HechaError comes through as it is, and fails the test.
      if ((await failure(file)) === 'none') read++;
      else refused++;
    }
    return { read, refused };
  };

  it('are read or refused, whatever happened to the archive', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('一');
    for (let i = 0; i < 40; i++)
      sheet.addRow([`第${i}户`, i, new Date(0), true, { richText: [{ text: 'a' }, { text: 'b' }] }]);
    const whole = Buffer.from(await workbook.xlsx.writeBuffer());
    const { read, refused } = await outcomes(
      (async function* () {
        for (let seed = 0; seed < 200; seed++) yield mutated(whole, random(seed));
      })(),
    );
    expect(read + refused).toBe(200);
    expect(refused).toBeGreaterThan(50);
  });

  it('are read or refused, whatever happened to the XML of a part', async () => {
    const parts = partsOf({
      rows: Array.from(
        { length: 12 },
        (_, i) =>
          `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 3}</v></c><c r="B${i + 1}" s="1"><v>42947</v></c><c r="C${i + 1}" t="inlineStr"><is><t>a&amp;b</t></is></c><c r="D${i + 1}"><v>${i}.5</v></c></row>`,
      ).join(''),
      strings:
        '<si><t>张三</t></si><si><r><t>李</t></r><r><t>四</t></r></si><si><t xml:space="preserve"> x_x000D_</t></si>',
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
    });
    const { read, refused } = await outcomes(
      (async function* () {
        for (let seed = 0; seed < 250; seed++) {
          const next = random(seed);
          const changed = 1 + next(parts.length - 1);
          yield zipOf(
            parts.map(([name, content], index) => [
              name,
              index === changed ? mutated(Buffer.from(content), next) : content,
            ]),
            false,
          );
        }
      })(),
    );
    expect(read + refused).toBe(250);
    expect(read).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(100);
  });
});
