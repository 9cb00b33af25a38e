import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST, type RunRecord, readRun } from './run-record.js';

/**
 * The run at a path or, where that is a folder of runs, its latest.
 * @throws HechaError HC5005 when there is neither
 */
export async function latestRun(path: string): Promise<RunRecord> {
  const isThere = (name: string): Promise<boolean> =>
    access(join(path, name)).then(
      () => true,
      () => false,
    );
  const isFolderOfRuns = !(await isThere(MANIFEST)) && (await isThere('latest'));
  return readRun(isFolderOfRuns ? join(path, 'latest') : path);
}
