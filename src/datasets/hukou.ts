import { HUKOU_STATUS, RELATION } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, personId, personName, text, township, village } from './fields.js';

export const hukou: Dataset = {
  id: 'hukou',
  title: { zh: '户籍', en: 'Household register' },
  department: { zh: '公安', en: 'Public security' },
  fields: {
    hukou_no: text('Register number', ['户号', '户口簿号', '户口号', '户籍号', '户口编号'], {
      signature: true,
    }),
    name: personName,
    id_number: personId,
    relation: code('Relation to head', ['与户主关系', '户主关系', '关系', '家庭关系'], RELATION),
    township,
    village,
    status: code('Status', ['户籍状态', '人员状态', '状态', '户口状态'], HUKOU_STATUS, {
      default: 'present',
    }),
  },
  keys: [['hukou_no'], ['id_number']],
  hints: ['户籍', '户口'],
};
