import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HechaError } from '../errors.js';
import type { Io } from './io.js';

/** Folders for passing copies, by the process that made them. */
const PREFIX = 'hecha-';
const MADE_BY = /^hecha-(\d+)-/;

/**
 * Runs work that needs a folder for passing copies, for its owner's eyes only; it is gone afterwards, whatever happens. What a killed
 * process left is removed too, for it may hold people's data.
 * @throws HechaError HC5002 when there is no room for one
 */
export async function withTemporary<T>(io: Io, work: (folder: string) => Promise<T>): Promise<T> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new HechaError('HC5002', { dir: tmpdir(), detail: error.code ?? 'mkdtemp' });
    },
  );
  io.onSignal(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(2);
  });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    const owner = Number(MADE_BY.exec(name)?.[1]);
    if (owner > 0 && !isAlive(owner)) {
      // Another user's cannot be removed, and is not ours to remove.
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** A process that may not be signalled is there all the same. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
