/*
 * What a record of a delimited text file is. The scan counts by this definition and the loader reads by it, so that the
 * two can be held against each other whatever a file contains:
 *
 * - A record ends at LF, CRLF or CR outside quotes (RFC 4180). A blank line is a record; nothing after the last line end is none.
 * - A field is quoted when it begins with a quote; a quote inside is doubled; after the closing quote comes a delimiter or an end.
 *   `="…"`, by which exports keep a spreadsheet from rounding a number, is a plain field.
 * - Any other quote damages its record: of the text from there on, the one physical line is the record (`quote`), and reading
 *   resumes at the next line. The same happens to a quote that is still open after LINES_CAP lines, `cap` bytes or at the end of the file, and
 *   to one that seems to have swallowed whole records (see `swallows` in read-record.ts).
 * - A line of more than `cap` bytes is one record (`too-long`), whose text is not kept.
 *
 * Where the lines are damaged, lines in are therefore records out. The result does not depend on how the bytes are cut into chunks.
 */

/** Longest record that is read, in bytes of UTF-8. */
export const RECORD_CAP = 1 << 20;

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

/** Kinds of bytes. */
export const ORDINARY = 0;
export const DELIMITER = 1;
const LF = 2;
const CR = 3;
export const QUOTE = 4;
export const NUL = 5;

const LF_BYTE = 0x0a;
export const QUOTE_BYTE = 0x22;

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

/** The kind of each byte where `delimiter`, one ASCII character, parts the fields. */
export function classesOf(delimiter: string): Uint8Array {
  const classes = new Uint8Array(256);
  classes[0] = NUL;
  classes[LF_BYTE] = LF;
  classes[0x0d] = CR;
  classes[QUOTE_BYTE] = QUOTE;
  classes[delimiter.charCodeAt(0)] = DELIMITER;
  return classes;
}

/** Whether a byte of this kind ends a line. */
export const isEnd = (kind: number | undefined): boolean => kind === LF || kind === CR;

/** Where the line break that begins at `at` ends; MORE when its second byte may be yet to come. */
export function afterBreak(window: Buffer, at: number, final: boolean): number {
  if (window[at] === LF_BYTE) return at + 1;
  if (at + 1 >= window.length && !final) return MORE;
  return window[at + 1] === LF_BYTE ? at + 2 : at + 1;
}

/** The bit of a kind of line break in `breaks`. */
export const breakBitOf = (lineEnd: LineEnd): number => (lineEnd === '\n' ? 1 : lineEnd === '\r\n' ? 2 : 4);

/** The same of the line break from `at` to `end`. */
export const breakBit = (window: Buffer, at: number, end: number): number =>
  end - at === 2 ? 2 : window[at] === LF_BYTE ? 1 : 4;

function lineEndOf(window: Buffer, at: number, end: number): LineEnd | undefined {
  if (end === at) return undefined;
  if (end - at === 2) return '\r\n';
  return window[at] === LF_BYTE ? '\n' : '\r';
}

/** Fills the view for a record of one line that no field is known of. */
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
