import { overLimit } from '../failure.js';
import type { MarkupSource } from '../html/markup-pieces.js';
import type { InputLimits } from '../limits.js';
import { PLAIN } from '../workbook/number-format.js';
import { requireRoot, scanPart } from '../xlsx/part.js';
import { nameHash } from '../xlsx/xml-bytes.js';
import type { Binding } from '../xlsx/xml-namespaces.js';
import type { XmlScanner } from '../xlsx/xml-scanner.js';
import { CLOSE, END, MORE, OPEN, TEXT } from '../xlsx/xml-tokens.js';
import { formatNamed } from './format-names.js';
import { utf8Pieces } from './utf8-pieces.js';
import { attributeText } from './xml-attributes.js';

const WORKBOOK = nameHash('Workbook');
const WORKSHEET = nameHash('Worksheet');
const OPTIONS = nameHash('WorksheetOptions');
const VISIBLE = nameHash('Visible');
const SETTINGS = nameHash('ExcelWorkbook');
const DATE_1904 = nameHash('Date1904');
const STYLES = nameHash('Styles');
const STYLE = nameHash('Style');
const NUMBER_FORMAT = nameHash('NumberFormat');
const NAME = nameHash('Name');
const ID = nameHash('ID');
const PARENT = nameHash('Parent');
const FORMAT = nameHash('Format');

/** Excel itself stops at 65,490. */
const MAX_STYLES = 1_000_000;
const MAX_SHEETS = 10_000;

interface WorksheetOutline {
  readonly name: string;
  readonly hidden: boolean;
  /** The piece of the file in which its tag is, and how far into the piece's UTF-8. */
  readonly at: number;
  readonly skip: number;
}

/** What an XML Spreadsheet holds, but for its cells. */
export interface WorkbookOutline {
  readonly worksheets: readonly WorksheetOutline[];
  /** For each style, how it shows a number. */
  readonly formats: ReadonlyMap<string, number>;
  /** Dates count from 1904-01-01. */
  readonly date1904: boolean;
  /** Those that the root declares, which hold within the worksheets. */
  readonly namespaces: readonly Binding[];
}

interface Style {
  readonly parent: string | undefined;
  format: number | undefined;
}

/**
 * Passes over the whole of an XML Spreadsheet. Throws HC3003 unless it is well-formed XML without a document type, its root a `Workbook`.
 */
export async function outlineOf(source: MarkupSource, limits: InputLimits): Promise<WorkbookOutline> {
  const where = { place: source.place, part: '' };
  const worksheets: { name: string; hidden: boolean; at: number; skip: number }[] = [];
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  let date1904 = false;
  let namespaces: WorkbookOutline['namespaces'] = [];
  /** What `Visible` of the worksheet says. */
  let inVisible = false;
  let pieceAt = 0;
  let pieceStart = 0;
  let nextStart = 0;

  const tooMany = (limit: string): Error => overLimit(where, limit, `#${worksheets.length + styles.size}`);

  const openStyle = (scanner: XmlScanner): void => {
    if (styles.size >= MAX_STYLES) throw tooMany(`styles ≤ ${MAX_STYLES}`);
    style = { parent: attributeText(scanner, PARENT), format: undefined };
    styles.set(attributeText(scanner, ID) ?? '', style);
  };

  const open = (scanner: XmlScanner, start: number): void => {
    const { depth, name, parent } = scanner;
    if (depth === 1) {
      requireRoot(scanner, WORKBOOK, where);
      namespaces = scanner.declared;
    } else if (depth === 2 && name === WORKSHEET) {
      scanner.requireOwn();
      if (worksheets.length >= MAX_SHEETS) throw tooMany(`sheets ≤ ${MAX_SHEETS}`);
      const called = attributeText(scanner, NAME) ?? '';
      worksheets.push({ name: called, hidden: false, at: pieceAt, skip: start - pieceStart });
    } else if (depth === 3) {
      if (parent === SETTINGS && name === DATE_1904) date1904 = true;
      else if (parent === STYLES && name === STYLE) openStyle(scanner);
    } else if (depth === 4) {
      if (parent === STYLE && name === NUMBER_FORMAT && style) {
        style.format = formatNamed(attributeText(scanner, FORMAT) ?? 'General');
      }
      inVisible = parent === OPTIONS && name === VISIBLE;
    }
  };

  const pieces = utf8Pieces(source, 0, (at, bytes) => {
    pieceAt = at;
    pieceStart = nextStart;
    nextStart += bytes.length;
  });
  await scanPart({ chunks: pieces, where, limits }, (scanner) => {
    const { window } = scanner;
    for (;;) {
      const start = window.position;
      const token = scanner.next();
      // A tag holds no `<`, so that all of it is in the piece that was fed last.
      if (token === OPEN) open(scanner, window.offset(start));
      else if (token === CLOSE) inVisible = false;
      else if (token === TEXT && inVisible) {
        const last = worksheets.at(-1);
        if (last && /Hidden/i.test(scanner.text())) last.hidden = true;
      } else if (token === MORE || token === END) return true;
    }
  });
  return { worksheets, formats: resolved(styles), date1904, namespaces };
}

/** A style has what it does not say from its parent, and all of them have it from `Default`. */
function resolved(styles: ReadonlyMap<string, Style>): ReadonlyMap<string, number> {
  const formats = new Map<string, number>();
  const formatOf = (id: string): number => {
    let style = styles.get(id);
    // Parents that go in a circle say nothing.
    for (let steps = 0; style && style.format === undefined && steps < MAX_PARENTS; steps++) {
      style = style.parent === undefined ? undefined : styles.get(style.parent);
    }
    return style?.format ?? styles.get('Default')?.format ?? PLAIN;
  };
  for (const id of styles.keys()) formats.set(id, formatOf(id));
  return formats;
}

const MAX_PARENTS = 100;
