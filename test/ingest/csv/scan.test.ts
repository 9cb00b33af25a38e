import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { sampleRecords } from '../../../src/ingest/csv/sample.js';
import { scanText } from '../../../src/ingest/csv/scan.js';
import { encode, textBench } from './text-files.js';

const bench = textBench();
const scan = (content: string | Buffer, options = {}) => scanText(bench.write(content), options);

const HEADER = '户编号,姓名,证件号码';
const TABLE = `${HEADER}\n1,张三,x\n2,李四,y\n`;

describe('a clean file', () => {
  it('is known for what it is', async () => {
    expect(await scan(TABLE)).toEqual({
      encoding: 'utf-8',
      bom: false,
      bytes: Buffer.byteLength(TABLE),
      delimiter: ',',
      width: 3,
      cap: 1 << 20,
      lineEnd: '\n',
      mixedLineEnds: false,
      records: 3,
      lines: 3,
      blank: 0,
      longest: Buffer.byteLength(HEADER),
      quoted: false,
      foreignBreaks: false,
      uniform: true,
      irregular: [],
      irregularCount: 0,
      clean: true,
      reasons: [],
    });
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('ends its lines in %s, the last one too or not', async (_, lineEnd) => {
    const text = TABLE.replaceAll('\n', lineEnd);
    for (const content of [text, text.slice(0, -lineEnd.length)]) {
      expect(await scan(content)).toMatchObject({ lineEnd, records: 3, lines: 3, clean: true });
    }
  });

  it('may have quoted line breaks, counted as lines and not as records', async () => {
    const found = await scan(`${HEADER}\n1,"张\n三",x\n`);
    expect(found).toMatchObject({ records: 2, lines: 3, quoted: true, foreignBreaks: false, clean: true });
    const foreign = await scan(`${HEADER}\r\n1,"张\n三",x\r\n`);
    expect(foreign).toMatchObject({
      records: 2,
      lines: 3,
      lineEnd: '\r\n',
      foreignBreaks: true,
      clean: true,
    });
  });

  it('may be a header alone, or a single line without an end', async () => {
    expect(await scan(`${HEADER}\n`)).toMatchObject({ records: 1, width: 3, clean: true });
    expect(await scan(HEADER)).toMatchObject({ records: 1, lines: 1, width: 3, lineEnd: '\n', clean: true });
  });
});

describe('encoding', () => {
  const text = `${HEADER}\n1,䶮𠮷,x\n`;
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['gb18030', false],
    ['gb18030', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ] as const)('%s is known (with a mark: %s), wherever a chunk ends', async (encoding, bom) => {
    const path = bench.write(encode(text, encoding, bom));
    for (const chunkBytes of [1, 2, 3, 5, 7, 1 << 20]) {
      const found = await scanText(path, { chunkBytes });
      expect(found).toMatchObject({ encoding, bom, records: 2, width: 3, clean: true });
      expect(await sampleRecords(path, found, 9)).toEqual([
        ['户编号', '姓名', '证件号码'],
        ['1', '䶮𠮷', 'x'],
      ]);
    }
  });

  it('GB18030 has these bytes', () => {
    expect(encode('䶮𠮷张a', 'gb18030').toString('hex')).toBe('fe9f9534b235d5c561');
  });

  it('a delimiter byte inside a two-byte character is no delimiter', async () => {
    // 亅 is 81 7C: its second byte is the one of "|".
    const bytes = encode('户编号|姓名\n1|\u4e85\n', 'gb18030');
    expect(bytes.toString('latin1').split('|')).toHaveLength(4);
    const path = bench.write(bytes);
    const found = await scanText(path);
    expect(found).toMatchObject({ encoding: 'gb18030', delimiter: '|', width: 2, clean: true });
    expect(await sampleRecords(path, found, 2)).toEqual([
      ['户编号', '姓名'],
      ['1', '\u4e85'],
    ]);
  });

  it('a text whose first non-ASCII bytes come late is read in the encoding that fits all of it', async () => {
    const ascii = 'a,b,c\n'.repeat(400_000);
    expect(await scan(Buffer.concat([Buffer.from(ascii), encode('1,张三,x\n', 'gb18030')]))).toMatchObject({
      encoding: 'gb18030',
      records: 400_001,
    });
  });

  const failure = async (content: Buffer): Promise<unknown> =>
    scan(content).catch((error: unknown) =>
      error instanceof HechaError ? [error.code, error.values.row] : error,
    );

  it('neither: the line where the likelier one fails', async () => {
    const bad = (encoding: 'utf-8' | 'gb18030') =>
      Buffer.concat([
        encode(`${HEADER}\r\n1,"张\r\n三",x\r\n`, encoding),
        Buffer.from([0xff, 0xff]),
        encode('\r\n2,李四,y\r\n', encoding),
      ]);
    expect(await failure(bad('utf-8'))).toEqual(['HC3007', 4]);
    expect(await failure(bad('gb18030'))).toEqual(['HC3007', 4]);
  });

  it('UTF-8 with one bad byte is not taken for GB18030, though its bytes would pass', async () => {
    const line = Buffer.from('户编,姓名\n');
    const broken = Buffer.concat([...Array<Buffer>(20).fill(line), Buffer.from('e4b999e4c4c42c310a', 'hex')]);
    expect(() => new TextDecoder('gb18030', { fatal: true }).decode(broken)).not.toThrow();
    expect(await failure(broken)).toEqual(['HC3007', 21]);
  });

  it('a character cut off at the end', async () => {
    expect(await failure(Buffer.from(TABLE).subarray(0, -7))).toEqual(['HC3007', 3]);
    expect(await failure(encode(TABLE, 'utf-16le', true).subarray(0, -1))).toEqual(['HC3007', 3]);
  });
});

describe('delimiter', () => {
  it.each([',', '\t', ';', '|'])('%j is found by consistency, quotes respected', async (delimiter) => {
    const line = ['1', '"a,b;c|d\te"', '张三', '""'].join(delimiter);
    const text = `单位:元,2017;年|度\n${['户编号', '姓名', '备注', '额'].join(delimiter)}\n${`${line}\n`.repeat(5)}`;
    expect(await scan(text)).toMatchObject({ delimiter, width: 4, records: 7 });
  });

  it('a list inside the cells does not outdo the header', async () => {
    const rows = Array.from({ length: 50 }, (_, row) => `${row}\t一,二,三,四,五\t甲\n`).join('');
    expect(await scan(`编号\t项目\t姓名\n${rows}`)).toMatchObject({ delimiter: '\t', width: 3 });
  });

  it('without any, there is one column', async () => {
    expect(await scan('姓名\n张三\n')).toMatchObject({ width: 1, records: 2, clean: true });
  });
});

describe('what is irregular is told with its place', () => {
  it('titles, ragged rows, blank lines, stray quotes, NUL bytes', async () => {
    const text = `贫困户名册\n\n${HEADER}\n1,"张\n三",x\n2,李四\n3,王"五,y\n\n4,赵六,z\0\n`;
    expect(await scan(text)).toMatchObject({
      width: 3,
      records: 8,
      lines: 9,
      blank: 2,
      uniform: false,
      clean: false,
      reasons: ['blank', 'nul', 'quote', 'ragged'],
      irregularCount: 6,
      irregular: [
        { record: 1, line: 1, reason: 'ragged' },
        { record: 2, line: 2, reason: 'blank' },
        { record: 5, line: 6, reason: 'ragged' },
        { record: 6, line: 7, reason: 'quote' },
        { record: 7, line: 8, reason: 'blank' },
        { record: 8, line: 9, reason: 'nul' },
      ],
    });
  });

  it('mixed line ends', async () => {
    const found = await scan(TABLE.replace('\n', '\r\n'));
    expect(found).toMatchObject({
      mixedLineEnds: true,
      lineEnd: '\r\n',
      clean: false,
      reasons: ['line-ends'],
    });
  });

  it('a record over the cap', async () => {
    const found = await scan(`${TABLE}3,${'x'.repeat(50)},z\n4,b,c\n`, { cap: 40 });
    expect(found).toMatchObject({ records: 5, longest: 54, reasons: ['too-long'] });
    expect(found.irregular).toEqual([{ record: 4, line: 4, reason: 'too-long' }]);
  });

  it('many: the first hundred, and their number', async () => {
    const found = await scan(`${TABLE}${'x\n'.repeat(300)}${'1,2,3\n'.repeat(400)}`);
    expect(found.irregular).toHaveLength(100);
    expect(found.irregularCount).toBe(300);
  });
});

describe('an empty file', () => {
  it.each([
    ['no byte', Buffer.alloc(0)],
    ['a mark alone', Buffer.from('\ufeff')],
    ['a mark of UTF-16 alone', Buffer.from([0xff, 0xfe])],
  ])('%s is an error', async (_, content) => {
    await expect(scan(content)).rejects.toMatchObject({ code: 'HC3010' });
  });

  it('of blank lines only has blank records', async () => {
    expect(await scan('\r\n\r\n\r\n')).toMatchObject({ records: 3, blank: 3, reasons: ['blank'] });
  });

  it('that is not there is an error too', async () => {
    await expect(scanText(bench.write('a').replace('file-', 'none-'))).rejects.toMatchObject({
      code: 'HC3011',
      values: { detail: 'ENOENT' },
    });
  });
});

describe('sample', () => {
  it('has the first records, no cells for a blank line, the pieces of a damaged one', async () => {
    const path = bench.write('标题\n\na,"b""\nc",d\n1,2"2,3\n4,5,6\n');
    const found = await scanText(path);
    const all = [['标题'], [], ['a', 'b"\nc', 'd'], ['1', '2"2', '3'], ['4', '5', '6']];
    for (let count = 0; count <= 6; count += 1) {
      expect(await sampleRecords(path, found, count)).toEqual(all.slice(0, count));
    }
  });
});
