import type { Bilingual } from '../../bilingual.js';

/** Texts of what is said of several nights: `hecha diff` and `hecha status`. */
export const loopTexts = {
  'change.new': { zh: '新增', en: 'new' },
  'change.changed': { zh: '有变化', en: 'changed' },
  'change.gone': { zh: '消失', en: 'gone' },
  'change.unjudged': { zh: '未核查', en: 'not judged' },
  'diff.title': { zh: '{a} → {b}', en: '{a} → {b}' },
  'diff.same': { zh: '相同 {count} 条。', en: '{count} are the same.' },
  'diff.none': { zh: '两次的疑点相同（{count} 条）。', en: 'Both have the same findings ({count}).' },
  'diff.unjudged': {
    zh: '“未核查”：后一次没有运行这条规则，不知道还在不在。',
    en: '"Not judged": the later run did not run that rule, so nobody knows.',
  },
  'diff.more': {
    zh: '另有 {count} 条没有列出：用 --workbook 写成表格，或用 --json。',
    en: '{count} more are not listed: write all of them with --workbook or --json.',
  },
  'diff.sheet': { zh: '差异', en: 'Differences' },
  'diff.change': { zh: '变化', en: 'Change' },
  'status.title': {
    zh: '整改台账：{county}，截至 {asOf}（{run}）',
    en: 'Rectification ledger: {county}, as of {asOf} ({run})',
  },
  'status.sheet': { zh: '整改台账', en: 'Rectification' },
  'status.found': { zh: '发现', en: 'Found' },
  'status.confirmed': { zh: '属实', en: 'True' },
  'status.refuted': { zh: '不属实', en: 'False' },
  'status.unverifiable': { zh: '无法核实', en: 'Unclear' },
  'status.unanswered': { zh: '未核实', en: 'Unanswered' },
  'status.rectified': { zh: '已整改', en: 'Put right' },
  'status.by-itself': { zh: '自行消失', en: 'Vanished' },
  'status.rule-changed': { zh: '标准调整', en: 'Rule changed' },
  'status.outstanding': { zh: '未销号', en: 'Open' },
  'status.oldest': { zh: '最长天数', en: 'Oldest (d)' },
  'status.overdue': { zh: '超期', en: 'Overdue' },
  'status.all': { zh: '合计', en: 'Total' },
  'status.no-township': { zh: '（全县）', en: '(county)' },
  'status.about': {
    zh: '属实含部分属实；已整改＝核实属实、数据中已不再有；自行消失＝没有核实属实、数据中已不再有；超期＝自首次发现超过 {days} 天仍未销号，或报称已整改而数据中还有。',
    en: 'True includes partly true. Put right: found true, and gone from the data. Vanished: gone without having been found true. Overdue: open for more than {days} days since it was first found, or said to be put right and still there.',
  },
  'status.rates': { zh: '各规则核实情况', en: 'Verdicts by rule' },
  'status.no-verdicts': {
    zh: '还没有核实结果：用 hecha worklist 生成核实清单，填好后用 hecha feedback 读入。',
    en: 'There are no verdicts yet: make worklists with hecha worklist, and read them back with hecha feedback.',
  },
  'status.partial': { zh: '部分属实', en: 'Partly' },
  'status.share': { zh: '属实率', en: 'Hit rate' },
  'status.reasons': { zh: '不属实的原因', en: 'Why refuted' },
  'status.workbook': { zh: '已写入 {path}', en: 'Written: {path}' },
} as const satisfies Record<string, Bilingual>;
