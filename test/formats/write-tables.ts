import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { encodeGb18030Into } from '../../src/synth/files/gb18030.js';
import type { Table } from './county-tables.js';

const line = (cells: readonly string[], delimiter: string): string =>
  cells
    .map((cell) =>
      /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(delimiter);

/** A text file for each table; those of one file have its sheets' names behind it. */
function texts(
  tables: readonly Table[],
  form: { delimiter: string; lineEnd: string; ending: string },
): [string, string][] {
  return tables.map(({ file, sheet, rows }) => {
    const width = Math.max(...rows.map(({ length }) => length));
    const lines = rows.map((row) =>
      line(
        Array.from({ length: width }, (_, at) => row[at] ?? ''),
        form.delimiter,
      ),
    );
    const name = sheet === 'Sheet1' ? file : `${file}-${sheet}`;
    return [`${name}.${form.ending}`, lines.map((each) => each + form.lineEnd).join('')];
  });
}

const byFile = (tables: readonly Table[]): Map<string, Table[]> => {
  const files = new Map<string, Table[]>();
  for (const table of tables) files.set(table.file, [...(files.get(table.file) ?? []), table]);
  return files;
};

function encoded(text: string): Buffer {
  const buffer = Buffer.alloc(4 * text.length);
  return buffer.subarray(0, encodeGb18030Into(text, buffer, 0));
}

type Write = (tables: readonly Table[], folder: string) => Promise<void>;

const put = (folder: string, files: readonly (readonly [string, string | Buffer])[]): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
};

/** The same tables in each format, every cell as text. */
export const writers: Readonly<Record<string, Write>> = {
  'UTF-8 with commas': async (tables, folder) =>
    put(folder, texts(tables, { delimiter: ',', lineEnd: '\n', ending: 'csv' })),
  'GB18030 with semicolons': async (tables, folder) =>
    put(
      folder,
      texts(tables, { delimiter: ';', lineEnd: '\r\n', ending: 'csv' }).map(
        ([name, text]) => [name, encoded(text)] as const,
      ),
    ),
  'UTF-16 with tabs': async (tables, folder) =>
    put(
      folder,
      texts(tables, { delimiter: '\t', lineEnd: '\r\n', ending: 'txt' }).map(
        ([name, text]) => [name, Buffer.from(`\ufeff${text}`, 'utf16le')] as const,
      ),
    ),
  '.xlsx': async (tables, folder) => {
    mkdirSync(folder, { recursive: true });
    for (const [file, sheets] of byFile(tables)) {
      const workbook = new ExcelJS.Workbook();
      for (const { sheet, rows } of sheets) workbook.addWorksheet(sheet).addRows(rows.map((row) => [...row]));
      await workbook.xlsx.writeFile(join(folder, `${file}.xlsx`));
    }
  },
  '.xls': async (tables, folder) =>
    put(
      folder,
      [...byFile(tables)].map(([file, sheets]) => {
        const book = utils.book_new();
        for (const { sheet, rows } of sheets) {
          const cells = rows.map((row) =>
            row.map((cell) => (cell === '' ? null : { t: 's' as const, v: cell })),
          );
          utils.book_append_sheet(book, utils.aoa_to_sheet(cells), sheet);
        }
        return [`${file}.xls`, write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer] as const;
      }),
    ),
};
