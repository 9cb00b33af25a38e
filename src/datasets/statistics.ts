import type { Dataset } from './dataset.js';
import { date, int, text } from './fields.js';

export const statistics: Dataset = {
  id: 'statistics',
  title: { zh: '统计监测', en: 'Statistical monitoring' },
  department: { zh: '统计', en: 'Statistics' },
  fields: {
    county: text('County', ['县(市、区、旗)', '县', '区县', '县区', '县(区)', '县(市、区)']),
    township: text('Township', ['乡(镇)', '乡镇', '镇', '乡', '乡镇名称']),
    village: text('Village', ['行政村', '村', '村名', '村名称']),
    year: date('Year', ['年度', '年份', '统计年度']),
    poor_households: int('Poor households', ['贫困户数', '贫困户', '贫困户数(户)']),
    poor_persons: int('Poor persons', ['贫困人口数', '贫困人口', '贫困人数', '贫困人口数(人)'], {
      signature: true,
    }),
    rural_population: int('Rural population', ['乡村人口', '农村人口', '乡村人口数', '农村人口数'], {
      signature: true,
    }),
  },
  keys: [['county', 'township', 'village'], ['poor_persons']],
  hints: ['统计', '监测'],
};
