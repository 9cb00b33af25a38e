import type { Lang } from '../../bilingual.js';
import { displayWidth } from '../display-width.js';
import { say } from '../messages.js';
import { type Cell, cell } from './cell.js';
import { pagesAcross, type SheetWriter, type WorkbookFile } from './file.js';
import { sheetName } from './sheet-name.js';
import { styles } from './style.js';

/** A workbook that is being written: where its sheets go, and the names that they have. */
export interface Book {
  readonly file: WorkbookFile;
  readonly names: Set<string>;
  readonly lang: Lang;
  /** Name of the sheet that the others lead back to; none in workbooks without a cover. */
  readonly cover?: string;
  /** Rows that a sheet can hold, its header included: 1,048,576 in Excel. */
  readonly sheetRows: number;
}

export const EXCEL_ROWS = 1_048_576;

export interface TableColumn {
  readonly title: string;
  /** Fixed for texts that wrap; the others get what their contents need. */
  readonly width?: number;
  /** Lines of it that make a row high at most: what only few look up is not to push all else apart. */
  readonly lines?: number;
}

/** A row above the header that says how to read the table: a word or a link, and a text over the columns beside it. */
export interface NoteRow {
  readonly first: Cell;
  readonly text: string;
}

/** The note above a table that leads back to the cover. */
export const backNote = ({ lang, cover }: Book, text: string): NoteRow => ({
  first: cell(say(lang, 'sheet.back'), styles.back, cover),
  text,
});

/** A table on a sheet of its own, with a frozen header, filters and widths that fit; it goes on to a further sheet when one is full. */
export interface Table {
  row(cells: readonly Cell[]): Promise<void>;
  close(): Promise<void>;
}

/** Rows that are looked at to find the widths. */
const SAMPLE = 500;
const [NARROWEST, WIDEST] = [8, 32];

/** Opens a table; its sheet is made once the first rows are known. */
export function openTable(
  book: Book,
  {
    name,
    planned,
    columns,
    notes = [],
    frozenColumns = 0,
  }: {
    name: string;
    /** The name that was set aside for its first sheet. */
    planned?: string | undefined;
    columns: readonly TableColumn[];
    notes?: readonly NoteRow[];
    frozenColumns?: number;
  },
): Table {
  const sample: (readonly Cell[])[] = [];
  let widths: number[] | undefined;
  let sheet: SheetWriter | undefined;
  let rows = 0;
  let first = planned;
  const heading = notes.length + 1;

  const open = async (): Promise<SheetWriter> => {
    widths ??= columns.map((column, index) => widthOf(column, index, sample));
    const opened = book.file.addSheet({
      name: first ?? sheetName(name, book.names),
      widths,
      frozen: { rows: heading, columns: frozenColumns },
      landscape: true,
      footer: say(book.lang, 'print.page'),
    });
    first = undefined;
    for (const note of notes) await writeNote(opened, note, { widths, from: Math.max(1, frozenColumns) });
    await opened.row(
      columns.map((column) => cell(column.title, styles.header)),
      { height: headerHeight(columns, widths) },
    );
    rows = heading;
    return opened;
  };
  const closeSheet = async (): Promise<void> => {
    sheet?.filter(heading, columns.length, rows);
    await sheet?.close();
    sheet = undefined;
  };
  const write = async (cells: readonly Cell[]): Promise<void> => {
    if (rows >= book.sheetRows) await closeSheet();
    sheet ??= await open();
    const height = rowHeight(cells, columns, widths ?? []);
    await sheet.row(cells, height === undefined ? {} : { height });
    rows += 1;
  };
  const writeSample = async (): Promise<void> => {
    for (const cells of sample.splice(0)) await write(cells);
  };
  return {
    async row(cells) {
      if (widths) return await write(cells);
      sample.push(cells);
      if (sample.length < SAMPLE) return;
      widths = columns.map((column, index) => widthOf(column, index, sample));
      await writeSample();
    },
    async close() {
      sheet ??= sample.length === 0 && widths === undefined ? await open() : undefined;
      widths ??= columns.map((column, index) => widthOf(column, index, sample));
      await writeSample();
      await closeSheet();
    },
  };
}

