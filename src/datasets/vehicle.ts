import { PLATE_KIND, VEHICLE_STATUS } from './codes.js';
import type { Dataset } from './dataset.js';
import { code, date, ID_HEADERS, id, list, money, name, text } from './fields.js';

export const vehicle: Dataset = {
  id: 'vehicle',
  title: { zh: '机动车', en: 'Motor vehicles' },
  department: { zh: '公安', en: 'Public security' },
  fields: {
    owner: name('Owner', ['所有人', '机动车所有人', '车主', '车主姓名', '所有人姓名', '姓名']),
    owner_id: id('Owner’s ID number', ['身份证明号码', '所有人身份证号', '车主身份证号', ...ID_HEADERS]),
    plate: text('Plate', ['号牌号码', '车牌号', '车牌号码', '号牌', '车牌'], { signature: true }),
    plate_kind: code('Plate kind', ['号牌种类'], PLATE_KIND, { signature: true }),
    vehicle_type: text('Vehicle type', ['车辆类型', '车型', '机动车类型'], { signature: true }),
    use: text('Use', ['使用性质']),
    brand: text('Brand', ['品牌', '中文品牌', '车辆品牌']),
    registered_on: date('First registered on', ['初次登记日期', '注册登记日期', '登记日期', '初登日期']),
    status: list('Status', ['机动车状态', '车辆状态', '状态'], VEHICLE_STATUS),
    changed_on: date('Changed on', ['转移登记日期', '状态变更日期', '变更日期', '注销日期']),
    price: money('Price', ['车价', '购车价格', '价格', '车辆价格']),
  },
  keys: [['owner_id']],
  hints: ['机动车', '车辆', '车管'],
};
