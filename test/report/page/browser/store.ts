import type { FindingBlock, PageData, PageRule } from '../../../../src/report/page/page-data.js';

const rule = (id: string, family: string, message: string): PageRule => ({
  id,
  title: `规则${id}`,
  family,
  clauses: ['(一)4'],
  predicate: '条件',
  verify: '核实',
  message,
  columns: [
    ['plate', '号牌', ''],
    ['state', '状态', 'vehicle.status'],
  ],
  parameters: [['年限', '10年']],
});

/** The data of a page with two rules, three places and every status. */
export const data: PageData = {
  lang: 'zh',
  texts: { yes: '是', no: '否', 'list-separator': '、', 'not-given': '（未填）', empty: '—' },
  rules: [
    rule('EX01', 'exit', '{name}已脱贫[[，状态{state}]][[!state|，状态不明]]'),
    rule('MI01', 'mis-identification', '{name}名下有{plate}'),
  ],
  families: { 'mis-identification': '识别疑点', exit: '退出疑点' },
  severities: [
    ['high', '高'],
    ['medium', '中'],
    ['low', '低'],
  ],
  confidences: [['exact', '一致']],
  statuses: [
    ['new', '新增'],
    ['closed:不属实', '已销号'],
    ['changed:不属实', '有变化'],
  ],
  codes: { 'vehicle.status': { A: '正常', B: '转出' } },
  clauses: { '(一)4': '条款' },
  places: [
    ['甲县', '东乡', '一村'],
    ['甲县', '东乡', '二村'],
    ['甲县', '西乡', '一村'],
  ],
  sources: ['车辆.csv', '名册.xlsx!一'],
  villages: [],
  words: [],
};

/** Four findings: id, severity, confidence, status, place, household, subject, ID number, sources, message, evidence. */
export const blocks: readonly FindingBlock[] = [
  {
    rule: 0,
    rows: [
      ['ex1', 1, 0, 0, 0, 'H2', '王**', '', '', 0, null, 'A,B'],
      ['ex2', 2, 0, 1, 2, 'H9', '李*', '', '', 0, null, null],
    ],
  },
  {
    rule: 1,
    rows: [
      ['mi1', 0, 0, 2, 1, 'H1', '张**', '620421********1234', '0:12,13;1:5', 0, '甘X1', 'Z'],
      ['mi2', 1, 0, 0, 2, 'H3', '赵*', '', '', '原话{plate}', true, null],
    ],
  },
];
