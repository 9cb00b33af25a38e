import { labelOf, say } from '../messages.js';
import { type FamilyTotal, familyTotals, leftTotals, statusTotals } from '../totals.js';
import { countByTownship } from '../township-counts.js';
import { unusable } from './inputs.js';
import { type CountColumn, countTable, type Page, paragraph, severityColumns, shownNumber } from './page.js';
import { addUncheckedInShort } from './unchecked.js';

/** What was published. */
export interface PublishedReports {
  /** The run's folder, as the user is to open it. */
  readonly folder: string;
  /** Names of the files in it. */
  readonly files: readonly string[];
  /** The system's code when the link `latest` could not be changed. */
  readonly latestFailed?: string;
}

const TOWNSHIPS = 4;

/**
 * The last screenful, which is all that an 80×24 terminal still shows when the prompt is back: findings by family with what is new, the
 * busiest townships, what was not checked, and which report to open first.
 */
export async function addClosing(page: Page, reports: PublishedReports): Promise<void> {
  addTitle(page);
  addFamilies(page, reports);
  addSince(page);
  await addTownships(page);
  addUncheckedInShort(page);
  const { rows, cells } = unusable(page);
  if (rows + cells > 0) {
    const hint = { rows: shownNumber(rows), cells: shownNumber(cells) };
    paragraph(page, say(page.model.lang, 'terminal.rejected-hint', hint), { indent: 0 });
  }
  addReports(page, reports);
}

/** Whether something that should have been audited was not. */
export const isIncomplete = ({ model }: Page): boolean =>
  (model.unread ?? []).length > 0 || model.rules.some(({ status }) => status === 'failed');

function addTitle(page: Page): void {
  const { model, lines, chalk } = page;
  const { lang } = model;
  const county = model.county || say(lang, 'terminal.no-county');
  const total = model.rules.reduce((sum, { findings }) => sum + findings, 0);
  const key = isIncomplete(page) ? 'terminal.incomplete' : 'terminal.done';
  const title = say(lang, key, { county, date: model.asOf });
  lines.push('', isIncomplete(page) ? chalk.red.bold(title) : chalk.green.bold(title));
  const found = say(lang, total === 0 ? 'terminal.none' : 'terminal.findings', { count: shownNumber(total) });
  paragraph(page, found, { indent: 0 });
}

/** Where most is to be decided comes first; among equals the order of the families. */
function addFamilies(page: Page, { files }: PublishedReports): void {
  const { lang, previous, rules } = page.model;
  const totals = familyTotals(rules)
    .filter(({ findings }) => findings > 0)
    .sort((a, b) => b.high - a.high || b.findings - a.findings);
  if (totals.length === 0) return;
  const news: CountColumn[] = ['new', 'changed'].map((status) => ({
    title: labelOf(lang, 'status', status),
    colour: 'cyan',
  }));
  const counts = (family: Omit<FamilyTotal, 'family' | 'exempted'>): number[] => {
    const { new: fresh, changed } = statusTotals(family.rules);
    const severe = [family.high, family.medium, family.low, family.findings];
    return previous ? [...severe, fresh, changed] : severe;
  };
  const fileOf = (family: string): string | undefined =>
    [`${family}.xlsx`, `${family}.csv`].find((name) => files.includes(name));
  const sum = (of: 'high' | 'medium' | 'low' | 'findings'): number =>
    totals.reduce((all, family) => all + family[of], 0);
  const whole = {
    high: sum('high'),
    medium: sum('medium'),
    low: sum('low'),
    findings: sum('findings'),
    rules,
  };
  countTable(page, {
    first: say(lang, 'terminal.family'),
    columns: [...severityColumns(page), { title: say(lang, 'column.total') }, ...(previous ? news : [])],
    rows: [
      ...totals.map((total) => {
        const file = fileOf(total.family);
        const first = labelOf(lang, 'family', total.family);
        return { first, counts: counts(total), ...(file && { last: file }) };
      }),
      { first: say(lang, 'column.total'), counts: counts(whole) },
    ],
    dashed: true,
    ...(totals.some(({ family }) => fileOf(family)) && { last: say(lang, 'terminal.report') }),
  });
}

function addSince(page: Page): void {
  const { lang, previous } = page.model;
  const counts = { ...statusTotals(page.model.rules), ...leftTotals(page.model) };
  const shown = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, shownNumber(count)]));
  if (previous) {
    paragraph(page, say(lang, 'terminal.since-counts', { ...shown, date: previous.asOf }), { indent: 0 });
    if (counts.unjudged > 0) {
      const left = say(lang, 'terminal.unjudged', { count: shownNumber(counts.unjudged) });
      paragraph(page, left, { indent: 0, colour: 'yellow' });
    }
  } else if (counts.closed > 0) {
    paragraph(page, say(lang, 'terminal.closed', { count: shownNumber(counts.closed) }), { indent: 0 });
  }
}

async function addTownships(page: Page): Promise<void> {
  const { lang, engine } = page.model;
  const counts = (await countByTownship(engine))
    .filter(({ township }) => township !== '')
    .sort((a, b) => b.total - a.total || b.high - a.high)
    .slice(0, TOWNSHIPS);
  if (counts.length === 0) return;
  const counties = new Set(counts.map(({ county }) => county)).size;
  const townships = counts.map(({ county, township, total, high }) =>
    say(lang, 'terminal.township', {
      township: counties > 1 ? `${county}${township}` : township,
      count: shownNumber(total),
      high: shownNumber(high),
    }),
  );
  const list = townships.join(say(lang, 'list-separator'));
  paragraph(page, say(lang, 'terminal.townships', { townships: list }), { indent: 0 });
}

/** Which to open first: the page, which has all of it in one; then the workbooks, which people work with. */
function addReports(page: Page, { folder, files, latestFailed }: PublishedReports): void {
  const { model, lines, chalk } = page;
  const { lang } = model;
  lines.push(`${chalk.bold(say(lang, 'terminal.reports'))} ${chalk.cyan(folder)}`);
  if (latestFailed !== undefined) {
    paragraph(page, say(lang, 'terminal.latest-failed', { code: latestFailed }), { colour: 'yellow' });
  }
  const has = (file: string): boolean => files.includes(file);
  const steps: string[] = [];
  if (has('report.html')) steps.push(say(lang, 'terminal.page', { file: 'report.html' }));
  const [first] = familyTotals(model.rules)
    .filter(({ findings }) => findings > 0)
    .sort((a, b) => b.high - a.high || b.findings - a.findings)
    .flatMap(({ family }) => [`${family}.xlsx`, `${family}.csv`].filter(has).slice(0, 1));
  if (first !== undefined) steps.push(say(lang, 'terminal.workbook', { file: first }));
  const all = ['findings.csv', 'findings.jsonl'].find(has);
  if (all !== undefined) steps.push(say(lang, 'terminal.all', { file: all }));
  for (const [at, step] of steps.entries()) {
    paragraph(page, say(lang, at === 0 ? 'terminal.first' : 'terminal.then', { step }));
  }
}
