import type { Dataset } from './dataset.js';
import { date, ID_HEADERS, id, name, text, township, village, yesno } from './fields.js';

export const water: Dataset = {
  id: 'water',
  title: { zh: '安全饮水', en: 'Safe drinking water' },
  department: { zh: '水利', en: 'Water' },
  fields: {
    household_no: text('Household number', ['户编号', '贫困户编号', '户编码']),
    name: name('Head of household', ['户主姓名', '户主', '姓名']),
    id_number: id('ID number', [...ID_HEADERS, '户主身份证号', '户主身份证号码', '户主证件号码']),
    safe: yesno('Safe', ['是否达标', '饮水是否达标', '饮水安全是否达标', '是否安全', '达标情况', '达标否'], {
      signature: true,
    }),
    surveyed_on: date('Surveyed on', ['认定日期', '核查日期', '调查日期', '认定时间']),
    township,
    village,
  },
  keys: [['household_no', 'id_number'], ['safe']],
  hints: ['饮水', '水利'],
};
