// `npm run fuzz -- --cases 10000 [--seed N] [--only FORMAT] [--case N] [--workers N]`: damages the samples in every way that a seed gives
// and reads each file as inspect and audit do. Nothing may crash, hang, take too much memory, lose a row or change a value in silence: what oracles say
// that read the same bytes in another way is what hecha must say, or it refuses the file. Exit 1 when a case fails.
// `--case N` runs one case again and leaves its file in fuzz-case/. The same seed makes the same cases of the same samples.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCase } from './fuzz/make-case.mjs';
import { printReport, replayOf } from './fuzz/report.mjs';
import { createRunner } from './fuzz/run-case.mjs';
import { runCases } from './fuzz/run-cases.mjs';
import { FORMATS, loadSamples } from './fuzz/samples.mjs';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '4' },
    only: { type: 'string' },
    case: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});
const seed = Number(values.seed);
if (values.only !== undefined && !FORMATS.includes(values.only)) {
  console.error(`--only: one of ${FORMATS.join(', ')}`);
  process.exit(1);
}

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'hecha-fuzz-'));
try {
  process.exitCode = values.case === undefined ? await runAll() : await runOne(Number(values.case));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function runAll() {
  const results = await runCases({
    ...{
      root,
      folder,
      seed,
      only: values.only,
      cases: Number(values.cases),
      workers: Number(values.workers),
    },
    onProgress: process.stderr.isTTY ? (line) => process.stderr.write(`\r${line}\u001b[K`) : undefined,
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return printReport(results, { seed, only: values.only }) ? 0 : 1;
}

async function runOne(number) {
  const made = makeCase({ seed, number, only: values.only, samples: await loadSamples(root) });
  mkdirSync('fuzz-case', { recursive: true });
  writeFileSync(join('fuzz-case', made.name), made.bytes);
  console.log(`fuzz-case/${made.name}: ${made.sample}, ${made.how.join(', ')}`);
  const runner = createRunner(folder);
  const result = await runner.run(made);
  await runner.close();
  console.log(JSON.stringify(result, null, 2));
  console.log(replayOf({ seed, only: values.only, number }));
  return result.failures.length === 0 ? 0 : 1;
}
