import type { Style } from 'exceljs';
import type { EvidenceValue, Finding } from '../../findings/finding.js';
import { shownValue } from '../../rules/message.js';
import { labelOf, say, statusLabel } from '../messages.js';
import type { RuleOutcome } from '../model.js';
import { type Cell, cell } from './cell.js';
import { severityStyles, statusStyleOf, styles } from './style.js';
import { type Book, backNote, linesOf, openTable, type Table, type TableColumn } from './table.js';

interface RuleColumn extends TableColumn {
  cell(finding: Finding): Cell;
}

/**
 * Opens the sheet of one rule: above when it flags and what to verify; then who and where, what was found, the rule's own evidence
 * columns, and where from.
 */
export function openRuleSheet(
  book: Book,
  rule: RuleOutcome,
  { planned, isFirstRun }: { planned?: string | undefined; isFirstRun: boolean },
): Table & { add(finding: Finding): Promise<void> } {
  const { lang } = book;
  const { header } = rule;
  const columns = ruleColumns(book, rule, isFirstRun);
  const clauses = header.clause.join(say(lang, 'list-separator'));
  const table = openTable(book, {
    name: ruleSheetName(rule, lang),
    planned,
    columns,
    notes: [
      backNote(book, say(lang, 'note.predicate', { predicate: header.predicate[lang], clauses })),
      {
        first: cell(say(lang, 'note.findings', { count: rule.findings }), styles.noteLabel),
        text: say(lang, 'note.verify', { verify: header.verify[lang] }),
      },
    ],
    frozenColumns: 1,
  });
  return { ...table, add: (finding) => table.row(columns.map((column) => column.cell(finding))) };
}

/** What the sheet of a rule is called, before it is made to fit. */
export const ruleSheetName = ({ header }: RuleOutcome, lang: Book['lang']): string =>
  `${header.id} ${header.title[lang]}`;

function ruleColumns({ lang }: Book, rule: RuleOutcome, isFirstRun: boolean): RuleColumn[] {
  const { header } = rule;
  const isArea = ['area', 'village', 'township'].includes(header.subject);
  const text = (title: string, value: (finding: Finding) => string): RuleColumn => ({
    title,
    cell: (finding) => cell(value(finding), styles.text),
  });
  const long = (title: string, width: number, value: (finding: Finding) => string): RuleColumn => ({
    title,
    width,
    cell: (finding) => cell(value(finding), styles.long),
  });
  const nameTitle = isArea
    ? 'column.subject'
    : header.subject === 'household'
      ? 'column.household-name'
      : 'column.name';
  return [
    text(say(lang, 'column.finding'), (finding) => finding.finding_id),
    {
      title: say(lang, 'column.severity'),
      cell: (finding) => cell(labelOf(lang, 'severity', finding.severity), severityStyles[finding.severity]),
    },
    {
      title: say(lang, 'column.status'),
      cell: (finding) => cell(statusLabel(lang, finding.status), statusStyleOf(finding.status, isFirstRun)),
    },
    text(say(lang, 'column.county'), (finding) => finding.county),
    text(say(lang, 'column.township'), (finding) => finding.township),
    text(say(lang, 'column.village'), (finding) => finding.village),
    ...(isArea ? [] : [text(say(lang, 'column.household'), (finding) => finding.household_no)]),
    text(say(lang, nameTitle), (finding) => finding.subject_name),
    ...(isArea ? [] : [text(say(lang, 'column.id'), (finding) => finding.id_number)]),
    long(say(lang, 'column.message'), 46, (finding) => finding.message),
    ...Object.keys(header.evidence).map((column) => evidenceColumn(rule, column, lang)),
    text(say(lang, 'column.confidence'), (finding) => labelOf(lang, 'confidence', finding.confidence)),
    text(say(lang, 'column.clause'), (finding) => finding.clause),
    sourcesColumn(lang),
  ];
}

/** Where it is from. A count of households has a row for each: the cell has them all, and the sheet shows the first of them. */
function sourcesColumn(lang: Book['lang']): RuleColumn {
  const [width, lines] = [34, 8];
  return {
    title: say(lang, 'column.sources'),
    width,
    lines,
    cell: ({ sources }) => cell(sources, linesOf(sources, width) > lines ? styles.longFromTop : styles.long),
  };
}

/** Labels of amounts: their numbers are shown with separators and cents. */
const IS_MONEY = /[（(]元[）)]|金额$|收入$|\(yuan\)|amount$|income$/i;

function evidenceColumn(rule: RuleOutcome, column: string, lang: Book['lang']): RuleColumn {
  const title = rule.header.evidence[column]?.[lang] ?? column;
  const numeric = IS_MONEY.test(title) ? styles.amount : styles.number;
  return {
    title,
    cell: (finding) => evidenceCell(rule, { column, value: finding.evidence[column] ?? null, lang, numeric }),
  };
}

function evidenceCell(
  rule: RuleOutcome,
  evidence: { column: string; value: EvidenceValue; lang: Book['lang']; numeric: Partial<Style> },
): Cell {
  const { column, value, lang, numeric } = evidence;
  if (typeof value === 'number') return cell(value, numeric);
  const date = typeof value === 'string' && !rule.header.evidence[column]?.codes ? dateOf(value) : undefined;
  if (date) return cell(date, styles.date);
  const shown = shownValue(rule.header, column, value, lang);
  const text = shown === null ? '' : String(shown);
  return cell(text, text.length > 16 ? styles.long : styles.text);
}

/** A day as the sheet's own date; undefined where it is none, or one before March 1900, which Excel counts wrongly. */
function dateOf(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-03-01') return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  // The 31st of a month of 30 days would become the first of the next.
  return date.getUTCDate() === Number(text.slice(8)) ? date : undefined;
}
