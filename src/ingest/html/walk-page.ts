import { Tokenizer } from 'htmlparser2';
import { silent } from './entities.js';

/** What is met on the way through a page. Only outermost tables are told; what is inside a nested one is text of its cell. */
export interface PageEvents {
  /** `at` is the offset of its tag in all the text that was written. */
  openTable(at: number): void;
  closeTable(): void;
  /** A `<thead>`, `<tbody>` or `<tfoot>` begins or ends. */
  section(): void;
  openRow(): void;
  closeRow(): void;
  openCell(): void;
  /** Names of the attributes of cells that are told, in lower case. */
  readonly attributes: ReadonlySet<string>;
  /** An attribute of the cell that was just opened, its value as it stands. */
  attribute(name: string, value: string): void;
  closeCell(): void;
  openCaption(): void;
  closeCaption(): void;
  /** Text of a cell, of a caption or of the page outside tables, its entities not yet decoded. */
  text(raw: string): void;
  /** `<br>` (forced), or the edge of a block such as `<p>`. */
  lineBreak(forced: boolean): void;
  /** A comment that lies within one or two pieces. */
  comment(text: string): void;
}

export interface PageWalk {
  write(piece: string): void;
  /**
   * Says that nothing more comes, which closes what is open. Returns whether the page is whole: it is not when a table is open and
   * the page's own end was not met.
   */
  end(): boolean;
  /** Passes over all that would still come. */
  stop(): void;
}

/** Elements whose text is not shown. The tokenizer gives all up to their end as text. */
const UNSHOWN = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes']);
const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tr ul'.split(
    ' ',
  ),
);
const LOWER_D = 'd'.charCodeAt(0);
const LOWER_R = 'r'.charCodeAt(0);
const LOWER_T = 't'.charCodeAt(0);
/** Longest value of an attribute that is looked at; a longer one is cut, since no number or span is so long. */
const MAX_VALUE = 4096;

/**
 * Walks through the text of a page as browsers do where it matters for tables (HTML standard, 13.2.6.4.9 to .15): a cell ends where the next one,
 * the next row or section begins; a cell without a row opens one; a table that stands in a table but not in a cell ends it.
 * No element is kept but for counters, so that neither depth nor length costs memory.
 */
