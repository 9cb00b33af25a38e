import { STAFF_STATUS } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, personId, personName, text } from './fields.js';

export const payroll: Dataset = {
  id: 'payroll',
  title: { zh: '财政供养', en: 'Fiscal payroll' },
  department: { zh: '财政·编办', en: 'Finance and staffing office' },
  fields: {
    name: personName,
    id_number: personId,
    employer: text('Employer', ['单位', '单位名称', '工作单位', '所在单位']),
    post: text('Post', ['职务', '岗位', '职务职级']),
    kind: text('Staffing kind', ['编制', '人员类别', '编制类型', '编制性质', '人员身份'], {
      signature: true,
    }),
    status: code('Status', ['状态', '人员状态', '在职状态', '在职情况'], STAFF_STATUS),
  },
  keys: [['id_number']],
  hints: ['财政供养', '工资', '编制', '供养人员'],
};
