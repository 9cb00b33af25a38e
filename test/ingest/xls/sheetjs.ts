import { type CellObject, read } from '@e965/xlsx';
import { ERROR_MARK, NUMBER_MARK } from '../../../src/ingest/raw.js';
import { formatOfCode, PERCENT } from '../../../src/ingest/workbook/number-format.js';
import { percentText } from '../../../src/ingest/workbook/percent-text.js';
import { serialText } from '../../../src/ingest/workbook/serial-date.js';
import type { ReadSheet } from './build-xls.js';

/** What the reader should give for a cell of SheetJS. */
function rawOf(cell: CellObject | undefined, date1904: boolean): string | undefined {
  if (cell?.v === undefined || cell.v === '' || cell.t === 'z') return undefined;
  if (cell.t === 's') return String(cell.v).replace(/^[\u0001\u0002]+/, '') || undefined;
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return ERROR_MARK + cell.w;
  const value = Number(cell.v);
  const format = formatOfCode(String(cell.z ?? 'General'));
  if (format === PERCENT) return NUMBER_MARK + percentText(String(value));
  return serialText(value, format, date1904) ?? NUMBER_MARK + String(value);
}

/** The sheets of a file as SheetJS reads them: of each its filled rows, in the form of `readXls`. */
export function readBySheetJs(file: Buffer): { name: string; hidden: boolean; rows: unknown[] }[] {
  const book = read(file, { dense: true, cellNF: true });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, index) => {
    const data: (CellObject[] | undefined)[] = book.Sheets[name]?.['!data'] ?? [];
    const rows = Array.from(data, (cells, row) => [
      row + 1,
      ...Array.from(cells ?? [], (cell) => rawOf(cell, date1904)),
    ]);
    for (const row of rows) while (row.length > 1 && row.at(-1) === undefined) row.pop();
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    return { name, hidden, rows: rows.filter((row) => row.length > 1) };
  });
}

/** The same of what our reader gives. */
export const filledRows = (sheets: readonly ReadSheet[]): unknown[] =>
  sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.filter((row) => row.length > 1) }));
