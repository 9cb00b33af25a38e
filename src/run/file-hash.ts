import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** One file of a run, as the manifest lists it. */
export interface HashedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** Reads a file once, in pieces. @returns its size in bytes and SHA-256 in hex. */
async function hashFile(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async (pieces) => {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      size += piece.length;
      hash.update(piece);
    }
  });
  return { size, sha256: hash.digest('hex') };
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
