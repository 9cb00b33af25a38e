import { Chalk } from 'chalk';
import { labelOf, say } from './messages.js';
import type { ReportModel } from './model.js';
import { addClosing, isIncomplete, type PublishedReports } from './terminal/closing.js';
import { addInputs } from './terminal/inputs.js';
import { type Page, paragraph } from './terminal/page.js';
import { addNews, addRules } from './terminal/rules.js';
import { addUnchecked } from './terminal/unchecked.js';

/** Where the summary goes: nothing is printed past it. */
export interface SummaryIo {
  readonly stdout: { write(text: string): unknown };
  /** Width of the terminal; 80 where there is none. */
  readonly columns: number;
  readonly colour: boolean;
}

/**
 * Prints what a clerk needs to know at the end of an audit: what was read, the findings by rule, what was not checked and why, and
 * last, where it is still to be seen on a small terminal, the sum of it and which report to open first. It names no person.
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
  addInputs(page);
  addRules(page);
  addUnchecked(page);
  addNews(page);
  await addClosing(page, reports);
  io.stdout.write(`${page.lines.join('\n')}\n`);
}

function addHead(page: Page): void {
  const { model, lines, chalk } = page;
  const { lang, asOf: date } = model;
  const county = model.county || say(lang, 'terminal.no-county');
  const title = say(lang, isIncomplete(page) ? 'terminal.incomplete' : 'terminal.done', { county, date });
  lines.push(isIncomplete(page) ? chalk.red.bold(title) : chalk.green.bold(title));
  const source = labelOf(lang, 'as-of', model.asOfSource);
  paragraph(page, say(lang, 'terminal.as-of', { date, source }), { indent: 0 });
  const policy = `${model.policy.title[lang]} [${model.policy.name}]`;
  paragraph(page, say(lang, 'terminal.policy', { policy }), { indent: 0 });
}
