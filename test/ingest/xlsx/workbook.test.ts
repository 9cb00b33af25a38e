import { describe, expect, it } from 'vitest';
import { NUMBER_MARK } from '../../../src/ingest/raw.js';
import { openWorkbook } from '../../../src/ingest/xlsx/workbook.js';
import {
  fileOf,
  type Parts,
  partsOf,
  readParts,
  relationshipsXml,
  rowsOf,
  sheetXml,
  workbookXml,
  zipOf,
} from './build-workbook.js';

const row = (text: string): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;

describe('sheets of a workbook', () => {
  it('lists worksheets in the workbook’s order, says which are hidden, and leaves chart sheets out', async () => {
    const sheets = await readParts([
      ['_rels/.rels', relationshipsXml(['rId1', 'officeDocument', '/xl/workbook.xml'])],
      ['xl/worksheets/a.xml', sheetXml(row('甲'))],
      ['xl/worksheets/b.xml', sheetXml(row('乙'))],
      ['xl/worksheets/c.xml', sheetXml(row('丙'))],
      [
        'xl/workbook.xml',
        workbookXml(
          '<sheet name="二 &amp; 三" sheetId="9" state="hidden" r:id="rId2"/><sheet name="图" sheetId="3" r:id="rId4"/>' +
            '<sheet name="一" sheetId="1" r:id="rId1"/><sheet name="三" sheetId="4" state="veryHidden" r:id="rId3"/>',
        ),
      ],
      [
        'xl/_rels/workbook.xml.rels',
        relationshipsXml(
          ['rId1', 'worksheet', 'worksheets/a.xml'],
          ['rId2', 'worksheet', '/xl/worksheets/B.xml'],
          ['rId3', 'worksheet', '../xl/./worksheets/c.xml'],
          ['rId4', 'chartsheet', 'chartsheets/sheet1.xml'],
        ),
      ],
    ]);
    expect(sheets.map(({ name, hidden, rows }) => [name, hidden, rows])).toEqual([
      ['二 & 三', true, [[1, '乙']]],
      ['一', false, [[1, '甲']]],
      ['三', true, [[1, '丙']]],
    ]);
  });

  it('reads strict files and namespace prefixes', async () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const sheets = await readParts([
      [
        'xl/sharedStrings.xml',
        `<x:sst xmlns:x="${strict}/spreadsheetml/main"><x:si><x:t>张三</x:t></x:si></x:sst>`,
      ],
      [
        'xl/worksheets/sheet1.xml',
        `<x:worksheet xmlns:x="${strict}/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="B2" s="1"><x:v>42947</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ],
      [
        'xl/styles.xml',
        `<x:styleSheet xmlns:x="${strict}/spreadsheetml/main"><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="31"/></x:cellXfs></x:styleSheet>`,
      ],
      [
        'xl/workbook.xml',
        `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:rel="${strict}/officeDocument/relationships" conformance="strict"><x:sheets><x:sheet name="名册" sheetId="1" rel:id="a"/></x:sheets></x:workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="a" Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/><p:Relationship Id="b" Type="${strict}/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/><p:Relationship Id="c" Type="${strict}/officeDocument/relationships/styles" Target="styles.xml"/></p:Relationships>`,
      ],
      ['_rels/.rels', relationshipsXml(['rId1', 'officeDocument', 'xl/workbook.xml'])],
    ]);
    expect(sheets[0]?.rows).toEqual([[2, '张三', '2017-07-31']]);
  });

  it('finds parts whatever their order, case, slashes and compression', async () => {
    const parts = partsOf({
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      strings: '<si><t>张三</t></si>',
    });
    const renamed: Parts = [...parts].reverse().map(([name, content]) => [name.toUpperCase(), content]);
    expect((await readParts(renamed))[0]?.rows).toEqual([[1, '张三']]);
    const stored = await openWorkbook(fileOf(await zipOf(parts, false)));
    const [sheet] = stored.sheets;
    const seen: unknown[] = [];
    if (sheet) await stored.read(sheet, (number, cells) => void seen.push([number, ...cells]) as undefined);
    stored.close();
    expect(seen).toEqual([[1, '张三']]);
  });

  it('counts rows, empty rows and the rows that the sheet declares', async () => {
    const rows = '<row r="3"><c r="A3"><v>1</v></c></row><row r="4"><c r="A4" s="1"/></row><row r="9"/>';
    const counts = async (before: string): Promise<unknown> =>
      (await readParts(partsOf({ sheet: sheetXml(rows, before) })))[0]?.counts;
    expect(await counts('<dimension ref="A3:AN9"/>')).toEqual({
      rows: 1,
      emptyRows: 2,
      declaredRows: 7,
      merges: [],
    });
    expect(await counts('<dimension ref="A1"/>')).toEqual({
      rows: 1,
      emptyRows: 2,
      declaredRows: undefined,
      merges: [],
    });
    expect(await counts('')).toEqual({ rows: 1, emptyRows: 2, declaredRows: undefined, merges: [] });
  });

  it('tells the merged ranges, leaving out what is no range of a sheet', async () => {
    const merges =
      '<mergeCells count="4"><mergeCell ref="A3:A7"/><mergeCell ref="B1:AB1"/><mergeCell ref="A9"/><mergeCell ref="XFE1:XFF2"/></mergeCells>';
    const after = sheetXml(row('甲')).replace('</sheetData>', `</sheetData>${merges}`);
    expect((await readParts(partsOf({ sheet: after })))[0]?.counts).toMatchObject({
      merges: [
        { top: 3, bottom: 7, left: 0, right: 0 },
        { top: 1, bottom: 1, left: 1, right: 27 },
      ],
    });
  });

  it('stops when it is told to, and can read a sheet again', async () => {
    const many = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`,
    ).join('');
    const workbook = await openWorkbook(fileOf(await zipOf(partsOf({ rows: many }))));
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error('no sheet');
    const first = await workbook.read(sheet, (number) => number < 3);
    let last: unknown;
    const all = await workbook.read(sheet, (number, cells) => {
      last = [number, ...cells];
      return true;
    });
    workbook.close();
    expect(first.rows).toBe(3);
    expect(all.rows).toBe(20_000);
    expect(last).toEqual([20_000, `${NUMBER_MARK}19999`]);
  });

  it('passes on what the receiver throws', async () => {
    const workbook = await openWorkbook(fileOf(await zipOf(partsOf({ rows: row('甲') }))));
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error('no sheet');
    await expect(
      workbook.read(sheet, () => {
        throw new RangeError('full');
      }),
    ).rejects.toThrow(new RangeError('full'));
    workbook.close();
  });

  it('passes over what else a sheet holds, and a byte-order mark', async () => {
    const sheet =
      '\uFEFF<?xml version="1.0"?><!-- made by hand --><worksheet><sheetPr><tabColor rgb="FF00FF00"/></sheetPr>' +
      '<sheetData><row r="1" ht="15"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1&lt;1</f><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A1:B1"/></mergeCells><conditionalFormatting><cfRule><formula>A1&gt;0</formula></cfRule></conditionalFormatting>' +
      '<extLst><ext><sheetData><row r="2"><c r="A2"><v>8</v></c></row></sheetData></ext></extLst></worksheet>\n<!-- end -->';
    expect(await rowsOf({ sheet })).toEqual([[1, `${NUMBER_MARK}1`]]);
  });
});
