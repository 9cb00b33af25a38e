import type { Verdict } from '../../src/findings/verdicts.js';

/** A verdict as a township gives it: a car that was sold. */
export const aVerdict = (change: Partial<Verdict> = {}): Verdict => ({
  finding_id: 'aaaaaaaaaaaa',
  verdict: 'refuted',
  reason: 'sold',
  action: 'keep',
  note: '',
  completed_on: '',
  by: '李四',
  on: '2017-08-05',
  attachment: '',
  fingerprint: 'f1',
  run_id: '2017-07-31-00000000',
  source: '甲乡.xlsx!错评#5',
  ...change,
});
