import { BUSINESS_KIND, BUSINESS_ROLE, BUSINESS_STATUS } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, ID_HEADERS, id, money, name, text } from './fields.js';

export const business: Dataset = {
  id: 'business',
  title: { zh: '工商登记', en: 'Business registration' },
  department: { zh: '市场监管', en: 'Market supervision' },
  fields: {
    name: name('Person', [
      '法定代表人',
      '股东',
      '经营者',
      '姓名',
      '法人代表',
      '负责人',
      '法定代表人(负责人)',
      '投资人',
    ]),
    id_number: id('ID number', [
      ...ID_HEADERS,
      '法定代表人身份证号',
      '法定代表人证件号码',
      '经营者身份证号',
      '负责人身份证号',
    ]),
    company: text('Company', ['企业名称', '名称', '市场主体名称', '字号名称', '主体名称'], {
      signature: true,
    }),
    kind: code('Kind', ['主体类型', '企业类型', '类型', '市场主体类型'], BUSINESS_KIND, { signature: true }),
    role: code('Role', ['角色', '身份', '担任职务', '任职身份', '人员身份'], BUSINESS_ROLE),
    capital: money('Registered capital', ['注册资本', '出资额', '注册资金', '资金数额'], { unit: 10_000 }),
    status: code('Status', ['经营状态', '登记状态', '企业状态', '状态', '存续状态'], BUSINESS_STATUS),
    registered_on: date('Registered on', [
      '成立日期',
      '注册日期',
      '登记日期',
      '成立时间',
      '注册时间',
      '登记时间',
    ]),
  },
  keys: [['id_number']],
  hints: ['工商', '市场主体', '企业'],
};
