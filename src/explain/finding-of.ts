import { HechaError } from '../errors.js';
import type { Finding } from '../findings/finding.js';
import { nearest } from '../nearest.js';
import { type RunRecord, readFindings } from '../run/run-record.js';

/** So few characters of an id that more than one finding would have them. */
const LEAST = 4;

/**
 * The finding of that id, or the only one whose id begins so.
 * @throws HechaError HC5023 when there is none, naming the nearest id; HC5024 when several begin so; HC5008 when the run keeps no findings
 */
export async function findingOf(run: RunRecord, id: string): Promise<Finding> {
  const wanted = id.trim().toLowerCase();
  const ids: string[] = [];
  const found: Finding[] = [];
  for await (const finding of readFindings(run)) {
    if (finding.finding_id === wanted) return finding;
    ids.push(finding.finding_id);
    if (wanted.length >= LEAST && finding.finding_id.startsWith(wanted)) found.push(finding);
  }
  const [only, second] = found;
  if (only && !second) return only;
  if (only) {
    const some = found.slice(0, 5).map(({ finding_id }) => finding_id);
    throw new HechaError('HC5024', { id, count: found.length, ids: some.join('、') });
  }
  // What was written may be meant as the beginning of an id only.
  const beginnings = new Map(ids.map((each) => [each.slice(0, Math.max(LEAST, wanted.length)), each]));
  const near = beginnings.get(nearest(wanted, beginnings.keys()) ?? '');
  throw new HechaError('HC5023', {
    id,
    run: run.manifest.run_id,
    ...(near !== undefined && { nearest: near }),
  });
}
