import { GRADE, RENOVATION } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, ID_HEADERS, id, name, text, township, village, yesno } from './fields.js';

export const dwelling: Dataset = {
  id: 'dwelling',
  title: { zh: '危房鉴定', en: 'Dwelling safety survey' },
  department: { zh: '住建', en: 'Housing' },
  fields: {
    name: name('Head of household', ['户主姓名', '户主', '姓名']),
    id_number: id('Head’s ID number', ['户主身份证号', '户主身份证号码', '户主证件号码', ...ID_HEADERS]),
    household_no: text('Household number', ['户编号', '贫困户编号', '户编码']),
    grade: code('Grade', ['鉴定等级', '危房等级', '房屋鉴定等级', '住房鉴定等级', '危房级别'], GRADE, {
      signature: true,
    }),
    main: yesno('Main dwelling', ['是否主要居住用房', '是否主要住房', '主要居住用房'], { default: 'true' }),
    occupied: yesno('Occupied', ['是否有人居住', '有人居住'], { default: 'true' }),
    surveyed_on: date('Surveyed on', ['鉴定日期', '鉴定时间']),
    renovation: code('Renovation', ['改造状态', '改造情况'], RENOVATION),
    completed_on: date('Completed on', ['竣工日期', '竣工时间', '竣工验收时间']),
    township,
    village,
  },
  keys: [['household_no', 'id_number'], ['grade']],
  hints: ['危房', '住房鉴定'],
};
