import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { HechaError } from '../errors.js';
import { type HashedFile, hashFolder } from './file-hash.js';
import { lockFolder } from './lock.js';
import { makeDurable, swapIn, syncFolder, writeDurably } from './publish.js';
import { ASIDE_PREFIX, removeAside, repairRuns, TEMPORARY_PREFIX } from './repair.js';
import { diskFiles, removeAll } from './run-files.js';
import { asWriteFailure } from './write-failure.js';

/** What a folder of handed-out files says of itself: what it holds, so that a file that was changed since is known. */
const RECORD = 'worklists.json';

/** A folder of files for other people, made whole or not at all. */
export interface Handout {
  /** Where the files are written. */
  readonly path: string;
  /** Puts it in its place with a record of what it holds. @throws HC5002 when the disk does not allow it */
  publish(about: object): Promise<readonly HashedFile[]>;
  discard(): Promise<void>;
  /** The same for a signal, when nothing can be awaited. Never throws. */
  discardSync(): void;
}

/**
 * Opens a folder beside the one that is to be made or replaced. One that holds anything but what was handed out before stays: people may
 * have filled it in.
 * @throws HC5001 when another process is at work there, HC5002, HC5010 for files that were changed, HC5011 for files of others
 */
export async function openHandout(folder: string): Promise<Handout> {
  const target = resolve(folder);
  const parent = dirname(target);
  const files = diskFiles;
  const windows = process.platform === 'win32';
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asWriteFailure(error, folder);
    }
  };
  const lock = await guard(async () => {
    await files.mkdir(parent, { recursive: true, mode: 0o700 });
    return await lockFolder(parent);
  });
  const path = join(parent, `${TEMPORARY_PREFIX}${process.pid}`);
  const discard = async (): Promise<void> => {
    await removeAll(files, path).catch(() => undefined);
    await lock.release();
  };
  try {
    await guard(() => repairRuns(parent, files));
    await checkUntouched(target, folder);
    await guard(() => files.mkdir(path, { mode: 0o700 }));
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    path,
    discard,
    discardSync() {
      try {
        rmSync(path, { recursive: true, force: true });
      } catch {
        // The next start removes it.
      }
      lock.releaseSync();
    },
    async publish(about) {
      const held = await hashFolder(path);
      await guard(async () => {
        await makeDurable(files, path, windows);
        await writeDurably(
          files,
          join(path, RECORD),
          `${JSON.stringify({ ...about, files: held }, null, 2)}\n`,
        );
        await syncFolder(files, path, windows);
        // People may have begun to fill in while these were written.
        await checkUntouched(target, folder);
        await swapIn({ files, windows, out: parent, path, runId: basename(target) });
        await syncFolder(files, parent, windows).catch(() => undefined);
        await removeAside(parent, `${ASIDE_PREFIX}${basename(target)}`, files).catch(() => undefined);
      });
      await lock.release();
      return held;
    },
  };
}

/** That a folder is not there, empty, or holds what its record says and nothing else. */
async function checkUntouched(target: string, shown: string): Promise<void> {
  const names = await diskFiles
    .readdir(target, { withFileTypes: true })
    .catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw asWriteFailure(error, shown);
    });
  // What programs put beside an open workbook.
  const own = names.filter(({ name }) => !/^(?:~\$|\.)/.test(name));
  if (own.length === 0) return;
  const text = await readFile(join(target, RECORD), 'utf8').catch(() => undefined);
  const recorded = recordedFiles(text);
  if (!recorded) throw new HechaError('HC5011', { dir: shown });
  const found = await hashFolder(target);
  for (const { path, sha256 } of found) {
    if (path === RECORD || /^(?:~\$|\.)/.test(path)) continue;
    if (recorded.get(path) !== sha256) throw new HechaError('HC5010', { dir: shown, file: path });
  }
}

function recordedFiles(text: string | undefined): ReadonlyMap<string, string> | undefined {
  if (text === undefined) return undefined;
  try {
    const { files } = JSON.parse(text) as { files: HashedFile[] };
    return new Map(files.map(({ path, sha256 }) => [path, sha256]));
  } catch {
    return undefined;
  }
}
