import { INSURANCE_KIND, INSURANCE_STATUS } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, money, personId, personName, text } from './fields.js';

export const socialSecurity: Dataset = {
  id: 'social_security',
  title: { zh: '社会保险', en: 'Social insurance' },
  department: { zh: '人社', en: 'Human resources and social security' },
  fields: {
    name: personName,
    id_number: personId,
    kind: code('Insurance', ['险种', '险种类型', '参保险种', '险种名称'], INSURANCE_KIND, {
      signature: true,
    }),
    employer: text('Employer', ['单位名称', '参保单位', '单位', '工作单位', '参保单位名称']),
    status: code('Status', ['参保状态', '缴费状态', '人员参保状态', '状态'], INSURANCE_STATUS),
    post: text('Post', ['岗位', '用工性质', '岗位类型', '岗位性质']),
    base: money('Monthly contribution base', ['月缴费基数', '缴费基数', '缴费工资']),
    last_paid: date('Last paid', ['最近缴费年月', '最后缴费年月', '最近缴费时间']),
    pension: money('Monthly pension', ['月养老金', '养老金', '月待遇', '月养老待遇', '待遇金额']),
  },
  keys: [['id_number']],
  hints: ['社保', '社会保险', '养老保险', '参保'],
};
