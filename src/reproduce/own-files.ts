import { contentHash } from '../report/manifest.js';
import { hashFolder } from '../run/file-hash.js';
import { MANIFEST } from '../run/run-record.js';
import type { Difference } from './difference.js';
import type { RecordedRun } from './recorded-run.js';

/** Holds a run's own files against its manifest, and the manifest against the hash that it has of itself. */
export async function checkOwnFiles(run: RecordedRun): Promise<Difference[]> {
  const { recorded, folder } = run;
  const differences: Difference[] = [];
  const content = contentHash(run.manifest);
  if (content !== recorded.content) {
    differences.push({
      kind: 'manifest',
      what: MANIFEST,
      change: 'changed',
      recorded: recorded.content,
      found: content,
    });
  }
  const there = new Map((await hashFolder(folder)).map(({ path, sha256 }) => [path, sha256]));
  there.delete(MANIFEST);
  for (const { path, sha256 } of recorded.outputs) {
    const found = there.get(path);
    if (found === undefined)
      differences.push({ kind: 'file', what: path, change: 'missing', recorded: sha256 });
    else if (found !== sha256)
      differences.push({ kind: 'file', what: path, change: 'changed', recorded: sha256, found });
    there.delete(path);
  }
  for (const [path, found] of there) differences.push({ kind: 'file', what: path, change: 'added', found });
  return differences;
}
