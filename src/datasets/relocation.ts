import type { Dataset } from './dataset.js';
import { date, ID_HEADERS, id, name, text, township, village, yesno } from './fields.js';

export const relocation: Dataset = {
  id: 'relocation',
  title: { zh: '易地扶贫搬迁', en: 'Relocation' },
  department: { zh: '发改', en: 'Development and reform' },
  fields: {
    household_no: text('Household number', ['户编号', '贫困户编号', '户编码']),
    name: name('Head of household', ['户主姓名', '户主', '姓名', '搬迁户主']),
    id_number: id('ID number', [...ID_HEADERS, '户主身份证号', '户主身份证号码', '户主证件号码']),
    plan_year: date('Planned year', ['计划年度', '搬迁年度', '计划搬迁年度', '搬迁计划年度'], {
      signature: true,
    }),
    built: yesno('House built', ['住房是否建成', '是否建成', '住房建成', '安置房是否建成'], {
      signature: true,
    }),
    moved_in: yesno('Moved in', ['是否入住', '是否搬迁入住', '是否已入住', '入住情况'], { signature: true }),
    moved_on: date('Moved in on', ['入住时间', '入住日期', '搬迁入住时间', '搬迁时间']),
    old_house_removed: yesno(
      'Old house removed',
      ['旧房是否拆除', '是否拆旧', '旧房拆除', '旧房是否拆除复垦'],
      {
        signature: true,
      },
    ),
    township,
    village,
  },
  keys: [
    ['household_no', 'id_number'],
    ['plan_year', 'built', 'moved_in', 'old_house_removed'],
  ],
  hints: ['搬迁', '易地'],
};
