import { readdir, stat } from 'node:fs/promises';
import { basename, join, posix, resolve } from 'node:path';
import { HechaError } from '../errors.js';
import { hashFile } from './hash-file.js';

/** A file to read. */
export interface InputPath {
  readonly path: string;
  /** How reports name it: its path below the folder that was given, with `/`, the same wherever that folder lies. */
  readonly name: string;
  /** Where it stands, as the configuration may name it: its whole path, that of a member below its archive's. */
  readonly origin?: string;
}

/** Endings that a folder is searched for; what a file really is, its bytes tell. A file that is named itself is always read. */
const TABLES = /\.(?:csv|txt|tsv|tab|xlsx|xlsm|xltx|xls|xlt|et|ett|zip)$/i;

export const isTable = (name: string): boolean => TABLES.test(name);

/** Endings of files in which data are sent and which are not read: they are told, so that nobody takes them for audited. */
const OTHERS =
  /\.(?:pdf|docx?|wps|pptx?|ods|numbers|dbf|mdb|accdb|sqlite|db|html?|mht|mhtml|xml|rar|7z|gz|tar|jpe?g|png|bmp|tiff?|xlsb|sav|dta)$/i;

const isOtherData = (name: string): boolean => OTHERS.test(name);

/** Lies among the inputs and is none. */
const CONFIGURATION = 'hecha.yaml';

/** What the given paths hold. */
export interface FoundInputs {
  /** Files to read, in the order of their names. */
  readonly inputs: readonly InputPath[];
  /** Names of files that may hold data, in formats that are not read. */
  readonly others: readonly string[];
}

/**
 * The files that the given paths mean: files as they are, folders with all tables below them. Runs of hecha (folders with a
 * manifest), hecha.yaml, what `skip` names, hidden files and the lock files of open workbooks (`~$…`) are left out.
 * @param configured files that the configuration names: read wherever they lie, whatever they are called
 * @throws HechaError HC1001 for a path where nothing is, HC1002 when there is no table at all.
 */
export async function findInputs(
  paths: readonly string[],
  skip: readonly string[] = [],
  configured: readonly InputPath[] = [],
): Promise<FoundInputs> {
  const skipped = new Set(skip.map((path) => resolve(path)));
  const found = new Map<string, string>();
  const others: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new HechaError('HC1001', { path });
    // `hecha audit exports/*` names our own file too.
    if (info.isFile() && (skipped.has(resolve(path)) || basename(path) === CONFIGURATION)) continue;
    if (info.isDirectory()) {
      for (const name of await filesBelow(path, '', skipped)) {
        if (isTable(name)) found.set(resolve(path, name), name);
        else if (isOtherData(name)) others.push(name);
      }
    } else found.set(resolve(path), basename(path));
  }
  for (const { path, name } of configured) if (!found.has(resolve(path))) found.set(resolve(path), name);
  if (found.size === 0) throw new HechaError('HC1002', { path: paths.join(' ') });
  const inputs = distinctNames([...found].map(([path, name]) => ({ path, name })));
  return { inputs, others: others.sort() };
}

/** The files below a folder, by their paths from it with `/`. */
export async function filesBelow(root: string, below: string, skip: ReadonlySet<string>): Promise<string[]> {
  const folder = join(root, below);
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some((entry) => entry.name === 'manifest.json')) return [];
  const names: string[] = [];
  for (const entry of entries) {
    const name = posix.join(below, entry.name);
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    if (skip.has(resolve(folder, entry.name))) continue;
    if (entry.isDirectory()) names.push(...(await filesBelow(root, name, skip)));
    else names.push(name);
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
