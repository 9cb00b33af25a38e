import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Cell, TableFile } from './cell.js';
import {
  DATE_STYLE,
  escapeXml,
  fixedParts,
  SHARED_START,
  SHARED_STRINGS,
  SHEET_START,
  type SheetName,
  sheetPath,
} from './xlsx-parts.js';

/** A workbook whose sheets are filled one after the other. */
export interface Workbook extends TableFile {
  /** Ends the sheet in hand and begins the next. The first one needs no call. */
  nextSheet(): Promise<void>;
  /** Cells of the row in hand that become one, such as `A1:F1`. */
  merge(range: string): void;
}

/** Strings that are kept to be shared; those that come when there are so many already are written where they stand. */
const MOST_SHARED = 8192;
const SHARED_LENGTH = 12;

/** Zip times are local and have no zone: these parts of a date are the same wherever it is made. */
const entryOptions = () => ({
  mtime: new Date(2017, 6, 31, 12, 0, 0),
  mode: 0o100644,
  forceDosTimestamp: true,
});

const columnNames: string[] = [];
function columnName(index: number): string {
  const known = columnNames[index];
  if (known !== undefined) return known;
  const name =
    (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') +
    String.fromCharCode(65 + (index % 26));
  columnNames[index] = name;
  return name;
}

/**
 * Opens a workbook for writing. Sheets are compressed as they are written, so that memory does not grow with them.
 * @param shared whether short texts that repeat go to the shared strings, as Excel does, or all stand inline, as exporting programs do
 */
export function openWorkbook(path: string, sheets: readonly SheetName[], shared: boolean): Workbook {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
  // Whoever waits for a part or for the end is told of a failure.
  written.catch(() => undefined);
  // Parts wait for the deflater, and it for the file: one that failed would be waited for without end.
  const unlessFailed = (work: Promise<unknown>): Promise<unknown> => Promise.race([work, written]);
  for (const [name, text] of fixedParts(sheets)) zip.addBuffer(Buffer.from(text), name, entryOptions());
  const strings = new Map<string, number>();
  let index = 0;
  let part = addPart(zip, sheetPath(0));
  const waiting = byteQueue();
  waiting.add(SHEET_START);
  let merges: string[] = [];
  let rows = 0;

  const textCell = (at: string, text: string): string => {
    if (shared && text.length <= SHARED_LENGTH) {
      let place = strings.get(text);
      if (place === undefined && strings.size < MOST_SHARED) {
        place = strings.size;
        strings.set(text, place);
      }
      if (place !== undefined) return `<c r="${at}" t="s"><v>${place}</v></c>`;
    }
    return `<c r="${at}" t="inlineStr"><is>${textElement(text)}</is></c>`;
  };
  const drain = async (): Promise<void> => {
    const bytes = waiting.take();
    if (bytes.length === 0) return;
    if (!part.write(bytes)) await unlessFailed(once(part, 'drain'));
  };
  const endPart = async (): Promise<void> => {
    part.end();
    await unlessFailed(finished(part));
  };
  const endSheet = async (): Promise<void> => {
    const merged =
      merges.length > 0
        ? `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
        : '';
    waiting.add(`</sheetData>${merged}</worksheet>`);
    await drain();
    await endPart();
  };

  return {
    row(cells) {
      rows += 1;
      let xml = `<row r="${rows}">`;
      for (let column = 0; column < cells.length; column += 1)
        xml += cellXml(columnName(column) + rows, cells[column], textCell);
      waiting.add(`${xml}</row>`);
      return rows;
    },
    merge(range) {
      merges.push(range);
    },
    drain,
    async nextSheet() {
      await endSheet();
      index += 1;
      part = addPart(zip, sheetPath(index));
      waiting.add(SHEET_START);
      merges = [];
      rows = 0;
    },
    async close() {
      await endSheet();
      part = addPart(zip, SHARED_STRINGS);
      waiting.add(SHARED_START);
      for (const text of strings.keys()) waiting.add(`<si>${textElement(text)}</si>`);
      waiting.add('</sst>');
      await drain();
      await endPart();
      zip.end();
      await written;
    },
  };
}

/** Text that waits as bytes: strings by the million would keep the garbage collector busy. */
function byteQueue(): { add(text: string): void; take(): Buffer } {
  let bytes = Buffer.allocUnsafe(1 << 16);
  let used = 0;
  return {
    add(text) {
      const most = used + text.length * 3;
      if (most > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(most, bytes.length * 2));
        bytes.copy(larger, 0, 0, used);
        bytes = larger;
      }
      used += bytes.write(text, used);
    },
    take() {
      // The stream keeps what it is given for a while: a copy, so that the queue can be filled again.
      const taken = Buffer.from(bytes.subarray(0, used));
      used = 0;
      return taken;
    },
  };
}

function addPart(zip: ZipFile, name: string): PassThrough {
  const part = new PassThrough({ highWaterMark: 1 << 20 });
  zip.addReadStream(part, name, entryOptions());
  return part;
}

const textElement = (text: string): string =>
  `<t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${escapeXml(text)}</t>`;

function cellXml(at: string, cell: Cell, textCell: (at: string, text: string) => string): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'string') return textCell(at, cell);
  return `<c r="${at}"${cell.date ? ` s="${DATE_STYLE}"` : ''}><v>${cell.number}</v></c>`;
}
