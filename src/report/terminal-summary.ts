import { Chalk } from 'chalk';
import { displayWidth, padTo, wrap } from './display-width.js';
import { labelOf, say } from './messages.js';
import type { PartReport, ReportModel, RuleOutcome } from './model.js';
import { exemptedOf, familyTotals, leftTotals, statusTotals } from './totals.js';
import { countByTownship } from './township-counts.js';

/** Where the summary goes: nothing is printed past it. */
export interface SummaryIo {
  readonly stdout: { write(text: string): unknown };
  /** Width of the terminal; 80 where there is none. */
  readonly columns: number;
  readonly colour: boolean;
}

/** What was published. */
export interface PublishedReports {
  /** The run's folder, as the user is to open it. */
  readonly folder: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
  /** The system's code when the link `latest` could not be changed. */
  readonly latestFailed?: string;
}

interface Page {
  readonly model: ReportModel;
  readonly width: number;
  readonly chalk: InstanceType<typeof Chalk>;
  readonly lines: string[];
}

const TOWNSHIPS = 5;

/**
 * Prints what a clerk needs to know at the end of an audit: what was read, what was not checked and why, the findings by rule, the
 * busiest townships, and which report to open first. It names no person.
 */
export async function printSummary(
  model: ReportModel,
  reports: PublishedReports,
  io: SummaryIo,
): Promise<void> {
  const page: Page = {
    model,
    width: Math.max(60, Math.min(io.columns, 120)),
    chalk: new Chalk({ level: io.colour ? 1 : 0 }),
    lines: [],
  };
  addHead(page);
  addSince(page);
  addInputs(page);
  addUnread(page);
  addUnchecked(page);
  addFindings(page);
  await addTownships(page);
  addReports(page, reports);
  io.stdout.write(`${page.lines.join('\n')}\n`);
}

const number = (value: number): string => value.toLocaleString('en-US');

function heading(page: Page, text: string): void {
  page.lines.push('', page.chalk.bold(text));
}

/** A text below a heading, wrapped, its further lines under the first. */
function paragraph(page: Page, text: string, indent = 2): void {
  for (const line of wrap(text, page.width - indent)) page.lines.push(' '.repeat(indent) + line);
}

/** Widths of the columns of numbers: of the inputs, and of the findings. */
const INPUT_WIDTHS = [6, 12, 12, 9, 8];
const FINDING_WIDTHS = [7, 8, 7, 8, 8];

/** A line of a table: the first column takes what the numbers leave. */
function tableLine(
  page: Page,
  first: string,
  cells: { texts: readonly string[]; widths: readonly number[] },
): string {
  const columns = cells.texts.map((text, index) => padTo(text, cells.widths[index] ?? 9, true)).join('');
  return `  ${padTo(first, page.width - 2 - displayWidth(columns))}${columns}`;
}

function addHead(page: Page): void {
  const { model, lines, chalk } = page;
  const { lang } = model;
  const county = model.county || say(lang, 'terminal.no-county');
  const unread = model.unread ?? [];
  const failed = unread.length > 0 || model.rules.some((rule) => rule.status === 'failed');
  const title = say(lang, failed ? 'terminal.incomplete' : 'terminal.done', { county });
  lines.push(failed ? chalk.red.bold(title) : chalk.green.bold(title));
  const source = labelOf(lang, 'as-of', model.asOfSource);
  paragraph(page, say(lang, 'terminal.as-of', { date: model.asOf, source }), 0);
  paragraph(
    page,
    say(lang, 'terminal.policy', { policy: `${model.policy.title[lang]} [${model.policy.name}]` }),
    0,
  );
}

/** Inputs that could not be read, first of all that was not checked: nobody in them was. */
function addUnread(page: Page): void {
  const { lang, unread = [] } = page.model;
  if (unread.length === 0) return;
  page.lines.push('', page.chalk.red.bold(say(lang, 'terminal.unread', { count: unread.length })));
  for (const { reason } of unread) paragraph(page, reason[lang]);
}

