// A process that runs the cases it is told, one at a time.
import { makeCase } from './make-case.mjs';
import { createRunner } from './run-case.mjs';
import { loadSamples } from './samples.mjs';

const { root, folder, seed, only } = JSON.parse(process.argv[2]);
const samples = await loadSamples(root);
const runner = createRunner(folder);

/** Promises that were rejected with nobody to hear of it, and errors that nobody caught, since the case began. */
let stray = [];
const take = (error) =>
  stray.push(`nobody caught: ${error?.stack?.split('\n').slice(0, 3).join(' ') ?? error}`);
process.on('unhandledRejection', take);
process.on('uncaughtException', take);

process.on('message', async ({ number, end }) => {
  if (end) {
    await runner.close();
    process.disconnect();
    return;
  }
  stray = [];
  const { bytes, original, ...made } = makeCase({ seed, number, only, samples });
  process.send({ made });
  const result = await runner.run({ ...made, bytes, original });
  // Rejections are told after the tasks that are waiting.
  await new Promise((done) => setTimeout(done));
  process.send({ result: { ...result, failures: [...result.failures, ...stray] } });
});

process.send({ ready: true });
