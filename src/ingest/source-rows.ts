import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rowReader } from './csv/read-rows.js';
import { scanText } from './csv/scan.js';
import { walkRecords } from './csv/walk-records.js';
import { expandArchive } from './expand-archive.js';
import type { InputPath } from './inputs.js';
import type { InputLimits } from './limits.js';
import { openAnyWorkbook } from './open-workbook.js';
import { ERROR_MARK, NUMBER_MARK } from './raw.js';
import type { ReadSettings } from './settings.js';
import { sniff } from './sniff.js';
import type { Source } from './source.js';

/** Rows of one sheet or text file that somebody wants to see. */
export interface WantedRows {
  /** As reports name it. */
  readonly file: string;
  readonly sheet?: string;
  /** Numbers as a person sees them; a plain CSV's first record is 1. */
  readonly rows: ReadonlySet<number>;
  readonly settings?: Pick<ReadSettings, 'encoding' | 'delimiter'>;
}

/** Takes a row that was found: all its cells, as the file has them. */
type OnRow = (wanted: WantedRows, row: number, cells: readonly string[]) => void;

interface Reading {
  readonly limits: InputLimits;
  /** Folder for passing copies; what is put there is removed again. */
  readonly temporary: string;
}

/**
 * Reads single rows of a file, or of the members of an archive, every cell as it stands there, whatever is made of it.
 * @throws HechaError as the readers do
 */
export async function readSourceRows(
  input: InputPath,
  wanted: readonly WantedRows[],
  reading: Reading,
  onRow: OnRow,
): Promise<void> {
  const here = wanted.filter(({ file }) => file === input.name || file.startsWith(`${input.name}/`));
  if (here.length === 0) return;
  const kind = await sniff(input, reading.limits);
  const source: Source = { path: input.path, name: input.name, kind, origin: input.path };
  if (kind === 'zip') return readMembers(source, here, reading, onRow);
  if (kind === 'csv') {
    for (const each of here) await readTextRows(source, each, reading.limits, onRow);
    return;
  }
  const workbook = await openAnyWorkbook(source, reading.limits);
  try {
    for (const each of here) {
      const sheet = workbook.sheets.find(({ name }) => name === each.sheet);
      if (!sheet) continue;
      let left = each.rows.size;
      await workbook.read(sheet, (row, cells) => {
        if (!each.rows.has(row)) return true;
        onRow(each, row, Array.from(cells, unmarked));
        left -= 1;
        return left > 0;
      });
    }
  } finally {
    workbook.close();
  }
}

const unmarked = (cell: string | undefined): string =>
  cell === undefined
    ? ''
    : cell.startsWith(NUMBER_MARK) || cell.startsWith(ERROR_MARK)
      ? cell.slice(1)
      : cell;

async function readMembers(
  source: Source,
  wanted: readonly WantedRows[],
  reading: Reading,
  onRow: OnRow,
): Promise<void> {
  const temporary = join(reading.temporary, 'rows');
  await mkdir(temporary, { mode: 0o700 });
  try {
    const { members } = await expandArchive(source, { limits: reading.limits, temporary });
    for (const member of members) await readSourceRows(member, wanted, { ...reading, temporary }, onRow);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function readTextRows(
  { path, name }: Source,
  wanted: WantedRows,
  limits: InputLimits,
  onRow: OnRow,
): Promise<void> {
  const { encoding, delimiter } = wanted.settings ?? {};
  const scan = await scanText(path, {
    cap: limits.recordBytes,
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
  });
  const last = Math.max(...wanted.rows);
  let seen = 0;
  const reader = rowReader({ delimiter: scan.delimiter, place: name }, ({ record, cells }) =>
    onRow(wanted, record, cells),
  );
  await walkRecords(
    { path, place: name, scan },
    {
      visit(record, view) {
        seen = record;
        if (wanted.rows.has(record)) reader.take(record, view);
      },
      settle() {
        reader.flush();
        return seen < last;
      },
    },
  );
}
