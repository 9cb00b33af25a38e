import type { Io } from './io.js';

/** One line on the terminal that is written over; nothing at all when stderr is no terminal. */
export function progressLine(io: Io, wanted: boolean): { show(text: string): void; clear(): void } {
  if (!wanted || !io.isTerminal) return { show: () => undefined, clear: () => undefined };
  return {
    show: (text) => io.stderr(`\r\u001b[2K${text}`),
    clear: () => io.stderr('\r\u001b[2K'),
  };
}
