import type { Dataset } from './dataset.js';
import { date, personId, personName } from './fields.js';

export const death: Dataset = {
  id: 'death',
  title: { zh: '死亡人员', en: 'Deaths' },
  department: { zh: '公安·民政', en: 'Public security and civil affairs' },
  fields: {
    name: personName,
    id_number: personId,
    died_on: date('Died on', ['死亡日期', '死亡时间', '死亡年月'], { signature: true }),
    cancelled_on: date('Struck off on', ['注销日期', '注销时间', '火化日期', '户口注销日期'], {
      signature: true,
    }),
  },
  keys: [['id_number']],
  hints: ['死亡', '销户', '注销'],
};
