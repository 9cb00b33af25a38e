import { join } from 'node:path';
import { HechaError } from '../errors.js';
import type { KnownTask } from '../findings/feedback/judge-row.js';
import { type RunRecord, readFindings, readRun, readStates, runsIn } from './run-record.js';

/**
 * The findings of those ids that a run or its neighbours know: the run itself first, then the others from the newest on, until all are found. A
 * worklist may come back weeks later, when its finding is long gone.
 * @throws HechaError HC5008 when the run's own record is not what it published
 */
export async function knownTasks(run: RunRecord, ids: ReadonlySet<string>): Promise<Map<string, KnownTask>> {
  const known = new Map<string, KnownTask>();
  const add = (task: KnownTask & { finding_id: string }): void => {
    const { finding_id, rule_id, household_no } = task;
    if (ids.has(finding_id) && !known.has(finding_id)) known.set(finding_id, { rule_id, household_no });
  };
  for (const state of await readStates(run)) add(state);
  const others = (await runsIn(run.out)).reverse().map((name) => join(run.out, name));
  for (const path of others) {
    if (known.size === ids.size) break;
    if (path === run.folder) continue;
    try {
      for (const task of await tasksOf(path)) add(task);
    } catch (error) {
      // A neighbour that is damaged is no reason to refuse what this run knows.
      if (!(error instanceof HechaError)) throw error;
    }
  }
  return known;
}

async function tasksOf(path: string): Promise<(KnownTask & { finding_id: string })[]> {
  const run = await readRun(path);
  const hasStates = run.manifest.outputs.some((output) => output.path === 'state.jsonl');
  if (hasStates) return readStates(run);
  const tasks: (KnownTask & { finding_id: string })[] = [];
  for await (const finding of readFindings(run)) tasks.push(finding);
  return tasks;
}
