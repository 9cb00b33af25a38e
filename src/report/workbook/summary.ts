import type { Family } from '../../rules/header.js';
import { displayWidth } from '../display-width.js';
import { say } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { countByTownship, type TownshipCount } from '../township-counts.js';
import { cell } from './cell.js';
import { sheetName } from './sheet-name.js';
import { styles } from './style.js';
import { type Book, heightOf } from './table.js';

/** The sheet that counts a family's findings by township and rule, with totals; a rule that was not run says so instead of 0. */
export async function writeSummary(
  book: Book,
  { model, family, rules }: { model: ReportModel; family: Family; rules: readonly RuleOutcome[] },
): Promise<void> {
  const { lang } = book;
  const townships = await countByTownship(model.engine, family);
  // One county goes without saying.
  const counties = new Set(townships.map(({ county }) => county)).size;
  const places = townships.map(({ county, township }) => [
    ...(counties > 1 ? [county] : []),
    township || say(lang, 'summary.no-township'),
  ]);
  const titles = rules.map(
    ({ header, status }) =>
      `${header.id}\n${header.title[lang]}${status === 'not-run' ? say(lang, 'summary.not-run') : ''}`,
  );
  const header = [
    ...(counties > 1 ? [say(lang, 'column.county')] : []),
    say(lang, 'column.township'),
    ...titles,
    say(lang, 'summary.total'),
    say(lang, 'summary.high'),
  ];
  const placeColumns = counties > 1 ? 2 : 1;
  const sheet = book.file.addSheet({
    name: sheetName(say(lang, 'sheet.summary'), book.names),
    widths: [
      ...Array.from({ length: placeColumns }, (_, index) =>
        widest(places.map((names) => names[index] ?? '')),
      ),
      ...rules.map(() => RULE_WIDTH),
      9,
      9,
    ],
    frozen: { rows: 1, columns: placeColumns },
    landscape: true,
    footer: say(lang, 'print.page'),
  });
  await sheet.row(
    header.map((title) => cell(title, styles.header)),
    { height: Math.max(...titles.map((title) => heightOf(title, RULE_WIDTH - 1))) },
  );
  const isChecked = ({ status }: RuleOutcome): boolean => status === 'flagged' || status === 'clean';
  const line = (
    names: readonly string[],
    counts: readonly TownshipCount[],
    isTotal: boolean,
  ): Promise<void> => {
    const sum = (of: (count: TownshipCount) => number): number =>
      counts.reduce((total, count) => total + of(count), 0);
    const style = isTotal ? styles.total : styles.count;
    return sheet.row([
      ...names.map((name) => cell(name, isTotal ? styles.totalLabel : styles.text)),
      ...rules.map((rule) =>
        isChecked(rule)
          ? cell(
              sum(({ byRule }) => byRule.get(rule.header.id) ?? 0),
              style,
            )
          : cell('—', styles.centred),
      ),
      cell(
        sum(({ total }) => total),
        styles.total,
      ),
      cell(
        sum(({ high }) => high),
        style,
      ),
    ]);
  };
  for (const [index, count] of townships.entries()) await line(places[index] ?? [], [count], false);
  await line([say(lang, 'summary.total'), ...(counties > 1 ? [''] : [])], townships, true);
  // The totals stay below whatever is filtered.
  sheet.filter(1, header.length, townships.length + 1);
  await sheet.close();
}

const RULE_WIDTH = 12;

const widest = (texts: readonly string[]): number =>
  Math.min(28, Math.max(10, ...texts.map((text) => displayWidth(text, { ambiguous: 2 }) + 2)));
