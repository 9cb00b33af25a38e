import type { Bilingual } from '../../bilingual.js';
import { say, type TextKey } from '../messages.js';
import type { PartReport, ReportModel, RuleOutcome, UnusedInput } from '../model.js';
import { type Html, html, when } from './html.js';
import { number } from './marks.js';

/** What was audited and what could not be, short; the coverage has all of it. */
export function scope(model: ReportModel): Html {
  const { lang, coverage, rules, unread = [], leftOut = [] } = model;
  const of = (status: RuleOutcome['status']): readonly RuleOutcome[] =>
    rules.filter((rule) => rule.status === status);
  const [flagged, clean, notRun, failed] = [of('flagged'), of('clean'), of('not-run'), of('failed')];
  const given = coverage.datasets.filter((dataset) => dataset.given).length;
  const missing = coverage.datasets.filter((dataset) => !dataset.given);
  const join = (names: readonly string[]): string => names.join(say(lang, 'list-separator'));
  const row = (title: TextKey, content: Html, kind = ''): Html =>
    html`<div class="${kind}"><dt>${say(lang, title)}</dt><dd>${content}</dd></div>\n`;
  return html`<h3>${say(lang, 'overview.scope')}</h3>
<dl class="scope">
${row(
  'overview.roster',
  html`${say(lang, 'overview.roster-size', {
    households: number(coverage.households),
    persons: number(coverage.persons),
    active: number(coverage.activeHouseholds),
  })}`,
)}${row(
  'overview.datasets',
  html`${say(lang, 'overview.datasets-given', { given, all: coverage.datasets.length })}${when(
    missing.length > 0,
    () =>
      html`<br><b>${say(lang, 'overview.datasets-missing', { names: join(missing.map(({ title }) => title[lang])) })}</b>`,
  )}`,
)}${row('overview.rows', html`${rowsRead(model)}`)}${row(
  'overview.rules',
  html`${say(lang, 'overview.rules-run', {
    run: flagged.length + clean.length,
    flagged: flagged.length,
    clean: clean.length,
  })}`,
)}${when(notRun.length > 0, () =>
  row(
    'overview.not-run',
    folded(
      say(lang, 'overview.not-run-rules', { count: notRun.length }),
      notRun.map((rule) => ruleReason(rule, lang)),
    ),
    'caution',
  ),
)}${when(failed.length > 0, () =>
  row('overview.failed', html`<ul>${failed.map((rule) => ruleReason(rule, lang))}</ul>`, 'caution'),
)}${when(unread.length > 0, () =>
  row('overview.unread', html`<ul>${unread.map((input) => inputReason(input, lang))}</ul>`, 'caution'),
)}${when(leftOut.length > 0, () =>
  row(
    'overview.left-out',
    folded(
      say(lang, 'overview.left-out-inputs', { count: leftOut.length }),
      leftOut.map((input) => inputReason(input, lang)),
    ),
  ),
)}${when(coverage.unknownFacts.length > 0, () =>
  row('overview.unknown', html`${join(coverage.unknownFacts.map((fact) => unknownFact(fact, lang)))}`),
)}</dl>
<p class="small">${say(lang, 'overview.nothing-is-not-nothing')} <a href="#coverage">${say(lang, 'overview.more')}</a></p>`;
}

const folded = (summary: string, items: readonly Html[]): Html =>
  html`<details><summary>${summary}</summary><ul>${items}</ul></details>`;

const ruleReason = ({ header, reason }: RuleOutcome, lang: ReportModel['lang']): Html =>
  html`<li><b>${header.id}</b> ${header.title[lang]}: ${reason?.[lang]}</li>`;

const inputReason = ({ reason, file, sheet }: UnusedInput, lang: ReportModel['lang']): Html =>
  html`<li><b>${sheet === undefined ? file : `${file}!${sheet}`}</b> ${reason[lang]}</li>`;

const unknownFact = (
  { title, households }: { title: Bilingual; households: number },
  lang: ReportModel['lang'],
): string => say(lang, 'overview.unknown-fact', { fact: title[lang], households: number(households) });

function rowsRead({ lang, inputs }: ReportModel): string {
  const parts = inputs.flatMap((input) => input.parts);
  const sum = (of: (part: PartReport) => number): string =>
    number(parts.reduce((total, part) => total + of(part), 0));
  return say(lang, 'overview.rows-read', {
    read: sum(({ read }) => read),
    accepted: sum(({ accepted }) => accepted),
    rejected: sum(({ rejected }) => rejected),
    skipped: sum(({ skipped }) => skipped),
  });
}
