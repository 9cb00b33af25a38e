import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import { records } from '../synth/written-county.js';

/** A sheet or text file of a county, every cell as the text that people see. */
export interface Table {
  /** The file's name without its ending. */
  readonly file: string;
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a synthetic county, by file and sheet. */
export async function countyTables(folder: string): Promise<Table[]> {
  const tables: Table[] = [];
  const names = readdirSync(folder).filter(
    (name) => /\.(?:csv|xlsx)$/.test(name) && !/^(?:truth|expected)/.test(name),
  );
  for (const name of names.sort()) {
    const path = join(folder, name);
    const file = basename(name).replace(/\.\w+$/, '');
    if (name.endsWith('.csv')) tables.push({ file, sheet: 'Sheet1', rows: await records(path) });
    else tables.push(...(await sheetsOf(path)).map((sheet) => ({ file, ...sheet })));
  }
  return tables;
}

async function sheetsOf(path: string): Promise<Pick<Table, 'sheet' | 'rows'>[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      const values = Array.isArray(row.values) ? row.values.slice(1) : [];
      rows.push(Array.from(values, (value) => textOf(value as ExcelJS.CellValue)));
    });
    return { sheet: sheet.name, rows };
  });
}

function textOf(value: ExcelJS.CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
  }
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return textOf(value.result as ExcelJS.CellValue);
  if ('error' in value) return value.error;
  throw new Error(`a cell of ${Object.keys(value).join()}`);
}
