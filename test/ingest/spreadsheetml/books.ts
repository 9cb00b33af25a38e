import { defaultLimits, type InputLimits } from '../../../src/ingest/limits.js';
import { openSpreadsheetMl } from '../../../src/ingest/spreadsheetml/open-spreadsheetml.js';
import { fileOf, type ReadSheet, readAll } from '../html/pages.js';

const NAMESPACES =
  'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"';

/** An XML Spreadsheet as Excel lays it out, given what stands in its root. */
export const bookXml = (inner: string, encoding?: string): string =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook ${NAMESPACES}>${inner}</Workbook>`;

/** A worksheet, given what stands in its table. */
export const sheetXml = (rows: string, name = '名册', attributes = ''): string =>
  `<Worksheet ss:Name="${name}"><Table${attributes}>${rows}</Table></Worksheet>`;

export const cellXml = (type: string, text: string, attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="${type}">${text}</Data></Cell>`;

export const readBook = async (
  content: Buffer | string,
  limits: Partial<InputLimits> = {},
): Promise<ReadSheet[]> =>
  readAll(
    await openSpreadsheetMl({
      path: fileOf(content),
      place: 'book.xls',
      limits: { ...defaultLimits, ...limits },
    }),
  );

/** The rows of a book of one sheet. */
export async function rowsOf(rows: string, before = ''): Promise<ReadSheet['rows']> {
  const [sheet] = await readBook(bookXml(before + sheetXml(rows)));
  return sheet?.rows ?? [];
}

/** The cells of a single row. */
export async function cellsOf(cells: string, before = ''): Promise<(string | undefined)[]> {
  const [row] = await rowsOf(`<Row>${cells}</Row>`, before);
  return row?.slice(1) as (string | undefined)[];
}
