import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Rule } from '../rules/load.js';

/** The folder of a run that holds copies of the county's own rules. */
export const OWN_RULES = 'rules';

/** Copies the county's own rules that run into the run's folder, so that it can be done again when they have changed or gone. */
export async function keepOwnRules(rules: readonly Rule[], folder: string): Promise<void> {
  for (const { path, file } of rules) {
    if (path === undefined) continue;
    const copy = join(folder, OWN_RULES, file);
    await mkdir(dirname(copy), { recursive: true, mode: 0o700 });
    await copyFile(path, copy);
  }
}
