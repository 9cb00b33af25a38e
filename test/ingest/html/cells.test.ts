import { describe, expect, it } from 'vitest';
import { cellsOf, readPage, rowsOf } from './pages.js';

describe('the text of a cell', () => {
  it('is what a browser shows of it', async () => {
    expect(
      await cellsOf(
        [
          '<td>\n  张三\t \n</td>',
          '<td>张 <b>三</b>  <i> 丰 </i>。</td>',
          '<td> 一<br>二 <br/> 三<BR></td>',
          '<td>&nbsp;</td>',
          '<td>　全角　</td>',
          '<td><!-- 不 -->是<script>var a = "<td>x</td>";</script><style>td { color: red }</style></td>',
          '<td><p>一</p><p>二</p><div>三<div>四</div></div></td>',
          '<td><font><br></font></td>',
          '<td> \r\n </td>',
          '<td>a<br><br>b</td>',
        ].join(''),
      ),
    ).toEqual([
      '张三',
      '张 三 丰 。',
      '一\n二\n三',
      '\u00a0',
      '　全角　',
      '是',
      '一\n二\n三\n四',
      undefined,
      undefined,
      'a\n\nb',
    ]);
  });

  it('has its entities decoded, whole or without their end', async () => {
    expect(
      await cellsOf(
        '<td>&lt;a&gt; &amp;amp; &quot;&#39;</td><td>&#24352;&#x4E09;</td><td>&nbsp12 &copy2</td><td>a & b &unknown; &#xZ</td><td>3 < 5 && 6 > 4</td><td>&#0;&#1;1</td><td>AT&T&notin;</td>',
      ),
    ).toEqual([
      '<a> &amp; "\'',
      '张三',
      '\u00a012 ©2',
      'a & b &unknown; &#xZ',
      '3 < 5 && 6 > 4',
      '\ufffd\u00011',
      'AT&T∉',
    ]);
  });

  it('never begins like a marked number or error', async () => {
    expect(await cellsOf('<td>&#1;&#2;5</td>')).toEqual(['5']);
  });

  it('holds the text of a table inside it', async () => {
    expect(
      await rowsOf(
        '<table><tr><td>a<table><tr><td>b<td>c</td></tr><tr><td>d</table>e<td>f</td></tr><tr><td>g</table>',
      ),
    ).toEqual([
      [1, 'a\nb c\nd\ne', 'f'],
      [2, 'g'],
    ]);
  });

  it('stays text, whatever it looks like', async () => {
    expect(
      await cellsOf('<td>6.2E+17<td>3500.00<td>2017-07-31<td>="620421"<td>#N/A<td>TRUE<td x:num>12'),
    ).toEqual(['6.2E+17', '3500.00', '2017-07-31', '="620421"', '#N/A', 'TRUE', '12']);
  });

  it('is the number that Excel or LibreOffice stored, where they say it', async () => {
    expect(
      await cellsOf(
        [
          '<td class=xl24 x:num="620421199001011000">6.20421E+17</td>',
          '<td x:num="3500.5" align=right>3,500.50</td>',
          '<td x:num="2.5E-2">2.5%</td>',
          '<td x:num="42947">2017-7-31</td>',
          '<td X:NUM=42947>2017年7月</td>',
          '<td sdval="0.025" sdnum="1033;0;0.0%">2.5%</td>',
          '<td x:num="5"></td>',
          '<td x:num="2017.7">2017.7</td>',
          '<td x:num="abc">def</td>',
          '<td x:num="">8</td>',
        ].join(''),
      ),
    ).toEqual([
      '\u0001620421199001011000',
      '\u00013500.5',
      '\u00012.5%',
      '2017-7-31',
      '2017年7月',
      '\u00012.5%',
      '\u00015',
      '\u00012017.7',
      'def',
      '8',
    ]);
  });

  it('is text where Excel says so', async () => {
    expect(
      await cellsOf(
        [
          `<td style="mso-number-format:'\\@'" x:num="62">062</td>`,
          `<td x:num="62" style='vnd.ms-excel.numberformat:0;mso-number-format:"\\@";color:red'>062</td>`,
          '<td style="mso-number-format:&quot;\\@&quot;" x:num="62">062</td>',
          '<td x:str x:num="62">062</td>',
          `<td style="mso-number-format:'0'" x:num="62">062</td>`,
        ].join(''),
      ),
    ).toEqual(['062', '062', '062', '062', '\u000162']);
  });
});

