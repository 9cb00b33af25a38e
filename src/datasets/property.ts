import { PROPERTY_NATURE, PROPERTY_STATUS, PROPERTY_USAGE } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, decimal, ID_HEADERS, id, name, text } from './fields.js';

export const property: Dataset = {
  id: 'property',
  title: { zh: '不动产', en: 'Real property' },
  department: { zh: '住建·自然资源', en: 'Housing and natural resources' },
  fields: {
    owner: name('Owner', [
      '权利人',
      '产权人',
      '所有权人',
      '房屋所有人',
      '权利人名称',
      '权利人姓名',
      '所有人',
    ]),
    owner_id: id('Owner’s ID number', [
      '权利人证件号',
      '权利人证件号码',
      '权利人身份证号',
      '产权人证件号',
      '产权人身份证号',
      ...ID_HEADERS,
    ]),
    certificate: text(
      'Certificate',
      ['不动产权证号', '房产证号', '房权证号', '产权证号', '不动产权证书号', '不动产证号'],
      { signature: true },
    ),
    location: text('Location', ['坐落', '房屋坐落', '不动产坐落', '房屋地址'], { signature: true }),
    usage: code('Usage', ['规划用途', '用途', '房屋用途'], PROPERTY_USAGE),
    nature: code('Nature', ['房屋性质', '权利性质', '权利类型', '房产性质'], PROPERTY_NATURE),
    area: decimal('Floor area (m²)', ['建筑面积', '房屋面积', '面积']),
    registered_on: date('Registered on', ['登记时间', '登记日期', '登簿时间', '房产登记日', '房产登记日期']),
    share: text('Share', ['共有情况', '共有方式']),
    status: code('Status', ['权属状态', '状态'], PROPERTY_STATUS, { default: 'in-force' }),
    changed_on: date('Changed on', ['转移日期', '变更日期', '转移时间', '注销时间', '注销日期', '变更时间']),
  },
  keys: [['owner_id']],
  hints: ['不动产', '房产', '产权'],
};
