import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/ingest/limits.js';
import { openWorkbook } from '../../../src/ingest/xlsx/workbook.js';
import { archiveKind } from '../../../src/ingest/zip/archive-kind.js';
import { partsOf, relationshipsXml, workbookXml } from '../xlsx/build-workbook.js';
import { fileOf, zipOf } from './archives.js';

type Parts = readonly (readonly [name: string, content: string | Buffer])[];

const pathOf = (parts: Parts): string => fileOf(zipOf(parts.map(([name, content]) => ({ name, content }))));
const kindOf = (parts: Parts): Promise<string> => archiveKind(pathOf(parts), 'x.zip', defaultLimits);
const main = (target: string): readonly [string, string] => [
  '_rels/.rels',
  relationshipsXml(['rId1', 'officeDocument', target]),
];
const types = ['[Content_Types].xml', '<Types/>'] as const;

describe('what an archive is', () => {
  const workbook = partsOf({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });

  it('is a workbook whenever it can be read as one', async () => {
    const odd: Parts[] = [
      workbook,
      workbook.filter(([name]) => name !== '[Content_Types].xml'),
      workbook.filter(([name]) => name !== '_rels/.rels'),
      workbook.map(([name, content]) => [name.toUpperCase(), content]),
      workbook.map(([name, content]) => [name.replaceAll('/', '\\'), content]),
      workbook.map(([name, content]) => [
        name.replace(/^xl\//, 'word/'),
        String(content).replaceAll('xl/', 'word/'),
      ]),
      [
        main('book.xml'),
        ['book.xml', workbookXml('<sheet name="a" sheetId="1" r:id="r1"/>')],
        ['_rels/book.xml.rels', relationshipsXml(['r1', 'worksheet', 'a.xml'])],
        ['a.xml', '<worksheet/>'],
        ['mimetype', 'text/plain'],
      ],
    ];
    for (const parts of odd) {
      const book = await openWorkbook(pathOf(parts));
      expect(book.sheets).toHaveLength(1);
      book.close();
      expect(await kindOf(parts)).toBe('xlsx');
    }
  });

  it('is a workbook when it is a damaged one', async () => {
    expect(await kindOf(workbook.filter(([name]) => name !== 'xl/workbook.xml'))).toBe('xlsx');
    expect(
      await kindOf(workbook.map(([name, content]) => [name, name === 'xl/workbook.xml' ? '<' : content])),
    ).toBe('xlsx');
    expect(await kindOf([types, ['_rels/.rels', '<'], ['xl/worksheets/sheet1.xml', '<worksheet/>']])).toBe(
      'xlsx',
    );
  });

  it('is told by its main part, media type or contents', async () => {
    const ods = 'application/vnd.oasis.opendocument.spreadsheet';
    const kinds: readonly (readonly [string, Parts])[] = [
      ['xlsb', [types, main('xl/workbook.bin'), ['xl/workbook.bin', 'x']]],
      ['xlsb', [types, ['xl/workbook.bin', 'x']]],
      ['docx', [types, main('word/document.xml'), ['word/document.xml', '<w:document xmlns:w="w"/>']]],
      ['docx', [types, main('a.xml'), ['a.xml', '<?xml version="1.0"?><!-- a --><document/>']]],
      ['docx', [types, main('/word/document.xml')]],
      ['docx', [types, ['word/document.xml', '<document/>']]],
      [
        'pptx',
        [types, main('ppt/presentation.xml'), ['ppt/presentation.xml', '<p:presentation xmlns:p="p"/>']],
      ],
      [
        'ods',
        [
          ['mimetype', ods],
          ['content.xml', 'x'],
        ],
      ],
      ['ods', [['mimetype', `${ods}-template`]]],
      [
        'ods',
        [
          ['META-INF/manifest.xml', 'x'],
          ['content.xml', 'x'],
        ],
      ],
      ['docx', [['mimetype', 'application/vnd.oasis.opendocument.text']]],
      ['pptx', [['mimetype', 'application/vnd.oasis.opendocument.presentation']]],
      ['wps', [['mimetype', 'application/vnd.uof.spreadsheet']]],
      [
        'wps',
        [
          ['uof.xml', '<uof/>'],
          ['content.xml', 'x'],
        ],
      ],
      [
        'zip',
        [
          ['名册.xlsx', 'x'],
          ['低保.csv', 'x'],
        ],
      ],
      [
        'zip',
        [
          ['xl/a.csv', 'x'],
          ['mimetype', 'x'.repeat(1000)],
        ],
      ],
      ['zip', []],
    ];
    for (const [kind, parts] of kinds)
      expect(await kindOf(parts), parts.map(([name]) => name).join()).toBe(kind);
  });

  it('is an error when it is none, or a bomb', async () => {
    await expect(archiveKind(fileOf(Buffer.from('PK')), 'x.zip', defaultLimits)).rejects.toMatchObject({
      code: 'HC3003',
    });
    await expect(archiveKind('/absent', 'x.zip', defaultLimits)).rejects.toMatchObject({ code: 'HC1001' });
    await expect(
      archiveKind(
        pathOf([
          ['a', ''],
          ['b', ''],
        ]),
        'x.zip',
        { ...defaultLimits, entries: 1 },
      ),
    ).rejects.toMatchObject({ code: 'HC3008' });
  });
});
