import { ERROR_MARK, NUMBER_MARK } from '../../ingest/raw.js';
import { answerColumns, keyColumns, shownColumns } from '../worklist-columns.js';
import type { FilledRow, FilledSheet } from './filled-sheets.js';

const titled = {
  ...keyColumns,
  ...answerColumns,
  rule: shownColumns.rule,
  household: shownColumns.household,
} as const;

/** What of a worklist's columns is read back. */
type ReadColumn = keyof typeof titled;

/** A row of a worklist that came back. */
export interface AnswerRow {
  readonly file: string;
  /** `file.xlsx!sheet#row` */
  readonly place: string;
  readonly date1904: boolean;
  readonly isDamaged: boolean;
  /** The columns that the sheet has. */
  readonly columns: ReadonlySet<ReadColumn>;
  /** The cell as it stands in the file (see ingest/raw.ts); undefined for an empty one. */
  raw(column: ReadColumn): string | undefined;
  /** Its text without spaces around; '' for an empty one. */
  text(column: ReadColumn): string;
}

const byTitle = new Map<string, ReadColumn>(
  (Object.keys(titled) as ReadColumn[]).flatMap((column) =>
    [titled[column].zh, titled[column].en].map((title) => [comparable(title), column] as const),
  ),
);

function comparable(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff*:]/gu, '')
    .toLowerCase();
}

/**
 * The rows of a sheet that stand below a worklist's header, wherever that is and however its columns are ordered; each further header (several
 * lists put one below the other) begins anew. None when no row looks like such a header.
 */
export function answerRows(file: string, { sheet, date1904, rows }: FilledSheet): AnswerRow[] {
  const found: AnswerRow[] = [];
  let header: ReadonlyMap<ReadColumn, number> | undefined;
  for (const row of rows) {
    const own = headerOf(row);
    if (own) {
      header = own;
      continue;
    }
    if (!header) continue;
    const places = header;
    const raw = (column: ReadColumn): string | undefined => row.cells[places.get(column) ?? -1];
    found.push({
      file,
      place: `${file}${sheet === undefined ? '' : `!${sheet}`}#${row.row}`,
      date1904,
      isDamaged: row.isDamaged ?? false,
      columns: new Set(places.keys()),
      raw,
      text: (column) => plainText(raw(column)),
    });
  }
  return found;
}

/** A header names the verdict and at least three more columns that only worklists have. */
function headerOf({ cells }: FilledRow): ReadonlyMap<ReadColumn, number> | undefined {
  const places = new Map<ReadColumn, number>();
  for (const [index, cell] of cells.entries()) {
    const column = cell === undefined ? undefined : byTitle.get(comparable(plainText(cell)));
    // Of two columns of one name the first is ours: people add theirs behind it.
    if (column !== undefined && !places.has(column)) places.set(column, index);
  }
  return places.has('verdict') && places.size >= 4 ? places : undefined;
}

function plainText(raw: string | undefined): string {
  if (raw === undefined) return '';
  return (raw.startsWith(NUMBER_MARK) || raw.startsWith(ERROR_MARK) ? raw.slice(1) : raw)
    .replace(/^[\s\u200b-\u200f\ufeff]+|[\s\u200b-\u200f\ufeff]+$/gu, '')
    .replace(/\r\n?/g, '\n');
}
