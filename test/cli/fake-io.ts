import { run } from '../../src/cli/main.js';

/** Runs a command line with an io that keeps what it is told. */
export async function hecha(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(argv, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    isTerminal: false,
    colour: false,
    columns: 80,
    now: () => 0,
    today: () => '2026-01-01',
    onSignal: () => undefined,
  });
  return { code, out, err };
}
