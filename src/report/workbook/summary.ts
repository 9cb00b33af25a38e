import type { ConditionalFormattingOptions } from 'exceljs';
import type { Family } from '../../rules/header.js';
import { displayWidth } from '../display-width.js';
import { say } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { countByTownship, type TownshipCount } from '../township-counts.js';
import { cell } from './cell.js';
import { READABLE_WIDTH } from './file.js';
import type { SheetPlan } from './plan.js';
import { letters } from './row-xml.js';
import { styles } from './style.js';
import { type Book, backNote, heightOf, writeNote } from './table.js';

/** The sheet that counts a family's findings by township and rule, with totals; a rule that was not run says so instead of 0. */
export async function writeSummary(
  book: Book,
  {
    model,
    family,
    rules,
    plan,
  }: { model: ReportModel; family: Family; rules: readonly RuleOutcome[]; plan: SheetPlan },
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
    ({ header, status }) => header.title[lang] + (status === 'not-run' ? say(lang, 'summary.not-run') : ''),
  );
  const header = [
    ...(counties > 1 ? [say(lang, 'column.county')] : []),
    say(lang, 'column.township'),
    ...titles,
    say(lang, 'summary.total'),
    say(lang, 'summary.high'),
  ];
  const placeColumns = counties > 1 ? 2 : 1;
  const placeWidths = Array.from({ length: placeColumns }, (_, index) =>
    widest(places.map((names) => names[index] ?? '')),
  );
  const room = placeWidths.reduce((left, width) => left - width, READABLE_WIDTH - 2 * TOTAL_WIDTH);
  // Chinese can be broken anywhere, and then all rules fit on one page across.
  const ruleWidth = Math.min(WIDEST, Math.max(lang === 'zh' ? 9 : WIDEST, Math.floor(room / rules.length)));
  const widths = [...placeWidths, ...rules.map(() => ruleWidth), TOTAL_WIDTH, TOTAL_WIDTH];
  const first = HEADING_ROWS + 1;
  const last = `${letters(placeColumns + rules.length - 1)}${HEADING_ROWS + townships.length}`;
  const sheet = book.file.addSheet({
    name: plan.summary,
    widths,
    frozen: { rows: HEADING_ROWS, columns: placeColumns },
    marks: townships.length === 0 ? [] : shades(`${letters(placeColumns)}${first}:${last}`),
    landscape: true,
    footer: say(lang, 'print.page'),
  });
  await writeNote(sheet, backNote(book, say(lang, 'note.summary')), { widths, from: placeColumns });
  // Not every program wraps the text of a link, so the links have a row of their own.
  await sheet.row(
    header.map((_, index) => {
      const id = rules[index - placeColumns]?.header.id ?? '';
      const to = plan.rules.get(id);
      return cell(id, to === undefined ? styles.header : styles.headerLink, to);
    }),
    { height: 20 },
  );
  await sheet.row(
    header.map((title) => cell(title, styles.header)),
    { height: Math.max(...titles.map((title) => heightOf(title, ruleWidth - 1))) },
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
    const cells = [
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
    ];
    return sheet.row(cells, { height: 20 });
  };
  for (const [index, count] of townships.entries()) await line(places[index] ?? [], [count], false);
  await line([say(lang, 'summary.total'), ...(counties > 1 ? [''] : [])], townships, true);
  // The totals stay below whatever is filtered.
  sheet.filter(HEADING_ROWS, header.length, townships.length + HEADING_ROWS);
  await sheet.close();
}

/** Of a rule's column. */
const WIDEST = 12;
const TOTAL_WIDTH = 9;
/** How to read it, the rules' ids, and the titles. */
const HEADING_ROWS = 3;

/** The more findings, the darker; what few townships have beyond all others does not make the rest pale. */
const shades = (ref: string): ConditionalFormattingOptions[] => [
  {
    ref,
    rules: [
      {
        type: 'cellIs',
        operator: 'equal',
        formulae: [0],
        priority: 1,
        style: { font: { color: { argb: 'FFA6A6A6' } } },
      },
      {
        type: 'colorScale',
        priority: 2,
        cfvo: [
          { type: 'num', value: 0 },
          { type: 'percentile', value: 95 },
        ],
        color: [{ argb: 'FFFFFFFF' }, { argb: 'FFF4B183' }],
      },
    ],
  },
];

const widest = (texts: readonly string[]): number =>
  Math.min(28, Math.max(10, ...texts.map((text) => displayWidth(text, { ambiguous: 2 }) + 2)));