/** The width that a note goes over: what a screen shows at once. */
const NOTE_WIDTH = 150;

/** Writes a note: its word in the first column, its text from column `from`, from 0, over as many as a screen and the first page show. */
export async function writeNote(
  sheet: SheetWriter,
  { first, text }: NoteRow,
  { widths, from }: { widths: readonly number[]; from: number },
): Promise<void> {
  const before = sumOf(widths.slice(0, from));
  const room = Math.min(NOTE_WIDTH, sumOf(widths) / pagesAcross(widths) - before);
  let to = from;
  let width = 0;
  while (to < widths.length && (to === from || width + (widths[to] ?? 0) <= room)) {
    width += widths[to] ?? 0;
    to += 1;
  }
  const blank = Array.from({ length: from - 1 }, () => cell('', styles.note));
  await sheet.row([first, ...blank, cell(text, styles.note)], {
    height: Math.max(NOTE_POINTS, heightOf(text, width)),
    ...(to > from + 1 && { mergeTo: to }),
  });
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

function widthOf(column: TableColumn, index: number, sample: readonly (readonly Cell[])[]): number {
  if (column.width !== undefined) return column.width;
  let widest = titleWidth(column.title);
  for (const word of column.title.match(/[!-~]+/g) ?? []) widest = Math.max(widest, word.length + 4);
  for (const cells of sample) widest = Math.max(widest, cellWidth(cells[index]) + 2);
  return Math.min(WIDEST, Math.max(NARROWEST, widest));
}

/** Titles wrap, the filter button stands beside them; one that would leave a lone bracket to the second line gets the room for it. */
function titleWidth(title: string): number {
  const whole = displayWidth(title, { ambiguous: 2 });
  const wrapped = Math.ceil(whole / 2) + 4;
  return whole + 2 - wrapped <= LONE ? Math.max(wrapped, whole + 2) : wrapped;
}

/** Columns of what a second line is not worth. */
const LONE = 5;

function cellWidth(shown: Cell | undefined): number {
  const value = shown?.value ?? '';
  if (value instanceof Date) return 10;
  if (typeof value === 'number') return value.toLocaleString('en-US').length + 3;
  return displayWidth(value, { ambiguous: 2 });
}

const LINE_POINTS = 16.5;
const NOTE_POINTS = 20;
/** Columns of text, in 10 points, to one unit of width, which is a digit in 11 points; less what breaking at words wastes. */
const FILLED = 1.02;

/** Points that a text needs in a cell of that width, wrapped. */
export const heightOf = (text: string, width: number): number => linesOf(text, width) * LINE_POINTS + 2;

/** Lines that a text takes in a cell of that width. */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const part of text.split('\n')) {
    lines += Math.max(1, Math.ceil(displayWidth(part, { ambiguous: 2 }) / (width * FILLED)));
  }
  return lines;
}

/** Not every program makes a row as high as its texts need, so a row of more than one line says how high it is. */
function rowHeight(
  cells: readonly Cell[],
  columns: readonly TableColumn[],
  widths: readonly number[],
): number | undefined {
  let highest = LINE_POINTS + 2;
  cells.forEach(({ value, style }, index) => {
    const width = widths[index] ?? WIDEST;
    // No character is wider than two columns.
    if (typeof value !== 'string' || !style.alignment?.wrapText || value.length * 2 < width) return;
    const most = (columns[index]?.lines ?? Number.POSITIVE_INFINITY) * LINE_POINTS + 2;
    highest = Math.max(highest, Math.min(most, heightOf(value, width)));
  });
  return highest > LINE_POINTS + 2 ? Math.min(highest, HIGHEST) : undefined;
}

/** What Excel allows. */
const HIGHEST = 409;

const headerHeight = (columns: readonly TableColumn[], widths: readonly number[]): number =>
  Math.max(28, ...columns.map((column, index) => heightOf(column.title, (widths[index] ?? NARROWEST) - 2)));
