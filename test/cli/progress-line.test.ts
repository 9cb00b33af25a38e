import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { type ProgressFlags, progressLine, stepText } from '../../src/cli/progress-line.js';
import { displayWidth } from '../../src/report/display-width.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A terminal that keeps what it is told, with a clock that goes with the timers. */
function terminal(isTerminal = true, columns = 80): { io: Io; told: string[] } {
  const told: string[] = [];
  const io: Io = {
    stdout: (text) => expect.fail(`stdout was told ${text}`),
    stderr: (text) => void told.push(text),
    isTerminal,
    colour: true,
    columns,
    now: () => Date.now(),
    today: () => '2026-01-01',
    onSignal: () => undefined,
  };
  return { io, told };
}

const shown: ProgressFlags = { progress: true };
const rule = (done: number) => ({ stage: 'judge', what: `MI${done}`, done, of: 66 }) as const;

describe('the line of progress', () => {
  it('is written over, and gone at the end', () => {
    const { io, told } = terminal();
    const line = progressLine(io, 'zh', shown);
    line.step(rule(1));
    line.clear();
    expect(told).toEqual(['\r\u001b[2K判断规则 MI1 · 1%', '\r\u001b[2K']);
    vi.advanceTimersByTime(10_000);
    expect(told).toHaveLength(2);
  });

  it('leaves a terminal alone on which nothing was shown', () => {
    const { io, told } = terminal();
    progressLine(io, 'zh', shown).clear();
    expect(told).toEqual([]);
  });

  it('draws no more than ten times a second, and the last step in the end', () => {
    const { io, told } = terminal();
    const line = progressLine(io, 'zh', shown);
    for (let at = 0; at < 1000; at += 1) {
      line.step(rule(at % 66));
      vi.advanceTimersByTime(1);
    }
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThanOrEqual(11);
    line.step(rule(65));
    vi.advanceTimersByTime(100);
    expect(told.at(-1)).toContain('MI65');
  });

  it('is never wider than the terminal, whatever a file is called, and passes on no control character', () => {
    const { io, told } = terminal(true, 40);
    progressLine(io, 'zh', shown).step({
      stage: 'read',
      what: `${'建档立卡'.repeat(9)}\u001b]0;x\u0007.csv`,
    });
    const drawn = (told[0] ?? '').replace('\r\u001b[2K', '');
    expect(displayWidth(drawn)).toBe(39);
    expect(drawn).not.toMatch(/[\u0000-\u001f]/);
  });

  it('is not there when stderr is no terminal, when it is not wanted, and when all is to be quiet', () => {
    for (const [isTerminal, flags] of [
      [false, shown],
      [true, { progress: false }],
      [true, { progress: true, quiet: true }],
    ] as const) {
      const { io, told } = terminal(isTerminal);
      const line = progressLine(io, 'zh', flags);
      line.step(rule(1));
      line.show('x');
      vi.advanceTimersByTime(5000);
      line.clear();
      expect(told).toEqual([]);
    }
  });

  it('is a line a step with verbose, through a pipe too', () => {
    const { io, told } = terminal(false);
    const line = progressLine(io, 'en', { progress: true, verbose: true });
    line.step({ stage: 'read', what: 'a.csv', done: 0, of: 9 });
    line.step({ stage: 'read', what: 'a.csv', rows: 1200, rowsDone: 1200 });
    line.step({ stage: 'facts', what: '' });
    line.clear();
    expect(told).toEqual(['reading a.csv 1,200 rows\n', 'deriving facts\n']);
  });
});

describe('what it says', () => {
  const step = { stage: 'read', what: '车辆.csv', rowsDone: 1_000_000, done: 25, of: 100 } as const;

  it('is stage, what is in hand, share, rows, rate and what remains', () => {
    expect(stepText(step, 'zh', { elapsed: 20_000, since: 0 })).toBe(
      '读取 车辆.csv · 25% · 1,000,000 行 · 每秒 50,000 行 · 约剩 1:00',
    );
    expect(stepText(step, 'en', { elapsed: 20_000, since: 5000 })).toBe(
      'reading 车辆.csv · 25% · 1,000,000 rows · 50,000 rows/s · 0:55 left',
    );
  });

  it('guesses nothing from nothing', () => {
    expect(stepText({ ...step, done: 0, rowsDone: 0 }, 'zh', { elapsed: 9000, since: 0 })).toBe(
      '读取 车辆.csv · 0%',
    );
    expect(stepText(step, 'zh', { elapsed: 500, since: 0 })).not.toContain('约剩');
    expect(stepText(step, 'zh', { elapsed: 4000, since: 60_000 })).not.toContain('约剩');
    expect(stepText({ stage: 'report', what: 'x' }, 'zh', { elapsed: 9000, since: 0 })).toBe('写报告 x');
  });
});
