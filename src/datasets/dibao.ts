import { AREA, BENEFIT_STATUS, CLASS, LABOUR } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, ID_HEADERS, id, money, personId, personName, township, village } from './fields.js';

export const dibao: Dataset = {
  id: 'dibao',
  title: { zh: '低保', en: 'Minimum living allowance (dibao)' },
  department: { zh: '民政', en: 'Civil affairs' },
  fields: {
    name: personName,
    id_number: personId,
    head_id: id('Head’s ID number', [
      '户主身份证号',
      '户主身份证号码',
      '户主证件号码',
      '户主身份证',
      '户主证件号',
      '申请人身份证号',
    ]),
    class: code('Dibao class', ['低保类别', '保障类别', '保障类型', '低保档次', '低保等级'], CLASS, {
      signature: true,
    }),
    area: code('Area', ['城乡类别', '城乡类型', '低保类型', '城乡'], AREA, { default: 'rural' }),
    labour: code('Labour capacity', ['劳动能力', '劳动力状况', '劳动能力状况'], LABOUR),
    status: code('Status', ['状态', '保障状态', '在保状态', '享受状态'], BENEFIT_STATUS, {
      default: 'active',
    }),
    started_on: date('Started on', ['享受起始时间', '享受开始时间', '起始年月', '享受时间', '开始享受时间'], {
      signature: true,
    }),
    amount: money('Monthly amount', ['月保障金', '月保障金额', '保障金额', '月补助金额', '月低保金'], {
      signature: true,
    }),
    township,
    village,
  },
  keys: [['id_number']],
  hints: ['低保', '最低生活保障'],
  wide: { name: ['姓名', '成员姓名', '家庭成员'], id_number: [...ID_HEADERS, '成员身份证号'] },
};
