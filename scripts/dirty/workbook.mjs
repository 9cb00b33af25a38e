import { zipOf } from './zip.mjs';

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles by their number: 0 General, then what their names say. */
export const STYLE = { date: 1, percent: 2, text: 3, chineseDate: 4 };
const styles = (main) =>
  `${XML}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="5">${[0, 14, 10, 49, 176].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join('')}</cellXfs></styleSheet>`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const letters = (index) =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) +
  String.fromCharCode(65 + (index % 26));

/** A number cell, its digits as they stand; with the number of a style. */
export const number = (digits, style = 0) => ({
  attributes: style ? ` s="${style}"` : '',
  inside: `<v>${digits}</v>`,
});
/** A cell of another type: its attributes and what stands in it. */
export const cell = (attributes, inside) => ({ attributes: ` ${attributes}`, inside });
/** Rich text, with the reading (phonetic run) that an input method leaves beside it. */
export const inline = (text) => cell('t="inlineStr"', `<is><t>${escaped(text)}</t></is>`);
/** Item of the shared strings that is more than a text. */
export const shared = (xml) => ({ item: xml });

/**
 * A workbook as Excel lays it out. Cells are texts (kept as shared strings), `undefined` (no cell), or what `number`, `cell`, `inline`
 * and `shared` make.
 * @param sheets `{ name, rows, merges, state, from, raw }`; rows begin at row `from` (1), `raw` is the sheet part itself, instead
 */
export function workbook(sheets, { strict = false, date1904 = false, partsMade = (parts) => parts } = {}) {
  const { main, office } = strict ? STRICT : TRANSITIONAL;
  const items = new Map();
  const itemOf = (xml) => {
    if (!items.has(xml)) items.set(xml, items.size);
    return items.get(xml);
  };
  const cellXml = (value, at, row) => {
    if (value === undefined) return '';
    const place = ` r="${letters(at)}${row}"`;
    if (typeof value === 'string')
      return `<c${place} t="s"><v>${itemOf(`<t xml:space="preserve">${escaped(value)}</t>`)}</v></c>`;
    if (value.item) return `<c${place} t="s"><v>${itemOf(value.item)}</v></c>`;
    return `<c${place}${value.attributes}>${value.inside}</c>`;
  };
  const sheetXml = ({ rows, merges = [], from = 1 }) =>
    `${XML}<worksheet xmlns="${main}"><sheetData>${rows
      .map(
        (cells, at) =>
          `<row r="${from + at}">${cells.map((value, column) => cellXml(value, column, from + at)).join('')}</row>`,
      )
      .join(
        '',
      )}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;
  const sheetParts = sheets.map((sheet, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheet.raw ?? sheetXml(sheet),
  ]);
  const relation = (id, kind, target) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (...all) => `${XML}<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
  const content = (part, kind) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const after = sheets.length;
  const parts = [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${content('xl/workbook.xml', 'sheet.main')}${sheets.map((_, at) => content(`xl/worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}${content('xl/sharedStrings.xml', 'sharedStrings')}${content('xl/styles.xml', 'styles')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${main}" xmlns:r="${office}"${strict ? ' conformance="strict"' : ''}><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
        relation(`rId${after + 1}`, 'sharedStrings', 'sharedStrings.xml'),
        relation(`rId${after + 2}`, 'styles', 'styles.xml'),
      ),
    ],
    ...sheetParts,
    [
      'xl/sharedStrings.xml',
      `${XML}<sst xmlns="${main}">${[...items.keys()].map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
    ],
    ['xl/styles.xml', styles(main)],
  ];
  return zipOf(partsMade(parts));
}
