import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** Runs `use` with a folder of its own and removes it afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'hecha-synth-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** SHA-256 of every file of a folder, by name. */
export async function hashes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const entries = await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const bytes = await readFile(join(folder, name));
      return [name, createHash('sha256').update(bytes).digest('hex')];
    }),
  );
  return Object.fromEntries(entries);
}

/** The text of a CSV file, by whichever of the encodings it is in; fails on a byte that neither has. */
export async function decoded(path: string): Promise<{ text: string; encoding: string }> {
  const bytes = await readFile(path);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // The other one.
    }
  }
  throw new Error('neither UTF-8 nor GB18030');
}

/** The records of a CSV file, ragged ones as they are. */
export async function records(path: string): Promise<string[][]> {
  const { text } = await decoded(path);
  return parse(text, { bom: true, relax_column_count: true }) as string[][];
}

/** truth.csv as objects. */
export async function truthOf(folder: string): Promise<Record<string, string>[]> {
  const { text } = await decoded(join(folder, 'truth.csv'));
  return parse(text, { bom: true, columns: true }) as Record<string, string>[];
}
