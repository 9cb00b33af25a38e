import { isClosed } from '../../findings/finding.js';
import type { FindingState } from '../../findings/state.js';
import { reasonWords, verdictWords } from '../../findings/verdicts.js';
import type { Family } from '../../rules/header.js';
import { say, type TextKey } from '../messages.js';
import type { ReportModel } from '../model.js';
import { cell } from './cell.js';
import { styles } from './style.js';
import { type Book, backNote, openTable } from './table.js';

const columns: readonly { key: TextKey; width?: number }[] = [
  { key: 'column.finding' },
  { key: 'column.rule' },
  { key: 'column.township' },
  { key: 'column.village' },
  { key: 'column.household' },
  { key: 'column.name' },
  { key: 'column.message', width: 46 },
  { key: 'column.verdict' },
  { key: 'column.verdict-reason' },
  { key: 'column.note', width: 34 },
  { key: 'column.verified-by' },
  { key: 'column.verified-on' },
];

/** By the record that they are of: it is long, and every workbook asks several times. */
const closed = new WeakMap<readonly FindingState[], readonly FindingState[]>();

/** A family's findings that a verdict closed. */
export function closedOf({ states }: ReportModel, family: Family): FindingState[] {
  const all = closed.get(states) ?? states.filter(({ status }) => isClosed(status));
  closed.set(states, all);
  return all.filter((state) => state.family === family);
}

/** The sheet of the findings that a verdict closed, each with its verdict; none where there are none. */
export async function writeClosed(
  book: Book,
  { model, family, planned }: { model: ReportModel; family: Family; planned?: string | undefined },
): Promise<void> {
  const { lang } = book;
  const states = closedOf(model, family);
  if (states.length === 0) return;
  const table = openTable(book, {
    name: say(lang, 'sheet.closed'),
    planned,
    notes: [backNote(book, say(lang, 'note.closed'))],
    columns: columns.map(({ key, ...rest }) => ({ title: say(lang, key), ...rest })),
  });
  for (const state of states.sort(byPlace)) {
    const { verdict } = state;
    const texts = [
      state.finding_id,
      state.rule_id,
      state.township,
      state.village,
      state.household_no,
      state.subject_name,
      state.message,
      verdict ? verdictWords[verdict.verdict].word[lang] : '',
      verdict?.reason ? reasonWords[verdict.reason].word[lang] : '',
      verdict?.note ?? '',
      verdict?.by ?? '',
      verdict?.on ?? '',
    ];
    await table.row(
      texts.map((text, index) => cell(text, columns[index]?.width ? styles.long : styles.text)),
    );
  }
  await table.close();
}

const keyOf = (state: FindingState): string =>
  JSON.stringify([state.rule_id, state.township, state.village, state.household_no, state.finding_id]);
const byPlace = (a: FindingState, b: FindingState): number => (keyOf(a) < keyOf(b) ? -1 : 1);
