import { describe, expect, it } from 'vitest';
import { bookXml, cellsOf, cellXml, readBook, rowsOf, sheetXml } from './books.js';

const stylesXml = (formats: Readonly<Record<string, string>>): string =>
  `<Styles>${Object.entries(formats)
    .map(([id, format]) => `<Style ss:ID="${id}"><NumberFormat ss:Format="${format}"/></Style>`)
    .join('')}</Styles>`;

describe('the value of a cell', () => {
  it('is of the type that it says', async () => {
    expect(
      await cellsOf(
        [
          cellXml('String', ' 张三 &amp; &lt;子&gt;&#10;二 '),
          cellXml('Number', '620421199001011234'),
          cellXml('Number', ' 2.5000000000000001E-2 '),
          cellXml('Boolean', '1'),
          cellXml('Boolean', '0'),
          cellXml('Error', '#N/A'),
          cellXml('DateTime', '2017-07-31T00:00:00.000'),
          cellXml('DateTime', '2017-07-31T08:30:00.000'),
          cellXml('DateTime', '1899-12-31T08:30:00.000'),
          cellXml('DateTime', '1899-12-31T00:00:00.000'),
          cellXml('Number', 'abc'),
          cellXml('Ticked', '5'),
          cellXml('String', ''),
          '<Cell/>',
          '<Cell ss:Formula="=R[-1]C+1"><Data ss:Type="Number">8</Data></Cell>',
        ].join(''),
      ),
    ).toEqual([
      ' 张三 & <子>\n二 ',
      '\u0001620421199001011234',
      '\u00012.5000000000000001E-2',
      'TRUE',
      'FALSE',
      '\u0002#N/A',
      '2017-07-31',
      '2017-07-31 08:30:00',
      '08:30:00',
      '\u00010',
      'abc',
      '5',
      undefined,
      undefined,
      '\u00018',
    ]);
  });

  it('is shown as the style of its number says', async () => {
    const formats = {
      a: 'Short Date',
      b: 'yyyy\\-mm\\-dd',
      c: 'Percent',
      d: '0%',
      e: 'General Date',
      f: 'Medium Time',
      g: 'Currency',
      h: 'Fixed',
      i: 'Yes/No',
      j: '[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@',
      k: '@',
      l: 'General',
    };
    const cells = Object.keys(formats).map((id) => cellXml('Number', '42947.5', ` ss:StyleID="${id}"`));
    expect(
      await cellsOf(cells.join('') + cellXml('Number', '42947.5', ' ss:StyleID="none"'), stylesXml(formats)),
    ).toEqual([
      '2017-07-31 12:00:00',
      '2017-07-31 12:00:00',
      '\u00014294750%',
      '\u00014294750%',
      '2017-07-31 12:00:00',
      '2017-07-31 12:00:00',
      '\u000142947.5',
      '\u000142947.5',
      '\u000142947.5',
      '2017-07-31 12:00:00',
      '\u000142947.5',
      '\u000142947.5',
      '\u000142947.5',
    ]);
  });

  it('has its style from row, column, table, a parent or the default one', async () => {
    const styles =
      '<Styles><Style ss:ID="date"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="child" ss:Parent="date"><Font/></Style><Style ss:ID="plain"><NumberFormat/></Style><Style ss:ID="ring" ss:Parent="gnir"/><Style ss:ID="gnir" ss:Parent="ring"/></Styles>';
    const day = '2017-07-31';
    const number = '\u000142947';
    const cell = (attributes = ''): string => cellXml('Number', '42947', attributes);
    expect(await cellsOf(cell(' ss:StyleID="child"') + cell(' ss:StyleID="ring"') + cell(), styles)).toEqual([
      day,
      number,
      number,
    ]);
    expect(
      await rowsOf(
        `<Column/><Column ss:Span="1" ss:StyleID="date"/><Column ss:Index="5" ss:StyleID="date"/><Row>${cell().repeat(5)}</Row><Row ss:StyleID="plain">${cell()}${cell()}${cell(' ss:StyleID="date"')}</Row>`,
        styles,
      ),
    ).toEqual([
      [1, number, day, day, number, day],
      [2, number, number, day],
    ]);
    const [sheet] = await readBook(
      bookXml(styles + sheetXml(`<Row>${cell()}</Row>`, 'x', ' ss:StyleID="date"')),
    );
    expect(sheet?.rows).toEqual([[1, day]]);
    const byDefault = styles.replace('"date"', '"Default"');
    expect(
      await cellsOf(cell() + cell(' ss:StyleID="none"') + cell(' ss:StyleID="plain"'), byDefault),
    ).toEqual([day, number, number]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const settings = '<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>';
    expect(
      await cellsOf(cellXml('Number', '41485', ' ss:StyleID="a"'), settings + stylesXml({ a: 'Short Date' })),
    ).toEqual(['2017-07-31']);
  });

  it('is joined from rich text, without phonetic text and comments', async () => {
    expect(
      await cellsOf(
        [
          '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>张</B><Font html:Color="#FF0000"><I>三</I> 丰</Font></ss:Data></Cell>',
          '<Cell><PhoneticText xmlns="urn:schemas-microsoft-com:office:excel">ちょう</PhoneticText><Data ss:Type="String">張</Data></Cell>',
          '<Cell><Data ss:Type="String">張<x:PhoneticText>ちょ<B>う</B></x:PhoneticText>三</Data><Comment ss:Author="a"><ss:Data ss:Type="String">注</ss:Data></Comment><NamedCell ss:Name="n"/></Cell>',
          '<Cell><Data ss:Type="String"><![CDATA[a<b&c]]>d</Data></Cell>',
        ].join(''),
      ),
    ).toEqual(['张三 丰', '張', '張三', 'a<b&cd']);
  });
});

describe('rows and cells', () => {
  it('stand where their index says, else behind the one before', async () => {
    expect(
      await rowsOf(
        `<Row/><Row ss:Index="4">${cellXml('String', 'a', ' ss:Index="2"')}${cellXml('String', 'b')}${cellXml('String', 'c', ' ss:Index="6"')}</Row><Row ss:Span="2"/><Row>${cellXml('String', 'd')}</Row>`,
      ),
    ).toEqual([[1], [4, undefined, 'a', 'b', undefined, undefined, 'c'], [5], [8, 'd']]);
  });

  it('tell merged ranges and how many rows are declared', async () => {
    const rows = `<Row>${cellXml('String', 'a', ' ss:MergeAcross="2"')}${cellXml('String', 'b', ' ss:MergeDown="1"')}</Row><Row>${cellXml('String', 'c')}<Cell ss:Index="4"/>${cellXml('String', 'd', ' ss:MergeAcross="1" ss:MergeDown="2"')}</Row>`;
    const [sheet] = await readBook(
      bookXml(sheetXml(rows, 'x', ' ss:ExpandedColumnCount="5" ss:ExpandedRowCount="2"')),
    );
    expect(sheet?.rows).toEqual([
      [1, 'a', undefined, undefined, 'b'],
      [2, 'c', undefined, undefined, undefined, 'd'],
    ]);
    expect(sheet?.counts).toEqual({
      rows: 2,
      emptyRows: 0,
      declaredRows: 2,
      merges: [
        { top: 1, bottom: 1, left: 0, right: 2 },
        { top: 1, bottom: 2, left: 3, right: 3 },
        { top: 2, bottom: 4, left: 4, right: 5 },
      ],
    });
  });

  it('are of several worksheets, hidden ones too, each read from its own place', async () => {
    const options = (visible: string): string =>
      `<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Selected/>${visible}</WorksheetOptions></Worksheet>`;
    const filler = `<Row>${cellXml('String', '填充'.repeat(50))}</Row>`.repeat(3000);
    const book = bookXml(
      [
        sheetXml(`${filler}<Row>${cellXml('String', 'a')}</Row>`, '一 &amp; 二').replace(
          '</Worksheet>',
          options(''),
        ),
        sheetXml(`<Row>${cellXml('String', 'b')}</Row>`, 'h').replace(
          '</Worksheet>',
          options('<Visible>SheetHidden</Visible>'),
        ),
        `<Worksheet ss:Name="empty"/>`,
        sheetXml(`<Row>${cellXml('String', 'c')}</Row>`, 'v').replace(
          '</Worksheet>',
          options('<Visible>SheetVeryHidden</Visible>'),
        ),
      ].join(''),
    );
    const sheets = await readBook(book);
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows.length, rows.at(-1)])).toEqual([
      ['一 & 二', false, 3001, [3001, 'a']],
      ['h', true, 1, [1, 'b']],
      ['empty', false, 0, undefined],
      ['v', true, 1, [1, 'c']],
    ]);
  });
});
