import { readLine, readRecord } from './read-record.js';
import {
  afterBreak,
  classesOf,
  FAIL,
  isEnd,
  MORE,
  QUOTE_BYTE,
  RECORD_CAP,
  type Reading,
  type RecordRules,
  type RecordView,
  TOO_LONG,
  tell,
} from './record-grammar.js';

interface RecordSplitter {
  push(chunk: Buffer): void;
  end(): void;
}

/**
 * Cuts a stream of UTF-8 bytes into records, holding no more of it than a chunk and one record.
 * @param onRecord called for each record in order; the view is valid during the call only.
 */
export function splitRecords(rules: RecordRules, onRecord: (record: RecordView) => void): RecordSplitter {
  const view: RecordView = {
    window: Buffer.alloc(0),
    start: 0,
    textEnd: 0,
    end: 0,
    kind: 'good',
    width: 0,
    lines: 0,
    bytes: 0,
    lineEnd: undefined,
    breaks: 0,
    nul: false,
    quoted: false,
    wrapped: false,
  };
  const reading: Reading = {
    classes: classesOf(rules.delimiter),
    highest: Math.max(QUOTE_BYTE, rules.delimiter.charCodeAt(0)),
    cap: rules.cap ?? RECORD_CAP,
    width: rules.width,
    view,
    window: view.window,
    final: false,
  };
  /** Bytes so far of a line that is too long; undefined outside one. */
  let skipped: number | undefined;

  const skipLine = (from: number): number => {
    const { window, classes, final } = reading;
    let at = from;
    while (at < window.length && !isEnd(classes[window[at] as number])) at += 1;
    const bytes = (skipped ?? 0) + at - from;
    const end = at < window.length ? afterBreak(window, at, final) : at;
    if (end === MORE || (at === window.length && !final)) {
      skipped = bytes;
      return at;
    }
    skipped = undefined;
    tell(reading, { start: at, textEnd: at, end, kind: 'too-long', bytes });
    onRecord(view);
    return end;
  };

  const read = (from: number): number => {
    const end = readRecord(reading, from);
    if (end !== FAIL) return end;
    return readLine(reading, from);
  };

  const run = (): void => {
    const { window, final } = reading;
    let at = 0;
    while (at < window.length) {
      if (skipped === undefined) {
        const end = read(at);
        if (end === MORE) break;
        if (end === TOO_LONG) {
          skipped = 0;
        } else {
          onRecord(view);
          at = end;
        }
      } else {
        const next = skipLine(at);
        if (next === at) break;
        at = next;
      }
    }
    if (final && skipped !== undefined) skipLine(at);
    reading.window = window.subarray(at);
  };

  return {
    push(chunk) {
      reading.window = reading.window.length > 0 ? Buffer.concat([reading.window, chunk]) : chunk;
      run();
    },
    end() {
      reading.final = true;
      run();
    },
  };
}
