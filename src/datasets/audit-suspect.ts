import { AUDIT_ACTION } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, personId, personName, text, township, village } from './fields.js';

export const auditSuspect: Dataset = {
  id: 'audit_suspect',
  title: { zh: '审计疑似名单', en: '2016 audit suspects' },
  department: { zh: '审计', en: 'Audit' },
  fields: {
    name: personName,
    id_number: personId,
    household_no: text('Household number', ['户编号', '贫困户编号', '户编码']),
    problem: text('Problem', ['疑点类型', '疑似问题类型', '问题类型', '疑似问题', '疑点'], {
      signature: true,
    }),
    action: code('Action', ['处理结果', '处理情况', '处理意见', '核实处理结果'], AUDIT_ACTION, {
      signature: true,
    }),
    found_on: date('Found on', ['发现时间', '审计时间', '发现日期', '处理日期']),
    township,
    village,
  },
  keys: [['id_number']],
  hints: ['审计', '疑似'],
};
