import type { DataValidation } from 'exceljs';
import type { Lang } from '../../bilingual.js';
import { actionWords, reasonWords, verdictWords } from '../../findings/verdicts.js';
import type { AnswerColumn } from '../../findings/worklist-columns.js';
import { say } from '../messages.js';
import { cell } from '../workbook/cell.js';
import { sheetName } from '../workbook/sheet-name.js';
import { styles } from '../workbook/style.js';
import type { Book } from '../workbook/table.js';

/** The columns that offer words, and the words, in the order of the list. */
const offered = { verdict: verdictWords, reason: reasonWords, action: actionWords } as const;

const wordsOf = (column: keyof typeof offered, lang: Lang): string[] =>
  Object.values(offered[column]).map(({ word }) => word[lang]);

/** What a list written into its cells' rule may be long in Excel, quotation marks aside. */
const LIST_LENGTH = 255;

const fitsInRule = (words: readonly string[]): boolean =>
  words.join(',').length <= LIST_LENGTH && words.every((word) => !word.includes(','));

/** What may be entered in a column of answers; undefined where anything may. */
export function entryRule(column: AnswerColumn, lang: Lang): DataValidation | undefined {
  if (column === 'on' || column === 'completed_on') {
    return {
      type: 'date',
      operator: 'between',
      allowBlank: true,
      formulae: [new Date(Date.UTC(2013, 0, 1)), new Date(Date.UTC(2100, 11, 31))],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: say(lang, 'worklist.day-title'),
      error: say(lang, 'worklist.day'),
    };
  }
  if (!(column in offered)) return undefined;
  const offering = column as keyof typeof offered;
  const words = wordsOf(offering, lang);
  const hint = say(lang, 'worklist.pick');
  return {
    type: 'list',
    allowBlank: true,
    formulae: [fitsInRule(words) ? `"${words.join(',')}"` : listRange(offering, words, lang)],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: say(lang, 'worklist.pick-title'),
    error: hint,
    ...(column === 'reason' && { showInputMessage: true, prompt: say(lang, 'worklist.pick-reason') }),
  };
}

/** Where on the hidden sheet the words of a column stand. */
function listRange(column: keyof typeof offered, words: readonly string[], lang: Lang): string {
  const letter = 'ABC'[Object.keys(offered).indexOf(column)];
  return `'${say(lang, 'worklist.options')}'!$${letter}$1:$${letter}$${words.length}`;
}

/**
 * Writes the hidden sheet of the words that are too many for a cell's own rule. Lists that fit are written into the rule, for they stay when a
 * sheet is copied into another workbook.
 */
export async function writeChoices(book: Book): Promise<void> {
  const columns = (Object.keys(offered) as (keyof typeof offered)[]).map((column) =>
    wordsOf(column, book.lang),
  );
  if (columns.every(fitsInRule)) return;
  const sheet = book.file.addSheet({
    name: sheetName(say(book.lang, 'worklist.options'), book.names),
    widths: columns.map(() => 24),
    landscape: false,
    footer: '',
    hidden: true,
  });
  const most = Math.max(...columns.map(({ length }) => length));
  for (let row = 0; row < most; row += 1)
    await sheet.row(columns.map((words) => cell(words[row] ?? '', styles.text)));
  await sheet.close();
}
