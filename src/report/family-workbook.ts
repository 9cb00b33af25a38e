import { isClosed } from '../findings/finding.js';
import type { Family } from '../rules/header.js';
import type { FindingSink } from './finding-sink.js';
import type { ReportModel, RuleOutcome } from './model.js';
import { writeAreas } from './workbook/areas.js';
import { writeClosed } from './workbook/closed.js';
import { writeCover } from './workbook/cover.js';
import { writeCoverage } from './workbook/coverage.js';
import { writeExempted } from './workbook/exempted.js';
import { createWorkbook } from './workbook/file.js';
import { planSheets } from './workbook/plan.js';
import { openRuleSheet } from './workbook/rule-sheet.js';
import { writeSummary } from './workbook/summary.js';
import { type Book, EXCEL_ROWS } from './workbook/table.js';

/** One family's workbook: whose it is, and its rules in the order of their sheets. */
export interface FamilyReport {
  readonly model: ReportModel;
  readonly family: Family;
  readonly rules: readonly RuleOutcome[];
  /** Rows of a sheet; fewer in tests only. */
  readonly sheetRows?: number;
}

/**
 * Opens a family's workbook: cover and summary at once, then a sheet for each rule whose findings come, and at the end the
 * areas compared (of the dual-dataset report), what verdicts closed, the exempted records and the coverage. It asks the engine while it opens and while it closes, never in between.
 */
export async function openFamilyWorkbook(path: string, report: FamilyReport): Promise<FindingSink> {
  const file = await createWorkbook(path);
  const names = new Set<string>();
  const plan = planSheets(names, report);
  const planned = { ...report, plan };
  const book: Book = {
    file,
    names,
    cover: plan.cover,
    lang: report.model.lang,
    sheetRows: report.sheetRows ?? EXCEL_ROWS,
  };
  try {
    await writeCover(book, planned);
    await writeSummary(book, planned);
  } catch (error) {
    await file.abandon();
    throw error;
  }
  let current: { id: string; sheet: ReturnType<typeof openRuleSheet> } | undefined;
  return {
    async write(all, rule) {
      // What a verdict closed is not asked again: it stands on a sheet of its own.
      const findings = all.filter(({ status }) => !isClosed(status));
      if (findings.length === 0) return;
      if (current?.id !== rule.header.id) {
        await current?.sheet.close();
        const look = { planned: plan.rules.get(rule.header.id), isFirstRun: !report.model.previous };
        current = { id: rule.header.id, sheet: openRuleSheet(book, rule, look) };
      }
      for (const finding of findings) await current.sheet.add(finding);
    },
    async close() {
      await current?.sheet.close();
      if (report.family === 'dual-dataset' && report.model.areas)
        await writeAreas(book, report.model, { areas: report.model.areas, planned: plan.areas });
      await writeClosed(book, { ...report, planned: plan.closed });
      await writeExempted(book, { ...report, planned: plan.exempted });
      await writeCoverage(book, { ...report, planned: plan.coverage });
      await file.close();
    },
    abandon: () => file.abandon(),
  };
}
