import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GatherOptions } from '../audit/gather.js';
import { HechaError } from '../errors.js';
import { defaultPolicy } from './command.js';
import { configuredOptions } from './configured.js';
import type { Io } from './io.js';
import { day } from './option-values.js';

/** What the commands that read inputs and run no rule are told. */
export interface ReadingFlags {
  readonly config?: string;
  readonly asOf?: string;
  readonly memory: string;
}

/** How inputs are to be read, by command line and configuration. @throws HechaError HC1001, HC1003, HC2003 */
export async function readingOptions(
  paths: readonly string[],
  flags: ReadingFlags,
  io: Io,
): Promise<{ options: GatherOptions; found: string | undefined }> {
  const { options, found } = await configuredOptions(
    {
      config: flags.config,
      paths,
      out: undefined,
      policy: undefined,
      asOf: flags.asOf && day('--as-of', flags.asOf),
      rules: undefined,
    },
    { out: 'hecha-out', policy: defaultPolicy },
  );
  return {
    found,
    options: { ...options, notInputs: [options.out, ...(options.notInputs ?? [])], today: io.today() },
  };
}

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
