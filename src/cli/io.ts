/** What a command may touch of the world outside; tests give their own. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether stderr is a terminal: progress is shown there only. */
  readonly isTerminal: boolean;
  /** Whether stdout takes colours. */
  readonly colour: boolean;
  /** Width of the terminal, 80 where there is none. */
  readonly columns: number;
  /** A clock that only goes forward, in milliseconds. */
  now(): number;
  /** Today in the machine's own time zone, YYYY-MM-DD. */
  today(): string;
  onSignal(give: () => void): void;
}

/** The process's own. */
export function processIo(): Io {
  // Whoever reads us may stop reading (`| head`): that is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
  const noColour = process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '';
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    colour: process.stdout.isTTY === true && !noColour,
    columns: process.stdout.columns ?? 80,
    now: () => performance.now(),
    today() {
      const now = new Date();
      const two = (value: number): string => String(value).padStart(2, '0');
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    onSignal(give) {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, give);
    },
  };
}
