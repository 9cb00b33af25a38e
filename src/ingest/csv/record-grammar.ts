/*
 * What a record of a delimited text file is. The scan counts by this definition and the loader reads by it, so that the
 * two can be held against each other whatever a file contains:
 *
 * - A record ends at LF, CRLF or CR outside quotes (RFC 4180). A blank line is a record; nothing after the last line end is none.
 * - A field is quoted when it begins with a quote; a quote inside is doubled; after the closing quote comes a delimiter or an end.
 *   `="…"`, by which exports keep a spreadsheet from rounding a number, is a plain field.
 * - Any other quote damages its record: of the text from there on, the one physical line is the record (`quote`), and reading
 *   resumes at the next line. The same happens to a quote that is still open after LINES_CAP lines, `cap` bytes or at the end of the file, and
 *   to one that seems to have swallowed whole records (see `swallows`).
 * - A line of more than `cap` bytes is one record (`too-long`), whose text is not kept.
 *
 * Where the lines are damaged, lines in are therefore records out. The result does not depend on how the bytes are cut into chunks.
 */

/** Longest record that is read, in bytes of UTF-8. */
export const RECORD_CAP = 1 << 20;
/** Most physical lines of one record: a cell with more line breaks has an unclosed quote. */
const LINES_CAP = 100;

export type LineEnd = '\n' | '\r\n' | '\r';
export type RecordKind = 'good' | 'quote' | 'too-long';

/** What must be known of a file before its records can be told apart. */
export interface RecordRules {
  readonly delimiter: string;
  /** Number of fields of most records; 0 when it is not known yet. */
  readonly width: number;
  /** Longest record in bytes; RECORD_CAP when not given. */
  readonly cap?: number;
}

/** One record where it stands. The object serves every record in turn, and its bytes last as long as the callback. */
export interface RecordView {
  window: Buffer;
  start: number;
  /** End of the text, and end of the line end after it. */
  textEnd: number;
  end: number;
  kind: RecordKind;
  /** Fields; in a damaged record the pieces between delimiters; 0 in one that is too long. */
  width: number;
  /** Physical lines that the record spans. */
  lines: number;
  /** Bytes of text, also of a record that was not kept. */
  bytes: number;
  /** Undefined at the end of a file that does not end in a line end. */
  lineEnd: LineEnd | undefined;
  /** The kinds of line breaks inside quotes: LF 1, CRLF 2, CR 4. */
  breaks: number;
  nul: boolean;
  quoted: boolean;
  wrapped: boolean;
}

const ORDINARY = 0;
const DELIMITER = 1;
const LF = 2;
const CR = 3;
const QUOTE = 4;
const NUL = 5;

const LF_BYTE = 0x0a;
export const QUOTE_BYTE = 0x22;
const EQUALS_BYTE = 0x3d;

/** Answers in place of a record's end. */
export const MORE = -1;
export const FAIL = -2;
export const TOO_LONG = -3;

/** A stretch of text under the reader. */
export interface Reading {
  readonly classes: Uint8Array;
  /** No byte above it is anything but ordinary. */
  readonly highest: number;
  readonly cap: number;
  readonly width: number;
  readonly view: RecordView;
  window: Buffer;
  /** No more bytes will come. */
  final: boolean;
}

export function classesOf(delimiter: string): Uint8Array {
  const classes = new Uint8Array(256);
  classes[0] = NUL;
  classes[LF_BYTE] = LF;
  classes[0x0d] = CR;
  classes[QUOTE_BYTE] = QUOTE;
  classes[delimiter.charCodeAt(0)] = DELIMITER;
  return classes;
}

export const isEnd = (kind: number | undefined): boolean => kind === LF || kind === CR;

/** Where the line break that begins at `at` ends; MORE when its second byte may be yet to come. */
export function afterBreak(window: Buffer, at: number, final: boolean): number {
  if (window[at] === LF_BYTE) return at + 1;
  if (at + 1 >= window.length && !final) return MORE;
  return window[at + 1] === LF_BYTE ? at + 2 : at + 1;
}

/** The bit of a kind of line break in `breaks`. */
export const breakBitOf = (lineEnd: LineEnd): number => (lineEnd === '\n' ? 1 : lineEnd === '\r\n' ? 2 : 4);

const breakBit = (window: Buffer, at: number, end: number): number =>
  end - at === 2 ? 2 : window[at] === LF_BYTE ? 1 : 4;

function lineEndOf(window: Buffer, at: number, end: number): LineEnd | undefined {
  if (end === at) return undefined;
  if (end - at === 2) return '\r\n';
  return window[at] === LF_BYTE ? '\n' : '\r';
}

export function tell(
  reading: Reading,
  record: { start: number; textEnd: number; end: number; kind: RecordKind; bytes: number },
): RecordView {
  const { view, window } = reading;
  view.window = window;
  view.start = record.start;
  view.textEnd = record.textEnd;
  view.end = record.end;
  view.kind = record.kind;
  view.bytes = record.bytes;
  view.lineEnd = lineEndOf(window, record.textEnd, record.end);
  view.width = 0;
  view.lines = 1;
  view.breaks = 0;
  view.nul = false;
  view.quoted = false;
  view.wrapped = false;
  return view;
}

