import { join, resolve } from 'node:path';
import type { RunFiles } from './run-files.js';

const NAME = 'latest';
/** What the new link is called until it is renamed into place; removed at the next start if it stays behind. */
export const LINK_DRAFT = '.hecha-latest';

/**
 * Points `<out>/latest` at the run, by a rename over the old link; on Windows a junction, which cannot be renamed over and
 * is removed first.
 * @returns the system's error code where the file system or the permissions do not allow it; the run itself is not touched.
 */
export async function linkLatest(
  out: string,
  runId: string,
  { files, windows }: { files: RunFiles; windows: boolean },
): Promise<string | undefined> {
  const draft = join(out, LINK_DRAFT);
  const link = join(out, NAME);
  try {
    await files.rm(draft, { force: true });
    if (windows) {
      await files.symlink(resolve(out, runId), draft, 'junction');
      // Of a junction only the link goes, never what it points at; a real folder of that name is not empty and stays.
      await files.rmdir(link).catch(() => undefined);
    } else {
      await files.symlink(runId, draft);
    }
    await files.rename(draft, link);
    return undefined;
  } catch (error) {
    await files.rm(draft, { force: true }).catch(() => undefined);
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  }
}
