import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockMachine, lockFolder } from '../../src/run/lock.js';
import { temporaryFolder } from './temporary-folder.js';

const machine = (change: Partial<LockMachine> = {}): LockMachine => ({
  pid: 100,
  host: 'pc-1',
  now: () => new Date('2017-07-31T20:00:00Z'),
  isAlive: () => true,
  birthOf: (pid) => `born-${pid}`,
  ...change,
});

describe('lockFolder', () => {
  it('keeps a second run out, naming process, host and start, until it is released', async () => {
    const out = await temporaryFolder();
    const first = await lockFolder(out, machine());
    await expect(lockFolder(out, machine({ pid: 200 }))).rejects.toThrow(
      /HC5001.*process 100 on pc-1, since 2017-07-31T20:00:00/,
    );
    await first.release();
    const second = await lockFolder(out, machine({ pid: 200 }));
    second.releaseSync();
    expect(await readdir(out)).toEqual([]);
  });

  it('takes over the lock of a process that is gone', async () => {
    const out = await temporaryFolder();
    await lockFolder(out, machine());
    const lock = await lockFolder(out, machine({ pid: 200, isAlive: (pid) => pid !== 100 }));
    expect(JSON.parse(await readFile(join(out, '.hecha.lock'), 'utf8'))).toMatchObject({ pid: 200 });
    await lock.release();
    expect(await readdir(out)).toEqual([]);
  });

  it('is not fooled by a new process that was given the same number', async () => {
    const out = await temporaryFolder();
    await lockFolder(out, machine());
    const reused = machine({ pid: 200, birthOf: () => 'born-later' });
    await expect(lockFolder(out, reused)).resolves.toBeDefined();
  });

  it('cannot judge a process of another machine, and stays out', async () => {
    const out = await temporaryFolder();
    await lockFolder(out, machine());
    const elsewhere = machine({ host: 'pc-2', isAlive: () => false });
    await expect(lockFolder(out, elsewhere)).rejects.toThrow('HC5001');
  });

  it('takes away a lock that was never finished, once it is old', async () => {
    const out = await temporaryFolder();
    const path = join(out, '.hecha.lock');
    await writeFile(path, '{"pid":');
    const old = new Date('2017-07-31T19:59:00Z');
    await utimes(path, old, old);
    await expect(lockFolder(out, machine())).resolves.toBeDefined();
  });

  it('does not remove the lock of whoever came after', async () => {
    const out = await temporaryFolder();
    const first = await lockFolder(out, machine());
    await lockFolder(out, machine({ pid: 200, isAlive: (pid) => pid !== 100 }));
    await first.release();
    first.releaseSync();
    expect(await readdir(out)).toEqual(['.hecha.lock']);
  });

  it('lets exactly one of many through when all find it stale at once', async () => {
    const out = await temporaryFolder();
    await lockFolder(out, machine());
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        lockFolder(out, machine({ pid: 200 + index, isAlive: (pid) => pid !== 100 })),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(out)).toEqual(['.hecha.lock']);
  });

  it('sees on this machine whether a process lives', async () => {
    const out = await temporaryFolder();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const holder = { pid: child.pid, host: hostname(), since: '2017-07-31T20:00:00Z', token: 'x' };
    await writeFile(join(out, '.hecha.lock'), JSON.stringify(holder));
    await expect(lockFolder(out)).rejects.toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await lockFolder(out);
    await expect(lockFolder(out)).rejects.toThrow(`process ${process.pid}`);
    await lock.release();
  });
});
