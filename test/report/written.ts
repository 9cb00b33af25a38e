import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { onTestFinished } from 'vitest';
import type { Finding } from '../../src/findings/finding.js';
import type { ReportModel } from '../../src/report/model.js';
import { type ReportFormat, writeReports } from '../../src/report/write-reports.js';
import { filledEngine, reportModel } from './fixture.js';

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hecha-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the reports of the fixture's audit, with what the test changes, and gives their folder. */
export async function writtenReports(
  change: Partial<ReportModel> = {},
  {
    more = [],
    formats = ['xlsx', 'csv', 'json'],
  }: { more?: readonly Finding[]; formats?: ReportFormat[] } = {},
): Promise<string> {
  const folder = await temporaryFolder();
  const engine = await filledEngine(more);
  try {
    await writeReports(reportModel(engine, change), folder, new Set(formats));
  } finally {
    await engine.close();
  }
  return folder;
}

/** A workbook as exceljs reads it back. */
export async function readWorkbook(path: string): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

/** The sheet of that name. */
export function sheetOf(book: exceljs.Workbook, name: string): exceljs.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet)
    throw new Error(`no sheet ${name} among ${book.worksheets.map((each) => each.name).join(', ')}`);
  return sheet;
}

/** The values of a sheet, row by row; empty cells are null, rich texts are joined. */
export function valuesOf(sheet: exceljs.Worksheet): exceljs.CellValue[][] {
  const rows: exceljs.CellValue[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: exceljs.CellValue[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(cell.value);
    });
    rows.push(cells);
  });
  return rows;
}
