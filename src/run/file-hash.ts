import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from '../ingest/hash-file.js';

/** One file of a run, as the manifest lists it. */
export interface HashedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Every file of a folder and of the folders in it, by path (with `/`, relative to the folder), in code-unit order. */
export async function hashFolder(folder: string): Promise<HashedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  const files: HashedFile[] = [];
  for (const path of paths) files.push({ path, ...(await hashFile(join(folder, path))) });
  return files;
}