export function walkPage(on: PageEvents): PageWalk {
  /** Length and first letter of each attribute to tell, by which most others are passed over unread. */
  const signs = new Set(Array.from(on.attributes, (name) => signOf(name.length, name.charCodeAt(0))));
  /** The piece that is walked through, and its offset; the one before, into which a comment or a broken tag may reach back. */
  let piece = '';
  let base = 0;
  let previous = '';
  /** Tables that are open: 1 in an outermost one. */
  let depth = 0;
  let inRow = false;
  let inCell = false;
  let inCaption = false;
  let unshown: string | undefined;
  let pageEnded = false;
  let stopped = false;
  /** The tag that is open is that of a cell which is told. */
  let cellTag = false;
  /** Name of its attribute, if it is one to tell. */
  let attribute: string | undefined;
  let value = '';

  const slice = (start: number, end: number): string => {
    if (start >= base) return piece.slice(start - base, end - base);
    return (
      previous.slice(Math.max(start - base + previous.length, 0)) + piece.slice(0, Math.max(end - base, 0))
    );
  };

  /** The name of a tag in lower case; those of rows and cells, which are nearly all, without making a string. */
  const tagName = (start: number, end: number): string => {
    const at = start - base;
    if (end - start === 2 && at >= 0 && (piece.charCodeAt(at) | 0x20) === LOWER_T) {
      const second = piece.charCodeAt(at + 1) | 0x20;
      if (second === LOWER_D) return 'td';
      if (second === LOWER_R) return 'tr';
    }
    return slice(start, end).toLowerCase();
  };

  const closeCell = (): void => {
    if (!inCell) return;
    inCell = false;
    on.closeCell();
  };
  const closeRow = (): void => {
    closeCell();
    if (inCaption) on.closeCaption();
    inCaption = false;
    if (!inRow) return;
    inRow = false;
    on.closeRow();
  };
  const closeTable = (): void => {
    closeRow();
    depth = 0;
    on.closeTable();
  };
  const openTable = (at: number): void => {
    if (depth > 0 && (inCell || inCaption)) {
      depth++;
      return;
    }
    if (depth === 1) closeTable();
    depth = 1;
    on.openTable(at);
  };
  const openRow = (): void => {
    closeRow();
    inRow = true;
    on.openRow();
  };
  const openCell = (): void => {
    closeCell();
    if (!inRow) openRow();
    inCell = true;
    cellTag = true;
    on.openCell();
  };

  const open = (name: string, at: number): void => {
    if (depth === 1 && isCell(name)) openCell();
    else if (depth === 1 && name === 'tr') openRow();
    else openOther(name, at);
  };
  const openOther = (name: string, at: number): void => {
    if (UNSHOWN.has(name)) unshown = name;
    const shows = depth === 0 || inCell || inCaption;
    if (name === 'br' && shows) on.lineBreak(true);
    else if (shows && BLOCKS.has(name)) on.lineBreak(false);
    if (name === 'table') openTable(at);
    if (depth > 1 && isCell(name)) on.text(' ');
    if (depth !== 1) return;
    if (isSection(name)) {
      closeRow();
      on.section();
    } else if (name === 'caption') {
      closeRow();
      inCaption = true;
      on.openCaption();
    }
  };
  const close = (name: string): void => {
    if (depth === 1 && isCell(name)) closeCell();
    else if (depth === 1 && name === 'tr') closeRow();
    else closeOther(name);
  };
  const closeOther = (name: string): void => {
    if (unshown === name) unshown = undefined;
    if (name === 'html' || name === 'body') pageEnded = true;
    if (name === 'table' && depth > 1) {
      depth--;
      on.lineBreak(false);
    } else if (name === 'table' && depth === 1) closeTable();
    else if (BLOCKS.has(name) && (depth !== 1 || inCell || inCaption)) on.lineBreak(false);
    if (depth !== 1) return;
    if (name === 'caption' && inCaption) closeRow();
    else if (isSection(name)) {
      closeRow();
      on.section();
    }
  };

  const tokenizer: Tokenizer = new Tokenizer(
    // Decoding in the tokenizer would look at every character: see entities.ts.
    { decodeEntities: false },
    {
      ...silent,
      ontext(start, end) {
        if (unshown === undefined && !stopped && (depth === 0 || inCell || inCaption))
          on.text(slice(start, end));
      },
      onopentagname(start, end) {
        cellTag = false;
        if (!stopped) open(tagName(start, end), start - 1);
      },
      onclosetag(start, end) {
        if (!stopped) close(tagName(start, end));
      },
      onattribname(start, end) {
        attribute = undefined;
        if (!cellTag || !signs.has(signOf(end - start, piece.charCodeAt(start - base)))) return;
        const name = slice(start, end).toLowerCase();
        if (on.attributes.has(name)) attribute = name;
      },
      onattribdata(start, end) {
        if (attribute !== undefined && value.length < MAX_VALUE)
          value += slice(start, Math.min(end, start + MAX_VALUE));
      },
      onattribend() {
        if (attribute !== undefined && !stopped) on.attribute(attribute, value);
        value = '';
      },
      oncomment(start, end, offset) {
        if (start >= base - previous.length && !stopped) on.comment(slice(start, end - offset));
      },
    },
  );
  return {
    write(next) {
      base += piece.length;
      previous = piece;
      piece = next;
      if (!stopped) tokenizer.write(next);
    },
    end() {
      if (!stopped) tokenizer.end();
      const isWhole = depth === 0 || pageEnded;
      if (depth > 0) closeTable();
      return isWhole;
    },
    stop() {
      stopped = true;
      tokenizer.pause();
    },
  };
}

const signOf = (length: number, letter: number): number => length * 0x100 + ((letter | 0x20) & 0xff);
const isCell = (name: string): boolean => name === 'td' || name === 'th';
const isSection = (name: string): boolean => name === 'thead' || name === 'tbody' || name === 'tfoot';
