import { HechaError } from '../../errors.js';
import { markupEncoding } from '../html/markup-encoding.js';
import type { InputLimits } from '../limits.js';
import type { Workbook } from '../workbook/workbook.js';
import { utf8Pieces } from './utf8-pieces.js';
import { outlineOf } from './workbook-outline.js';
import { worksheetRows } from './worksheet-rows.js';

interface SpreadsheetMlFile {
  readonly path: string;
  /** The file as errors name it. */
  readonly place: string;
  readonly limits: InputLimits;
}

/**
 * Opens an XML Spreadsheet as Excel 2002 and 2003 write it (`<?mso-application progid="Excel.Sheet"?>`). The file is passed over once for its sheets and styles,
 * and again from where a worksheet begins to read it.
 * @throws HechaError HC3003 damaged, HC3007 undecodable, HC3008 over a limit, HC3010 empty, HC3011 unreadable.
 */
export async function openSpreadsheetMl({ path, place, limits }: SpreadsheetMlFile): Promise<Workbook> {
  const source = { path, place, encoding: await markupEncoding(path, place) };
  const { worksheets, formats, date1904, namespaces } = await outlineOf(source, limits);
  return {
    sheets: worksheets.map(({ name, hidden }, index) => ({ name, index, hidden })),
    date1904,
    read: async (sheet, onRow) => {
      const worksheet = worksheets[sheet.index];
      if (!worksheet) throw new HechaError('HC9001', { detail: 'sheet' });
      const where = { place: `${place}!${sheet.name.slice(0, 31)}`, part: '' };
      const context = { formats, date1904, maxTextBytes: limits.cellTextBytes };
      const chunks = skipped(utf8Pieces(source, worksheet.at), worksheet.skip);
      return worksheetRows({ chunks, where, limits, namespaces }, context, onRow);
    },
    close: () => undefined,
  };
}

/** The pieces without the first bytes of the first one. */
async function* skipped(pieces: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let skip = bytes;
  for await (const piece of pieces) {
    yield piece.subarray(skip);
    skip = 0;
  }
}
