import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { ZipFile } from 'yazl';
import type { InputLimits } from '../../../src/ingest/limits.js';
import { openWorkbook } from '../../../src/ingest/xlsx/workbook.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Entries of an archive, in their order in it. */
export type Parts = readonly (readonly [name: string, content: string | Buffer])[];

/** A zip archive of the entries. */
export async function zipOf(parts: Parts, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) {
    zip.addBuffer(typeof content === 'string' ? Buffer.from(content) : content, name, {
      compress,
      mtime: new Date(2020, 0, 1),
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}

export interface SheetParts {
  /** What stands in `<sheetData>`. */
  readonly rows?: string;
  /** The whole sheet part, instead. */
  readonly sheet?: string | Buffer;
  /** The `<si>` elements. */
  readonly strings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  readonly date1904?: boolean;
}

export const sheetXml = (rows: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData></worksheet>`;

export const relationshipsXml = (
  ...targets: readonly (readonly [id: string, kind: string, target: string])[]
): string =>
  `<Relationships xmlns="${PACKAGE}">${targets
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const workbookXml = (sheets: string, properties = ''): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${sheets}</sheets></workbook>`;

/** The entries of a workbook of one sheet, the way Excel lays them out. */
export function partsOf({ rows = '', sheet = sheetXml(rows), strings, styles, date1904 }: SheetParts): Parts {
  return [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', relationshipsXml(['rId1', 'officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      workbookXml(
        '<sheet name="名册" sheetId="1" r:id="rId1"/>',
        date1904 ? '<workbookPr date1904="1"/>' : '',
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ...(strings === undefined ? [] : ([['rId2', 'sharedStrings', 'sharedStrings.xml']] as const)),
        ...(styles === undefined ? [] : ([['rId3', 'styles', 'styles.xml']] as const)),
      ),
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ...(strings === undefined
      ? []
      : ([['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings}</sst>`]] as const)),
    ...(styles === undefined
      ? []
      : ([['xl/styles.xml', `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`]] as const)),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'hecha-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes the bytes to a file of their own, which goes when the tests are done; returns its path. */
export function fileOf(content: Buffer): string {
  const path = join(folder, `${files++}.xlsx`);
  writeFileSync(path, content);
  return path;
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly [row: number, ...cells: (string | undefined)[]])[];
  readonly counts: {
    readonly rows: number;
    readonly emptyRows: number;
    readonly declaredRows: number | undefined;
  };
}

/** Everything that the reader finds in a file. */
export async function readFileOf(path: string, limits: Partial<InputLimits> = {}): Promise<ReadSheet[]> {
  const workbook = await openWorkbook(path, limits, 'book.xlsx');
  try {
    const sheets: ReadSheet[] = [];
    for (const sheet of workbook.sheets) {
      const rows: [number, ...(string | undefined)[]][] = [];
      const counts = await workbook.read(sheet, (row, cells) => {
        rows.push([row, ...cells]);
        return true;
      });
      sheets.push({ name: sheet.name, hidden: sheet.hidden, rows, counts });
    }
    return sheets;
  } finally {
    workbook.close();
  }
}

export const readParts = async (parts: Parts, limits: Partial<InputLimits> = {}): Promise<ReadSheet[]> =>
  readFileOf(fileOf(await zipOf(parts)), limits);

/** The rows of a workbook of one sheet. */
export async function rowsOf(
  parts: SheetParts,
  limits: Partial<InputLimits> = {},
): Promise<ReadSheet['rows']> {
  const [sheet] = await readParts(partsOf(parts), limits);
  return sheet?.rows ?? [];
}

/** The cells of the only row. */
export async function cellsOf(
  parts: SheetParts,
  limits: Partial<InputLimits> = {},
): Promise<(string | undefined)[]> {
  const [row] = await rowsOf(parts, limits);
  return row?.slice(1) as (string | undefined)[];
}
