import type { Family } from '../../rules/header.js';
import { labelOf, say } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { exemptedOf, statusTotals } from '../totals.js';
import { type Cell, cell } from './cell.js';
import { closedOf } from './closed.js';
import type { SheetWriter } from './file.js';
import type { SheetPlan } from './plan.js';
import { section } from './section.js';
import { severityStyles, statusStyleOf, styles } from './style.js';
import { heightOf } from './table.js';

/** Columns of the contents, which are those of the cover: sheet, what it lists, high, medium, low, total, of which new, outcome. */
export const contentsWidths = ({ previous }: ReportModel): number[] =>
  previous ? [17, 40, 8, 8, 8, 9, 9, 14] : [17, 40, 8, 8, 8, 9, 14];

interface Contents {
  readonly model: ReportModel;
  readonly family: Family;
  readonly rules: readonly RuleOutcome[];
  readonly plan: SheetPlan;
}

/** The contents: every sheet with a link to it, what it lists and how much; and the rules that have none, with the reason. */
export async function writeContents(sheet: SheetWriter, contents: Contents): Promise<void> {
  const { model, family, rules, plan } = contents;
  const { lang } = model;
  await section(sheet, say(lang, 'cover.contents'));
  const titles = [
    say(lang, 'coverage.sheet'),
    say(lang, 'contents.about'),
    labelOf(lang, 'severity', 'high'),
    labelOf(lang, 'severity', 'medium'),
    labelOf(lang, 'severity', 'low'),
    say(lang, 'column.total'),
    ...(model.previous ? [say(lang, 'contents.fresh')] : []),
    say(lang, 'column.outcome'),
  ];
  await sheet.row(titles.map((title) => cell(title, styles.header)));
  const other = (name: string, about: string, count: number | null, style = styles.countCentred) =>
    row(sheet, model, [
      cell(name, styles.link, name),
      cell(about, styles.long),
      ...[null, null, null].map((value) => cell(value, styles.centred)),
      cell(count, style),
      ...(model.previous ? [cell('', styles.centred)] : []),
      cell('', styles.centred),
    ]);
  const sum = (of: (rule: RuleOutcome) => number): number =>
    rules.reduce((total, rule) => total + of(rule), 0);
  await row(sheet, model, [
    cell(plan.summary, styles.link, plan.summary),
    cell(say(lang, 'contents.summary'), styles.long),
    ...(['high', 'medium', 'low'] as const).map((severity) =>
      cell(
        sum(({ bySeverity }) => bySeverity[severity]),
        styles.countCentred,
      ),
    ),
    cell(
      sum(({ findings }) => findings),
      styles.totalCentred,
    ),
    ...(model.previous ? [freshCell(rules)] : []),
    cell('', styles.centred),
  ]);
  for (const rule of rules) await row(sheet, model, ruleCells(rule, contents));
  if (plan.areas) await other(plan.areas, say(lang, 'contents.areas'), model.areas?.length ?? 0);
  if (plan.closed) await other(plan.closed, say(lang, 'contents.closed'), closedOf(model, family).length);
  await other(plan.exempted, say(lang, 'contents.exempted'), sum(exemptedOf));
  await other(plan.coverage, say(lang, 'contents.coverage'), null);
}

function ruleCells(rule: RuleOutcome, { model, plan }: Contents): Cell[] {
  const { lang } = model;
  const { header, bySeverity } = rule;
  const checked = rule.status === 'flagged' || rule.status === 'clean';
  const to = plan.rules.get(header.id);
  const count = (value: number, style: Cell['style']): Cell =>
    checked ? cell(value, value > 0 ? style : styles.zero) : cell('—', styles.centred);
  return [
    cell(header.id, to === undefined ? styles.text : styles.link, to),
    cell(header.title[lang], styles.long),
    count(bySeverity.high, severityStyles.high),
    count(bySeverity.medium, severityStyles.medium),
    count(bySeverity.low, severityStyles.low),
    count(rule.findings, styles.totalCentred),
    ...(model.previous ? [freshCell([rule])] : []),
    cell(labelOf(lang, 'outcome', rule.status), checked ? styles.centred : styles.unchecked),
  ];
}

/** How many are new, or came back changed, since the previous run. */
function freshCell(rules: readonly RuleOutcome[]): Cell {
  const totals = statusTotals(rules);
  const fresh = totals.new + totals.changed;
  return cell(fresh, fresh > 0 ? statusStyleOf('new', false) : styles.zero);
}

async function row(sheet: SheetWriter, model: ReportModel, cells: readonly Cell[]): Promise<void> {
  const widths = contentsWidths(model);
  const heights = cells.map(({ value }, index) =>
    typeof value === 'string' ? heightOf(value, widths[index] ?? 8) : 0,
  );
  await sheet.row(cells, { height: Math.max(18.5, ...heights) });
}
