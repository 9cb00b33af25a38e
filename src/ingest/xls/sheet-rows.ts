import { damaged } from '../failure.js';
import type { RawCells } from '../raw.js';
import { type StringStore, storedText } from '../workbook/string-store.js';
import type { OnRow, SheetRead } from '../workbook/workbook.js';
import { type CellContext, createCellRecords, type PutCell } from './cell-records.js';
import { WORKSHEET } from './record-types.js';
import { type Substream, scanSubstream } from './records.js';
import { MOST_ROWS, type SheetSurvey } from './sheet-survey.js';

export interface SheetSource {
  readonly sheet: Substream;
  readonly survey: SheetSurvey;
  /** `undefined` when the workbook has no shared strings. */
  readonly strings: StringStore | undefined;
}

/** Cells of a row by column; a shared string is there by its number, which costs little as long as the row has to wait. */
type WaitingCells = (string | number | undefined)[];

/**
 * Streams the rows of a sheet from the first to the last: each as soon as the next one begins, or, where the cells are not in the order of rows, when all have
 * been read. Throws HC3003 for damage and for two values in one place.
 */
export async function readRows(source: SheetSource, context: CellContext, onRow: OnRow): Promise<SheetRead> {
  const { sheet, strings } = source;
  const { where } = sheet;
  const { isThere, isOrdered, declaredRows, merges } = source.survey;
  const waiting = new Array<WaitingCells | undefined>(MOST_ROWS);
  const given: (string | undefined)[] = [];
  let next = 0;
  let rows = 0;
  let emptyRows = 0;
  let goesOn = true;

  const resolved = (cells: WaitingCells, row: number): RawCells => {
    given.length = 0;
    for (const [column, cell] of cells.entries()) {
      const value = typeof cell === 'number' ? strings && storedText(strings, cell) : cell;
      if (cell !== undefined && value === undefined)
        throw damaged(where, `R${row + 1}C${column + 1}: sharedStrings`);
      given.push(value === '' ? undefined : value);
    }
    while (given.length > 0 && given[given.length - 1] === undefined) given.length--;
    return given;
  };
  /** Gives the rows that are there, from `next` up to `end`. */
  const giveUpTo = (end: number): void => {
    for (; next < end && goesOn; next++) {
      if (isThere[next] === 0) continue;
      const cells = resolved(waiting[next] ?? [], next);
      waiting[next] = undefined;
      if (cells.length === 0) emptyRows++;
      else rows++;
      goesOn = onRow(next + 1, cells) !== false;
    }
  };
  const put: PutCell = (row, column, value) => {
    if (isOrdered && row > next) giveUpTo(row);
    waiting[row] ??= [];
    const cells = waiting[row];
    while (cells.length <= column) cells.push(undefined);
    if (cells[column] !== undefined) throw damaged(where, `2 × R${row + 1}C${column + 1}`);
    cells[column] = value;
  };

  const records = createCellRecords(context, where, put);
  await scanSubstream(sheet, WORKSHEET, (record) => {
    records.take(record);
    return goesOn;
  });
  if (goesOn) {
    records.finish();
    giveUpTo(MOST_ROWS);
  }
  // When the reading was stopped, nobody knows of what is below.
  return { rows, emptyRows, declaredRows, merges: goesOn ? merges : [] };
}
