import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { RunRecord } from '../run/run-record.js';

export type FindingsById = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Files that hold the findings of a run, the fullest first; which there are, its formats decide. */
const FILES = ['findings.jsonl', 'state.jsonl'];

/**
 * The findings of a run as they stand in its folder today, changed or not.
 * @returns undefined where no file holds them
 */
export async function readFindingsById(run: RunRecord): Promise<FindingsById | undefined> {
  const file = FILES.find((name) => run.manifest.outputs.some(({ path }) => path === name));
  if (file === undefined) return undefined;
  const found = new Map<string, Readonly<Record<string, unknown>>>();
  try {
    const lines = createInterface({ input: createReadStream(join(run.folder, file), 'utf8') });
    for await (const line of lines) {
      const finding = parsed(line);
      if (typeof finding?.finding_id === 'string') found.set(finding.finding_id, finding);
    }
  } catch {
    // It is not there: that it is missing is told with the run's own files.
    return undefined;
  }
  return found;
}

/** A line that was damaged by hand is none. */
function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
