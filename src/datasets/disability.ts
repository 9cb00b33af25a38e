import { DISABILITY_CATEGORY, DISABILITY_LEVEL } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, ID_HEADERS, id, personName, township, village } from './fields.js';

export const disability: Dataset = {
  id: 'disability',
  title: { zh: '残疾人', en: 'Disabled persons' },
  department: { zh: '残联', en: 'Disabled Persons’ Federation' },
  fields: {
    name: personName,
    id_number: id('Disability certificate or ID number', [
      '残疾证号',
      '残疾人证号',
      '残疾证号码',
      '残疾人证号码',
      ...ID_HEADERS,
    ]),
    category: code('Category', ['残疾类别', '残疾类型'], DISABILITY_CATEGORY, { signature: true }),
    level: code('Level', ['残疾等级', '残疾级别'], DISABILITY_LEVEL, { signature: true }),
    township,
    village,
  },
  keys: [['id_number']],
  hints: ['残疾', '残联'],
};
