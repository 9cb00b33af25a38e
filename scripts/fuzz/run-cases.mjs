// Runs cases in worker processes, and stands watch over them.
import { fork } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WORKER = new URL('./worker.mjs', import.meta.url).pathname;
/**
 * A worker that says nothing while it has had the processor for so long hangs, and so does one that waits for as long as the second. Two seconds of the
 * processor are judged by the worker itself: other work may hold up the clock.
 */
const MOST_SILENCE_MS = 30_000;
const MOST_WAITING_MS = 300_000;
const HEAP_MB = 512;

/**
 * Runs `cases` of them over the workers.
 * @returns the results in the order of their numbers: what `run` of run-case.mjs gives, with `number`, `format`, `sample` and `how`
 */
export async function runCases({ root, folder, seed, only, cases, workers, onProgress }) {
  const results = [];
  let next = 0;
  let failed = 0;
  const take = () => (next < cases ? next++ : undefined);
  const note = (result) => {
    results.push(result);
    if (result.failures.length > 0) failed += 1;
    onProgress?.(`${results.length} of ${cases} cases, ${failed} failed`);
  };
  const work = async (index) => {
    for (;;) {
      const own = join(folder, `worker-${index}`);
      mkdirSync(own, { recursive: true });
      const isDone = await runWorker({ settings: { root, folder: own, seed, only }, take, note });
      if (isDone) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, cases) }, (_, index) => work(index)));
  return results.sort((a, b) => a.number - b.number);
}

/** Runs cases in one process until there are none (true), or until it dies, of which the case it was at is the cause (false). */
function runWorker({ settings, take, note }) {
  return new Promise((done) => {
    const child = fork(WORKER, [JSON.stringify(settings)], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let current;
    let watch;
    let hangs;
    let words = '';
    child.stderr.on('data', (data) => {
      words = (words + data).slice(-2000);
    });
    const give = () => {
      const number = take();
      clearTimeout(watch);
      if (number === undefined) {
        child.send({ end: true });
        return;
      }
      current = { number };
      const began = Date.now();
      const before = processorMs(child.pid);
      const look = () => {
        const busy = processorMs(child.pid) - before;
        const silent = Date.now() - began;
        if (busy < MOST_SILENCE_MS && silent < MOST_WAITING_MS) {
          watch = setTimeout(look, MOST_SILENCE_MS);
          return;
        }
        hangs = `hangs: nothing for ${Math.round(silent / 1000)} s, ${Math.round(busy / 1000)} s of the processor`;
        child.kill('SIGKILL');
      };
      watch = setTimeout(look, MOST_SILENCE_MS);
      child.send(current);
    };
    child.on('message', (message) => {
      if (message.made) current = message.made;
      else {
        if (message.result) note({ ...current, ...message.result });
        current = undefined;
        give();
      }
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watch);
      const why = hangs ?? `the process died (${signal ?? code})`;
      if (current) note({ ...NOTHING, ...current, failures: [`${why} ${lastWords(words)}`.trim()] });
      else if (code !== 0)
        note({ ...NOTHING, number: -1, failures: [`${why} between cases ${lastWords(words)}`] });
      done(current === undefined && code === 0);
    });
  });
}

/** What a process has had of the processor, where Linux says it; elsewhere as long as it takes. */
function processorMs(pid) {
  try {
    // Behind the name, which may hold anything: the times of user and system are the 12th and 13th, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Date.now();
  }
}

const NOTHING = {
  format: '?',
  sample: '',
  how: [],
  codes: [],
  isRead: false,
  rows: 0,
  cells: 0,
  ms: 0,
  rss: 0,
};

const lastWords = (words) =>
  words
    .split('\n')
    .find((line) => /error|fatal/i.test(line))
    ?.trim()
    .slice(0, 200) ?? '';
