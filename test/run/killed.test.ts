import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { openRunFolder } from '../../src/run/publish.js';
import { temporaryFolder } from './temporary-folder.js';

const RUN = '2017-07-31-0123abcd';
const OLDER = '2017-07-30-aaaaaaaa';

/** The code as Node runs it, for a child process that can be killed. */
async function compile(to: string): Promise<void> {
  const root = new URL('../../src/', import.meta.url);
  const run = (await readdir(new URL('run/', root))).map((name) => `run/${name}`);
  await mkdir(join(to, 'run'), { recursive: true });
  await writeFile(join(to, 'package.json'), '{"type":"module"}');
  for (const name of ['errors.ts', 'bilingual.ts', ...run]) {
    const { outputText } = ts.transpileModule(await readFile(new URL(name, root), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    await writeFile(join(to, name.replace(/\.ts$/, '.js')), outputText);
  }
}

/** Publishes a run and is killed right before its file operation number `step`; ends well when there are fewer. */
const CHILD = `
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { openRunFolder } from './run/publish.js';
const [out, runId, mark, step] = process.argv.slice(2);
let left = Number(step);
const count = () => { left -= 1; if (left === 0) process.kill(process.pid, 'SIGKILL'); };
const counted = (target) => new Proxy(target, {
  get(object, name) {
    const value = object[name];
    if (typeof value !== 'function') return value;
    return async (...args) => {
      count();
      const result = await value.apply(object, args);
      return name === 'open' ? counted(result) : result;
    };
  },
});
const run = await openRunFolder({ out, files: counted({ ...fs }) });
await fs.writeFile(join(run.path, 'findings.csv'), mark);
await fs.writeFile(join(run.path, 'big.xlsx'), mark.repeat(1000));
await run.publish({ runId, manifest: JSON.stringify({ mark }) });
`;

const runChild = (file: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], (error, _, stderr) => {
      resolve(error ? (error.signal ?? stderr) : 'done');
    });
  });

/** The mark of a run that is whole: manifest and files agree. */
async function markOf(folder: string): Promise<string> {
  const { mark } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as { mark: string };
  expect(await readFile(join(folder, 'findings.csv'), 'utf8')).toBe(mark);
  expect(await readFile(join(folder, 'big.xlsx'), 'utf8')).toBe(mark.repeat(1000));
  return mark;
}

it('a kill at any step leaves a whole run, and the next start puts everything right', async () => {
  const code = await temporaryFolder();
  await compile(code);
  const child = join(code, 'child.js');
  await writeFile(child, CHILD);
  // Two runs are there already; the killed one replaces the newer.
  const start = join(code, 'start');
  for (const [id, mark] of [
    [OLDER, 'older'],
    [RUN, 'old'],
  ] as const) {
    expect(await runChild(child, [start, id, mark, '0'])).toBe('done');
  }
  const marks = new Set<string>();
  let step = 1;
  for (; ; step += 1) {
    const out = join(code, `out-${step}`);
    await cp(start, out, { recursive: true, verbatimSymlinks: true });
    const ending = await runChild(child, [out, RUN, 'new', String(step)]);
    if (ending === 'done') break;
    expect(ending).toBe('SIGKILL');
    // Between the two renames of the swap the old run stands aside, and whole.
    const names = await readdir(out);
    const whole = names.includes(RUN) ? RUN : `.hecha-old-${RUN}`;
    await markOf(join(out, whole));
    expect(await markOf(join(out, OLDER))).toBe('older');

    const next = await openRunFolder({ out });
    marks.add(await markOf(join(out, 'latest')));
    await next.discard();
    expect((await readdir(out)).sort(), `step ${step}`).toEqual([OLDER, RUN, 'latest']);
  }
  expect(step).toBeGreaterThan(25);
  expect([...marks].sort()).toEqual(['new', 'old']);
}, 120_000);

it('clears up after a first run that was killed', async () => {
  const out = await temporaryFolder();
  await mkdir(join(out, '.hecha-tmp-99', 'run'), { recursive: true });
  await writeFile(join(out, '.hecha-tmp-99', 'run', 'findings.csv'), 'half');
  await symlink('nowhere', join(out, '.hecha-latest'));
  await writeFile(join(out, 'notes.txt'), 'mine');
  const run = await openRunFolder({ out });
  await run.discard();
  expect(await readdir(out)).toEqual(['notes.txt']);
});
