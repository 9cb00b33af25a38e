import {
  afterBreak,
  breakBit,
  DELIMITER,
  FAIL,
  isEnd,
  MORE,
  NUL,
  ORDINARY,
  QUOTE,
  QUOTE_BYTE,
  type Reading,
  TOO_LONG,
  tell,
} from './record-grammar.js';

/** Most physical lines of one record: a cell with more line breaks has an unclosed quote. */
const LINES_CAP = 100;
const EQUALS_BYTE = 0x3d;

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
