// Parts of .xlsx workbooks: cut to their heads, and made with what rare writers put in them.

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The sheet with its first rows only. */
export function cutSheet(data, rows) {
  const pieces = data.toString().split(/(?<=<\/(?:\w+:)?row>)/);
  if (pieces.length <= rows + 1) return data;
  return Buffer.from([...pieces.slice(0, rows), pieces.at(-1)].join(''));
}

/** The parts without the shared strings behind the last one that a sheet refers to. */
export function cutStrings(parts) {
  const used = parts.flatMap(([name, data]) =>
    /worksheets\/[^/]*$/.test(name)
      ? Array.from(data.toString().matchAll(/t="s"[^>]*><(?:\w+:)?v>(\d+)</g), ([, index]) => Number(index))
      : [],
  );
  const last = used.reduce((most, index) => Math.max(most, index), -1);
  return parts.map(([name, data]) => {
    if (!name.endsWith('/sharedStrings.xml')) return [name, data];
    const pieces = data.toString().split(/(?<=<\/(?:\w+:)?si>)/);
    if (pieces.length <= last + 2) return [name, data];
    return [name, Buffer.from([...pieces.slice(0, last + 1), pieces.at(-1)].join(''))];
  });
}

const HEADER = ['户编号', '姓名', '证件号码', '与户主关系', '识别时间', '人均纯收入', '是否低保'];

const STYLES = `<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>`;

const STRINGS = [
  ...HEADER.map((text) => `<si><t>${text}</t></si>`),
  '<si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve">三 </t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si>',
  '<si><t xml:space="preserve"> 李四_x000D_&#10;&lt;甲&gt; &amp; _x005F_x0041_</t><phoneticPr fontId="1"/></si>',
  '<si><t><![CDATA[王<五>]]></t></si>',
  '<si/>',
  '<si><t>620102199001011234</t></si>',
];

const ROWS = [
  HEADER.map((_, index) => `<c t="s"><v>${index}</v></c>`),
  [
    '<c><v>620102001</v></c>',
    '<c t="s"><v>7</v></c>',
    '<c t="s"><v>11</v></c>',
    '<c t="inlineStr"><is><t>户主</t></is></c>',
    '<c s="1"><v>42947</v></c>',
    '<c><v>3500.50</v></c>',
    '<c t="b"><v>1</v></c>',
  ],
  [
    '<c t="str"><f>"62"&amp;"01"</f><v>6201</v></c>',
    '<c t="s"><v>8</v></c>',
    '<c><v>620102199001011234</v></c>',
    '<c t="inlineStr"><is><r><t>配</t></r><r><t>偶</t></r><rPh sb="0" eb="1"><t>peiou</t></rPh></is></c>',
    '<c t="d" s="1"><v>2017-07-31T08:30:00Z</v></c>',
    '<c><v>6.20421E+17</v></c>',
    '<c t="e"><v>#N/A</v></c>',
  ],
  [
    '<c s="3"><v>0.025</v></c>',
    '<c t="s"><v>9</v></c>',
    '<c t="s"><v>10</v></c>',
    '<c/>',
    '<c s="2"><v>42947.5</v></c>',
    '<c s="4"><v>42947.354166666664</v></c>',
    '<c s="5"><v>0.75</v></c>',
  ],
  [
    '<c><v>1e-7</v></c>',
    '<c t="n"><v>甲</v></c>',
    '<c t="str"><v>  62 </v></c>',
    '<c><f>A1+1</f></c>',
    '<c s="1"><v>60</v></c>',
    '<c s="1"><v>-1</v></c>',
    '<c t="b"><v>0</v></c>',
  ],
];

const letter = (column) => String.fromCharCode(65 + column);

/** The rows with addresses, or without. */
function rowsXml(isNumbered) {
  return ROWS.map((cells, row) => {
    const inner = cells.map((cell, column) =>
      isNumbered ? cell.replace('<c', `<c r="${letter(column)}${row + 1}"`) : cell,
    );
    return `<row${isNumbered ? ` r="${row + 1}" spans="1:7"` : ''}>${inner.join('')}</row>`;
  }).join('');
}

const AFTER = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';

const prefixed = (xml) => xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:');

function workbook(name, options = {}) {
  const { namespace = MAIN, prefix = false, isNumbered = true, date1904 = false } = options;
  const xml = (root, inner) => {
    const declared = prefix ? `xmlns:x="${namespace}"` : `xmlns="${namespace}"`;
    const body = `<${root} ${declared} xmlns:r="${OFFICE}">${inner}</${root}>`;
    return Buffer.from(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${prefix ? prefixed(body) : body}`,
    );
  };
  const related = (...targets) =>
    Buffer.from(
      `<Relationships xmlns="${PACKAGE}">${targets
        .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  return {
    name,
    parts: [
      [
        '[Content_Types].xml',
        Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      ],
      ['_rels/.rels', related(['rId1', 'officeDocument', '/xl/workbook.xml'])],
      [
        'xl/workbook.xml',
        xml(
          'workbook',
          `${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="名册" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>`,
        ),
      ],
      [
        'xl/_rels/workbook.xml.rels',
        related(
          ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
          ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
          ['rId3', 'sharedStrings', 'sharedStrings.xml'],
          ['rId4', 'styles', 'styles.xml'],
        ),
      ],
      [
        'xl/worksheets/sheet1.xml',
        xml('worksheet', `<dimension ref="A1:G5"/><sheetData>${rowsXml(isNumbered)}</sheetData>${AFTER}`),
      ],
      [
        'xl/worksheets/sheet2.xml',
        xml(
          'worksheet',
          '<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>填表说明</t></is></c></row></sheetData>',
        ),
      ],
      ['xl/sharedStrings.xml', xml('sst', STRINGS.join(''))],
      ['xl/styles.xml', xml('styleSheet', STYLES)],
    ],
  };
}

/** Workbooks with what few writers put in them. */
export const oddWorkbooks = () => [
  workbook('made: usual'),
  workbook('made: strict', { namespace: STRICT }),
  workbook('made: prefixed', { prefix: true }),
  workbook('made: no addresses', { isNumbered: false }),
  workbook('made: 1904', { date1904: true }),
];
