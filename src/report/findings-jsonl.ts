import { findingColumns } from './finding-rows.js';
import type { FindingSink } from './finding-sink.js';
import { createTextFile } from './text-file.js';

/** Opens `findings.jsonl`: the columns of `findings.csv`, one object a line, evidence and parameters nested; UTF-8, LF. */
export async function openFindingsJsonl(path: string): Promise<FindingSink> {
  const file = await createTextFile(path);
  return {
    async write(findings) {
      for (const finding of findings) {
        const entries = findingColumns.map((column) => [column, finding[column]] as const);
        await file.write(`${JSON.stringify(Object.fromEntries(entries))}\n`);
      }
    },
    close: () => file.close(),
    abandon: () => file.abandon(),
  };
}
