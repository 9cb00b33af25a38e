import type { Family } from '../../rules/header.js';
import { maskFor } from '../masking.js';
import { labelOf, say, type TextKey } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { exemptedOf, statusTotals } from '../totals.js';
import { cell } from './cell.js';
import { contentsWidths, writeContents } from './contents.js';
import type { SheetPlan } from './plan.js';
import { section } from './section.js';
import { styles } from './style.js';
import { type Book, heightOf } from './table.js';

/** The cover: what was audited, on what day and under which policy, how much was found and what was not checked, and how to read it. */
export async function writeCover(
  book: Book,
  {
    model,
    family,
    rules,
    plan,
  }: { model: ReportModel; family: Family; rules: readonly RuleOutcome[]; plan: SheetPlan },
): Promise<void> {
  const { lang } = book;
  const widths = contentsWidths(model);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const sheet = book.file.addSheet({
    name: plan.cover,
    widths,
    landscape: false,
    onePage: true,
    footer: say(lang, 'print.page'),
  });
  const title = say(lang, 'cover.title', {
    county: model.county || say(lang, 'cover.county'),
    family: labelOf(lang, 'family', family),
  });
  await sheet.row([cell(title, styles.title)], { height: 40, mergeTo: widths.length });
  const notice = say(lang, 'cover.suspected');
  await sheet.row([cell(notice, styles.notice)], {
    height: heightOf(notice, whole) + 8,
    mergeTo: widths.length,
  });
  for (const [key, text] of facts(model, family, rules)) {
    await sheet.row([cell(say(lang, key), styles.label), cell(text, styles.long)], {
      height: Math.max(heightOf(text, whole - (widths[0] ?? 0)), heightOf(say(lang, key), widths[0] ?? 0)),
      mergeTo: widths.length,
    });
  }
  await writeContents(sheet, { model, family, rules, plan });
  await section(sheet, say(lang, 'cover.how'));
  const how: readonly TextKey[] = [
    'cover.how-1',
    'cover.how-2',
    'cover.how-3',
    'cover.how-4',
    'cover.how-5',
    'cover.severities',
  ];
  for (const key of how) {
    const text = say(lang, key);
    await sheet.row([cell(text, styles.plain)], { height: heightOf(text, whole), mergeTo: widths.length });
  }
  await sheet.close();
}

function facts(model: ReportModel, family: Family, rules: readonly RuleOutcome[]): [TextKey, string][] {
  const { lang, policy, coverage } = model;
  const sum = (of: (rule: RuleOutcome) => number): number =>
    rules.reduce((total, rule) => total + of(rule), 0);
  const withStatus = (status: RuleOutcome['status']): string[] =>
    rules.filter((rule) => rule.status === status).map((rule) => rule.header.id);
  const list = (ids: readonly string[]): string => ids.join(say(lang, 'list-separator'));
  const [notRun, failed] = [withStatus('not-run'), withStatus('failed')];
  const unchecked = [
    ...(notRun.length > 0
      ? [say(lang, 'cover.not-run-rules', { count: notRun.length, rules: list(notRun) })]
      : []),
    ...(failed.length > 0
      ? [say(lang, 'cover.failed-rules', { count: failed.length, rules: list(failed) })]
      : []),
  ];
  const mask = maskFor(model.mask, 'file');
  const bracketed = (text: string, note: string): string =>
    lang === 'zh' ? `${text}（${note}）` : `${text} (${note})`;
  return [
    ['cover.county', model.county],
    ['cover.as-of', bracketed(model.asOf, labelOf(lang, 'as-of', model.asOfSource))],
    ['cover.policy', bracketed(policy.title[lang], policy.name)],
    ['cover.scope', labelOf(lang, 'about', family)],
    [
      'cover.roster',
      say(lang, 'cover.roster-size', {
        households: coverage.households,
        persons: coverage.persons,
        active: coverage.activeHouseholds,
      }),
    ],
    [
      'cover.findings',
      say(lang, 'cover.findings-by-severity', {
        total: sum((rule) => rule.findings),
        high: sum((rule) => rule.bySeverity.high),
        medium: sum((rule) => rule.bySeverity.medium),
        low: sum((rule) => rule.bySeverity.low),
        exempted: sum(exemptedOf),
      }),
    ],
    ['cover.since', sinceText(model, rules)],
    ...unreadFact(model),
    ['cover.not-run', unchecked.length > 0 ? unchecked.join('\n') : say(lang, 'cover.all-run')],
    ['cover.run', model.runId],
    ['cover.tool', `hecha ${model.toolVersion}`],
    ...(mask === 'none' ? [] : [['cover.masked', say(lang, `cover.masked-${mask}`)] as [TextKey, string]]),
  ];
}

/** How many findings are new, changed and so on, where there is a night to compare with. */
function sinceText(model: ReportModel, rules: readonly RuleOutcome[]): string {
  const { lang, previous } = model;
  const counts = statusTotals(rules);
  if (previous) return say(lang, 'cover.since-counts', { ...counts, run: previous.runId });
  const first = say(lang, 'cover.since-first');
  if (counts.closed === 0) return first;
  return [first, say(lang, 'cover.since-closed', { closed: counts.closed })].join(
    lang === 'zh' ? '；' : '; ',
  );
}

/** The line on inputs that could not be read; none when all were. */
function unreadFact({ lang, unread = [] }: ReportModel): [TextKey, string][] {
  if (unread.length === 0) return [];
  const places = unread.map(({ file, sheet }) => (sheet === undefined ? file : `${file}!${sheet}`));
  return [
    [
      'cover.unread',
      say(lang, 'cover.unread-files', {
        count: unread.length,
        places: places.join(say(lang, 'list-separator')),
      }),
    ],
  ];
}
