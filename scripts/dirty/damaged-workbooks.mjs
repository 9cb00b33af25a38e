import { DEATH, DIBAO, dibao, id, nameOf, range } from './rows.mjs';
import { workbook } from './workbook.mjs';

/*
 * Kinds of .xlsx that are damaged, or are none.
 */
const sound = workbook([{ name: '低保', rows: [DIBAO, ...range(0, 6).map(dibao)] }]);
const isSheet = ([name]) => name === 'xl/worksheets/sheet1.xml';
const badCrc = workbook([{ name: '低保', rows: [DIBAO, ...range(0, 6).map(dibao)] }], {
  partsMade: (parts) => parts.map((part) => (isSheet(part) ? [...part, { crc: 0x12345678 }] : part)),
});
const doctype = workbook([{ name: '低保', rows: [DIBAO, ...range(0, 3).map(dibao)] }], {
  partsMade: (parts) =>
    parts.map((part) =>
      isSheet(part)
        ? [
            part[0],
            part[1].replace(
              '<worksheet',
              '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet',
            ),
          ]
        : part,
    ),
});
const corner = workbook(
  [{ name: '死亡', rows: [DEATH, ...range(0, 5).map((at) => [nameOf(at), id(at), '2016-02-02'])] }],
  {
    partsMade: (parts) =>
      parts.map((part) =>
        isSheet(part)
          ? [
              part[0],
              part[1]
                .replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')
                .replace(
                  '</sheetData>',
                  '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>.</t></is></c></row></sheetData>',
                ),
            ]
          : part,
      ),
  },
);
const declared = workbook([{ name: '低保', rows: [] }], {
  partsMade: (parts) =>
    parts.map((part) =>
      isSheet(part)
        ? [part[0], part[1].replace('<sheetData>', '<dimension ref="A1:E301"/><sheetData>')]
        : part,
    ),
});

export const damagedWorkbooks = {
  '声明有数据却没有.xlsx': declared,
  '角落单元格XFD1048576.xlsx': corner,
  '截断.xlsx': sound.subarray(0, Math.floor(sound.length * 0.7)),
  'CRC错误.xlsx': badCrc,
  '带DOCTYPE.xlsx': doctype,
  'PDF改名.xlsx': '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
};
