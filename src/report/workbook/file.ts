import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import type { ConditionalFormattingOptions, Style, stream, Worksheet } from 'exceljs';
import type { Cell } from './cell.js';
import { type FormLayout, makeForm } from './form.js';
import { type SheetLink, writeLinks } from './links.js';
import { cellText, letters, rowXml } from './row-xml.js';

interface SheetLayout {
  readonly name: string;
  /** Width of each column, in characters of a half-width digit. */
  readonly widths: readonly number[];
  /** Rows and columns that stay when the sheet is scrolled; the rows are repeated on each printed page. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly landscape: boolean;
  /** Footer of each printed page, in Excel's codes. */
  readonly footer: string;
  /** Printed on one page, however small: a cover is handed over as one. */
  readonly onePage?: boolean;
  /** What is coloured by its value. */
  readonly marks?: readonly ConditionalFormattingOptions[];
  /** Given for a sheet that people fill in. */
  readonly form?: FormLayout;
  /** Not shown, as the lists that drop-downs offer. */
  readonly hidden?: boolean;
}

/** Height in points, else as the program decides; and the column, from 1, up to which the last cell is merged. */
interface RowLook {
  readonly height?: number;
  readonly mergeTo?: number;
}

export interface SheetWriter {
  /** Appends a row; resolves when there is room for more. */
  row(cells: readonly Cell[], look?: RowLook): Promise<void>;
  /** Puts filter buttons on that row's first `columns` columns, over the rows down to `last`. */
  filter(row: number, columns: number, last: number): void;
  close(): Promise<void>;
}

export interface WorkbookFile {
  /** One sheet at a time: the one before must be closed. */
  addSheet(layout: SheetLayout): SheetWriter;
  close(): Promise<void>;
  abandon(): Promise<void>;
}

/** Bytes of a sheet that may wait for the compressor. */
const WAITING = 1 << 20;
const ZIP_LEVEL = 4;
/** Columns' widths that still can be read when fitted on one A4 page across. */
export const READABLE_WIDTH = 240;

/** On how many pages side by side columns of these widths are printed. */
export const pagesAcross = (widths: readonly number[]): number =>
  Math.ceil(widths.reduce((sum, width) => sum + width, 0) / READABLE_WIDTH);

/** The earliest time that a zip can hold: the same on every run. */
const ZIP_TIME = new Date(Date.UTC(1980, 0, 1));

const CORE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>hecha</dc:creator></cp:coreProperties>',
].join('');

/** What of exceljs' writer is used here and is not in its types. */
interface Archive {
  append(source: string | NodeJS.ReadableStream, entry: { name: string; date?: Date }): unknown;
}
type Writer = stream.xlsx.WorkbookWriter & {
  readonly zip: Archive;
  readonly styles: { addStyleModel(style: Partial<Style>): number };
};
type Sheet = Worksheet & { readonly stream: { write(text: string): unknown } };

/**
 * Opens a workbook for writing from front to back with flat memory. Entries are written in a fixed order with a fixed time and
 * the document carries no dates, so that equal contents are equal bytes.
 */
export async function createWorkbook(path: string): Promise<WorkbookFile> {
  // Loading it takes long, and many commands never write a workbook.
  const { default: exceljs } = await import('exceljs');
  const output = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const failure = new Promise<never>((_, reject) => output.once('error', reject));
  failure.catch(() => undefined);
  let sheetXml = new Transform();
  const Plain = exceljs.stream.xlsx.WorkbookWriter as unknown as new (
    options: Partial<stream.xlsx.WorkbookStreamWriterOptions>,
  ) => Writer;
  // The theme is the first that the constructor appends, so this is the last moment to come in between.
  class Repeatable extends Plain {
    override addThemes(): Promise<void> {
      const append = this.zip.append.bind(this.zip);
      this.zip.append = (source, entry) => {
        const dated = { ...entry, date: ZIP_TIME };
        if (typeof source === 'string') return append(source, dated);
        // exceljs' own stream knows no back-pressure; one that does goes in between.
        sheetXml = withoutNumberWarnings();
        source.pipe(sheetXml);
        return append(sheetXml, dated);
      };
      return super.addThemes();
    }
    override async addCore(): Promise<void> {
      this.zip.append(CORE, { name: 'docProps/core.xml' });
    }
  }
  const book = new Repeatable({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
    zip: { zlib: { level: ZIP_LEVEL } },
  });
  return {
    addSheet(layout) {
      const sheet = book.addWorksheet(layout.name, sheetOptions(layout));
      return sheetWriter(sheet as Sheet, layout, { book, xml: sheetXml, failure });
    },
    async close() {
      const closed = once(output, 'close');
      await Promise.race([book.commit(), failure]);
      await closed;
    },
    async abandon() {
      output.destroy();
    },
  };
}

