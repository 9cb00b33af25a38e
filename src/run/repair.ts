import { join } from 'node:path';
import { LINK_DRAFT } from './latest-link.js';
import { isThere, type RunFiles, removeAll } from './run-files.js';

/** Folders of a run that is being made; whatever is left of one whose process is gone is rubbish. */
export const TEMPORARY_PREFIX = '.hecha-tmp-';
/** A run that is about to be replaced stands under this name until its successor is in place; always whole. */
export const ASIDE_PREFIX = '.hecha-old-';

/**
 * Puts right what killed runs left in the folder: a run set aside whose successor never came is put back, and everything
 * temporary is removed. Only for whoever holds the folder's lock.
 */
export async function repairRuns(out: string, files: RunFiles): Promise<void> {
  const names = await files.readdir(out);
  for (const name of names.filter((each) => each.startsWith(ASIDE_PREFIX))) {
    const run = join(out, name.slice(ASIDE_PREFIX.length));
    if (await isThere(files, run)) await removeAside(out, name, files);
    else await files.rename(join(out, name), run);
  }
  for (const name of names) {
    if (name.startsWith(TEMPORARY_PREFIX) || name === LINK_DRAFT) await removeAll(files, join(out, name));
  }
}

/** Removes a run, one that was set aside or any other: renamed first, so that a half-removed one is never taken for a whole one. */
export async function removeAside(out: string, name: string, files: RunFiles): Promise<void> {
  const rubbish = join(out, `${TEMPORARY_PREFIX}${name.replace(/^\./, '')}`);
  await removeAll(files, rubbish);
  await files.rename(join(out, name), rubbish);
  await removeAll(files, rubbish);
}
