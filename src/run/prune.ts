import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { HechaError } from '../errors.js';
import { lockFolder } from './lock.js';
import { removeAside, repairRuns } from './repair.js';
import { diskFiles, type RunFiles } from './run-files.js';
import { MANIFEST, type RunRecord, readRun, runsIn } from './run-record.js';
import { asWriteFailure } from './write-failure.js';

/** A run in a folder of runs. */
export interface RunThere {
  readonly name: string;
  readonly asOf: string;
  /** Bytes on the disk. */
  readonly size: number;
  /** Why one that is not among the newest is kept: `latest` names it, or it is the previous run of that one. */
  readonly keptFor?: 'latest' | { readonly previousOf: string };
}

export interface Pruned {
  /** Removed (or to be removed), the oldest first. */
  readonly removed: readonly RunThere[];
  /** The newest first. */
  readonly kept: readonly RunThere[];
  /** Runs that are gone, of which there is a folder of worklists. */
  readonly worklists: readonly string[];
}

export interface PruneOptions {
  /** Runs that are kept, at least 1. */
  readonly keep: number;
  /** Only says what would be removed. */
  readonly dryRun?: boolean;
  readonly files?: RunFiles;
}

/** The folder that `hecha worklist` writes into, one folder a run. */
const WORKLISTS = 'worklists';

/**
 * Removes the oldest runs of a folder, by as-of day and, of one day, by when they were published (the time of `manifest.json`). Never the one that
 * `latest` names, nor one that a run that is kept was held against, without which that could not be verified, nor anything that is no run. Each goes
 * by a rename first, so that a kill leaves either the whole run or what the next start removes.
 * @throws HechaError HC1001 when there is no such folder, HC5001 when a run is being made in it, HC5002 when it cannot be written to
 */
export async function pruneRuns(out: string, options: PruneOptions): Promise<Pruned> {
  const { files = diskFiles } = options;
  if (!(await isFolder(out))) throw new HechaError('HC1001', { path: out });
  if (options.dryRun) return plan(out, options.keep);
  try {
    const lock = await lockFolder(out);
    try {
      await repairRuns(out, files);
      const pruned = await plan(out, options.keep);
      for (const { name } of pruned.removed) await removeAside(out, name, files);
      return { ...pruned, worklists: await orphans(out, new Set(pruned.kept.map(({ name }) => name))) };
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw asWriteFailure(error, out);
  }
}

async function plan(out: string, keep: number): Promise<Pruned> {
  const runs: { run: RunRecord; there: RunThere; published: number }[] = [];
  for (const name of await runsIn(out)) {
    const folder = join(out, name);
    // What cannot be read as a run may be anything: it is left alone.
    const run = await readRun(folder).catch(() => undefined);
    if (!run) continue;
    const { mtimeMs } = await stat(join(folder, MANIFEST));
    runs.push({
      run,
      there: { name, asOf: run.manifest.as_of, size: await sizeOf(folder) },
      published: mtimeMs,
    });
  }
  runs.sort(
    (a, b) =>
      compare(b.there.asOf, a.there.asOf) || b.published - a.published || compare(b.there.name, a.there.name),
  );
  const latest = await realpath(join(out, 'latest')).then(basename, () => undefined);
  const kept = new Map<string, RunThere>();
  for (const { there } of runs.slice(0, keep)) kept.set(there.name, there);
  const old = runs.slice(keep);
  const ofLatest = old.find(({ there }) => there.name === latest);
  if (ofLatest) kept.set(ofLatest.there.name, { ...ofLatest.there, keptFor: 'latest' });
  // What the kept ones were held against; what those were, nobody needs to verify them.
  for (const { run, there } of runs.filter(({ there: { name } }) => kept.has(name))) {
    const previous = old.find((each) => each.there.name === run.manifest.previous?.run_id);
    if (previous && !kept.has(previous.there.name))
      kept.set(previous.there.name, { ...previous.there, keptFor: { previousOf: there.name } });
  }
  return {
    removed: old
      .map(({ there }) => there)
      .filter(({ name }) => !kept.has(name))
      .reverse(),
    kept: runs.flatMap(({ there }) => kept.get(there.name) ?? []),
    worklists: await orphans(out, new Set(kept.keys())),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names of folders of worklists whose run is not among those that stay. */
async function orphans(out: string, staying: ReadonlySet<string>): Promise<string[]> {
  const entries = await readdir(join(out, WORKLISTS), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !staying.has(entry.name))
    .map(({ name }) => name)
    .sort();
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let size = 0;
  for (const entry of entries) {
    if (entry.isFile()) size += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return size;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
