import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { HechaError } from '../errors.js';

/** What the lock asks of the machine; tests give their own. */
export interface LockMachine {
  readonly pid: number;
  readonly host: string;
  now(): Date;
  isAlive(pid: number): boolean;
  /** When that process began, in the machine's own words; undefined where it cannot be told. */
  birthOf(pid: number): string | undefined;
}

export interface Lock {
  release(): Promise<void>;
  /** The same for the moment of exit, when nothing can be awaited. Never throws. */
  releaseSync(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  /** Tells a process from a later one that was given the same number. */
  readonly birth?: string;
  readonly token: string;
}

const NAME = '.hecha.lock';
/** A lock that cannot be read is given this long to be finished by whoever is writing it, in milliseconds. */
const UNFINISHED_MS = 10_000;

const thisMachine: LockMachine = {
  pid: process.pid,
  host: hostname(),
  now: () => new Date(),
  isAlive(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // EPERM: it is there, and somebody else's.
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
  birthOf(pid) {
    try {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      const stats = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command name in brackets may hold spaces; the start time is the 20th field after it (proc(5), field 22).
      return `${boot}/${stats.slice(stats.lastIndexOf(')') + 2).split(' ')[19]}`;
    } catch {
      return undefined;
    }
  },
};

/**
 * Takes the folder's lock: the file `.hecha.lock` with process, host and start. A lock whose process is gone is taken over.
 * @throws HC5001 when another run holds it.
 */
export async function lockFolder(out: string, machine: LockMachine = thisMachine): Promise<Lock> {
  const path = join(out, NAME);
  const birth = machine.birthOf(machine.pid);
  const holder: Holder = {
    pid: machine.pid,
    host: machine.host,
    since: machine.now().toISOString(),
    ...(birth !== undefined && { birth }),
    token: randomUUID(),
  };
  const text = JSON.stringify(holder);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (await create(path, text, holder.token)) {
      return {
        async release() {
          if ((await readIfThere(path)) === text) await rm(path, { force: true });
        },
        releaseSync() {
          try {
            if (readFileSync(path, 'utf8') === text) rmSync(path, { force: true });
          } catch {
            // Gone already.
          }
        },
      };
    }
    const found = await readIfThere(path);
    if (found === undefined) continue;
    const other = parse(found);
    if (other && !isStale(other, machine)) {
      throw new HechaError('HC5001', { dir: out, pid: other.pid, host: other.host, since: other.since });
    }
    if (!other && (await ageOf(path, machine)) < UNFINISHED_MS) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      continue;
    }
    await takeAway(path, found, holder.token);
  }
  throw new HechaError('HC5001', { dir: out, pid: '?', host: '?', since: '?' });
}

/** Puts the lock there, whole or not at all. @returns false when there is one already. */
async function create(path: string, text: string, token: string): Promise<boolean> {
  const draft = `${path}-${token}`;
  await writeNew(draft, text);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') return false;
    // A file system without hard links (FAT, some network shares): not whole at once, so readers wait for it.
    return await writeNew(path, text).then(
      () => true,
      (second: NodeJS.ErrnoException) => {
        if (second.code === 'EEXIST') return false;
        throw second;
      },
    );
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes the stale lock that was read, and no other: two that find it stale at once must not remove each other's. */
async function takeAway(path: string, stale: string, token: string): Promise<void> {
  const aside = `${path}-stale-${token}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  // Somebody took it over between our reading and our renaming: give it back, unless a third has come meanwhile.
  if ((await readIfThere(aside)) !== stale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function isStale(other: Holder, machine: LockMachine): boolean {
  // Of another machine's processes nothing can be known from here.
  if (other.host !== machine.host) return false;
  if (!machine.isAlive(other.pid)) return true;
  const birth = machine.birthOf(other.pid);
  return birth !== undefined && other.birth !== undefined && birth !== other.birth;
}

function parse(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return value && typeof value.pid === 'number' && typeof value.host === 'string'
      ? { since: '?', token: '', ...value, pid: value.pid, host: value.host }
      : undefined;
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function ageOf(path: string, machine: LockMachine): Promise<number> {
  try {
    return machine.now().getTime() - (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}
