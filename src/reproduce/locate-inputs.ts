import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { HechaError } from '../errors.js';
import { hashFile } from '../ingest/hash-file.js';
import { filesBelow } from '../ingest/inputs.js';
import type { RecordedRun } from './recorded-run.js';

/** A file that a run has read, and what is there of it today. */
export interface LocatedFile {
  /** How the run names it. */
  readonly name: string;
  /** SHA-256 of what the run has read; null where it could not even be opened then. */
  readonly expected: string | null;
  /** Where it is; of one that has changed, where the other file is that has its name. */
  readonly path?: string;
  /** SHA-256 of what is there. */
  readonly found?: string;
  readonly state: 'same' | 'changed' | 'missing';
}

interface Candidate {
  readonly path: string;
  readonly size: number;
}

/**
 * Finds the inputs of a run again: in the folders that are named, by SHA-256 whatever they are called there; else where the run found them, and where
 * that is from the run's own folder, in case all was moved together. A file of another content counts as changed when it has the name.
 * @param folders where the user says that they are
 * @throws HechaError HC1001 for a folder that is not there
 */
export async function locateInputs(run: RecordedRun, folders: readonly string[]): Promise<LocatedFile[]> {
  const { reading, located } = run.recorded;
  const named: Candidate[] = [];
  for (const folder of folders) named.push(...(await candidatesIn(folder)));
  const hashes = new Map<string, Promise<string>>();
  const hashOf = (path: string): Promise<string> => {
    const known = hashes.get(path) ?? hashFile(path).then(({ sha256 }) => sha256);
    hashes.set(path, known);
    return known;
  };
  const files: LocatedFile[] = [];
  for (const { name, size, sha256 } of reading.files) {
    const place = located.inputs.find((each) => each.name === name);
    const usual = place ? [resolve(run.folder, place.from_run), place.path] : [];
    const there: Candidate[] = [];
    for (const path of usual) there.push(...(await candidate(path)));
    const sameName = named
      .filter(({ path }) => basename(path) === basename(name))
      .sort((a, b) => Number(endsWith(b.path, name)) - Number(endsWith(a.path, name)));
    files.push(await choose([...sameName, ...named], there));

    async function choose(first: readonly Candidate[], then: readonly Candidate[]): Promise<LocatedFile> {
      const of = { name, expected: sha256 };
      for (const group of [first, then]) {
        for (const each of group) {
          if (size !== null && each.size !== size) continue;
          if (sha256 === null ? each === group[0] : (await hashOf(each.path)) === sha256)
            return { ...of, path: each.path, state: 'same' };
        }
        const other = group === first ? sameName[0] : then[0];
        if (other) return { ...of, path: other.path, found: await hashOf(other.path), state: 'changed' };
      }
      return { ...of, state: 'missing' };
    }
  }
  return files;
}

const endsWith = (path: string, name: string): boolean => path.replaceAll('\\', '/').endsWith(`/${name}`);

async function candidatesIn(folder: string): Promise<Candidate[]> {
  const info = await stat(folder).catch(() => undefined);
  if (!info) throw new HechaError('HC1001', { path: folder });
  if (!info.isDirectory()) return candidate(folder);
  const found: Candidate[] = [];
  for (const name of await filesBelow(folder, '', new Set()))
    found.push(...(await candidate(join(folder, name))));
  return found;
}

async function candidate(path: string): Promise<Candidate[]> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ? [{ path: resolve(path), size: info.size }] : [];
}
