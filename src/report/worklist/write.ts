import { families } from '../../rules/header.js';
import { createWorkbook } from '../workbook/file.js';
import { type Book, EXCEL_ROWS } from '../workbook/table.js';
import { writeChoices } from './choices.js';
import { writeWorklistCover } from './cover.js';
import { writeTaskSheet } from './task-sheet.js';
import type { Task, Worklist } from './worklist.js';

/**
 * Writes one workbook to be filled in: a cover that says how, and a sheet for each family that has findings in it.
 * @throws as the disk does
 */
export async function writeWorklist(path: string, worklist: Worklist): Promise<void> {
  const file = await createWorkbook(path);
  const book: Book = { file, names: new Set(), lang: worklist.lang, sheetRows: EXCEL_ROWS };
  try {
    const byFamily = groupByFamily(worklist.tasks);
    await writeWorklistCover(book, worklist, byFamily);
    for (const [family, tasks] of byFamily) await writeTaskSheet(book, worklist, { family, tasks });
    await writeChoices(book);
    await file.close();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

/** In the order of the reports. */
function groupByFamily(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  const groups = new Map<string, Task[]>(families.map((family) => [family, []]));
  for (const task of tasks) {
    const group = groups.get(task.finding.family) ?? [];
    group.push(task);
    groups.set(task.finding.family, group);
  }
  return new Map([...groups].filter(([, group]) => group.length > 0));
}
