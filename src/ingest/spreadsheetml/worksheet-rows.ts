import type { HechaError } from '../../errors.js';
import { damaged, overLimit } from '../failure.js';
import { createCoveredColumns } from '../html/covered-columns.js';
import { MAX_COLUMN, MAX_ROW } from '../limits.js';
import { createRowCells, filledCells, putCell } from '../workbook/row-cells.js';
import type { MergedRange, OnRow, SheetRead } from '../workbook/workbook.js';
import { type PartSource, requireRoot, scanPart } from '../xlsx/part.js';
import { nameHash } from '../xlsx/xml-bytes.js';
import type { XmlScanner } from '../xlsx/xml-scanner.js';
import { CLOSE, END, MORE, OPEN, TEXT } from '../xlsx/xml-tokens.js';
import { createCellStyles } from './cell-styles.js';
import { dataValue } from './data-value.js';
import { attributeHash, attributeNumber } from './xml-attributes.js';

const WORKSHEET = nameHash('Worksheet');
const TABLE = nameHash('Table');
const COLUMN = nameHash('Column');
const ROW = nameHash('Row');
const CELL = nameHash('Cell');
const DATA = nameHash('Data');
const PHONETIC = nameHash('PhoneticText');
const EXPANDED_ROWS = nameHash('ExpandedRowCount');
const INDEX = nameHash('Index');
const SPAN = nameHash('Span');
const ACROSS = nameHash('MergeAcross');
const DOWN = nameHash('MergeDown');
const TYPE = nameHash('Type');

/** Depths of `Worksheet/Table/Row/Cell/Data`. */
const AT_SHEET = 1;
const AT_TABLE = 2;
const AT_ROW = 3;
const AT_CELL = 4;
const AT_DATA = 5;

/** More merged ranges than any sheet that people make has; they are held in memory. */
const MAX_MERGES = 1_000_000;

export interface WorksheetContext {
  /** For each style, how it shows a number. */
  readonly formats: ReadonlyMap<string, number>;
  readonly date1904: boolean;
  readonly maxTextBytes: number;
}

/**
 * Streams the rows of a worksheet, whose tag is the first of the source (XML Spreadsheet Reference, Excel 2002). Throws HC3003 for malformed XML and for what
 * cannot be one sheet (rows or cells that do not go forward, a value within a merged range), HC3008 past XFD1048576.
 */
