import type { Progress, Step } from '../audit/progress.js';
import { fill, type Lang } from '../bilingual.js';
import { displayWidth, padTo } from '../report/display-width.js';
import type { Io } from './io.js';
import { texts } from './messages.js';

/** What the person at the terminal asked for. */
export interface ProgressFlags {
  readonly progress: boolean;
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

interface ProgressLine {
  readonly step: Progress;
  /** Shows a line of another kind of work. */
  show(text: string): void;
  /** Leaves the terminal as it was found. To be called at the end, whatever happens. */
  clear(): void;
}

/** Between two drawings: nobody reads faster, and each costs the terminal. */
const LEAST_MS = 100;
/** The clock of a long step goes on so often. */
const TICK_MS = 1000;
/** What has not run this long says nothing about what is left. */
const ESTIMATE_MS = 3000;

/**
 * Progress in one line on stderr that is written over: stage, what is in hand, rows, rows a second and what remains, as far as the stage
 * knows how much it is. Nothing when stderr is no terminal; with `verbose` a line a step, on a terminal or not.
 */
export function progressLine(io: Io, lang: Lang, flags: ProgressFlags): ProgressLine {
  if (flags.verbose) return verboseLines(io, lang);
  if (!flags.progress || flags.quiet || !io.isTerminal) {
    return { step: () => undefined, show: () => undefined, clear: () => undefined };
  }
  let shown = (): string => '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  let later: NodeJS.Timeout | undefined;
  let started = io.now();
  let stage: Step['stage'] | undefined;
  const draw = (): void => {
    clearTimeout(later);
    drawnAt = io.now();
    // One column is left free: a full line would wrap, and its beginning could not be written over.
    const text = withoutControls(shown());
    const most = io.columns - 1;
    io.stderr(`\r\u001b[2K${displayWidth(text) > most ? padTo(text, most) : text}`);
    later = setTimeout(draw, TICK_MS).unref();
  };
  const show = (text: () => string): void => {
    shown = text;
    const wait = drawnAt + LEAST_MS - io.now();
    clearTimeout(later);
    if (wait <= 0) draw();
    else later = setTimeout(draw, wait).unref();
  };
  return {
    step: (step) => {
      const now = io.now();
      if (step.stage !== stage) {
        stage = step.stage;
        started = now;
      }
      const from = started;
      show(() => stepText(step, lang, { elapsed: now - from, since: io.now() - now }));
    },
    show: (text) => show(() => text),
    clear: () => {
      clearTimeout(later);
      if (drawnAt > Number.NEGATIVE_INFINITY) io.stderr('\r\u001b[2K');
      drawnAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function verboseLines(io: Io, lang: Lang): ProgressLine {
  const text = texts[lang];
  return {
    step: ({ stage, what, rows }) => {
      // A file is told once, with its rows, when it has been read.
      if (stage === 'read' && rows === undefined) return;
      const counted = rows === undefined ? '' : ` ${shownNumber(rows)} ${text.rows}`;
      io.stderr(`${withoutControls(`${text.stage[stage]} ${what}`.trimEnd())}${counted}\n`);
    },
    show: () => undefined,
    clear: () => undefined,
  };
}

/**
 * @param time of the stage in milliseconds: `elapsed` up to the step, `since` the step
 */
export function stepText(step: Step, lang: Lang, time: { elapsed: number; since: number }): string {
  const text = texts[lang];
  const { stage, what, rowsDone, done = 0, of = 0 } = step;
  const parts = [`${text.stage[stage]} ${what}`.trimEnd()];
  if (of > 0) parts.push(`${Math.floor((100 * Math.min(done, of)) / of)}%`);
  if (rowsDone !== undefined && rowsDone > 0) {
    parts.push(`${shownNumber(rowsDone)} ${text.rows}`);
    if (time.elapsed >= LEAST_MS) {
      const rate = Math.round((rowsDone * 1000) / time.elapsed);
      parts.push(fill(text.rowsASecond, { rows: shownNumber(rate) }));
    }
  }
  if (done > 0 && of > done && time.elapsed >= ESTIMATE_MS) {
    const left = (time.elapsed * (of - done)) / done - time.since;
    if (left >= 1000) parts.push(fill(text.remaining, { time: duration(left) }));
  }
  return parts.join(' · ');
}

/** Minutes and seconds. */
function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const shownNumber = (value: number): string => value.toLocaleString('en-US');

/** A file's name may hold what commands a terminal. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
