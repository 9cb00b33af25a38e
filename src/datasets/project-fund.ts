import type { Dataset } from './dataset.js';
import { date, money, text, township, village } from './fields.js';

export const projectFund: Dataset = {
  id: 'project_fund',
  title: { zh: '扶贫项目资金', en: 'Project funds' },
  department: { zh: '财政', en: 'Finance' },
  fields: {
    project: text('Project', ['项目名称', '项目', '扶贫项目', '工程名称']),
    township,
    village,
    source: text('Source of money', ['资金来源', '资金性质', '资金类别', '资金文号']),
    year: date('Year', ['年度', '资金年度', '项目年度', '年份']),
    allocated: money('Allocated', ['到位资金', '下达资金', '到位金额', '下达金额', '资金到位', '计划资金'], {
      signature: true,
    }),
    spent: money('Spent', ['已支出', '拨付金额', '支出金额', '已拨付', '已支出资金', '累计支出'], {
      signature: true,
    }),
    allocated_on: date('Allocated on', ['到位日期', '下达日期', '到位时间', '下达时间', '资金到位时间']),
    started_on: date('Work started on', ['开工日期', '开工时间', '项目开工日期']),
  },
  keys: [['project'], ['allocated']],
  hints: ['项目资金', '扶贫资金', '专项资金'],
};
