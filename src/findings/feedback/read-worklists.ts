import type { HechaError } from '../../errors.js';
import { isInputError } from '../../ingest/fault.js';
import { findInputs, type InputPath } from '../../ingest/inputs.js';
import type { Verdict } from '../verdicts.js';
import { type AnswerRow, answerRows } from './answer-rows.js';
import { filledSheets } from './filled-sheets.js';
import { findingIdOf, judgeRow, type KnownTask, type ReadOptions } from './judge-row.js';
import type { FeedbackProblem } from './problems.js';

/** What the rows of one file came to. */
export interface FileCount {
  readonly file: string;
  readonly verdicts: number;
  readonly empty: number;
  readonly problems: number;
}

/** Worklists as they came back, cell by cell, before anything is made of them. */
export interface ReturnedFiles {
  readonly files: readonly { readonly file: string; readonly rows: readonly AnswerRow[] }[];
  /** Files that cannot be read. */
  readonly unreadable: readonly HechaError[];
  /** Names of files in the folders that are no tables. */
  readonly others: readonly string[];
}

export interface WorklistsRead {
  /** In the order of files, sheets and rows. */
  readonly verdicts: readonly Verdict[];
  readonly problems: readonly FeedbackProblem[];
  /** Rows that nobody has filled in. */
  readonly empty: number;
  readonly files: readonly FileCount[];
}

/**
 * The rows of every file, and which files cannot be read; nothing is made of them yet.
 * @param paths files, and folders with all tables below them
 * @throws HechaError HC1001, HC1002 when there is no file
 */
export async function readReturned(paths: readonly string[]): Promise<ReturnedFiles> {
  const { inputs, others } = await findInputs(paths);
  const files: { file: string; rows: AnswerRow[] }[] = [];
  const unreadable: HechaError[] = [];
  for (const input of inputs) {
    try {
      files.push({ file: input.name, rows: await rowsOf(input) });
    } catch (error) {
      if (!isInputError(error)) throw error;
      unreadable.push(error);
    }
  }
  return { files, unreadable, others };
}

const rowsOf = async (input: InputPath): Promise<AnswerRow[]> =>
  (await filledSheets(input)).flatMap((sheet) => answerRows(input.name, sheet));

/** Every finding id that the rows name. */
export function idsIn({ files }: ReturnedFiles): Set<string> {
  return new Set(files.flatMap(({ rows }) => rows.map(findingIdOf)).filter((id) => id !== ''));
}

/** What the rows say, held against the findings that are known. */
export function judgeReturned(
  { files }: Pick<ReturnedFiles, 'files'>,
  known: ReadonlyMap<string, KnownTask>,
  options: ReadOptions = {},
): WorklistsRead {
  const verdicts: Verdict[] = [];
  const problems: FeedbackProblem[] = [];
  const counts: FileCount[] = [];
  for (const { file, rows } of files) {
    const before = { verdicts: verdicts.length, problems: problems.length };
    let empty = 0;
    if (rows.length === 0) problems.push({ file, place: file, code: 'not-a-worklist' });
    for (const row of rows) {
      const judged = judgeRow(row, known, options);
      if (judged.kind === 'verdict') verdicts.push(judged.verdict);
      else if (judged.kind === 'problem') problems.push(judged.problem);
      else if (judged.isTask) empty += 1;
    }
    counts.push({
      file,
      verdicts: verdicts.length - before.verdicts,
      empty,
      problems: problems.length - before.problems,
    });
  }
  const empty = counts.reduce((total, count) => total + count.empty, 0);
  return { verdicts, problems, empty, files: counts };
}
