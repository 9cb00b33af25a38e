import type { Finding } from '../findings/finding.js';
import { findingColumns } from './finding-rows.js';
import type { FindingSink } from './finding-sink.js';
import { csvLine } from './spreadsheet-safe.js';
import { createTextFile } from './text-file.js';

/** Spreadsheets take a CSV file for UTF-8 only with this in front. */
export const BOM = '\ufeff';

/** Opens `findings.csv`: every finding, English column names, evidence and parameters as JSON, CR LF. */
export async function openFindingsCsv(path: string): Promise<FindingSink> {
  const file = await createTextFile(path);
  await file.write(BOM + csvLine(findingColumns));
  return {
    async write(findings) {
      for (const finding of findings) await file.write(csvLine(cells(finding)));
    },
    close: () => file.close(),
    abandon: () => file.abandon(),
  };
}

const cells = (finding: Finding): string[] =>
  findingColumns.map((column) => {
    const value = finding[column];
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