describe('rows and columns', () => {
  it('are those that browsers make of tags left out or in the wrong place', async () => {
    const expected = [[1, 'a', 'b'], [2, 'c', undefined, 'd'], [3], [4, 'e']];
    for (const page of [
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td><td>d</td></tr><tr></tr><tr><td>e</td></tr></table>',
      '<TABLE><TR><TD>a<TH>b<TR><TD>c<TD><TD>d<TR><TR><TD>e</TABLE>',
      '<table><td>a<td>b</tr><td>c</th><td></td>x<td>d</td>y<tr></tr>z<td>e</td></table>',
      '<table><tbody><tr><td><font>a<td><font><b>b<tr><td>c<td><td>d<tbody><tr></tbody><tfoot><tr><td>e</tfoot></table>',
      '<table><caption>t</caption><colgroup><col><col></colgroup><thead><tr><th>a<th>b</thead><tr><td>c<td><td>d<tr><tr><td>e</table>',
      '<table><tr><td>a</div></span></table2><td>b</p><tr><td>c<td><td>d</td></td><tr></tr></tr><tr><td>e</td></tr></tbody></table>',
    ]) {
      expect(
        (await rowsOf(page)).map((row) => row.map((cell) => (typeof cell === 'string' ? cell.trim() : cell))),
        page,
      ).toEqual(expected);
    }
  });

  it('are moved right by cells that reach over or down', async () => {
    const [sheet] = await readPage(
      '<table><tr><td rowspan=2>a<td colspan="2">b<td>c<tr><td>d<td rowspan=3>e<td>f<tr><td>g<td>h<td>i</table>',
    );
    expect(sheet?.rows).toEqual([
      [1, 'a', 'b', undefined, 'c'],
      [2, undefined, 'd', 'e', 'f'],
      [3, 'g', 'h', undefined, 'i'],
    ]);
    expect(sheet?.counts).toEqual({
      rows: 3,
      emptyRows: 0,
      declaredRows: undefined,
      merges: [
        { top: 1, bottom: 2, left: 0, right: 0 },
        { top: 1, bottom: 1, left: 1, right: 2 },
        // It ends with the table.
        { top: 2, bottom: 3, left: 2, right: 2 },
      ],
    });
  });

  it('are not moved by a cell of another section', async () => {
    const [sheet] = await readPage(
      '<table><thead><tr><th rowspan=2>a<th>b</thead><tbody><tr><td>1<td>2<tr><td>3<td>4</tbody></table>',
    );
    expect(sheet?.rows).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ]);
    expect(sheet?.counts.merges).toEqual([]);
  });

  it('take spans as numbers only, and no more than HTML allows', async () => {
    const [sheet] = await readPage(
      '<table><tr><td colspan=0 rowspan=0>a<td colspan=-3 rowspan=x>b<td colspan=" 2px">c<td colspan=99999>d<td rowspan=99999999999999999999>e<tr><td>f</table>',
    );
    expect(sheet?.rows[0]?.indexOf('e')).toBe(1005);
    expect(sheet?.rows[1]).toEqual([2, 'f']);
    expect(sheet?.counts.merges).toEqual([
      { top: 1, bottom: 1, left: 2, right: 3 },
      { top: 1, bottom: 1, left: 4, right: 1003 },
      { top: 1, bottom: 2, left: 1004, right: 1004 },
    ]);
  });

  it('count rows without a filled cell apart, hidden ones among the others', async () => {
    const [sheet] = await readPage(
      '<table><tr><td>a<tr style="display:none"><td>b<tr><td> <td><br><tr><td>c<![if supportMisalignedColumns]><tr height=0 style="display:none"><td width=72></td></tr><![endif]></table>',
    );
    expect(sheet?.rows).toEqual([[1, 'a'], [2, 'b'], [3], [4, 'c'], [5]]);
    expect(sheet?.counts).toMatchObject({ rows: 3, emptyRows: 2 });
  });
});