const sheetOptions = (layout: SheetLayout): Parameters<stream.xlsx.WorkbookWriter['addWorksheet']>[1] => {
  const { frozen } = layout;
  return {
    ...(layout.hidden && { state: 'hidden' as const }),
    views: frozen
      ? [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, showGridLines: false }]
      : [{ state: 'normal', showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: layout.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      // A wide table goes over several pages rather than in letters that nobody can read.
      fitToWidth: pagesAcross(layout.widths),
      fitToHeight: layout.onePage ? 1 : 0,
      // The halves of a wide table lie side by side.
      pageOrder: 'overThenDown',
      horizontalDpi: 600,
      verticalDpi: 600,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(frozen && { printTitlesRow: `1:${frozen.rows}` }),
      ...(frozen && frozen.columns > 0 && { printTitlesColumn: `A:${'ABCDEFGH'[frozen.columns - 1]}` }),
    },
    headerFooter: { oddFooter: `&L${layout.name.replaceAll('&', '&&')}&R${layout.footer}` },
  };
};

/** Characters of rows that are gathered before they are handed on. */
const GATHER = 1 << 16;

function sheetWriter(
  sheet: Sheet,
  layout: SheetLayout,
  pipe: { book: Writer; xml: Transform; failure: Promise<never> },
): SheetWriter {
  sheet.columns = layout.widths.map((width) => ({ width }));
  if (layout.form) makeForm(sheet, layout.form);
  for (const mark of layout.marks ?? []) sheet.addConditionalFormatting(mark);
  const links: SheetLink[] = [];
  writeLinks(sheet, links);
  const styleId = (style: Cell['style']): number => pipe.book.styles.addStyleModel(style);
  let number = 0;
  let gathered = '';
  const flush = (): void => {
    if (gathered !== '') sheet.stream.write(gathered);
    gathered = '';
  };
  const slowRow = (cells: readonly Cell[], look: RowLook): void => {
    const row = sheet.getRow(number);
    cells.forEach(({ value, style }, index) => {
      const target = row.getCell(index + 1);
      target.value = typeof value === 'string' ? cellText(value) : value;
      target.style = style;
    });
    if (look.height !== undefined) row.height = look.height;
    if (look.mergeTo !== undefined) sheet.mergeCells(number, cells.length, number, look.mergeTo);
    row.commit();
  };
  return {
    async row(cells, look = {}) {
      number += 1;
      cells.forEach(({ to }, index) => {
        if (to !== undefined) links.push({ ref: `${letters(index)}${number}`, to });
      });
      // exceljs opens the sheet with the first row that it is given, and merges cells of rows that it knows.
      if (number === 1 || look.mergeTo !== undefined) {
        flush();
        slowRow(cells, look);
      } else {
        gathered += rowXml({
          number,
          cells,
          styleId,
          ...(look.height !== undefined && { height: look.height }),
        });
        if (gathered.length >= GATHER) flush();
      }
      while (pipe.xml.writableLength > WAITING) await Promise.race([once(pipe.xml, 'drain'), pipe.failure]);
    },
    filter(row, columns, last) {
      sheet.autoFilter = { from: { row, column: 1 }, to: { row: Math.max(row, last), column: columns } };
    },
    async close() {
      flush();
      const finished = once(pipe.xml, 'finish');
      sheet.commit();
      await Promise.race([finished, pipe.failure]);
    },
  };
}

/** Passes a sheet on, and at its end tells Excel not to mark ID numbers as "numbers stored as text". */
function withoutNumberWarnings(): Transform {
  const end = '</worksheet>';
  const note = '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors>';
  let held = Buffer.alloc(0);
  return new Transform({
    transform(piece: Buffer, _, done) {
      const all = Buffer.concat([held, piece]);
      const cut = Math.max(0, all.length - end.length);
      held = all.subarray(cut);
      done(null, all.subarray(0, cut));
    },
    flush(done) {
      done(null, held.toString() === end ? note + end : held);
    },
  });
}
