import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import type { InputLimits } from '../../../src/ingest/limits.js';
import { encode } from '../csv/text-files.js';
import { mutated, random } from '../html/mutate.js';
import { bookXml, cellXml, readBook, sheetXml } from './books.js';

/** The message of the error that reading ends in. */
async function failure(content: Buffer | string, limits: Partial<InputLimits> = {}): Promise<string> {
  try {
    await readBook(content, limits);
  } catch (error) {
    if (error instanceof HechaError) return error.message;
    throw error;
  }
  return 'none';
}

const bookOf = (rows: string): string => bookXml(sheetXml(rows));
const row = `<Row>${cellXml('String', '张三𠀀')}${cellXml('Number', '5')}</Row>`;

describe('the encoding', () => {
  it('is what the bytes are, whatever the declaration says', async () => {
    for (const declared of [undefined, 'UTF-8', 'gb2312', 'GBK', 'GB18030', 'utf-16', 'ISO-8859-1']) {
      for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
        for (const bom of encoding === 'gb18030' ? [false] : [false, true]) {
          const rows = row.repeat(2000);
          const [sheet] = await readBook(encode(bookXml(sheetXml(rows), declared), encoding, bom));
          expect(sheet?.name, `${declared} ${encoding} ${bom}`).toBe('名册');
          expect(sheet?.rows.length).toBe(2000);
          expect(sheet?.rows.at(-1)).toEqual([2000, '张三𠀀', '\u00015']);
        }
      }
    }
  });

  it('is refused when there is none', async () => {
    const text = encode(bookOf(row), 'gb18030');
    expect(await failure(Buffer.concat([text, Buffer.from([0xff])]))).toMatch(/^HC3007 .*line 3/);
    expect(await failure(encode(bookXml(sheetXml(row), 'Big5'), 'gb18030'))).toMatch(/^HC3007/);
  });

  it('may stand below blank lines', async () => {
    expect(await failure(`\r\n \n${bookOf(row)}`)).toBe('none');
    expect(await failure(`\ufeff${bookOf(row)}`)).toBe('none');
  });
});

