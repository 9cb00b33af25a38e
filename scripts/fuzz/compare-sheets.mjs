// Holds what hecha has read of a workbook against what an oracle says of it.
import { withoutNonCharacters } from './xml-reading.mjs';

/** Whether a cell is what the oracle says: a text, nothing, or whatever passes a test. */
function isSaid(given, said) {
  const shown = given == null ? undefined : withoutNonCharacters(given);
  return typeof said === 'function' ? said(shown) : shown === said;
}

const MOST_FAILURES = 3;

/**
 * All cells of all sheets.
 * @param given `{ name, rows }` (row number → cells by column) or `{ name, error }` for each sheet as hecha read it
 * @param said the same as an oracle reads it
 * @param format options: `names` whether names are compared, `emptyRows` whether rows without cells are
 */
export function compareSheets(given, said, { names = true, emptyRows = true } = {}) {
  const failures = [];
  let rows = 0;
  let cells = 0;
  const fail = (what) => {
    if (failures.length < MOST_FAILURES) failures.push(what);
  };
  given.forEach((sheet, index) => {
    if (sheet.error) return;
    const other = said[index];
    const place = `sheet ${index + 1}`;
    if (!other || other.error) {
      fail(other ? `${place} is read, but: ${other.error}` : `${place} is not in the file`);
      return;
    }
    if (names && other.name !== sheet.name) fail(`${place} has another name`);
    for (const [row, values] of sheet.rows) {
      const expected = other.rows.get(row);
      rows += 1;
      if (!expected) {
        if (emptyRows || values.some((value) => value !== undefined))
          fail(`${place} row ${row} is not in the file`);
        continue;
      }
      const width = Math.max(values.length, ...[...expected.keys()].map((column) => column + 1), 0);
      for (let column = 0; column < width; column += 1) {
        cells += 1;
        if (!isSaid(values[column], expected.get(column)))
          fail(`${place} R${row}C${column + 1} is not what the file says`);
      }
    }
    for (const [row, expected] of other.rows) {
      if (!sheet.rows.has(row) && (emptyRows || expected.size > 0)) fail(`${place} row ${row} is lost`);
    }
  });
  if (said.length > given.length) fail(`${said.length - given.length} sheets are lost`);
  return { failures, rows, cells };
}

/** The rows of a raw table against the sheet that they come from; a merged cell may have been given to the rows that it spans. */
export function compareTable({ rows, keep, headerRow }, sheet) {
  const failures = [];
  const fail = (what) => {
    if (failures.length < MOST_FAILURES) failures.push(what);
  };
  const isMerged = (row, column, given) =>
    sheet.merges.some(
      ([from, to]) =>
        from.column === column &&
        from.row < row &&
        row <= to.row &&
        isSaid(given, sheet.rows.get(from.row)?.get(column)),
    );
  let cells = 0;
  for (const { row, cells: values } of rows) {
    const expected = sheet.rows.get(row) ?? new Map();
    keep.forEach((column, position) => {
      cells += 1;
      const given = values[position];
      if (isSaid(given, expected.get(column))) return;
      if (expected.get(column) === undefined && isMerged(row, column, given)) return;
      fail(`raw row ${row} column ${column + 1} is not what the file says`);
    });
  }
  const loaded = new Set(rows.map(({ row }) => row));
  for (const [row, expected] of sheet.rows) {
    if (row > headerRow && expected.size > 0 && !loaded.has(row)) fail(`raw row ${row} is lost`);
  }
  return { failures, rows: rows.length, cells };
}
