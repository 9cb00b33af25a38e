import type { Family } from '../../rules/header.js';
import { displayWidth } from '../display-width.js';
import { say } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { countByTownship } from '../township-counts.js';
import { sheetName } from './sheet-name.js';
import { cell, styles } from './style.js';
import { type Book, heightOf } from './table.js';

/** The sheet that counts a family's findings by township and rule, with totals; a rule that was not run says so instead of 0. */
export async function writeSummary(
  book: Book,
  { model, family, rules }: { model: ReportModel; family: Family; rules: readonly RuleOutcome[] },
): Promise<void> {
  const { lang } = book;
  const townships = await countByTownship(model.engine, family);
  const isChecked = (rule: RuleOutcome): boolean => rule.status === 'flagged' || rule.status === 'clean';
  const titles = rules.map(
    ({ header, ...rule }) =>
      `${header.id}\n${header.title[lang]}${rule.status === 'not-run' ? say(lang, 'summary.not-run') : ''}`,
  );
  const named = townships.map(({ township }) => township || say(lang, 'summary.no-township'));
  const widths = [
    widest(townships.map(({ county }) => county)),
    widest(named),
    ...rules.map(() => 13),
    10,
    10,
  ];
  const header = [
    say(lang, 'column.county'),
    say(lang, 'column.township'),
    ...titles,
    say(lang, 'summary.total'),
    say(lang, 'summary.high'),
  ];
  const sheet = book.file.addSheet({
    name: sheetName(say(lang, 'sheet.summary'), book.names),
    widths,
    frozen: { rows: 1, columns: 2 },
    landscape: true,
    footer: say(lang, 'print.page'),
  });
  await sheet.row(
    header.map((title) => cell(title, styles.header)),
    { height: Math.max(...titles.map((title) => heightOf(title, 12))) },
  );
  for (const [index, count] of townships.entries()) {
    await sheet.row([
      cell(count.county, styles.text),
      cell(named[index] ?? '', styles.text),
      ...rules.map((rule) =>
        isChecked(rule)
          ? cell(count.byRule.get(rule.header.id) ?? 0, styles.count)
          : cell('—', styles.centred),
      ),
      cell(count.total, styles.total),
      cell(count.high, styles.count),
    ]);
  }
  const sum = (of: (count: (typeof townships)[number]) => number): number =>
    townships.reduce((total, count) => total + of(count), 0);
  await sheet.row([
    cell(say(lang, 'summary.total'), styles.total),
    cell('', styles.total),
    ...rules.map((rule) =>
      isChecked(rule)
        ? cell(
            sum(({ byRule }) => byRule.get(rule.header.id) ?? 0),
            styles.total,
          )
        : cell('—', styles.centred),
    ),
    cell(
      sum(({ total }) => total),
      styles.total,
    ),
    cell(
      sum(({ high }) => high),
      styles.total,
    ),
  ]);
  // The totals stay below whatever is filtered.
  sheet.filter(1, header.length, townships.length + 1);
  await sheet.close();
}

const widest = (texts: readonly string[]): number =>
  Math.min(28, Math.max(10, ...texts.map((text) => displayWidth(text, { ambiguous: 2 }) + 2)));
