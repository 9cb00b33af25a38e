import { actionWords, reasonWords, verdictWords } from '../../findings/verdicts.js';
import { labelOf, say, type TextKey } from '../messages.js';
import { cell } from '../workbook/cell.js';
import type { SheetWriter } from '../workbook/file.js';
import { section } from '../workbook/section.js';
import { sheetName } from '../workbook/sheet-name.js';
import { styles } from '../workbook/style.js';
import { type Book, heightOf } from '../workbook/table.js';
import type { Task, Worklist } from './worklist.js';

const WIDTHS = [28, 54, 14];
const WHOLE = WIDTHS.reduce((sum, width) => sum + width, 0);

/** The first sheet of a worklist: whose it is, how much there is, how to fill it in, and what the words of the lists mean. */
export async function writeWorklistCover(
  book: Book,
  worklist: Worklist,
  families: ReadonlyMap<string, readonly Task[]>,
): Promise<void> {
  const { lang, county, area } = worklist;
  const sheet = book.file.addSheet({
    name: sheetName(say(lang, 'sheet.cover'), book.names),
    widths: WIDTHS,
    landscape: false,
    footer: say(lang, 'print.page'),
  });
  const whole = { mergeTo: WIDTHS.length };
  const line = (text: string, style: (typeof styles)[keyof typeof styles], more = 0): Promise<void> =>
    sheet.row([cell(text, style)], { ...whole, height: heightOf(text, WHOLE) + more });
  const title = say(lang, 'worklist.title', { county, area }).trim();
  await sheet.row([cell(title, styles.title)], { ...whole, height: 40 });
  await line(say(lang, 'worklist.suspected'), styles.notice, 10);
  for (const [key, text] of facts(worklist)) {
    await sheet.row([cell(say(lang, key), styles.label), cell(text, styles.long)], {
      height: heightOf(text, WHOLE - (WIDTHS[0] ?? 0)),
      ...whole,
    });
  }
  await section(sheet, say(lang, 'worklist.families'));
  await writeFamilies(sheet, book, families);
  await section(sheet, say(lang, 'worklist.how'));
  for (const step of HOW) await line(say(lang, step), styles.plain, 4);
  await writeWords(sheet, book);
  await sheet.row([cell('', {})], { height: 24 });
  await line(say(lang, 'worklist.signed'), styles.plain, 8);
  await sheet.close();
}

const HOW: readonly TextKey[] = [
  'worklist.how-1',
  'worklist.how-2',
  'worklist.how-3',
  'worklist.how-4',
  'worklist.how-5',
];

function facts({ lang, county, area, asOf, runId, mask, tasks }: Worklist): [TextKey, string][] {
  const findings = tasks.map(({ finding }) => finding);
  const number = (of: (finding: Task['finding']) => boolean): number => findings.filter(of).length;
  const distinct = (of: (finding: Task['finding']) => string): number =>
    new Set(findings.map(of).filter(Boolean)).size;
  const statuses = new Map<string, number>();
  for (const { status } of findings) {
    const code = status.split(':')[0] ?? '';
    statuses.set(code, (statuses.get(code) ?? 0) + 1);
  }
  const bySeverity = { high: 0, medium: 0, low: 0 };
  for (const { severity } of findings) bySeverity[severity] += 1;
  return [
    ['cover.county', county],
    ['worklist.area', area],
    ['cover.as-of', asOf],
    ['worklist.count', say(lang, 'worklist.counts', { total: number(() => true), ...bySeverity })],
    [
      'worklist.by-status',
      ['new', 'changed', 'persisting', 'closed']
        .flatMap((code) => {
          const count = statuses.get(code);
          if (count === undefined) return [];
          return [say(lang, 'worklist.of-status', { status: labelOf(lang, 'status', code), count })];
        })
        .join(say(lang, 'list-separator')),
    ],
    [
      'worklist.households',
      say(lang, 'worklist.household-counts', {
        villages: distinct(({ village }) => village),
        households: distinct(({ household_no }) => household_no),
      }),
    ],
    ['cover.run', runId],
    ...(mask === 'none' ? [] : [['cover.masked', say(lang, `cover.masked-${mask}`)] as [TextKey, string]]),
  ];
}

async function writeFamilies(
  sheet: SheetWriter,
  { lang }: Book,
  families: ReadonlyMap<string, readonly Task[]>,
): Promise<void> {
  const header = [say(lang, 'worklist.family'), say(lang, 'worklist.about'), say(lang, 'column.count')];
  await sheet.row(header.map((title) => cell(title, styles.header)));
  for (const [family, tasks] of families) {
    const about = labelOf(lang, 'about', family);
    await sheet.row(
      [
        cell(labelOf(lang, 'family', family), styles.text),
        cell(about, styles.long),
        cell(tasks.length, styles.count),
      ],
      { height: heightOf(about, WIDTHS[1] ?? 0) },
    );
  }
}

async function writeWords(sheet: SheetWriter, { lang }: Book): Promise<void> {
  const lists = [
    ['worklist.verdicts', verdictWords],
    ['worklist.reasons', reasonWords],
    ['worklist.actions', actionWords],
  ] as const;
  for (const [title, words] of lists) {
    await section(sheet, say(lang, title));
    await sheet.row(
      [cell(say(lang, 'worklist.word'), styles.header), cell(say(lang, 'worklist.meaning'), styles.header)],
      { mergeTo: WIDTHS.length },
    );
    for (const { word, about } of Object.values(words)) {
      await sheet.row([cell(word[lang], styles.text), cell(about[lang], styles.long)], {
        height: heightOf(about[lang], WHOLE - (WIDTHS[0] ?? 0)),
        mergeTo: WIDTHS.length,
      });
    }
  }
}
