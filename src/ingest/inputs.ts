import { readdir, stat } from 'node:fs/promises';
import { basename, join, posix, resolve } from 'node:path';
import { HechaError } from '../errors.js';
import { hashFile } from './hash-file.js';

/** A file to read. */
export interface InputPath {
  readonly path: string;
  /** How reports name it: its path below the folder that was given, with `/`, the same wherever that folder lies. */
  readonly name: string;
}

/** Endings that a folder is searched for; what a file really is, its bytes tell. A file that is named itself is always read. */
const TABLES = /\.(csv|txt|tsv|xlsx|xlsm|xls|et)$/i;

/** Lies among the inputs and is none. */
const CONFIGURATION = 'hecha.yaml';

/**
 * The files that the given paths mean: files as they are, folders with all tables below them. Runs of hecha (folders with a
 * manifest), hecha.yaml, what `skip` names, hidden files and the lock files of open workbooks (`~$…`) are left out. In the order of their names.
 * @throws HechaError HC1001 for a path where nothing is, HC1002 when there is no table at all.
 */
export async function findInputs(
  paths: readonly string[],
  skip: readonly string[] = [],
): Promise<InputPath[]> {
  const skipped = new Set(skip.map((path) => resolve(path)));
  const found = new Map<string, string>();
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new HechaError('HC1001', { path });
    // `hecha audit exports/*` names our own file too.
    if (info.isFile() && (skipped.has(resolve(path)) || basename(path) === CONFIGURATION)) continue;
    if (info.isDirectory()) {
      for (const name of await tablesBelow(path, '', skipped)) found.set(resolve(path, name), name);
    } else found.set(resolve(path), basename(path));
  }
  if (found.size === 0) throw new HechaError('HC1002', { path: paths.join(' ') });
  return distinctNames([...found].map(([path, name]) => ({ path, name })));
}

async function tablesBelow(root: string, below: string, skip: ReadonlySet<string>): Promise<string[]> {
  const folder = join(root, below);
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some((entry) => entry.name === 'manifest.json')) return [];
  const names: string[] = [];
  for (const entry of entries) {
    const name = posix.join(below, entry.name);
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    if (entry.isDirectory()) {
      if (!skip.has(resolve(folder, entry.name))) names.push(...(await tablesBelow(root, name, skip)));
    } else if (TABLES.test(entry.name) && !skip.has(resolve(folder, entry.name))) names.push(name);
  }
  return names;
}

/** Two files of one name (given one by one) are told apart by a number, in the order of their paths. */
function distinctNames(files: readonly InputPath[]): InputPath[] {
  const seen = new Map<string, number>();
  return [...files]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1))
    .map(({ path, name }) => {
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return { path, name: times === 1 ? name : `${name} (${times})` };
    });
}

/** Size and SHA-256 of a file, streamed. @throws HechaError HC3011 when it cannot be read. */
export async function fingerprint(input: InputPath): Promise<{ size: number; sha256: string }> {
  try {
    return await hashFile(input.path);
  } catch (error) {
    throw new HechaError('HC3011', {
      place: input.name,
      detail: (error as NodeJS.ErrnoException).code ?? 'read error',
    });
  }
}
