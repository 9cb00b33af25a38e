import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HechaError } from '../errors.js';
import { LEDGER } from '../findings/ledger.js';
import { readRun } from '../run/run-record.js';
import type { Difference } from './difference.js';
import type { RecordedRun } from './recorded-run.js';

/** What a run took from earlier nights, found again. */
export interface EarlierNights {
  /** The folder of the run that it was held against. */
  readonly previous?: string;
  readonly differences: readonly Difference[];
  /** The previous run is not there. */
  readonly lost?: HechaError;
}

/**
 * Finds the previous run of a run: in the folder of runs, or in those that the user names.
 */
export async function findPrevious(run: RecordedRun, folders: readonly string[]): Promise<EarlierNights> {
  const { previous } = run.manifest;
  if (!previous) return { differences: [] };
  const of = { kind: 'previous', what: previous.run_id, recorded: previous.content } as const;
  let other: EarlierNights | undefined;
  for (const folder of [run.out, ...folders]) {
    const path = join(folder, previous.run_id);
    const found = await readRun(path).catch(() => undefined);
    if (!found) continue;
    const { content } = found.manifest;
    if (content === previous.content) return { previous: found.folder, differences: [] };
    other ??= {
      previous: found.folder,
      differences: [{ ...of, change: 'changed', found: content, where: found.folder }],
    };
  }
  return (
    other ?? {
      differences: [{ ...of, change: 'missing' }],
      lost: new HechaError('HC5022', { run: previous.run_id }),
    }
  );
}

/** Puts the verdicts that a run went by where an audit looks for them: into the folder of runs `out`. */
export async function layOutLedger(run: RecordedRun, out: string): Promise<void> {
  if (run.manifest.feedback)
    await copyFile(join(run.folder, LEDGER), join(out, LEDGER)).catch(() => undefined);
}
