import type { Dataset } from './dataset.js';
import { id, name } from './fields.js';
import { householdLevel, personFields } from './person.js';

const { household_no, province, city, county, township, village, group, village_code } = personFields;

export const household: Dataset = {
  id: 'household',
  title: { zh: '贫困户信息', en: 'Registered households' },
  department: { zh: '扶贫', en: 'Poverty alleviation' },
  fields: {
    ...(household_no && { household_no }),
    ...(province && { province }),
    ...(city && { city }),
    ...(county && { county }),
    ...(township && { township }),
    ...(village && { village }),
    ...(group && { group }),
    ...(village_code && { village_code }),
    head_name: name('Head of household', ['户主姓名', '户主', 'aac029']),
    head_id: id('Head’s ID number', [
      '户主证件号码',
      '户主身份证号',
      '户主身份证号码',
      '户主身份证',
      'aac031',
    ]),
    ...householdLevel,
  },
  keys: [['household_no'], ['head_name', 'head_id']],
  roster: true,
  hints: ['贫困户信息', '贫困户'],
};
