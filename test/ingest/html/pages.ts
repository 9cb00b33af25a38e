import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openHtml } from '../../../src/ingest/html/open-html.js';
import { defaultLimits, type InputLimits } from '../../../src/ingest/limits.js';
import type { SheetRead, Workbook } from '../../../src/ingest/workbook/workbook.js';

const folder = mkdtempSync(join(tmpdir(), 'hecha-markup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Writes the bytes to a file of their own, which goes when the tests are done; returns its path. */
export function fileOf(content: Buffer | string): string {
  const path = join(folder, `${files++}.xls`);
  writeFileSync(path, content);
  return path;
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly [row: number, ...cells: (string | undefined)[]])[];
  readonly counts: SheetRead;
}

/** Everything that is in a workbook. */
export async function readAll(workbook: Workbook): Promise<ReadSheet[]> {
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

export const openPage = (content: Buffer | string, limits: Partial<InputLimits> = {}): Promise<Workbook> =>
  openHtml({ path: fileOf(content), place: 'page.xls', limits: { ...defaultLimits, ...limits } });

export const readPage = async (
  content: Buffer | string,
  limits: Partial<InputLimits> = {},
): Promise<ReadSheet[]> => readAll(await openPage(content, limits));

/** The rows of the only table of a page. */
export async function rowsOf(content: Buffer | string): Promise<ReadSheet['rows']> {
  const [sheet] = await readPage(content);
  return sheet?.rows ?? [];
}

/** The cells of the only row of a page of which only what is in the row is given. */
export async function cellsOf(row: string): Promise<(string | undefined)[]> {
  const [first] = await rowsOf(`<table><tr>${row}</tr></table>`);
  return first?.slice(1) as (string | undefined)[];
}
