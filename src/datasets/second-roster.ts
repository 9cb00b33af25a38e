import type { Dataset } from './dataset.js';
import { personFields } from './person.js';

export const secondRoster: Dataset = {
  id: 'second_roster',
  title: { zh: '第二套名册', en: 'Second roster' },
  department: { zh: '统计·大数据平台', en: 'Statistics or big-data platform' },
  fields: personFields,
  keys: [['household_no'], ['name'], ['id_number']],
  roster: true,
  hints: ['第二套', '统计监测', '大数据平台', '大数据管理平台', '监测名单'],
};