/** What a clerk looks for on every morning but the first: what is new. */
function addSince(page: Page): void {
  const { model, lines, chalk } = page;
  const { lang, previous } = model;
  const counts = { ...statusTotals(model.rules), ...leftTotals(model) };
  if (previous) {
    const values = { run: previous.runId, date: previous.asOf };
    heading(page, say(lang, 'terminal.since', values));
    const shown = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, number(count)]));
    paragraph(page, say(lang, 'terminal.since-counts', shown));
    if (counts.unjudged > 0)
      paragraph(page, say(lang, 'terminal.unjudged', { count: number(counts.unjudged) }));
    if (counts.new + counts.changed > 0) {
      const titles = ['new', 'changed'].map((status) => labelOf(lang, 'status', status));
      lines.push(chalk.dim(tableLine(page, say(lang, 'column.title'), { texts: titles, widths: [8, 8] })));
    }
    for (const { header, byStatus } of model.rules) {
      if (!byStatus || byStatus.new + byStatus.changed === 0) continue;
      const texts = [byStatus.new, byStatus.changed].map((count) => (count === 0 ? '-' : number(count)));
      lines.push(tableLine(page, `  ${header.id} ${header.title[lang]}`, { texts, widths: [8, 8] }));
    }
  } else if (counts.closed > 0) {
    paragraph(page, say(lang, 'terminal.closed', { count: number(counts.closed) }), 0);
  }
}

function addInputs(page: Page): void {
  const { model, lines, chalk } = page;
  const { lang } = model;
  const parts = model.inputs.flatMap((input) => input.parts);
  const sum = (of: readonly PartReport[], count: (part: PartReport) => number): number =>
    of.reduce((total, part) => total + count(part), 0);
  heading(page, say(lang, 'terminal.read'));
  const titles = [
    'terminal.files',
    'coverage.read',
    'coverage.accepted',
    'coverage.rejected',
    'coverage.skipped',
  ] as const;
  lines.push(
    chalk.dim(
      tableLine(page, say(lang, 'terminal.dataset'), {
        texts: titles.map((key) => say(lang, key)),
        widths: INPUT_WIDTHS,
      }),
    ),
  );
  for (const dataset of model.coverage.datasets) {
    const own = parts.filter((part) => part.dataset === dataset.id);
    if (own.length === 0) continue;
    const counts = [
      new Set(own.map((part) => part.file)).size,
      sum(own, (part) => part.read),
      sum(own, (part) => part.accepted),
      sum(own, (part) => part.rejected),
      sum(own, (part) => part.skipped),
    ];
    lines.push(tableLine(page, dataset.title[lang], { texts: counts.map(number), widths: INPUT_WIDTHS }));
  }
  const rejected = sum(parts, (part) => part.rejected);
  const bad = sum(parts, (part) => part.badCells);
  const unmatched = sum(parts, (part) =>
    Object.values(part.unmatched).reduce((total, rows) => total + rows, 0),
  );
  if (rejected + bad > 0) {
    paragraph(page, say(lang, 'terminal.rejected-hint', { rows: number(rejected), cells: number(bad) }));
  }
  if (unmatched > 0) paragraph(page, say(lang, 'terminal.unmatched-hint', { rows: number(unmatched) }));
  for (const part of parts) {
    const place = part.sheet === undefined ? part.file : `${part.file}!${part.sheet}`;
    for (const warning of part.warnings) {
      paragraph(page, say(lang, 'terminal.warning', { place, warning: warning[lang] }));
    }
  }
  const missing = model.coverage.datasets
    .filter((dataset) => !dataset.given)
    .map((dataset) => dataset.title[lang]);
  if (missing.length > 0) {
    paragraph(page, say(lang, 'terminal.missing', { datasets: missing.join(say(lang, 'list-separator')) }));
  }
}

function addUnchecked(page: Page): void {
  const { model } = page;
  const { lang } = model;
  for (const status of ['failed', 'not-run'] as const) {
    const rules = model.rules.filter((rule) => rule.status === status);
    if (rules.length === 0) continue;
    heading(page, say(lang, `terminal.${status}`, { count: rules.length }));
    for (const { header, reason } of rules) {
      paragraph(page, `${header.id} ${header.title[lang]}`);
      if (reason) paragraph(page, reason[lang], 7);
    }
  }
  const { unknownFacts } = model.coverage;
  if (unknownFacts.length === 0) return;
  heading(page, say(lang, 'terminal.unknown'));
  for (const fact of unknownFacts) {
    paragraph(
      page,
      say(lang, 'terminal.unknown-fact', { fact: fact.title[lang], households: number(fact.households) }),
    );
  }
}

