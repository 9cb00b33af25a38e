import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { linkLatest } from './latest-link.js';
import { type Lock, type LockMachine, lockFolder } from './lock.js';
import { ASIDE_PREFIX, removeAside, repairRuns, TEMPORARY_PREFIX } from './repair.js';
import { diskFiles, isThere, type RunFiles, removeAll, renamePatiently } from './run-files.js';
import { asWriteFailure } from './write-failure.js';

const MANIFEST = 'manifest.json';

interface Published {
  /** The run's folder, `<out>/<run-id>`. */
  readonly folder: string;
  /** The system's error code when `latest` could not be changed; the run is published all the same. */
  readonly latestFailed?: string;
}

/** A run that is being made. Nothing of it is seen under its name until `publish`. */
export interface RunFolder {
  /** Where the reports are written: all that is here is published. */
  readonly path: string;
  /** For what the engine spills and whatever else is not published. */
  readonly scratch: string;
  /**
   * Makes the reports durable, writes the manifest last, and renames all of it to `<out>/<run-id>`; then `latest`.
   * @throws HC5002 when the disk does not allow it; the last run is untouched then.
   */
  publish(run: { runId: string; manifest: string }): Promise<Published>;
  /** Gives up: removes everything temporary and the lock. Harmless after `publish`. */
  discard(): Promise<void>;
  /** The same for a signal, when nothing can be awaited. Never throws. */
  discardSync(): void;
}

export interface RunFolderOptions {
  /** The folder that holds the runs; made when it is not there. */
  readonly out: string;
  readonly files?: RunFiles;
  readonly machine?: LockMachine;
  readonly windows?: boolean;
}

/**
 * Locks the folder of runs, puts right what killed runs left in it, and opens a new temporary folder there, so that the last
 * rename stays on one file system.
 * @throws HC5001 when another run is at work there, HC5002 when it cannot be written to.
 */
export async function openRunFolder(options: RunFolderOptions): Promise<RunFolder> {
  const { out, files = diskFiles, windows = process.platform === 'win32' } = options;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asWriteFailure(error, out);
    }
  };
  const lock = await guard(async () => {
    await files.mkdir(out, { recursive: true, mode: 0o700 });
    return await lockFolder(out, options.machine);
  });
  const temporary = join(out, `${TEMPORARY_PREFIX}${process.pid}`);
  const path = join(temporary, 'run');
  const scratch = join(temporary, 'scratch');
  const discard = async (): Promise<void> => {
    await removeAll(files, temporary).catch(() => undefined);
    await lock.release();
  };
  try {
    await guard(async () => {
      await repairRuns(out, files);
      for (const folder of [temporary, path, scratch]) await files.mkdir(folder, { mode: 0o700 });
    });
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    path,
    scratch,
    async publish({ runId, manifest }) {
      const folder = join(out, runId);
      await guard(async () => {
        await makeDurable(files, path, windows);
        await writeDurably(files, join(path, MANIFEST), manifest);
        await syncFolder(files, path, windows);
        await swapIn({ files, windows, out, path, runId });
      });
      // From here on the run is published: what still fails must not say that it is not.
      await syncFolder(files, out, windows).catch(() => undefined);
      const latestFailed = await linkLatest(out, runId, { files, windows });
      await syncFolder(files, out, windows).catch(() => undefined);
      await removeAside(out, `${ASIDE_PREFIX}${runId}`, files).catch(() => undefined);
      await discard();
      return { folder, ...(latestFailed !== undefined && { latestFailed }) };
    },
    discard,
    discardSync: () => discardSync(temporary, lock),
  };
}

/**
 * The rename that publishes. A run of that name that is there already is set aside first, and put back when the new one
 * cannot take its place; between the two renames only a kill can come, and the next start puts it back then.
 */
export async function swapIn(swap: {
  files: RunFiles;
  windows: boolean;
  out: string;
  path: string;
  runId: string;
}): Promise<void> {
  const { files, out, path, runId } = swap;
  const folder = join(out, runId);
  if (!(await isThere(files, folder))) {
    await renamePatiently(swap, path, folder);
    return;
  }
  const aside = join(out, `${ASIDE_PREFIX}${runId}`);
  await renamePatiently(swap, folder, aside);
  try {
    await renamePatiently(swap, path, folder);
  } catch (error) {
    await files.rename(aside, folder);
    throw error;
  }
}

/** Every file private and on the disk, then the folders that list them. */
export async function makeDurable(files: RunFiles, folder: string, windows: boolean): Promise<void> {
  for (const entry of await files.readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      await makeDurable(files, path, windows);
      await files.chmod(path, 0o700);
      await syncFolder(files, path, windows);
    } else {
      await files.chmod(path, 0o600);
      const file = await files.open(path, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  }
}

export async function writeDurably(files: RunFiles, path: string, text: string): Promise<void> {
  const file = await files.open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Names are durable once their folder is; Windows cannot open a folder and does without. */
export async function syncFolder(files: RunFiles, path: string, windows: boolean): Promise<void> {
  if (windows) return;
  const folder = await files.open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function discardSync(temporary: string, lock: Lock): void {
  try {
    rmSync(temporary, { recursive: true, force: true });
  } catch {
    // The next start removes it.
  }
  lock.releaseSync();
}
