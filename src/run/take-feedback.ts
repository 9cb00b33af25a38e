import type { HechaError } from '../errors.js';
import type { ReadOptions } from '../findings/feedback/judge-row.js';
import {
  idsIn,
  judgeReturned,
  readReturned,
  type WorklistsRead,
} from '../findings/feedback/read-worklists.js';
import { type Taken, takeVerdicts } from '../findings/feedback/take.js';
import { appendLedger, readLedger } from '../findings/ledger.js';
import { knownTasks } from './known-tasks.js';
import { lockFolder } from './lock.js';
import type { RunRecord } from './run-record.js';
import { asWriteFailure } from './write-failure.js';

export interface Feedback extends WorklistsRead, Taken {
  /** Names of files in the folders that are no tables. */
  readonly others: readonly string[];
}

/**
 * Reads filled-in worklists and adds what they say to the ledger of the run's folder: all usable verdicts that it does not have, in one replacement of
 * the file, or none.
 * @returns what was read and taken; or, and then nothing was, the files that cannot be read
 * @throws HechaError HC1001, HC1002 for the paths, HC5001, HC5002, HC5006, HC5008 for the folder of runs
 */
export async function takeFeedback(
  run: RunRecord,
  paths: readonly string[],
  options: ReadOptions,
): Promise<Feedback | { readonly unreadable: readonly HechaError[] }> {
  const returned = await readReturned(paths);
  if (returned.unreadable.length > 0) return { unreadable: returned.unreadable };
  const read = judgeReturned(returned, await knownTasks(run, idsIn(returned)), options);
  try {
    const lock = await lockFolder(run.out);
    try {
      const taken = takeVerdicts(await readLedger(run.out), read.verdicts);
      if (taken.fresh.length > 0) await appendLedger(run.out, taken.fresh);
      return { ...read, ...taken, others: returned.others };
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw asWriteFailure(error, run.out);
  }
}
