import { describe, expect, it } from 'vitest';
import { ERROR_MARK, NUMBER_MARK } from '../../../src/ingest/raw.js';
import { cellsOf, rowsOf } from './build-workbook.js';

const number = (digits: string): string => NUMBER_MARK + digits;

describe('texts of cells', () => {
  it('reads shared strings, with their runs joined and phonetic runs left out', async () => {
    const cells = await cellsOf({
      rows: '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>',
      strings:
        '<si><t>张三</t></si>' +
        '<si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space="preserve"> 四</t></r><rPh sb="0" eb="1"><t>リ</t></rPh><phoneticPr fontId="1"/></si>' +
        '<si><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si><si/>',
    });
    expect(cells).toEqual(['李 四', '张三', '山田']);
  });

  it('reads inline strings, plain and in runs, and results of formulas without the formula; one that was never computed is an error', async () => {
    const cells = await cellsOf({
      rows:
        '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c>' +
        '<c r="B1" t="inlineStr"><is><r><t>乙</t></r><r><rPr/><t>丙</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>' +
        '<c r="C1" t="str"><f>A1&amp;"丁"</f><v>甲丁</v></c><c r="D1"><f>1+1</f><v>2</v></c><c r="E1"><f>1+1</f></c>' +
        '<c r="F1"><is><t>没有类型</t></is></c><c r="G1" t="inlineStr"><v>没有容器</v></c></row>',
    });
    expect(cells).toEqual(['甲', '乙丙', '甲丁', number('2'), '\u0002#N/A', '没有类型', '没有容器']);
  });

  it.each([
    ['&lt;&amp;&gt;&quot;&apos;', '<&>"\''],
    ['&#x4E2D;&#22269;&#x1F600;', '中国😀'],
    ['a_x000D_b_x000A_c', 'a\rb\nc'],
    ['_x005F_x000D_', '_x000D_'],
    ['a_xD83D_b_x000A_', 'a_xD83D_b\n'],
    ['_xD83D__xDE00_', '😀'],
    ['&#95;x0041_', 'A'],
    ['a_x0000_b', 'ab'],
    ['_x00G0_ _x41_', '_x00G0_ _x41_'],
    ['a\r\nb\rc\td', 'a\nb\nc\td'],
    ['<![CDATA[<a>&amp;]]>b<!-- c -->d', '<a>&amp;bd'],
    ['<?x y?>e', 'e'],
    ['𠮷野家', '𠮷野家'],
    ['_x0001__x0002_张三', '张三'],
    ['1_x0001_', '1\u0001'],
  ])('decodes %j alike in shared strings, inline strings and results', async (xml, text) => {
    const cells = await cellsOf({
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>${xml}</t></is></c><c r="C1" t="str"><v>${xml}</v></c></row>`,
      strings: `<si><t>${xml}</t></si>`,
    });
    expect(cells).toEqual([text, text, text]);
  });

  it('keeps blanks, whatever xml:space says, and takes an empty text for no value', async () => {
    const cells = await cellsOf({
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="str"><v> </v></c></row>',
      strings: '<si><t xml:space="preserve"> 张 三 </t></si><si><t> 李四 </t></si><si><t></t></si>',
    });
    expect(cells).toEqual([' 张 三 ', ' 李四 ', undefined, ' ']);
  });

  it('never lets a text pass for a number or an error', async () => {
    const cells = await cellsOf({
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>_x0001_5</t></is></c><c r="B1" t="str"><v>_x0002_#N/A</v></c><c r="C1"><v>_x0001_x</v></c></row>',
    });
    expect(cells).toEqual(['5', '#N/A', 'x']);
  });
});

describe('numbers, booleans and errors', () => {
  it.each([
    '620102199001011234',
    '6.20102199001011E+17',
    '0.1',
    '1E-3',
    '-5',
    '0',
    '007',
    '65535',
    '65536',
    '3500.00',
    '5.',
    '.5',
    '+1',
    '12345678901234567890123456789012345678901234567890',
  ])('gives the digits of %s as the file has them', async (digits) => {
    const cells = await cellsOf({
      rows: `<row r="1"><c r="A1"><v>${digits}</v></c><c r="B1" t="n" s="0"><v>\n ${digits} </v></c></row>`,
    });
    expect(cells).toEqual([number(digits), number(digits)]);
  });

  it('takes what is no number for a text, though the cell says number', async () => {
    expect(
      await cellsOf({
        rows: '<row r="1"><c r="A1"><v>62010219900101123X</v></c><c r="B1"><v> </v></c><c r="C1"><v>1-2</v></c></row>',
      }),
    ).toEqual(['62010219900101123X', undefined, '1-2']);
  });

  it('reads booleans as words and marks errors', async () => {
    expect(
      await cellsOf({
        rows: '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      }),
    ).toEqual(['TRUE', 'FALSE', 'TRUE', `${ERROR_MARK}#N/A`, `${ERROR_MARK}#DIV/0!`]);
  });
});

describe('dates', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0&quot;d&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>' +
    '<fonts><font/></fonts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/><xf numFmtId="166"/><xf numFmtId="22"/><xf/></cellXfs>' +
    '<dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs>';
  const cell = (column: string, style: number, value: string): string =>
    `<c r="${column}1" s="${style}"><v>${value}</v></c>`;

  it('shows a number as the date or time that its style makes of it', async () => {
    const cells = await cellsOf({
      styles,
      rows: `<row r="1">${cell('A', 1, '42947')}${cell('B', 2, '42947.354166666664')}${cell('C', 3, '42947')}${cell('D', 4, '0.354166666666667')}${cell('E', 5, '1.5')}${cell('F', 6, '42947')}${cell('G', 7, '42947')}${cell('H', 99, '42947')}</row>`,
    });
    expect(cells).toEqual([
      '2017-07-31',
      '2017-07-31 08:30:00',
      number('42947'),
      '08:30:00',
      '36:00:00',
      '2017-07-31',
      number('42947'),
      number('42947'),
    ]);
  });

  it('leaves a number that can be no date as it is, under whatever style', async () => {
    const cells = await cellsOf({
      styles,
      rows: `<row r="1">${cell('A', 1, '620102199001011234')}${cell('B', 2, '2958466')}${cell('C', 1, '-1')}${cell('D', 1, '0')}${cell('E', 1, '2958465')}</row>`,
    });
    expect(cells).toEqual([
      number('620102199001011234'),
      number('2958466'),
      number('-1'),
      number('0'),
      '9999-12-31',
    ]);
  });

  it('counts from 1904 where the workbook does', async () => {
    const cells = await cellsOf({
      styles,
      date1904: true,
      rows: `<row r="1">${cell('A', 1, '41485')}${cell('B', 1, '0')}</row>`,
    });
    expect(cells).toEqual(['2017-07-31', '1904-01-01']);
  });

  it('reads ISO dates', async () => {
    const cells = await cellsOf({
      rows: '<row r="1"><c r="A1" t="d"><v>2017-07-31</v></c><c r="B1" t="d"><v>2017-07-31T00:00:00</v></c><c r="C1" t="d"><v>2017-07-31T08:30:00.000Z</v></c><c r="D1" t="d"><v>08:30:00</v></c></row>',
    });
    expect(cells).toEqual(['2017-07-31', '2017-07-31', '2017-07-31 08:30:00', '08:30:00']);
  });
});

describe('places of cells', () => {
  it('puts cells by their address, or behind the one before', async () => {
    expect(
      await rowsOf({
        rows:
          '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row/><row r="5"><c r="XFD5"><v>4</v></c></row>' +
          '<row><c r="B6"><v>5</v></c><c r="A6"><v>6</v></c></row><row><c r="B9" s="0"/><c><v>7</v></c></row><row r="8"></row>',
      }),
    ).toEqual([
      [1, number('1'), undefined, number('2'), number('3')],
      [2],
      [5, ...new Array(16_383).fill(undefined), number('4')],
      [6, number('6'), number('5')],
      [9, undefined, undefined, number('7')],
      [8],
    ]);
  });
});
