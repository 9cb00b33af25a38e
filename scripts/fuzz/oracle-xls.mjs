// What an .xls workbook says, as SheetJS reads it.
import { read } from '@e965/xlsx';
import { ERROR_MARK, formatOfCode } from './hecha.mjs';
import { numberCell, plainText } from './xml-reading.mjs';

/** The sheets `{ name, rows }`; nothing when SheetJS does not read the file. */
export function sheetsOfXls(bytes) {
  let book;
  try {
    book = read(bytes, { dense: true, cellNF: true });
  } catch {
    return undefined;
  }
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name) => {
    const rows = new Map();
    (book.Sheets[name]['!data'] ?? []).forEach((cells, row) => {
      const values = new Map();
      cells?.forEach((cell, column) => {
        const value = cellOf(cell, date1904);
        if (value !== undefined) values.set(column, value);
      });
      rows.set(row + 1, values);
    });
    return { name, rows, merges: [] };
  });
}

function cellOf(cell, date1904) {
  if (cell?.v === undefined || cell.v === '' || cell.t === 'z') return undefined;
  if (cell.t === 's') return plainText(String(cell.v));
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return ERROR_MARK + cell.w;
  if (!Number.isFinite(Number(cell.v))) return `${ERROR_MARK}#NUM!`;
  return numberCell(String(cell.v), formatOfCode(String(cell.z ?? 'General')), date1904);
}
