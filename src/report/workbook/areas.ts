import { areaRow, areaTitles } from '../area-table.js';
import { say } from '../messages.js';
import type { AreaComparison, ReportModel } from '../model.js';
import { cell } from './cell.js';
import { severityStyles, styles } from './style.js';
import { type Book, backNote, openTable } from './table.js';

/** Level, county, township, village and year: what stays in sight when the table is scrolled. */
const PLACE_COLUMNS = 4;

/** The sheet that holds the two datasets against each other, one row an area, whether it was flagged or not. */
export async function writeAreas(
  book: Book,
  model: ReportModel,
  { areas, planned }: { areas: readonly AreaComparison[]; planned?: string | undefined },
): Promise<void> {
  const table = openTable(book, {
    name: say(book.lang, 'sheet.areas'),
    planned,
    notes: [backNote(book, say(book.lang, 'note.areas'))],
    columns: areaTitles(model).map((title) => ({ title })),
    frozenColumns: PLACE_COLUMNS,
  });
  const exceeds = say(book.lang, 'area.exceeds-yes');
  const within = say(book.lang, 'area.exceeds-no');
  for (const area of areas) {
    await table.row(
      areaRow(model, area).map((value) => {
        if (value === exceeds) return cell(value, severityStyles.medium);
        if (value === within) return cell(value, styles.centred);
        return cell(value, typeof value === 'number' ? styles.number : styles.text);
      }),
    );
  }
  await table.close();
}
