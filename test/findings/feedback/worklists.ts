import { join } from 'node:path';
import exceljs from 'exceljs';
import type { KnownTask, ReadOptions } from '../../../src/findings/feedback/judge-row.js';
import {
  judgeReturned,
  readReturned,
  type WorklistsRead,
} from '../../../src/findings/feedback/read-worklists.js';
import { type AnswerColumn, answerColumns, keyColumns } from '../../../src/findings/worklist-columns.js';
import type { Task, Worklist } from '../../../src/report/worklist/worklist.js';
import { writeWorklist } from '../../../src/report/worklist/write.js';
import type { RuleHeader } from '../../../src/rules/header.js';
import { reportModel, vehicleFinding } from '../../report/fixture.js';

/** Ids of the four findings of the worklist, in the order of its rows. */
export const ids = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd'] as const;

export const tasks: readonly Task[] = ids.map((finding_id, index) => ({
  finding: vehicleFinding({ finding_id, status: 'new', household_no: `8600000000000${index}` }),
  fingerprint: `fp${finding_id.slice(0, 10)}`,
}));

/** What is known of the four. */
const known: ReadonlyMap<string, KnownTask> = new Map(
  tasks.map(({ finding }) => [
    finding.finding_id,
    { rule_id: finding.rule_id, household_no: finding.household_no },
  ]),
);

export const rules: ReadonlyMap<string, RuleHeader> = new Map(
  reportModel({} as never, {}).rules.map(({ header }) => [header.id, header]),
);

export const worklist = (change: Partial<Worklist> = {}): Worklist => ({
  lang: 'zh',
  county: '清水县',
  area: '白沙镇',
  asOf: '2017-07-31',
  runId: '2017-07-31-0123abcd',
  mask: 'none',
  tasks,
  rules,
  ...change,
});

/** A worklist as somebody opens it: its workbook, the sheet of the findings, and where its columns are. */
export interface Opened {
  readonly book: exceljs.Workbook;
  readonly sheet: exceljs.Worksheet;
  column(title: string): number;
  /** Fills in the row of a finding. */
  fill(id: string, answers: Partial<Record<AnswerColumn, exceljs.CellValue>>): void;
  save(name?: string): Promise<string>;
}

/** Writes the worklist into a folder and opens it as a program would. */
export async function openedWorklist(folder: string, change: Partial<Worklist> = {}): Promise<Opened> {
  const list = worklist(change);
  const written = join(folder, `.written-${Math.random()}.xlsx`);
  await writeWorklist(written, list);
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(written);
  const sheet = book.worksheets[1];
  if (!sheet) throw new Error('no sheet of findings');
  const column = (title: string): number => {
    let found = 0;
    sheet.getRow(2).eachCell((cell, at) => {
      if (cell.value === title) found = at;
    });
    if (found === 0) throw new Error(`no column ${title}`);
    return found;
  };
  return {
    book,
    sheet,
    column,
    fill(id, answers) {
      sheet.eachRow((row, number) => {
        if (number < 3 || row.getCell(column(keyColumns.finding_id[list.lang])).value !== id) return;
        for (const [answer, value] of Object.entries(answers))
          row.getCell(column(answerColumns[answer as AnswerColumn][list.lang])).value = value;
      });
    },
    async save(name = '白沙镇.xlsx') {
      const path = join(folder, name);
      await book.xlsx.writeFile(path);
      return path;
    },
  };
}

/** Reads worklists back and holds them against what is known. @throws the first fault of a file that cannot be read */
export async function readWorklists(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<WorklistsRead> {
  const returned = await readReturned(paths);
  const [fault] = returned.unreadable;
  if (fault) throw fault;
  return judgeReturned(returned, known, options);
}