describe('damaged workbooks', () => {
  it('are refused when they are cut short, at any length', async () => {
    const whole = Buffer.from(bookOf(row));
    for (let length = 1; length < whole.length; length += 5) {
      expect(await failure(whole.subarray(0, length)), String(length)).toMatch(/^HC300[37]/);
    }
    expect(await failure('')).toMatch(/^HC3010/);
  });

  it('are refused for document types, other roots and malformed XML', async () => {
    expect(await failure('<!DOCTYPE a [<!ENTITY b "c">]><Workbook>&b;</Workbook>')).toMatch(
      /^HC3003 .*DOCTYPE/,
    );
    expect(await failure('<Werkbook/>')).toMatch(/^HC3003 .*XML root/);
    expect(await failure('<html><body/></html>')).toMatch(/^HC3003 .*XML root/);
    expect(await failure(bookOf('<Row></Cell></Row>'))).toMatch(/^HC3003 .*XML @/);
    expect(await failure(bookOf(`<Row>${cellXml('String', 'a & b')}</Row>`))).toMatch(/^HC3003 .*XML @/);
    expect(await failure(bookOf(`<Row>${cellXml('String', '\u0007')}</Row>`))).toMatch(/^HC3003 .*XML @/);
    expect(await failure('户编号,姓名\n')).toMatch(/^HC3003 .*XML/);
    // Also where no value stands, and in a sheet that nobody reads.
    expect(await failure(bookXml(`<Styles/>&${sheetXml(row)}`))).toMatch(/^HC3003 .*XML @/);
    expect(
      await failure(bookXml(sheetXml(row) + sheetXml(`<Row>${cellXml('String', '说明&')}</Row>`, 'b'))),
    ).toMatch(/^HC3003 "book\.xls" .*XML @/);
  });

  it('are refused for rows and cells that do not go forward', async () => {
    const a = cellXml('String', 'a');
    expect(await failure(bookOf(`<Row ss:Index="3"/><Row ss:Index="3"/>`))).toMatch(/^HC3003 .*名册.*2 × R3/);
    expect(await failure(bookOf(`<Row ss:Span="2"/><Row ss:Index="3"/>`))).toMatch(/^HC3003 .*2 × R3/);
    expect(await failure(bookOf(`<Row ss:Index="0"/>`))).toMatch(/^HC3003/);
    expect(await failure(bookOf(`<Row ss:Index="x"/>`))).toMatch(/^HC3003/);
    expect(await failure(bookOf(`<Row>${a}${cellXml('String', 'b', ' ss:Index="1"')}</Row>`))).toMatch(
      /^HC3003 .*R1C1/,
    );
    expect(
      await failure(
        bookOf(
          `<Row>${cellXml('String', 'a', ' ss:MergeAcross="2"')}${cellXml('String', 'b', ' ss:Index="3"')}</Row>`,
        ),
      ),
    ).toMatch(/^HC3003 .*R1C3/);
    expect(
      await failure(
        bookOf(`<Row><Cell><Data ss:Type="String">a</Data><Data ss:Type="String">b</Data></Cell></Row>`),
      ),
    ).toMatch(/^HC3003 .*R1C1/);
  });

  it('are refused for a value in a column that a cell above reaches down into', async () => {
    const above = `<Row>${cellXml('String', 'a', ' ss:MergeDown="1"')}${cellXml('String', 'b')}</Row>`;
    expect(await failure(bookOf(`${above}<Row>${cellXml('String', 'c')}</Row>`))).toMatch(/^HC3003 .*R2C1/);
    expect(
      await failure(
        bookOf(`${above}<Row><Cell/>${cellXml('String', 'c')}</Row><Row>${cellXml('String', 'd')}</Row>`),
      ),
    ).toBe('none');
  });

  it('are refused over a limit', async () => {
    expect(
      await failure(bookOf(`<Row ss:Index="1048576">${cellXml('Number', '1', ' ss:Index="16384"')}</Row>`)),
    ).toBe('none');
    expect(await failure(bookOf('<Row ss:Index="1048577"/>'))).toMatch(/^HC3008 .*R1048577/);
    expect(await failure(bookOf(`<Row>${cellXml('Number', '1', ' ss:Index="16385"')}</Row>`))).toMatch(
      /^HC3008 .*C16384/,
    );
    expect(await failure(bookOf(`<Row><Cell ss:MergeAcross="16384"/><Cell/></Row>`))).toMatch(
      /^HC3008 .*C16384/,
    );
    expect(await failure(bookOf(`<Column ss:Index="16384" ss:Span="1"/>`))).toMatch(/^HC3008 .*C16384/);
    const limits = { cellTextBytes: 300 };
    expect(await failure(bookOf(`<Row>${cellXml('String', '<B>中</B>'.repeat(100))}</Row>`), limits)).toBe(
      'none',
    );
    expect(await failure(bookOf(`<Row>${cellXml('String', '<B>中</B>'.repeat(101))}</Row>`), limits)).toMatch(
      /^HC3008 .*cell_bytes ≤ 300 B/,
    );
    expect(await failure(bookOf(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`))).toMatch(/^HC3008 .*depth/);
    expect(await failure(bookXml('<Worksheet ss:Name="a"/>'.repeat(10_001)))).toMatch(
      /^HC3008 .*sheets ≤ 10000/,
    );
  });

  it('never show what is in a cell', async () => {
    const text = '620421199001011234';
    for (const rows of [
      `<Row ss:Index="${text}">${cellXml('String', text)}</Row>`,
      `<Row>${cellXml('String', `${text}&x;`)}</Row>`,
      `<Row>${cellXml('String', text)}${cellXml('String', text, ' ss:Index="1"')}</Row>`,
      `<Row><${text}/></Row>`,
    ]) {
      const message = await failure(bookOf(rows));
      expect(message).toMatch(/^HC3003 /);
      expect(message).not.toContain(text);
    }
  });
});

it('1,500 damaged workbooks are read or refused within two seconds, and nothing else', async () => {
  const styles = '<Styles><Style ss:ID="s"><NumberFormat ss:Format="Short Date"/></Style></Styles>';
  const rows = `<Column ss:StyleID="s"/><Row ss:Index="2">${cellXml('Number', '42947')}${cellXml('String', '张&amp;三', ' ss:MergeAcross="1" ss:MergeDown="1"')}${cellXml('DateTime', '2017-07-31T00:00:00.000')}</Row><Row>${cellXml('Boolean', '1')}${cellXml('Error', '#N/A', ' ss:Index="4"')}</Row>`;
  const whole = bookXml(styles + sheetXml(rows) + sheetXml(row.repeat(10), 'b'));
  const originals = [Buffer.from(whole), encode(whole, 'gb18030'), encode(whole, 'utf-16le', true)];
  const inserted = [
    '<',
    '>',
    '"',
    '&',
    '</Row>',
    '<Row>',
    '<Cell>',
    '</Worksheet>',
    ' ss:Index="1"',
    ' ss:Span="99999999"',
    '<![CDATA[',
    '<!--',
    '<?xml',
    '\0',
    '\xff',
    '9',
  ];
  const outcomes = new Map<string, number>();
  for (let seed = 1; seed <= 1500; seed++) {
    const start = performance.now();
    const message = await failure(mutated(originals[seed % 3] ?? Buffer.alloc(0), random(seed), inserted));
    expect(performance.now() - start, `seed ${seed}`).toBeLessThan(2000);
    const outcome = message.slice(0, 6);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['HC3003', 'HC3007', 'none']));
  expect(outcomes.get('none')).toBeGreaterThan(40);
});
