import type { FindingState } from '../findings/state.js';
import { createTextFile } from './text-file.js';

/** Writes `state.jsonl`: every finding that is known, one object a line, by id; UTF-8, LF. */
export async function writeStates(path: string, states: readonly FindingState[]): Promise<void> {
  const file = await createTextFile(path);
  try {
    for (const state of states) await file.write(`${JSON.stringify(state)}\n`);
    await file.close();
  } finally {
    await file.abandon();
  }
}
