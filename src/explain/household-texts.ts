import type { Bilingual } from '../bilingual.js';

/** What the page of a household says around what it shows. */
export const householdTexts = {
  title: { zh: '户 {number} 的全部数据', en: 'All data about household {number}' },
  lead: { zh: '核查 {run}，核查日 {day}，{county}', en: 'Run {run}, as of {day}, {county}' },
  'section.members': { zh: '家庭成员（{count} 人）', en: 'Members ({count})' },
  'section.findings': { zh: '疑点（{count} 条）', en: 'Findings ({count})' },
  'section.without': { zh: '没有这一户记录的数据', en: 'Extracts without a row about it' },
  'not-given': { zh: '这次核查没有的数据：{datasets}', en: 'Not given in this run: {datasets}' },
  'members.none': { zh: '名册中没有这一户的成员', en: 'the roster has no member of it' },
  'findings.none': { zh: '没有疑点', en: 'none' },
  'id.unmatched': { zh: '证件号码有误，不能比对', en: 'wrong number, not matched' },
  'by.household': { zh: '按户编号', en: 'by household number' },
  'by.member': { zh: '按 {name} 的证件号码', en: 'by the ID number of {name}' },
  'inputs.changed': {
    zh: '这些文件的内容已与核查时不同，下面是现在的内容：{files}',
    en: 'These files are no longer what the run has read, and are shown as they are now: {files}',
  },
  separator: { zh: '、', en: ', ' },
} as const satisfies Record<string, Bilingual>;