/** Reads the record at `from` as RFC 4180 has it: its end, MORE, or FAIL when a quote or the cap stands against it. */
export function readRecord(reading: Reading, from: number): number {
  const { classes, highest, window, final, cap, width: expected } = reading;
  const stop = from + cap + 1;
  const bound = Math.min(window.length, stop);
  const full = expected > 1 ? expected - 1 : Number.POSITIVE_INFINITY;
  let at = from;
  let fieldStart = from;
  let inside = false;
  let width = 1;
  let lines = 1;
  let breaks = 0;
  let nul = false;
  let quoted = false;
  let wrapped = false;
  let openedOn = 0;
  // Of the present line: its delimiters, also those inside quotes that do not begin and end on it, and whether it has a quote.
  let delimiters = 0;
  let innerDelimiters = 0;
  let quoteOnLine = false;
  let firstFull = false;
  let innerFull = false;
  let anyFull = false;
  let end: number;

  for (;;) {
    let kind = ORDINARY;
    while (at < bound) {
      const byte = window[at] as number;
      if (byte <= highest) {
        kind = classes[byte] as number;
        if (kind !== ORDINARY) break;
      }
      at += 1;
    }
    if (at >= bound) {
      if (window.length >= stop) return FAIL;
      if (!final) return MORE;
      if (inside) return FAIL;
      end = at;
      break;
    }
    if (kind === DELIMITER) {
      at += 1;
      if (inside) {
        innerDelimiters += 1;
      } else {
        delimiters += 1;
        width += 1;
        fieldStart = at;
      }
    } else if (kind === NUL) {
      nul = true;
      at += 1;
    } else if (kind === QUOTE) {
      quoteOnLine = true;
      if (!inside && at === fieldStart) {
        inside = true;
        quoted = true;
        openedOn = lines;
        innerDelimiters = 0;
        at += 1;
      } else if (inside) {
        if (at + 1 >= window.length && !final) return MORE;
        if (window[at + 1] === QUOTE_BYTE) {
          at += 2;
        } else {
          at += 1;
          if (!isFieldEnd(reading, at)) return FAIL;
          inside = false;
          if (openedOn < lines) delimiters += innerDelimiters;
        }
      } else {
        const after = afterWrapper(reading, { fieldStart, quote: at, bound, stop });
        if (after < 0) return after;
        wrapped = true;
        at = after;
      }
    } else {
      const after = afterBreak(window, at, final);
      if (after === MORE) return MORE;
      if (!inside) {
        end = after;
        break;
      }
      const isFull = delimiters + innerDelimiters >= full;
      anyFull ||= isFull;
      if (lines === 1) firstFull = isFull;
      else innerFull ||= isFull && !quoteOnLine;
      breaks |= breakBit(window, at, after);
      lines += 1;
      if (lines > LINES_CAP) return FAIL;
      delimiters = 0;
      innerDelimiters = 0;
      quoteOnLine = false;
      at = after;
    }
  }
  if (lines > 1) {
    const lastFull = delimiters >= full;
    const fits = width === expected;
    if (swallows({ fits, firstFull, innerFull, lastFull, anyFull: anyFull || lastFull })) return FAIL;
  }
  const view = tell(reading, { start: from, textEnd: at, end, kind: 'good', bytes: at - from });
  view.width = width;
  view.lines = lines;
  view.breaks = breaks;
  view.nul = nul;
  view.quoted = quoted;
  view.wrapped = wrapped;
  return end;
}

/**
 * Whether a record of several lines is rather an unclosed quote that ran on to some later quote. A line is full when it
 * alone has as many delimiters as a whole record. A record of the usual width is doubted when a line wholly inside its
 * quotes is full, or both its first and its last line are (`1,",3` above `4,",6`); one of another width when any line is.
 * A true record is doubted only if a cell of several lines holds as many delimiters on a line as the table has; that is
 * reported, while rows swallowed into a cell would be lost.
 */
function swallows(seen: {
  fits: boolean;
  firstFull: boolean;
  innerFull: boolean;
  lastFull: boolean;
  anyFull: boolean;
}): boolean {
  return seen.fits ? seen.innerFull || (seen.firstFull && seen.lastFull) : seen.anyFull;
}

function isFieldEnd({ classes, window }: Reading, at: number): boolean {
  if (at >= window.length) return true;
  const kind = classes[window[at] as number];
  return kind === DELIMITER || isEnd(kind);
}

/** The end of a field `="…"` whose first quote stands at `quote`; FAIL when it is no such field. */
function afterWrapper(
  reading: Reading,
  place: { fieldStart: number; quote: number; bound: number; stop: number },
): number {
  const { classes, window, final } = reading;
  if (place.quote !== place.fieldStart + 1 || window[place.fieldStart] !== EQUALS_BYTE) return FAIL;
  let at = place.quote + 1;
  while (at < place.bound && classes[window[at] as number] === ORDINARY) at += 1;
  if (at >= place.bound) return final || window.length >= place.stop ? FAIL : MORE;
  if (window[at] !== QUOTE_BYTE) return FAIL;
  if (at + 1 >= window.length && !final) return MORE;
  return isFieldEnd(reading, at + 1) ? at + 1 : FAIL;
}

/** Takes the one physical line at `from` as a damaged record: its end, MORE, or TOO_LONG. */
export function readLine(reading: Reading, from: number): number {
  const { classes, window, final, cap } = reading;
  const stop = from + cap + 1;
  const bound = Math.min(window.length, stop);
  let at = from;
  let width = 1;
  let nul = false;
  for (; at < bound; at += 1) {
    const kind = classes[window[at] as number];
    if (kind === DELIMITER) width += 1;
    else if (kind === NUL) nul = true;
    else if (isEnd(kind)) break;
  }
  if (at >= bound) {
    if (window.length >= stop) return TOO_LONG;
    if (!final) return MORE;
  }
  const end = at < bound ? afterBreak(window, at, final) : at;
  if (end === MORE) return MORE;
  const view = tell(reading, { start: from, textEnd: at, end, kind: 'quote', bytes: at - from });
  view.width = width;
  view.nul = nul;
  return end;
}
