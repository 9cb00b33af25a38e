import { decodeEntities } from './entities.js';

/** Text as a browser lays it out: white space is one space at most and none at the ends of a line, lines end where a break stands. */
export interface ShownText {
  /** Adds text of the page, its entities not yet decoded. */
  add(raw: string): void;
  lineBreak(forced: boolean): void;
  /** UTF-16 units so far. */
  readonly length: number;
  /** The text so far, without breaks at its ends; begins anew. */
  take(): string;
}

const SPACES = /[ \t\n\f\r]+/g;
/** A search that need not remember where it was. */
const SPACE = /[ \t\n\f\r]/;

export function createShownText(): ShownText {
  /** Lines that are complete, each with its end. */
  let lines = '';
  let line = '';
  let pendingSpace = false;

  return {
    add(raw) {
      if (!SPACE.test(raw)) {
        line += pendingSpace && line !== '' ? ` ${decodeEntities(raw)}` : decodeEntities(raw);
        pendingSpace = false;
        return;
      }
      const words = raw.replace(SPACES, ' ');
      const from = words.startsWith(' ') ? 1 : 0;
      const to = words.endsWith(' ') ? words.length - 1 : words.length;
      if (from > 0) pendingSpace = true;
      if (to <= from) return;
      line += pendingSpace && line !== '' ? ' ' : '';
      line += decodeEntities(words.slice(from, to));
      pendingSpace = to < words.length;
    },
    lineBreak(forced) {
      pendingSpace = false;
      if (!forced && line === '') return;
      lines += `${line}\n`;
      line = '';
    },
    get length() {
      return lines.length + line.length;
    },
    take() {
      const text = lines === '' ? line : withoutOuterBreaks(`${lines}${line}`);
      lines = '';
      line = '';
      pendingSpace = false;
      return text;
    },
  };
}

function withoutOuterBreaks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text[from] === '\n') from++;
  while (to > from && text[to - 1] === '\n') to--;
  return text.slice(from, to);
}
