import type { InspectedColumn, InspectedFile, InspectedPart, Inspection } from '../audit/inspection.js';
import type { Lang } from '../bilingual.js';
import { rejectReason } from '../report/reject-reasons.js';

/** What `hecha inspect --json` prints: stable snake_case keys, names of columns and counts, never the value of a cell. */
export const inspectionJson = (inspection: Inspection, lang: Lang): object => ({
  schema: 1,
  as_of: inspection.asOf,
  as_of_source: inspection.asOfSource,
  files: inspection.files.map((file) => fileJson(file, lang)),
  unread: inspection.unread.map(({ file, sheet, code, reason }) => ({
    file,
    sheet: sheet ?? null,
    code: code ?? null,
    reason: reason[lang],
  })),
  left_out: inspection.leftOut.map(({ file, sheet, reason }) => ({
    file,
    sheet: sheet ?? null,
    reason: reason[lang],
  })),
});

const fileJson = (file: InspectedFile, lang: Lang): object => ({
  file: file.name,
  kind: file.kind,
  size: file.size,
  sha256: file.sha256,
  inside: file.inside ?? null,
  parts: file.parts.map((part) => partJson(part, lang)),
});

function partJson(part: InspectedPart, lang: Lang): object {
  const { report, dataset, reasons } = part;
  return {
    sheet: report.sheet ?? null,
    hidden: report.hidden ?? false,
    encoding: report.encoding ?? null,
    delimiter: part.delimiter ?? null,
    dataset: dataset.id,
    title: dataset.title[lang],
    because: {
      keys: reasons.keys,
      signatures: reasons.signatures,
      words: reasons.hints,
      configured: reasons.configured,
      next: reasons.rival?.id ?? null,
    },
    header_row: report.headerRow,
    header_height: part.headerHeight,
    declared_date: part.declaredDate ?? null,
    rows: {
      read: report.read,
      accepted: report.accepted,
      rejected: report.rejected,
      skipped: report.skipped,
      skipped_by: report.skippedBy,
    },
    bad_cells: report.badCells,
    unmatched: report.unmatched,
    columns: part.columns.map(columnJson),
    nameless: part.nameless,
    missing: part.missing,
    problems_by_reason: part.problemsByReason,
    problems: part.problems.map(({ row, header, level, reason }) => ({
      row,
      column: header ?? null,
      level,
      code: reason,
      reason: rejectReason(reason, lang),
    })),
    warnings: report.warnings.map((warning) => warning[lang]),
  };
}

const columnJson = (column: InspectedColumn): object => ({
  column: column.letters,
  header: column.header,
  field: column.field ?? null,
  type: column.type ?? null,
  unit: column.unit ?? null,
  passed_over: column.passedOver ?? null,
  suggestion: column.suggestion ?? null,
  states: column.states ?? null,
});
