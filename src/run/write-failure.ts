import { HechaError } from '../errors.js';

/** What a disk, a quota, a limit or a permission can cause. Anything else is a fault of ours and stays as it is. */
const MACHINE_CODES = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOTDIR',
  'EEXIST',
  'ENAMETOOLONG',
]);

/** A failure to write as the error HC5002 with its system code; any other error unchanged. `out` is named, no file in it. */
export function asWriteFailure(error: unknown, out: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return MACHINE_CODES.has(code) ? new HechaError('HC5002', { dir: out, detail: code }) : error;
}
