import { AREA, BENEFIT_STATUS, MODE } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, personId, personName, township, village } from './fields.js';

export const tekun: Dataset = {
  id: 'tekun',
  title: { zh: '特困供养', en: 'Extreme-hardship support (tekun)' },
  department: { zh: '民政', en: 'Civil affairs' },
  fields: {
    name: personName,
    id_number: personId,
    mode: code('Support mode', ['供养方式', '供养形式', '救助供养方式'], MODE, { signature: true }),
    area: code('Area', ['城乡类别', '城乡类型', '城乡'], AREA, { default: 'rural' }),
    status: code('Status', ['状态', '供养状态', '在保状态'], BENEFIT_STATUS, { default: 'active' }),
    township,
    village,
  },
  keys: [['id_number']],
  hints: ['特困', '五保', '供养'],
};
