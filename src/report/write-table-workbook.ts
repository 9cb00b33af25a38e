import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Lang } from '../bilingual.js';
import { asWriteFailure } from '../run/write-failure.js';
import type { Cell } from './workbook/cell.js';
import { createWorkbook } from './workbook/file.js';
import { type Book, EXCEL_ROWS, openTable, type TableColumn } from './workbook/table.js';

export interface WorkbookTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}

/**
 * Writes a workbook of plain tables, a sheet each, where the user wants it: whole or not at all; a file of that name is replaced.
 * @throws HechaError HC5002 when the disk does not allow it
 */
export async function writeTableWorkbook(
  path: string,
  lang: Lang,
  tables: readonly WorkbookTable[],
): Promise<void> {
  const draft = `${path}.hecha-${process.pid}`;
  try {
    const file = await createWorkbook(draft);
    const book: Book = { file, names: new Set(), lang, sheetRows: EXCEL_ROWS };
    try {
      for (const { rows, ...table } of tables) {
        const sheet = openTable(book, table);
        for (const row of rows) await sheet.row(row);
        await sheet.close();
      }
      await file.close();
      await rename(draft, path);
    } catch (error) {
      await file.abandon();
      await rm(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw asWriteFailure(error, dirname(path));
  }
}
