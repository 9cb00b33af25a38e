import { HechaError } from '../../errors.js';
import { rowReader } from '../../ingest/csv/read-rows.js';
import { scanText } from '../../ingest/csv/scan.js';
import { walkRecords } from '../../ingest/csv/walk-records.js';
import { placed } from '../../ingest/fault.js';
import type { InputPath } from '../../ingest/inputs.js';
import { defaultLimits } from '../../ingest/limits.js';
import { openAnyWorkbook } from '../../ingest/open-workbook.js';
import { sniff } from '../../ingest/sniff.js';
import type { MergedRange } from '../../ingest/workbook/workbook.js';

/** A row of a file that came back. */
export interface FilledRow {
  /** As a person sees it. */
  readonly row: number;
  /** Raw cells (see ingest/raw.ts) by column; undefined is an empty one. */
  readonly cells: readonly (string | undefined)[];
  /** A record of a text file that a stray quote has damaged. */
  readonly isDamaged?: true;
}

export interface FilledSheet {
  /** None in a text file. */
  readonly sheet?: string;
  readonly date1904: boolean;
  readonly rows: readonly FilledRow[];
}

/**
 * All rows of a file, sheet by sheet, hidden ones too, whatever kind of table it is.
 * @throws HechaError HC3003–3013 when it cannot be read
 */
export async function filledSheets(input: InputPath): Promise<FilledSheet[]> {
  try {
    const kind = await sniff(input);
    if (kind === 'csv') return [await textRows(input)];
    if (kind === 'zip') {
      const archive = { zh: '压缩包（请先解压）', en: 'an archive (unpack it first)' };
      throw new HechaError('HC3004', { place: input.name, kind: archive });
    }
    return await workbookRows({ ...input, kind, origin: input.path });
  } catch (error) {
    throw placed(error, input.name);
  }
}

async function workbookRows(source: Parameters<typeof openAnyWorkbook>[0]): Promise<FilledSheet[]> {
  const workbook = await openAnyWorkbook(source, defaultLimits);
  try {
    const sheets: FilledSheet[] = [];
    for (const info of workbook.sheets) {
      const rows: { row: number; cells: (string | undefined)[] }[] = [];
      const { merges } = await workbook.read(info, (row, cells) => {
        if (cells.length > 0) rows.push({ row, cells: [...cells] });
        return true;
      });
      fillMerged(rows, merges);
      sheets.push({ sheet: info.name, date1904: workbook.date1904 ?? false, rows });
    }
    return sheets;
  } finally {
    workbook.close();
  }
}

/** A cell that people have merged over several rows says the same of each. */
function fillMerged(
  rows: readonly { row: number; cells: (string | undefined)[] }[],
  merges: readonly MergedRange[],
): void {
  const tall = merges.filter(({ top, bottom }) => bottom > top);
  if (tall.length === 0) return;
  const byNumber = new Map(rows.map(({ row, cells }) => [row, cells]));
  for (const { top, bottom, left } of tall) {
    const said = byNumber.get(top)?.[left];
    if (said === undefined) continue;
    for (const { row, cells } of rows) if (row > top && row <= bottom) cells[left] ??= said;
  }
}

async function textRows({ path, name }: InputPath): Promise<FilledSheet> {
  const scan = await scanText(path);
  const rows: FilledRow[] = [];
  const reader = rowReader({ delimiter: scan.delimiter, place: name }, ({ record, kind, cells }) => {
    const filled = cells.map((cell) => (cell === '' ? undefined : cell));
    if (kind !== 'good') rows.push({ row: record, cells: filled, isDamaged: true });
    else if (filled.some((cell) => cell !== undefined)) rows.push({ row: record, cells: filled });
  });
  await walkRecords(
    { path, place: name, scan },
    {
      visit: reader.take,
      settle() {
        reader.flush();
        return true;
      },
    },
  );
  return { date1904: false, rows };
}
