import { areaRow, areaTitles } from './area-table.js';
import { BOM } from './findings-csv.js';
import type { AreaComparison, ReportModel } from './model.js';
import { csvLine } from './spreadsheet-safe.js';
import { createTextFile } from './text-file.js';

/** Writes the reconciliation of the two datasets, one line an area, whether it was flagged or not. */
export async function writeAreasCsv(
  path: string,
  model: ReportModel,
  areas: readonly AreaComparison[],
): Promise<void> {
  const file = await createTextFile(path);
  try {
    await file.write(BOM + csvLine(areaTitles(model)));
    for (const area of areas) {
      await file.write(csvLine(areaRow(model, area).map((value) => (value === null ? '' : String(value)))));
    }
    await file.close();
  } finally {
    await file.abandon();
  }
}
