import type { DataValidation, Style } from 'exceljs';
import type { Bilingual } from '../../bilingual.js';
import { verdictWords } from '../../findings/verdicts.js';
import {
  type AnswerColumn,
  answerColumns,
  deskColumns,
  keyColumns,
  shownColumns,
} from '../../findings/worklist-columns.js';
import type { Family } from '../../rules/header.js';
import { labelOf, say, statusLabel } from '../messages.js';
import { type Cell, cell } from '../workbook/cell.js';
import { sheetName } from '../workbook/sheet-name.js';
import { severityStyles, styles } from '../workbook/style.js';
import { type Book, heightOf } from '../workbook/table.js';
import { entryRule } from './choices.js';
import { evidenceText } from './evidence-text.js';
import { formStyles } from './style.js';
import type { Task, Worklist } from './worklist.js';

interface Column {
  readonly title: Bilingual;
  readonly width: number;
  readonly style: Partial<Style>;
  readonly answer?: AnswerColumn;
  readonly isHidden?: boolean;
  value(task: Task, number: number): Cell['value'];
  /** Where it differs from row to row. */
  styleOf?(task: Task): Partial<Style>;
}

/** Rows of the heading: the band that says whose columns are whose, and the titles. */
const HEADING_ROWS = 2;
/** Kept in sight while the sheet is scrolled to the right: number, status, severity, rule … name. */
const FROZEN_COLUMNS = 1;
const EMPTY = (): null => null;

function columnsOf({ lang, rules, runId }: Worklist): Column[] {
  const plain = (
    title: Bilingual,
    width: number,
    value: (task: Task, number: number) => Cell['value'],
    style: Partial<Style> = formStyles.text,
  ): Column => ({ title, width, style, value });
  const key = (title: Bilingual, value: (task: Task) => string): Column => ({
    title,
    width: 14,
    style: styles.text,
    isHidden: true,
    value,
  });
  const answer = (column: AnswerColumn, width: number): Column => ({
    title: answerColumns[column],
    width,
    style: column === 'on' || column === 'completed_on' ? formStyles.answerDay : formStyles.answer,
    answer: column,
    value: EMPTY,
  });
  return [
    plain(shownColumns.number, 5, (_, number) => number, formStyles.number),
    plain(shownColumns.status, 7, (task) => statusText(task, lang), formStyles.centred),
    {
      ...plain(shownColumns.severity, 7, ({ finding }) => labelOf(lang, 'severity', finding.severity)),
      styleOf: ({ finding }) => severityStyles[finding.severity],
    },
    plain(shownColumns.rule, 12, ({ finding }) => {
      const title = rules.get(finding.rule_id)?.title[lang] ?? '';
      return `${finding.rule_id} ${title}`.trim();
    }),
    plain(shownColumns.clause, 7, ({ finding }) => finding.clause, formStyles.centred),
    plain(shownColumns.village, 7, ({ finding }) => finding.village),
    plain(shownColumns.household, 15.5, ({ finding }) => finding.household_no),
    plain(shownColumns.name, 8, ({ finding }) => finding.subject_name),
    plain(shownColumns.id_number, 19.5, ({ finding }) => finding.id_number),
    plain(shownColumns.message, 24, ({ finding }) => finding.message),
    plain(shownColumns.verify, 22, ({ finding }) => rules.get(finding.rule_id)?.verify[lang] ?? ''),
    plain(shownColumns.evidence, 24, ({ finding }) =>
      evidenceText(finding, rules.get(finding.rule_id), lang),
    ),
    key(keyColumns.finding_id, ({ finding }) => finding.finding_id),
    key(keyColumns.fingerprint, ({ fingerprint }) => fingerprint),
    key(keyColumns.run_id, () => runId),
    answer('verdict', 8.5),
    answer('reason', 10),
    answer('action', 8.5),
    answer('note', 14),
    answer('completed_on', 10.5),
    answer('by', 8),
    answer('on', 10.5),
    answer('attachment', 9.5),
    plain(deskColumns.sources, 34, ({ finding }) => finding.sources),
  ];
}

/** `有变化（曾核实：不属实）`, `持续（已核实：属实）` */
function statusText({ finding, verdict }: Task, lang: Worklist['lang']): string {
  const code = finding.status.split(':')[0] ?? '';
  if (verdict === undefined || finding.status !== code) return statusLabel(lang, finding.status);
  const said = verdictWords[verdict].word[lang];
  if (code === 'changed') return say(lang, 'status.changed-since', { verdict: said });
  return say(lang, 'worklist.status-verified', { status: labelOf(lang, 'status', code), verdict: said });
}

