import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { openHtml } from '../../../src/ingest/html/open-html.js';
import { defaultLimits, type InputLimits } from '../../../src/ingest/limits.js';
import { encode } from '../csv/text-files.js';
import { fileOf, openPage, readPage, rowsOf } from './pages.js';

/** The message of the error that reading ends in. */
async function failure(content: Buffer | string, limits: Partial<InputLimits> = {}): Promise<string> {
  try {
    const workbook = await openPage(content, limits);
    for (const sheet of workbook.sheets) await workbook.read(sheet, () => true);
  } catch (error) {
    if (error instanceof HechaError) return error.message;
    throw error;
  }
  return 'none';
}

const table = (text: string): string => `<table><tr><td>${text}</table>`;

describe('the tables of a page', () => {
  const namesOf = async (page: string): Promise<string[]> => (await readPage(page)).map(({ name }) => name);

  it('are sheets when they have rows, in their order', async () => {
    const page = `<table></table>${table('a')}<p>between</p><table><caption>none</caption></table>${table('b')}<table><tr></tr></table>`;
    expect((await readPage(page)).map(({ rows }) => rows)).toEqual([[[1, 'a']], [[1, 'b']], [[1]]]);
  });

  it('are named after their caption, else the line above, else by number', async () => {
    expect(await namesOf(table('a'))).toEqual(['表1']);
    expect(await namesOf(table('a') + table('b'))).toEqual(['表1', '表2']);
    expect(
      await namesOf(
        `<title>t</title><h1>名册</h1><center>二〇一七年<br>一般&nbsp;农户</center>${table('a')}<table><caption> 低保\n对象 </caption><tr><td>b</table>`,
      ),
    ).toEqual(['一般 农户', '低保 对象']);
    expect(
      await namesOf(`<p>${'长'.repeat(32)}</p>${table('a')}<p>${'长'.repeat(31)}</p>${table('b')}`),
    ).toEqual(['表1', '长'.repeat(31)]);
    expect(await namesOf(`<p>甲</p>${table('a')}<p>甲</p>${table('b')}`)).toEqual(['甲', '甲 (2)']);
  });

  it('are named and hidden as Excel says, if it names as many', async () => {
    const island = (...sheets: string[]): string =>
      `<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>${sheets
        .map(
          (sheet) =>
            `<x:ExcelWorksheet><x:Name>${sheet}</x:Name><x:WorksheetOptions>${sheet === 'B' ? '<x:Visible>SheetHidden</x:Visible>' : ''}</x:WorksheetOptions></x:ExcelWorksheet>`,
        )
        .join('')}</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->`;
    const two = `<p>上</p>${table('a')}${table('b')}`;
    expect(
      (await readPage(island('一&amp;二', 'B') + two)).map(({ name, hidden }) => [name, hidden]),
    ).toEqual([
      ['一&二', false],
      ['B', true],
    ]);
    expect(await namesOf(island('一') + two)).toEqual(['上', '表2']);
    // Wherever in the file it is.
    for (let at = 65_000; at < 65_600; at += 40) {
      expect(await namesOf(`<style>${' '.repeat(at)}</style>${island('一', 'B')}${two}`)).toEqual([
        '一',
        'B',
      ]);
    }
  });

  it('end where the next one begins that stands in no cell', async () => {
    const sheets = await readPage('<table><tr><td>a</td></tr><table><tr><td>b</td></tr></table>');
    expect(sheets.map(({ rows }) => rows)).toEqual([[[1, 'a']], [[1, 'b']]]);
  });

  it('are not looked for in comments, scripts, attributes and the like', async () => {
    const page = `<!-- ${table('1')} --><script>x = '${table('2')}'</script><style>/* <table> */</style><title>${table('3')}</title><img alt="${table('4')}">${table('real')}<iframe>${table('5')}</iframe><xmp>${table('6')}</xmp>`;
    expect((await readPage(page)).map(({ rows }) => rows)).toEqual([[[1, 'real']]]);
  });

  it('are read from anywhere, again and only in part', async () => {
    const filler = '<p>填充</p>'.repeat(60_000);
    const workbook = await openPage(filler + table('a') + filler + table('b<tr><td>c<tr><td>d') + filler);
    const [, second] = workbook.sheets;
    if (!second) throw new Error('no second sheet');
    for (let times = 0; times < 2; times++) {
      const seen: unknown[] = [];
      const counts = await workbook.read(second, (row, cells) => {
        seen.push([row, ...cells]);
        return row < 2;
      });
      expect(seen).toEqual([
        [1, 'b'],
        [2, 'c'],
      ]);
      expect(counts).toEqual({ rows: 2, emptyRows: 0, declaredRows: undefined, merges: [] });
    }
  });

  it('are those of LibreOffice', async () => {
    const sheets = await readPage(readFileSync(new URL('libreoffice.xls', import.meta.url)));
    expect(sheets.map(({ name }) => name)).toEqual(['Sheet 1: 贫困人口', 'Sheet 2: 低保']);
    expect(sheets[0]?.rows).toEqual([
      [1, '某县贫困人口信息'],
      [2, '户编号', '姓名', '证件号码', '收入'],
      [3, undefined, undefined, undefined, '工资性收入', '脱贫时间'],
      [4, '6204210001', '张三', '620421199001011234', '\u00013500.5', '2017-07-31'],
      [5, '6204210002', '李\n四', '62042119900101002X', '\u00012.5%'],
      [6],
      [7, '6204210003', '王 五 & <子>', undefined, '\u00011200'],
    ]);
    expect(sheets[0]?.counts).toEqual({
      rows: 6,
      emptyRows: 1,
      declaredRows: undefined,
      merges: [
        { top: 1, bottom: 1, left: 0, right: 4 },
        { top: 2, bottom: 3, left: 0, right: 0 },
        { top: 2, bottom: 3, left: 1, right: 1 },
        { top: 2, bottom: 3, left: 2, right: 2 },
        { top: 2, bottom: 2, left: 3, right: 4 },
      ],
    });
    expect(sheets[1]?.rows).toEqual([
      [1, '姓名', '身份证号'],
      [2, '赵六', '620421198001011234'],
    ]);
  });
});