export async function worksheetRows(
  source: PartSource,
  { formats, date1904, maxTextBytes }: WorksheetContext,
  onRow: OnRow,
): Promise<SheetRead> {
  const { where } = source;
  const target = createRowCells();
  const covered = createCoveredColumns();
  const styles = createCellStyles(formats);
  const merges: MergedRange[] = [];
  let declaredRows: number | undefined;
  let rows = 0;
  let emptyRows = 0;
  /** How many of the open elements, from the root, are on the way to a value. */
  let matched = 0;
  /** Last row that is taken, by the row before or by its span. */
  let lastRow = 0;
  let nextColumn = 0;
  /** Of the cell that is open. */
  let type: number | undefined;
  let text: string | undefined;
  let textBytes = 0;
  /** Depth of the phonetic text that is being passed over. */
  let phonetic = 0;

  const at = (): string => `R${target.row}C${target.column + 1}`;
  const broken = (): HechaError => damaged(where, at());

  /** A whole number from the attribute of that name, or that one without the attribute. */
  const numberOr = (scanner: XmlScanner, name: number, otherwise: number): number => {
    const number = attributeNumber(scanner, name) ?? otherwise;
    if (number < 0) throw broken();
    return number;
  };

  const openRow = (scanner: XmlScanner): void => {
    target.width = 0;
    target.column = -1;
    nextColumn = 0;
    target.row = numberOr(scanner, INDEX, lastRow + 1);
    if (target.row <= lastRow) throw damaged(where, `2 × R${target.row}`);
    lastRow = target.row + numberOr(scanner, SPAN, 0);
    if (target.row > MAX_ROW) throw overLimit(where, `≤ R${MAX_ROW}`, `R${target.row}`);
    styles.openRow(scanner);
  };

  const openCell = (scanner: XmlScanner): void => {
    target.column = numberOr(scanner, INDEX, nextColumn + 1) - 1;
    if (target.column < nextColumn) throw broken();
    if (target.column >= MAX_COLUMN) throw overLimit(where, `≤ C${MAX_COLUMN}`, at());
    const across = numberOr(scanner, ACROSS, 0);
    const down = numberOr(scanner, DOWN, 0);
    nextColumn = target.column + across + 1;
    type = undefined;
    text = undefined;
    textBytes = 0;
    styles.openCell(scanner);
    if (across > 0 || down > 0) merge(across, down);
  };

  const merge = (across: number, down: number): void => {
    if (merges.length >= MAX_MERGES) throw overLimit(where, `MergeAcross, MergeDown ≤ ${MAX_MERGES}`, at());
    const { row, column } = target;
    const bottom = Math.min(row + down, MAX_ROW);
    merges.push({ top: row, bottom, left: column, right: Math.min(column + across, MAX_COLUMN - 1) });
    below = down > 0 ? { column, width: across + 1, bottom } : undefined;
  };

  const takeText = (scanner: XmlScanner): void => {
    const piece = scanner.text();
    textBytes += scanner.textSpecial ? Buffer.byteLength(piece) : scanner.textEnd - scanner.textStart;
    if (textBytes > maxTextBytes) throw overLimit(where, `cell_bytes ≤ ${maxTextBytes} B`, at());
    text = text === undefined ? piece : text + piece;
  };

  const closeCell = (): void => {
    const { column } = target;
    const value =
      text === undefined ? undefined : dataValue(text, type ?? 0, styles.format(column), date1904);
    if (value !== undefined && value !== '') {
      // Excel refuses such a file: the cell was meant for another column.
      if (covered.freeFrom(column, target.row) !== column) throw broken();
      putCell(target, column, value);
    }
    if (below) covered.cover(below.column, below.width, below.bottom);
    below = undefined;
  };
  /** What the cell that is open takes of the rows below it. */
  let below: { readonly column: number; readonly width: number; readonly bottom: number } | undefined;

  /** Returns whether to go on. */
  const closeRow = (): boolean => {
    if (target.width === 0) emptyRows++;
    else rows++;
    return onRow(target.row, filledCells(target)) !== false;
  };

  const open = (scanner: XmlScanner): void => {
    const { depth, name } = scanner;
    if (matched === AT_DATA && name === PHONETIC && phonetic === 0) phonetic = depth;
    if (matched !== depth - 1) return;
    if (depth === AT_SHEET) requireRoot(scanner, WORKSHEET, where);
    else if (depth === AT_TABLE && name === TABLE) {
      declaredRows = attributeNumber(scanner, EXPANDED_ROWS);
      styles.openTable(scanner);
    } else if (depth === AT_ROW && name === ROW) openRow(scanner);
    else if (depth === AT_CELL && name === CELL) openCell(scanner);
    else if (depth === AT_DATA && name === DATA) {
      if (type !== undefined) throw broken();
      type = attributeHash(scanner, TYPE) ?? 0;
    } else {
      if (depth === AT_ROW && name === COLUMN) styles.column(scanner, where);
      return;
    }
    scanner.requireOwn();
    matched = depth;
  };

  let stopped = false;
  await scanPart(source, (scanner) => {
    for (;;) {
      const token = scanner.next();
      if (token === TEXT) {
        if (matched === AT_DATA && phonetic === 0) takeText(scanner);
      } else if (token === OPEN) open(scanner);
      else if (token === CLOSE) {
        if (phonetic === scanner.depth + 1) phonetic = 0;
        if (matched !== scanner.depth + 1) continue;
        if (matched === AT_CELL) closeCell();
        else if (matched === AT_ROW && !closeRow()) {
          stopped = true;
          return false;
        }
        matched--;
        // What follows is of other sheets.
        if (matched < AT_SHEET) return false;
      } else if (token === MORE || token === END) return true;
    }
  });
  return {
    rows,
    emptyRows,
    declaredRows: declaredRows === -1 ? undefined : declaredRows,
    merges: stopped ? [] : merges,
  };
}
