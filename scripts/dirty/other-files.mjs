import { gb18030 } from './gb18030.mjs';
import { lines, people } from './people.mjs';
import { textFiles } from './text-files.mjs';
import { workbookFiles } from './workbook-files.mjs';
import { zipOf } from './zip.mjs';

/*
 * What is called .xls and is something else, and archives.
 */
const head = '姓名 身份证号 贷款银行 贷款金额（万元） 发放日期 到期日期'.split(' ');
const loans = people
  .slice(0, 6)
  .map(({ name, id }, at) => [
    name,
    id,
    '安平县农商银行',
    `${3 + at * 0.5}`,
    `2016-03-1${at}`,
    `2019-03-1${at}`,
  ]);
const loansDotted = loans.map((row) => row.map((text, at) => (at > 3 ? text.replaceAll('-', '.') : text)));

const td = (text, style = '') => `<td${style}>${text}</td>`;
const web = `<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<style>td{border:1px solid}</style></head>
<body><table border=1>
<tr><th colspan=6>安平县精准扶贫专项贷款台账</th></tr>
<tr>${head.map((name) => `<th>${name.replace('（', '<br>（')}</th>`).join('')}
${loans.map((row) => `<tr>${row.map((text, at) => td(at === 0 ? `&nbsp;${text}&nbsp;` : text, at === 1 ? ` style="mso-number-format:'\\@'"` : '')).join('')}</tr>`).join('\n')}
<tr><td colspan=3 align=center>合计</td><td>25.5</td><td></td><td></td></tr>
</table></body></html>
`;

const data = (text, type = 'String') => `<Cell><Data ss:Type="${type}">${text}</Data></Cell>`;
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="贷款台账"><Table ss:ExpandedColumnCount="6" ss:ExpandedRowCount="8">
<Row>${head.map((name) => data(name)).join('')}</Row>
${loans
  .map(
    ([name, id, bank, amount, from, to]) =>
      `<Row>${data(name)}${data(id)}${data(bank)}${data(amount, 'Number')}<Cell ss:StyleID="day"><Data ss:Type="DateTime">${from}T00:00:00.000</Data></Cell>${data(to)}</Row>`,
  )
  .join('\n')}
<Row><Cell ss:Index="3"><Data ss:Type="String">合计</Data></Cell><Cell ss:Formula="=SUM(R[-6]C:R[-1]C)"><Data ss:Type="Number">25.5</Data></Cell></Row>
</Table></Worksheet>
</Workbook>
`;

export const otherFiles = {
  '网页表格GBK.xls': gb18030(web),
  '制表符文本.xls': gb18030(lines([head, ...loansDotted], { delimiter: '\t' })),
  'XML表格.xls': xml,
  'GBK文件名.zip': zipOf([
    [gb18030('部门数据/公安局机动车.csv'), textFiles['GB18030编码.csv']],
    [gb18030('部门数据/名册（合并单元格）.xlsx'), workbookFiles['合并单元格.xlsx']],
    [gb18030('部门数据/扫描件.pdf'), '%PDF-1.4\n'],
  ]),
};
