import { labelOf, say } from '../messages.js';
import { exemptedOf, familyTotals } from '../totals.js';
import { countTable, heading, type Page, paragraph, severityColumns, shownNumber } from './page.js';

/** The findings by rule, below their families; rules that found nothing in one line. */
export function addRules(page: Page): void {
  const { model } = page;
  const { lang } = model;
  const totals = familyTotals(model.rules);
  const total = totals.reduce((sum, family) => sum + family.findings, 0);
  heading(page, say(lang, 'terminal.by-rule', { count: shownNumber(total) }));
  const rows = totals.flatMap(({ family, findings, exempted, rules }) => {
    if (findings + exempted === 0) return [];
    const own = rules.filter((rule) => rule.findings + exemptedOf(rule) > 0);
    return [
      { first: labelOf(lang, 'family', family) },
      ...own.map((rule) => ({
        first: `  ${rule.header.id} ${rule.header.title[lang]}`,
        counts: [
          rule.bySeverity.high,
          rule.bySeverity.medium,
          rule.bySeverity.low,
          rule.findings,
          exemptedOf(rule),
        ],
      })),
    ];
  });
  if (rows.length > 0) {
    const columns = [
      ...severityColumns(page),
      { title: say(lang, 'column.total') },
      { title: say(lang, 'terminal.exempt') },
    ];
    countTable(page, { first: say(lang, 'column.title'), columns, rows, dashed: true });
  }
  const clean = model.rules
    .filter((rule) => rule.status === 'clean' && exemptedOf(rule) === 0)
    .map((rule) => rule.header.id)
    .sort();
  if (clean.length > 0) {
    paragraph(page, say(lang, 'terminal.clean', { rules: clean.join(say(lang, 'list-separator')) }));
  }
}

/** What a clerk looks for on every morning but the first: which rules have something new. */
export function addNews(page: Page): void {
  const { model } = page;
  const { lang, previous } = model;
  const rows = model.rules.flatMap(({ header, byStatus }) =>
    byStatus && byStatus.new + byStatus.changed > 0
      ? [{ first: `${header.id} ${header.title[lang]}`, counts: [byStatus.new, byStatus.changed] }]
      : [],
  );
  if (!previous || rows.length === 0) return;
  heading(page, say(lang, 'terminal.news', { run: previous.runId, date: previous.asOf }));
  const columns = ['new', 'changed'].map((status) => ({
    title: labelOf(lang, 'status', status),
    colour: 'cyan' as const,
  }));
  countTable(page, { first: say(lang, 'column.title'), columns, rows, dashed: true });
}
