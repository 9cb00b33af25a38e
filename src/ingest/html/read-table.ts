import type { HechaError } from '../../errors.js';
import { damaged, overLimit, type PartPlace } from '../failure.js';
import { MAX_COLUMN, MAX_ROW } from '../limits.js';
import { createRowCells, filledCells, putCell } from '../workbook/row-cells.js';
import type { MergedRange, OnRow, SheetRead } from '../workbook/workbook.js';
import { createCoveredColumns } from './covered-columns.js';
import { CELL_ATTRIBUTES, createCellAttributes, htmlCell, noteAttribute } from './html-cell.js';
import { type MarkupSource, markupPieces, pieceText } from './markup-pieces.js';
import type { PageTable } from './page-tables.js';
import { createShownText } from './shown-text.js';
import { walkPage } from './walk-page.js';

/** More merged ranges than any sheet that people make has; they are held in memory. */
const MAX_MERGES = 1_000_000;

interface TableToRead {
  readonly source: MarkupSource;
  readonly table: PageTable;
  readonly where: PartPlace;
  readonly maxTextBytes: number;
}

/**
 * Streams the rows of a table. Cells lie as the HTML standard forms tables (4.9.12): each in the first column that no cell above reaches
 * down into, and no span reaches past the end of its `<thead>`, `<tbody>` or `<tfoot>`.
 * @throws HechaError HC3008 past XFD1048576 or for a text that is too long, HC3003 when the file is no longer what it was.
 */
export async function readTable(to: TableToRead, onRow: OnRow): Promise<SheetRead> {
  const { source, table, where, maxTextBytes } = to;
  const target = createRowCells();
  const covered = createCoveredColumns();
  const shown = createShownText();
  const merges: Mutable<MergedRange>[] = [];
  /** Those of `merges` that may reach beyond the section that is open. */
  let reaching: Mutable<MergedRange>[] = [];
  let attributes = createCellAttributes();
  let rows = 0;
  let emptyRows = 0;
  let inTable = false;
  let inCell = false;
  let ended = false;
  let stoppedEarly = false;

  const tooMuch = (limit: string): HechaError =>
    overLimit(where, limit, `R${target.row}C${target.column + 1}`);

  const endSection = (): void => {
    for (const merge of reaching) merge.bottom = Math.min(merge.bottom, target.row);
    reaching = [];
    covered.clear();
  };

  const merge = (colspan: number, rowspan: number): void => {
    if (merges.length >= MAX_MERGES) throw tooMuch(`colspan, rowspan ≤ ${MAX_MERGES}`);
    const range = {
      top: target.row,
      bottom: Math.min(target.row + rowspan - 1, MAX_ROW),
      left: target.column,
      right: Math.min(target.column + colspan, MAX_COLUMN) - 1,
    };
    merges.push(range);
    if (rowspan === 1) return;
    reaching.push(range);
    covered.cover(target.column, colspan, range.bottom);
  };

  const checkLength = (): void => {
    if (shown.length > maxTextBytes) throw tooMuch(`cell_bytes ≤ ${maxTextBytes} B`);
  };

  const walk = walkPage({
    openTable() {
      inTable = true;
    },
    closeTable() {
      endSection();
      ended = true;
      walk.stop();
    },
    section: endSection,
    openRow() {
      target.row++;
      target.width = 0;
      target.column = -1;
      attributes = createCellAttributes();
      if (target.row > MAX_ROW) throw overLimit(where, `≤ R${MAX_ROW}`, `R${target.row}`);
    },
    closeRow() {
      if (target.width === 0) emptyRows++;
      else rows++;
      if (onRow(target.row, filledCells(target)) !== false) return;
      stoppedEarly = true;
      walk.stop();
    },
    openCell() {
      target.column = covered.freeFrom(target.column + attributes.colspan, target.row);
      if (target.column >= MAX_COLUMN) throw tooMuch(`≤ C${MAX_COLUMN}`);
      attributes = createCellAttributes();
      shown.take();
      inCell = true;
    },
    attributes: CELL_ATTRIBUTES,
    attribute(name, value) {
      noteAttribute(attributes, name, value);
    },
    closeCell() {
      inCell = false;
      const { colspan, rowspan } = attributes;
      const text = shown.take();
      if (3 * text.length > maxTextBytes && Buffer.byteLength(text) > maxTextBytes) {
        throw tooMuch(`cell_bytes ≤ ${maxTextBytes} B`);
      }
      const value = htmlCell(text, attributes);
      if (value !== undefined) putCell(target, target.column, value);
      if (colspan > 1 || rowspan > 1) merge(colspan, rowspan);
    },
    openCaption() {},
    closeCaption() {},
    text(raw) {
      if (!inCell) return;
      shown.add(raw);
      checkLength();
    },
    lineBreak(forced) {
      if (!inCell) return;
      shown.lineBreak(forced);
      checkLength();
    },
    comment() {},
  });

  let skip = table.skip;
  for await (const piece of markupPieces(source, table.at)) {
    walk.write(pieceText(piece, source).slice(skip));
    skip = 0;
    if (!inTable) throw damaged(where, '<table>');
    if (ended || stoppedEarly) break;
  }
  if (!ended && !stoppedEarly) walk.end();
  // One that was cut to a single cell is none.
  const ranges = merges.filter(({ top, bottom, left, right }) => bottom > top || right > left);
  return { rows, emptyRows, declaredRows: undefined, merges: stoppedEarly ? [] : ranges };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
