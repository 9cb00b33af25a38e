// Web tables and XML Spreadsheets with what real exporters put in them.

const HTML = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>td{mso-number-format:"\\@";}</style></head>
<body><!-- 导出 --><table border="1"><caption>低保名单</caption><thead><tr><th colspan="2">户</th><th rowspan="2">证件号码</th><th rowspan="2">月保障金</th></tr>
<tr><th>户主姓名</th><th>姓名</th></tr></thead>
<tbody><tr><td rowspan="2">张&nbsp;三</td><td>张三</td><td x:str>620102199001011234</td><td x:num="350.5">350.50</td></tr>
<tr><td>李<br>四</td><td style='mso-number-format:"\\@"'>62010219900101123X</td><td>&yen;1,200</td></tr>
<tr><td><p>王五</p></td><td> 王 &lt;五&gt; &#x738b; </td><td>620102198001011234</td><td x:num="42947">2017/7/31</td></tr></tbody></table>
<table><tr><td>说明</td></tr></table></body></html>`;

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="Default" ss:Name="Normal"/><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="p" ss:Parent="d"><NumberFormat ss:Format="0.00%"/></Style></Styles>
<Worksheet ss:Name="低保"><Table ss:ExpandedRowCount="6" ss:ExpandedColumnCount="5"><Column ss:Index="4" ss:StyleID="d"/>
<Row><Cell ss:MergeAcross="3"><Data ss:Type="String">农村低保名单</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">户主姓名</Data></Cell><Cell><Data ss:Type="String">姓名</Data></Cell><Cell><Data ss:Type="String">身份证号</Data></Cell><Cell><Data ss:Type="String">享受起始时间</Data></Cell><Cell><Data ss:Type="String">月保障金</Data></Cell></Row>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">张三</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>张</B>三</ss:Data></Cell><Cell><Data ss:Type="String">620102199001011234</Data></Cell><Cell><Data ss:Type="Number">42947</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.35</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">李&#10;四</Data></Cell><Cell><Data ss:Type="Number">620102199001011234</Data></Cell><Cell><Data ss:Type="DateTime">2017-07-31T08:30:00.000</Data></Cell><Cell ss:StyleID="Default" ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="Boolean">1</Data></Cell><Cell ss:Index="5"><Data ss:Type="Number">6.20421E+17</Data></Cell></Row>
</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
<Worksheet ss:Name="说明"><Table><Row><Cell><Data ss:Type="String">填表说明</Data></Cell></Row></Table></Worksheet></Workbook>`;

export const markupSamples = () => [
  { format: 'html', name: 'made: a page of Excel', text: HTML },
  {
    format: 'html',
    name: 'made: tags that are not closed',
    text: HTML.replace(/<\/(td|th|tr|p|thead|tbody)>/g, ''),
  },
  { format: 'spreadsheetml', name: 'made: usual', text: XML },
  {
    format: 'spreadsheetml',
    name: 'made: prefixed',
    text: XML.replace(/<(\/?)(?=[A-Z])/g, '<$1ss:').replace(/<(\/?)ss:B>/g, '<$1B>'),
  },
];
