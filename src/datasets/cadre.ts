import { CADRE_POST } from './codes.js';
import type { Dataset } from './dataset.js';
import { date, list, personId, personName, township, village, yesno } from './fields.js';

export const cadre: Dataset = {
  id: 'cadre',
  title: { zh: '村干部', en: 'Village cadres' },
  department: { zh: '组织部', en: 'Organisation department' },
  fields: {
    name: personName,
    id_number: personId,
    township,
    village,
    post: list('Post', ['职务', '村干部职务', '现任职务', '岗位'], CADRE_POST),
    started_on: date('Took office on', ['任职时间', '任职起', '任职日期', '任职开始时间'], {
      signature: true,
    }),
    ended_on: date('Left office on', ['离任时间', '任职止', '离职时间', '卸任时间', '离任日期'], {
      signature: true,
    }),
    serving: yesno('Serving', ['是否现任', '是否在任', '现任'], { signature: true }),
  },
  keys: [['id_number']],
  hints: ['村干部', '村两委', '两委'],
};
