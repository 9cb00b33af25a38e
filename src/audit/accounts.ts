import type { Bilingual } from '../bilingual.js';
import { HechaError } from '../errors.js';
import type { FileRead } from '../ingest/ingest.js';
import type { PartRead } from '../ingest/part-read.js';
import type { PartAccount } from '../normalize/part.js';
import type { InputFile, PartReport } from '../report/model.js';

/** An extract without rows reads like one that found nobody: it is said wherever the file is. */
export const NO_ROWS: Bilingual = {
  zh: '表头下面没有一行数据',
  en: 'there is no row of data below the header',
};

/**
 * The account of every part, as reports show it: read = accepted + rejected + skipped.
 * @throws HechaError HC3006 for a part whose account does not add up: then no report is made.
 */
export function accountInputs(
  files: readonly FileRead[],
  accounts: ReadonlyMap<PartRead, PartAccount>,
): InputFile[] {
  return files.map(({ name, size, sha256, kind, inside, parts }) => ({
    path: name,
    size,
    sha256,
    kind,
    ...(inside && { inside }),
    parts: parts.map((read) => {
      const account = accounts.get(read);
      if (!account) throw new Error(`part ${read.part.index} has no account`);
      return reportPart(read, account);
    }),
  }));
}

function reportPart(read: PartRead, account: PartAccount): PartReport {
  const { part } = read;
  const { headerHeight = 1 } = part;
  const titles = Math.max(part.rowsAbove - headerHeight, 0);
  const headers = (account.skippedBy.header ?? 0) + Math.min(part.rowsAbove, headerHeight);
  const total = part.rowsAbove + part.rowsBelow;
  const skipped = account.skipped + part.rowsAbove;
  if (account.accepted + account.rejected + skipped !== total) {
    throw new HechaError('HC3006', {
      place: part.sheet === undefined ? part.file : `${part.file}!${part.sheet}`,
      counted: total,
      read: account.accepted + account.rejected + skipped,
    });
  }
  return {
    file: part.file,
    ...(part.sheet !== undefined && { sheet: part.sheet }),
    ...(part.hidden && { hidden: true }),
    dataset: part.dataset.id,
    datasetTitle: part.dataset.title,
    headerRow: part.headerRow,
    ...(read.encoding && { encoding: read.encoding }),
    read: total,
    accepted: account.accepted,
    rejected: account.rejected,
    skipped,
    skippedBy: { ...account.skippedBy, ...(titles > 0 && { title: titles }), header: headers },
    badCells: account.badCells,
    unmatched: account.unmatched,
    mapping: Object.fromEntries(part.columns.map(({ header, field }) => [header, field])),
    unknownColumns: read.unknownColumns,
    warnings: [...(account.accepted + account.rejected === 0 ? [NO_ROWS] : []), ...read.warnings],
  };
}