/** Writes the sheet of one family: a row a finding, with the cells to fill in, which alone are free. */
export async function writeTaskSheet(
  book: Book,
  worklist: Worklist,
  { family, tasks }: { family: Family | string; tasks: readonly Task[] },
): Promise<void> {
  const { lang } = worklist;
  const columns = columnsOf(worklist);
  const name = sheetName(labelOf(lang, 'family', family), book.names);
  const last = HEADING_ROWS + tasks.length;
  const firstAnswer = columns.findIndex(({ answer }) => answer !== undefined);
  const lastAnswer = columns.findLastIndex(({ answer }) => answer !== undefined);
  const sheet = book.file.addSheet({
    name,
    widths: columns.map(({ width }) => width),
    frozen: { rows: HEADING_ROWS, columns: FROZEN_COLUMNS },
    landscape: true,
    footer: say(lang, 'print.page'),
    form: {
      hiddenColumns: columns.flatMap(({ isHidden }, index) => (isHidden ? [index + 1] : [])),
      entries: entriesOf(columns, { lang, last }),
      lacking: lackingOf(columns, { lang, last }),
      printed: `A$1:${letters(lastAnswer)}$${last}`,
      heading: headingOf(worklist, labelOf(lang, 'family', family)),
    },
  });
  await sheet.row(bandOf(columns, { worklist, family, count: tasks.length, firstAnswer }), {
    height: 22,
    mergeTo: lastAnswer + 1,
  });
  await sheet.row(
    columns.map(({ title, answer }) => cell(title[lang], answer ? formStyles.answerHeader : styles.header)),
    { height: Math.max(...columns.map(({ title, width }) => heightOf(title[lang], width - 3))) },
  );
  for (const [index, task] of tasks.entries()) {
    const cells = columns.map((column) => {
      const style = column.styleOf?.(task) ?? column.style;
      return cell(column.value(task, index + 1), style);
    });
    await sheet.row(cells, { height: rowHeight(cells, columns) });
  }
  sheet.filter(HEADING_ROWS, lastAnswer + 1, last);
  await sheet.close();
}

/** The first row: whose the sheet is, and over the yellow columns that they are to be filled in. */
function bandOf(
  columns: readonly Column[],
  sheet: { worklist: Worklist; family: string; count: number; firstAnswer: number },
): Cell[] {
  const { worklist, family, count, firstAnswer } = sheet;
  const { lang } = worklist;
  const text = say(lang, 'worklist.band-shown', { family: labelOf(lang, 'family', family), count });
  return columns
    .slice(0, firstAnswer + 1)
    .map((_, index) =>
      index === firstAnswer
        ? cell(say(lang, 'worklist.band-answer'), formStyles.answerBand)
        : cell(index === 0 ? text : null, formStyles.band),
    );
}

/** Letters of Excel's codes in a name would be taken for codes: `&` is doubled. */
function headingOf({ lang, county, area }: Worklist, family: string): string {
  const text = say(lang, 'worklist.heading', { county, area, family }).trim();
  return `&C&"微软雅黑,Bold"&14${text.replaceAll('&', '&&')}`;
}

function entriesOf(
  columns: readonly Column[],
  { lang, last }: { lang: Worklist['lang']; last: number },
): Record<string, DataValidation> {
  const entries: Record<string, DataValidation> = {};
  for (const [index, { answer }] of columns.entries()) {
    const rule = answer && entryRule(answer, lang);
    const letter = letters(index);
    if (rule) entries[`${letter}${HEADING_ROWS + 1}:${letter}${Math.max(last, HEADING_ROWS + 1)}`] = rule;
  }
  return entries;
}

/** What feedback would refuse turns red while it is filled in: answers without a verdict or a day, and a refutation without a reason. */
function lackingOf(
  columns: readonly Column[],
  { lang, last }: { lang: Worklist['lang']; last: number },
): Record<string, string> {
  const first = HEADING_ROWS + 1;
  const letter = (wanted: AnswerColumn): string =>
    letters(columns.findIndex(({ answer }) => answer === wanted));
  const all = (column: AnswerColumn): string =>
    `${letter(column)}${first}:${letter(column)}${Math.max(last, first)}`;
  const cell = (column: AnswerColumn): string => `$${letter(column)}${first}`;
  const others = `${cell('reason')}:${cell('attachment')}`;
  const refuted = verdictWords.refuted.word[lang];
  return {
    [all('verdict')]: `AND(${cell('verdict')}="",COUNTA(${others})>0)`,
    [all('reason')]: `AND(${cell('verdict')}="${refuted}",${cell('reason')}="")`,
    [all('on')]: `AND(${cell('verdict')}<>"",${cell('on')}="")`,
  };
}

/** The letter of a column, from 0; there are fewer than 26. */
const letters = (index: number): string => String.fromCharCode(65 + index);

/** What Excel allows, and what leaves room to write by hand on paper. */
const [LEAST, MOST] = [36, 409];

/** Points that the texts of a row need where they are shown; what is behind the printed columns may be cut off. */
function rowHeight(cells: readonly Cell[], columns: readonly Column[]): number {
  let height = LEAST;
  cells.forEach(({ value }, index) => {
    const { width = 0, isHidden, title } = columns[index] ?? {};
    if (typeof value === 'string' && !isHidden && title !== deskColumns.sources)
      height = Math.max(height, heightOf(value, width));
  });
  return Math.min(MOST, height);
}
