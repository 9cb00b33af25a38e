import type { Bilingual } from '../bilingual.js';

/** The columns of a worklist: what writes them and what reads filled-in ones back go by the same titles. */

/** What the person reads; locked. */
export const shownColumns = {
  number: { zh: '序号', en: 'No.' },
  status: { zh: '状态', en: 'Status' },
  severity: { zh: '等级', en: 'Grade' },
  rule: { zh: '规则', en: 'Rule' },
  clause: { zh: '政策条款', en: 'Clause' },
  village: { zh: '村', en: 'Village' },
  household: { zh: '户编号', en: 'Household no.' },
  name: { zh: '对象', en: 'Subject' },
  id_number: { zh: '证件号码', en: 'ID number' },
  message: { zh: '疑点说明', en: 'What was found' },
  verify: { zh: '核实要点', en: 'What to verify' },
  evidence: { zh: '依据', en: 'Evidence' },
} as const satisfies Record<string, Bilingual>;

/** What leads back to the finding; hidden, and in the midst of the row, so that whoever sorts a part of a sheet takes them along. */
export const keyColumns = {
  finding_id: { zh: '疑点编号', en: 'Finding' },
  fingerprint: { zh: '依据指纹', en: 'Fingerprint' },
  run_id: { zh: '运行编号', en: 'Run' },
} as const satisfies Record<string, Bilingual>;

/** What the person fills in. */
export const answerColumns = {
  verdict: { zh: '核实结果', en: 'Verdict' },
  reason: { zh: '原因', en: 'Reason' },
  action: { zh: '处理意见', en: 'Action' },
  note: { zh: '情况说明', en: 'Note' },
  completed_on: { zh: '整改完成日期', en: 'Rectified on' },
  by: { zh: '核实人', en: 'Verified by' },
  on: { zh: '核实日期', en: 'Verified on' },
  attachment: { zh: '佐证材料', en: 'Papers' },
} as const satisfies Record<string, Bilingual>;

/** Of use at a desk only: behind the columns that are printed. */
export const deskColumns = {
  sources: { zh: '数据来源', en: 'Sources' },
} as const satisfies Record<string, Bilingual>;

export type AnswerColumn = keyof typeof answerColumns;
