import { HechaError } from '../../errors.js';
import { damaged, overLimit } from '../failure.js';
import { distinctNames } from '../zip/distinct-names.js';
import { decodeEntities } from './entities.js';
import { type MarkupSource, markupPieces, pieceText } from './markup-pieces.js';
import { createShownText } from './shown-text.js';
import { walkPage } from './walk-page.js';

/** An outermost table of a page that has rows. */
export interface PageTable {
  readonly name: string;
  readonly hidden: boolean;
  /** The piece of the file in which its tag is, and how far into the text of the piece. */
  readonly at: number;
  readonly skip: number;
}

/** More tables than any export has; a page of a million would take hours as sheets. */
const MAX_TABLES = 10_000;
/** The longest text that is taken for a name: that of a sheet's in Excel. */
const MAX_NAME = 31;

/** What a page says of the sheets it was saved from. */
interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/**
 * Finds the tables of a page. Each has the name that Excel's own page gives it, else its caption, else the short line right above it, else
 * its number (`表1`); names are made distinct.
 * @throws HechaError HC3012 when no table has rows, HC3003 when the page ends within a table, HC3008 for too many of them.
 */
export async function pageTables(source: MarkupSource): Promise<PageTable[]> {
  const tables: { at: number; skip: number; title: string }[] = [];
  let sheets: readonly NamedSheet[] = [];
  const shown = createShownText();
  let pieceAt = 0;
  let pieceStart = 0;
  let table = { at: 0, skip: 0, title: '' };
  let rows = 0;
  let inTable = false;
  let inCaption = false;

  const walk = walkPage({
    openTable(at) {
      const above = shown.take().split('\n').at(-1) ?? '';
      table = { at: pieceAt, skip: at - pieceStart, title: short(above) };
      rows = 0;
      inTable = true;
    },
    closeTable() {
      inTable = false;
      shown.take();
      if (rows === 0) return;
      if (tables.length >= MAX_TABLES) {
        throw overLimit(
          { place: source.place, part: '' },
          `<table> ≤ ${MAX_TABLES}`,
          `@${table.at + table.skip}`,
        );
      }
      tables.push(table);
    },
    section() {},
    openRow() {
      rows++;
    },
    closeRow() {},
    openCell() {},
    attributes: new Set(),
    attribute() {},
    closeCell() {},
    openCaption() {
      inCaption = true;
      shown.take();
    },
    closeCaption() {
      inCaption = false;
      table.title = short(shown.take().replaceAll('\n', ' ')) || table.title;
    },
    text(raw) {
      // What stands above is of use only at its end.
      if (shown.length > MAX_PAGE_TEXT) shown.take();
      if (!inTable || inCaption) shown.add(raw.length > MAX_PAGE_TEXT ? raw.slice(-MAX_PAGE_TEXT) : raw);
    },
    lineBreak(forced) {
      if (!inTable || inCaption) shown.lineBreak(forced);
    },
    comment(text) {
      if (sheets.length === 0) sheets = namedSheets(text);
    },
  });
  for await (const piece of markupPieces(source)) {
    const text = pieceText(piece, source);
    pieceAt = piece.at;
    walk.write(text);
    pieceStart += text.length;
  }
  if (!walk.end()) throw damaged({ place: source.place, part: '' }, `R${rows}: </table>`);
  if (tables.length === 0) throw new HechaError('HC3012', { place: source.place });
  return named(tables, sheets.length === tables.length ? sheets : []);
}

const MAX_PAGE_TEXT = 4096;

/** The text, if it is short enough for a name; a copy of it, or else it would keep all of its piece in memory. */
const short = (text: string): string =>
  text.length <= MAX_NAME ? Buffer.from(text).toString().replaceAll('\u00a0', ' ').trim() : '';

/** The worksheets that a comment of Excel (`<!--[if gte mso 9]><xml>…`) lists. */
function namedSheets(comment: string): NamedSheet[] {
  if (!/<x:ExcelWorksheet>/i.test(comment)) return [];
  return comment
    .split(/<x:ExcelWorksheet>/i)
    .slice(1)
    .map((sheet) => ({
      name: decodeEntities(/<x:Name>([^<]*)</i.exec(sheet)?.[1] ?? '').trim(),
      hidden: /<x:Visible>\s*Sheet(Very)?Hidden/i.test(sheet),
    }));
}

function named(
  tables: readonly { readonly at: number; readonly skip: number; readonly title: string }[],
  sheets: readonly NamedSheet[],
): PageTable[] {
  const names = distinctNames(
    tables.map(({ title }, index) => sheets[index]?.name || title || `表${index + 1}`),
  );
  return tables.map(({ at, skip }, index) => ({
    name: names[index] ?? '',
    hidden: sheets[index]?.hidden ?? false,
    at,
    skip,
  }));
}
