import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

/** What of the fuzzer (scripts/fuzz.mjs) is needed here; it runs the built hecha. */
interface Case {
  readonly number: number;
  readonly format: string;
  readonly bytes: Buffer;
}
interface Outcome {
  readonly isRead: boolean;
  readonly codes: readonly string[];
  readonly cells: number;
  readonly failures: readonly string[];
}
interface Runner {
  run(made: Case): Promise<Outcome>;
  close(): Promise<void>;
}

const part = (name: string) => import(new URL(`../../scripts/fuzz/${name}.mjs`, import.meta.url).href);
const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hecha-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('150 damaged files of all formats: every row and value is what the file says, or the file is refused', async () => {
  const { makeCase } = await part('make-case');
  const { loadSamples } = await part('samples');
  const { createRunner } = await part('run-case');
  const samples: ReadonlyMap<string, unknown> = await loadSamples(root);
  const runner: Runner = createRunner(folder);
  const formats = new Map<string, number>();
  let cells = 0;
  let refused = 0;
  for (let number = 0; number < 150; number += 1) {
    const made: Case = makeCase({ seed: 4, number, samples });
    const { failures, codes, isRead, ...counts } = await runner.run(made);
    // Time is not judged where other tests run beside.
    expect(
      failures.filter((failure) => !failure.startsWith('took')),
      `npm run fuzz -- --seed 4 --case ${number}`,
    ).toEqual([]);
    if (isRead) formats.set(made.format, (formats.get(made.format) ?? 0) + 1);
    if (codes.length > 0) refused += 1;
    cells += counts.cells;
  }
  await runner.close();
  // A fuzzer whose files are all refused, or whose oracles say nothing, shows nothing.
  expect([...formats.keys()].sort()).toEqual([...samples.keys()].sort());
  expect(cells).toBeGreaterThan(10_000);
  expect(refused).toBeGreaterThan(10);
});

it('makes the same file of the same seed and number, and another of another', async () => {
  const { makeCase } = await part('make-case');
  const { loadSamples } = await part('samples');
  const [first, again] = [await loadSamples(root), await loadSamples(root)];
  const bytesOf = (samples: unknown, seed: number): string[] =>
    Array.from({ length: 40 }, (_, number) => makeCase({ seed, number, samples }).bytes.toString('base64'));
  expect(bytesOf(again, 4)).toEqual(bytesOf(first, 4));
  expect(bytesOf(first, 5)).not.toEqual(bytesOf(first, 4));
});