describe('the encoding', () => {
  const page = (charset: string, text = '户编号姓名𠀀㐀'): string =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>${table(text)}</html>`;

  it('is what the bytes are, whatever the page declares', async () => {
    const expected = [[1, '户编号姓名𠀀㐀']];
    for (const charset of ['utf-8', 'gb2312', 'gbk', 'gb18030', 'iso-8859-1', 'nonsense', '']) {
      for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
        expect(await rowsOf(encode(page(charset), encoding)), `${charset} ${encoding}`).toEqual(expected);
        if (encoding !== 'gb18030') {
          expect(await rowsOf(encode(page(charset), encoding, true)), `${charset} ${encoding}`).toEqual(
            expected,
          );
        }
      }
    }
  });

  it('is what the page declares when its few characters may be either', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<table><tr><td>'),
      Buffer.from([0xc4, 0xb4, 0xd6, 0xb8]),
      Buffer.from('</table>'),
    ]);
    expect(await rowsOf(bytes)).toEqual([[1, '\u0134\u05b8']]);
    expect(await rowsOf(Buffer.concat([Buffer.from('<meta charset="gb2312">'), bytes]))).toEqual([
      [1, '拇指'],
    ]);
  });

  it('is refused with the line when there is none', async () => {
    const text = encode(`<table>\n<tr>\n<td>户编号姓名`, 'gb18030');
    expect(await failure(Buffer.concat([text, Buffer.from([0xff, 0xff]), Buffer.from('</table>')]))).toMatch(
      /^HC3007 "?.*line 3/,
    );
    const utf8 = Buffer.from(`<table><tr>\n<td>${'户编号姓名'.repeat(10)}`);
    expect(await failure(Buffer.concat([utf8, Buffer.from([0xe6, 0x88]), Buffer.from('</table>')]))).toMatch(
      /^HC3007 .*line 2/,
    );
    expect(await failure(encode(page('big5'), 'gb18030'))).toMatch(/^HC3007/);
    expect(await failure(encode(page('Shift_JIS'), 'utf-8'))).toBe('none');
  });

  it('does not break characters at the ends of what is read at once', async () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const) {
      const rows = Array.from({ length: 3000 }, (_, i) => `<tr><td>第${'户𠀀'.repeat(i % 50)}${i}</td></tr>`);
      const read = await rowsOf(
        encode(`<table>${rows.join('')}</table>`, encoding, encoding.startsWith('utf-16')),
      );
      expect(read.map(([, cell]) => `<tr><td>${cell}</td></tr>`).join('')).toBe(rows.join(''));
    }
  });
});

describe('damage', () => {
  it('is told from a page without tables and from no page', async () => {
    expect(await failure('')).toMatch(/^HC3010/);
    for (const page of [
      '户编号,姓名\n',
      '<html><body>无</body></html>',
      '<table></table>',
      '<tr><td>a</td></tr>',
    ]) {
      expect(await failure(page)).toMatch(/^HC3012/);
    }
    await expect(
      openHtml({ path: `${fileOf('')}x`, place: 'x.xls', limits: defaultLimits }),
    ).rejects.toMatchObject({
      code: 'HC3011',
    });
  });

  it('is a page that ends within a table, unless the page itself says that it ends', async () => {
    const whole = '<html><body><table><tr><td>a</td></tr><tr><td>b</td></tr></table></body></html>';
    const end = whole.indexOf('</table>');
    for (let length = whole.indexOf('<tr>'); length <= end + '</table'.length; length++) {
      expect(await failure(whole.slice(0, length)), whole.slice(0, length)).toMatch(
        /^HC3003 .*R[0-2]: <\/table>/,
      );
    }
    expect(await rowsOf(whole.replace('</table>', ''))).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('is NUL', async () => {
    expect(await failure('<table><tr><td>a\0b</table>')).toMatch(/^HC3003 .*NUL @16/);
  });

  it('is what is over a limit', async () => {
    expect(await failure(`<table><tr>${'<td colspan=1000>'.repeat(17)}</table>`)).toBe('none');
    expect(await failure(`<table><tr>${'<td colspan=1000>'.repeat(18)}</table>`)).toMatch(/^HC3008 .*C16384/);
    expect(await failure(`<table>${'<tr>'.repeat(1_048_576)}</table>`)).toBe('none');
    expect(await failure(`<table>${'<tr>'.repeat(1_048_577)}</table>`)).toMatch(
      /^HC3008 .*R1048576.*R1048577/,
    );
    const limits = { cellTextBytes: 300 };
    for (const [fits, over] of [
      ['中'.repeat(100), '中'.repeat(101)],
      ['&#x4E2D;'.repeat(100), '&#x4E2D;'.repeat(101)],
      ['<b>中</b>'.repeat(100), '<b>中</b>'.repeat(101)],
      [`a${'<br>'.repeat(298)}b`, `a${'<br>'.repeat(299)}b`],
      [`${' \n'.repeat(5000)}a${' '.repeat(5000)}`, 'a'.repeat(301)],
    ] as const) {
      expect(await failure(table(fits), limits)).toBe('none');
      expect(await failure(table(over), limits)).toMatch(/^HC3008 .*cell_bytes ≤ 300 B.*R1C1/);
    }
    expect(await failure(table('a').repeat(10_001))).toMatch(/^HC3008 .*<table> ≤ 10000/);
  });

  it('never shows what is in a cell', async () => {
    const text = '620421199001011234';
    for (const page of [`<table><tr><td>${text}`, table(`${text}\0`), table(text.repeat(10_000))]) {
      const message = await failure(page);
      expect(message).toMatch(/^HC300[38] /);
      expect(message).not.toContain(text);
    }
  });
});

describe('hostile pages', () => {
  const soon = async (page: string | Buffer): Promise<string> => {
    const start = performance.now();
    const outcome = await failure(page);
    expect(performance.now() - start).toBeLessThan(10_000);
    return outcome;
  };

  it('end soon, however deep, long or open they are', async () => {
    const many = 300_000;
    expect(await soon(`${'<table><tr><td>'.repeat(many)}x`)).toMatch(/^HC3003/);
    expect(await soon(`${'<table><tr><td>'.repeat(many)}x${'</table>'.repeat(many)}`)).toBe('none');
    expect(await soon(table('<div>'.repeat(many)))).toBe('none');
    expect(await soon(table('<font><b><form><svg>'.repeat(300_000)))).toBe('none');
    expect(await soon(table('&nbsp'.repeat(many)))).toMatch(/^HC3008/);
    expect(await soon(table(' &#32;'.repeat(many)))).toMatch(/^(HC3008|none)/);
    expect(await soon(table('<br>'.repeat(many)))).toMatch(/^HC3008/);
    expect(await soon(`<table><tr><td ${'a=1 '.repeat(many)}>x</table>`)).toBe('none');
    expect(await soon(`<table><tr><td x:num="${'1'.repeat(8_000_000)}">x</table>`)).toBe('none');
    expect(await soon(`<table><tr><td ${'a'.repeat(8_000_000)}>x</table>`)).toBe('none');
    expect(await soon(`<!--${'x'.repeat(8_000_000)}-->${table('a')}`)).toBe('none');
    expect(await soon(`<!--${'<x:ExcelWorksheet><x:Name>'.repeat(500_000)}-->${table('a')}`)).toBe('none');
    expect(await soon(`<!--${'<x:ExcelWorksheet>x'.repeat(10_000)}-->`.repeat(20) + table('a'))).toBe('none');
    expect(await soon(`${'<meta <?xml '.repeat(10_000)}>${table('a')}`)).toBe('none');
    expect(await soon(`<p>甲</p>${table('a')}`.repeat(2000))).toBe('none');
    expect(await soon(`${table('a')}<!--${'<'.repeat(5_000_000)}`)).toBe('none');
    expect(await soon(`${'x'.repeat(40_000_000)}${table('a')}`)).toMatch(/^HC3008/);
    expect(await soon(`<script>${'<'.repeat(5_000_000)}`)).toMatch(/^HC3012/);
  });

  it('end soon with spans over everything', async () => {
    const wide = '<td colspan=1000 rowspan=65534>'.repeat(16);
    expect(await soon(`<table><tr>${wide}${'<tr>'.repeat(100_000)}</table>`)).toBe('none');
    expect(
      await soon(`<table><tr>${'<td rowspan=65534>'.repeat(16_383)}${'<tr><td>x'.repeat(20_000)}</table>`),
    ).toBe('none');
    expect(await soon(`<table>${'<tr><td colspan=2 rowspan=2>'.repeat(400_000)}</table>`)).toMatch(
      /^(none|HC3008)/,
    );
  });
});
