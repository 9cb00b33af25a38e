import { HechaError } from '../../errors.js';
import type { InputLimits } from '../limits.js';
import type { Workbook } from '../workbook/workbook.js';
import { markupEncoding } from './markup-encoding.js';
import { pageTables } from './page-tables.js';
import { readTable } from './read-table.js';

interface HtmlFile {
  readonly path: string;
  /** The file as errors name it. */
  readonly place: string;
  readonly limits: InputLimits;
}

/**
 * Opens a page of HTML as a workbook: each outermost table with rows is a sheet. The page is passed over once to find them, and again from
 * where a table begins to read it; memory holds a piece of the text and a row.
 * @throws HechaError HC3003 damaged or cut short, HC3007 undecodable, HC3008 over a limit, HC3010 empty, HC3011 unreadable, HC3012 no table.
 */
export async function openHtml({ path, place, limits }: HtmlFile): Promise<Workbook> {
  const source = { path, place, encoding: await markupEncoding(path, place) };
  const tables = await pageTables(source);
  return {
    sheets: tables.map(({ name, hidden }, index) => ({ name, index, hidden })),
    read: async (sheet, onRow) => {
      const table = tables[sheet.index];
      if (!table) throw new HechaError('HC9001', { detail: 'sheet' });
      const where = { place: `${place}!${sheet.name.slice(0, 31)}`, part: '' };
      return readTable({ source, table, where, maxTextBytes: limits.cellTextBytes }, onRow);
    },
    close: () => undefined,
  };
}
