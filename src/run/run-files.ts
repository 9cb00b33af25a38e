import * as fs from 'node:fs/promises';

/** The file operations that publishing stands on; tests pass their own to break one. */
export type RunFiles = Pick<
  typeof fs,
  'chmod' | 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'rmdir' | 'stat' | 'symlink'
>;

export const diskFiles: RunFiles = fs;

/** Removes a file or a folder with all in it; what is not there is removed already. */
export async function removeAll(files: RunFiles, path: string): Promise<void> {
  await files.rm(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
}

/** Whether something is there. */
export async function isThere(files: RunFiles, path: string): Promise<boolean> {
  try {
    await files.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Renames, and tries again for a second on Windows, where a virus scanner may hold a file for a moment after it was
 * written.
 */
export async function renamePatiently(
  { files, windows }: { files: RunFiles; windows: boolean },
  from: string,
  to: string,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!windows || attempt >= 5 || !['EPERM', 'EBUSY', 'EACCES'].includes(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
