import { say } from '../messages.js';
import { heading, type Page, paragraph, shownNumber } from './page.js';

/** What was not checked, and why: inputs that could not be read, rules that did not run, datasets and facts that are missing. */
export function addUnchecked(page: Page): void {
  const { lines, chalk, model } = page;
  const { lang, unread = [] } = model;
  if (unread.length > 0) {
    lines.push('', chalk.red.bold(say(lang, 'terminal.unread', { count: unread.length })));
    for (const { reason } of unread) paragraph(page, reason[lang]);
  }
  for (const status of ['failed', 'not-run'] as const) {
    const rules = model.rules.filter((rule) => rule.status === status);
    if (rules.length === 0) continue;
    const title = say(lang, `terminal.${status}`, { count: rules.length });
    lines.push('', status === 'failed' ? chalk.red.bold(title) : chalk.yellow.bold(title));
    for (const { header, reason } of rules) {
      paragraph(page, `${header.id} ${header.title[lang]}`);
      if (reason) paragraph(page, reason[lang], { indent: 7 });
    }
  }
  const missing = missingDatasets(page);
  if (missing.length > 0) {
    lines.push('');
    paragraph(page, say(lang, 'terminal.missing', { datasets: missing.join(say(lang, 'list-separator')) }), {
      indent: 0,
    });
  }
  const { unknownFacts } = model.coverage;
  if (unknownFacts.length === 0) return;
  heading(page, say(lang, 'terminal.unknown'));
  for (const { title, households } of unknownFacts) {
    const values = { fact: title[lang], households: shownNumber(households) };
    paragraph(page, say(lang, 'terminal.unknown-fact', values));
  }
}

const missingDatasets = ({ model: { coverage, lang } }: Page): string[] =>
  coverage.datasets.filter(({ given }) => !given).map(({ title }) => title[lang]);

/** The same in a line or two, for the last screenful; nothing where all was checked. */
export function addUncheckedInShort(page: Page): void {
  const { model } = page;
  const { lang, unread = [], leftOut = [], coverage } = model;
  const of = (status: string): number => model.rules.filter((rule) => rule.status === status).length;
  const counts = [
    ['unread', unread.length],
    ['failed', of('failed')],
    ['not-run', of('not-run')],
    ['missing', missingDatasets(page).length],
    ['unknown', coverage.unknownFacts.length],
    ['left-out', leftOut.length],
  ] as const;
  const said = counts
    .filter(([, count]) => count > 0)
    .map(([what, count]) => say(lang, `terminal.short.${what}`, { count: shownNumber(count) }));
  if (said.length === 0) return;
  const isGrave = unread.length + of('failed') > 0;
  const what = said.join(say(lang, 'list-separator'));
  paragraph(page, say(lang, 'terminal.not-checked', { what }), {
    indent: 0,
    colour: isGrave ? 'red' : 'yellow',
  });
}
