import { readAction, readReason, readVerdict, type Verdict } from '../verdicts.js';
import { type AnswerColumn, answerColumns } from '../worklist-columns.js';
import type { AnswerRow } from './answer-rows.js';
import type { FeedbackProblem, ProblemCode } from './problems.js';
import { typedDay } from './typed-day.js';

/** What must be known of a finding to tell whether an answer is about it. */
export interface KnownTask {
  readonly rule_id: string;
  readonly household_no: string;
}

export interface ReadOptions {
  /** YYYY-MM-DD; answers of later days are slips. Without it no day is too late. */
  readonly today?: string;
  /** The day of rows that name none. */
  readonly on?: string;
}

type Judged =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'problem'; readonly problem: FeedbackProblem }
  /** `isTask`: a row of the worklist that nobody has filled in; else a blank line or a remark. */
  | { readonly kind: 'empty'; readonly isTask: boolean };

/** What people write where there is nothing to say. */
const NOTHING = /^(?:无|[/\\、—–-]+)$/;
const answers = Object.keys(answerColumns) as AnswerColumn[];
const FINDING_ID = /^[a-z2-7]{12}$/;

/** What a row says: a verdict, nothing yet, or why it cannot be used. */
export function judgeRow(
  row: AnswerRow,
  known: ReadonlyMap<string, KnownTask>,
  options: ReadOptions,
): Judged {
  const problem = (code: ProblemCode, nearest?: string): Judged => ({
    kind: 'problem',
    problem: { file: row.file, place: row.place, code, ...(nearest !== undefined && { nearest }) },
  });
  const answer = (column: AnswerColumn): string => {
    const text = row.text(column);
    return NOTHING.test(text) ? '' : text;
  };
  const id = findingIdOf(row);
  if (row.isDamaged) return problem('damaged');
  if (answers.every((column) => answer(column) === '')) return { kind: 'empty', isTask: id !== '' };
  if (!row.columns.has('finding_id')) return problem('no-id-column');
  if (!FINDING_ID.test(id)) return problem('no-id');
  const task = known.get(id);
  if (!task) return problem('unknown-id');
  if (isMixedUp(row, task)) return problem('mixed-up');
  const fingerprint = row.text('fingerprint').toLowerCase();
  if (fingerprint === '') return problem('no-fingerprint');
  if (answer('verdict') === '') return problem('no-verdict');

  const verdict = readVerdict(answer('verdict'));
  if (!('code' in verdict)) return problem('unknown-verdict', verdict.nearest);
  const reason = answer('reason') === '' ? NONE : readReason(answer('reason'));
  if (!('code' in reason)) return problem('unknown-reason', reason.nearest);
  const action = answer('action') === '' ? NONE : readAction(answer('action'));
  if (!('code' in action)) return problem('unknown-action', action.nearest);
  if (verdict.code === 'refuted' && reason.code === '') return problem('no-reason');

  const { today, on: given } = options;
  const day = (column: 'on' | 'completed_on'): string | undefined =>
    answer(column) === '' ? '' : typedDay(row.raw(column) ?? '', row.date1904);
  const on = day('on') === '' ? given : day('on');
  if (on === undefined) return problem(answer('on') === '' ? 'no-day' : 'bad-day');
  if (today !== undefined && on > today) return problem('future-day');
  const completed_on = day('completed_on');
  if (completed_on === undefined) return problem('bad-completed');
  if (today !== undefined && completed_on > today) return problem('future-completed');
  return {
    kind: 'verdict',
    verdict: {
      finding_id: id,
      verdict: verdict.code,
      reason: reason.code,
      action: action.code,
      note: answer('note'),
      completed_on,
      by: answer('by'),
      on,
      attachment: answer('attachment'),
      fingerprint,
      run_id: row.text('run_id'),
      source: row.place,
    },
  };
}

const NONE = { code: '' } as const;

/** The id in a row, '' where there is none. */
export const findingIdOf = (row: AnswerRow): string =>
  row.text('finding_id').normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** Whether the row shows another rule or household than the finding's: then part of it was moved without the rest. */
function isMixedUp(row: AnswerRow, { rule_id, household_no }: KnownTask): boolean {
  const rule = row.text('rule').split(/\s/)[0] ?? '';
  if (rule !== '' && rule !== rule_id) return true;
  const household = row.text('household');
  // A program that took it for a number may have rounded it.
  const isExact = /^[\p{L}\p{N}-]+$/u.test(household) && !/^\d(?:\.\d+)?E\+?\d+$/i.test(household);
  return isExact && household_no !== '' && !household_no.includes('*') && household !== household_no;
}
