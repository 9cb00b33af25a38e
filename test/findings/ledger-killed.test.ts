import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendLedger, readLedger } from '../../src/findings/ledger.js';
import { aVerdict } from './a-verdict.js';

/** Adds a verdict to the ledger and is killed right before its file operation number `step`; ends well when there are fewer. */
const CHILD = `
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [folder, verdict, step, ledger] = process.argv.slice(1);
let left = Number(step);
const count = () => { left -= 1; if (left === 0) process.kill(process.pid, 'SIGKILL'); };
const counted = (object, names) => {
  for (const name of names) {
    const real = object[name].bind(object);
    object[name] = async (...args) => {
      count();
      const result = await real(...args);
      if (name === 'open') counted(result, ['writeFile', 'sync', 'close']);
      return result;
    };
  }
};
const { appendLedger } = await import(ledger);
counted(promises, ['open', 'readFile', 'rename', 'rm']);
syncBuiltinESMExports();
await appendLedger(folder, [JSON.parse(verdict)]);
`;

const LEDGER = new URL('../../dist/src/findings/ledger.js', import.meta.url).href;

const killedAt = (folder: string, verdict: object, step: number): Promise<string> =>
  new Promise((resolve) => {
    const args = ['--input-type=module', '-e', CHILD, folder, JSON.stringify(verdict), String(step), LEDGER];
    execFile(process.execPath, args, (error, _, stderr) =>
      resolve(error ? (error.signal ?? stderr) : 'done'),
    );
  });

it('a kill at any step of taking feedback leaves the old ledger or the new one', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hecha-killed-'));
  try {
    const old = [aVerdict({ finding_id: 'old1' }), aVerdict({ finding_id: 'old2' })];
    await appendLedger(folder, old);
    const fresh = aVerdict({ finding_id: 'fresh' });
    const seen: number[] = [];
    let end = '';
    for (let step = 1; end !== 'done'; step += 1) {
      expect(step).toBeLessThan(50);
      end = await killedAt(folder, fresh, step);
      expect(['SIGKILL', 'done']).toContain(end);
      const ledger = await readLedger(folder);
      expect([old, [...old, fresh]]).toContainEqual(ledger);
      seen.push(ledger.length);
      // The next attempt starts from the old ledger, with whatever the killed one left beside it.
      if (ledger.length > old.length && end !== 'done') {
        await rm(join(folder, 'feedback.csv'));
        await appendLedger(folder, old);
      }
    }
    expect(seen.filter((length) => length === 2).length).toBeGreaterThan(4);
    expect(seen.at(-1)).toBe(3);
    expect(await readdir(folder)).toEqual(['feedback.csv']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