function addFindings(page: Page): void {
  const { model, lines, chalk } = page;
  const { lang } = model;
  const totals = familyTotals(model.rules);
  const total = totals.reduce((sum, family) => sum + family.findings, 0);
  heading(page, say(lang, 'terminal.findings', { count: number(total) }));
  if (total === 0) paragraph(page, say(lang, 'terminal.none'));
  else {
    const titles = [
      labelOf(lang, 'severity', 'high'),
      labelOf(lang, 'severity', 'medium'),
      labelOf(lang, 'severity', 'low'),
      say(lang, 'column.total'),
      say(lang, 'terminal.exempt'),
    ];
    lines.push(
      chalk.dim(tableLine(page, say(lang, 'column.title'), { texts: titles, widths: FINDING_WIDTHS })),
    );
  }
  for (const { family, findings, exempted, rules } of totals) {
    if (findings + exempted === 0) continue;
    lines.push(`  ${labelOf(lang, 'family', family)}`);
    for (const rule of rules) {
      const spared = exemptedOf(rule);
      if (rule.findings + spared > 0) lines.push(ruleLine(page, rule, spared));
    }
  }
  const clean = model.rules
    .filter((rule) => rule.status === 'clean' && exemptedOf(rule) === 0)
    .map((rule) => rule.header.id)
    .sort();
  if (clean.length > 0) {
    paragraph(page, say(lang, 'terminal.clean', { rules: clean.join(say(lang, 'list-separator')) }));
  }
}

function ruleLine(page: Page, { header, bySeverity, findings }: RuleOutcome, spared: number): string {
  const counts = [bySeverity.high, bySeverity.medium, bySeverity.low, findings, spared];
  const line = tableLine(page, `  ${header.id} ${header.title[page.model.lang]}`, {
    texts: counts.map((count) => (count === 0 ? '-' : number(count))),
    widths: FINDING_WIDTHS,
  });
  return bySeverity.high > 0 ? page.chalk.yellow(line) : line;
}

async function addTownships(page: Page): Promise<void> {
  const { model } = page;
  const counts = (await countByTownship(model.engine))
    .filter((count) => count.township !== '')
    .sort((a, b) => b.total - a.total || b.high - a.high)
    .slice(0, TOWNSHIPS);
  if (counts.length === 0) return;
  const counties = new Set(counts.map((count) => count.county)).size;
  heading(page, say(model.lang, 'terminal.townships'));
  for (const { county, township, total, high } of counts) {
    const place = counties > 1 ? `${county}${township}` : township;
    page.lines.push(
      `  ${padTo(place, 22)}${say(model.lang, 'terminal.township', { count: number(total), high: number(high) })}`,
    );
  }
}

function addReports(page: Page, { folder, files, latestFailed }: PublishedReports): void {
  const { model, lines, chalk } = page;
  const { lang } = model;
  heading(page, say(lang, 'terminal.reports'));
  lines.push(`  ${chalk.cyan(folder)}`);
  if (latestFailed !== undefined)
    paragraph(page, say(lang, 'terminal.latest-failed', { code: latestFailed }));
  if (files.includes('report.html')) paragraph(page, say(lang, 'terminal.page', { file: 'report.html' }));
  // Where most is to be decided comes first; among equals the order of the families.
  const order = familyTotals(model.rules)
    .filter((family) => family.findings > 0)
    .sort((a, b) => b.high - a.high || b.findings - a.findings);
  let first = true;
  for (const { family, findings, high } of order) {
    const file = [`${family}.xlsx`, `${family}.csv`].find((name) => files.includes(name));
    if (file === undefined) continue;
    const values = {
      file,
      family: labelOf(lang, 'family', family),
      count: number(findings),
      high: number(high),
    };
    paragraph(page, say(lang, first ? 'terminal.first' : 'terminal.then', values));
    first = false;
  }
  const all = ['findings.csv', 'findings.jsonl'].find((name) => files.includes(name));
  if (all !== undefined) paragraph(page, say(lang, 'terminal.all', { file: all }));
}
