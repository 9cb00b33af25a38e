import { businessOf } from '../jobs.js';
import { COUNTY } from '../places.js';
import { endedProperty, exemptProperty, propertyOf } from '../properties.js';
import { weighted } from '../random.js';
import type { Business, Property, Vehicle } from '../records.js';
import { endedCar, farmVehicle, vehicleOf } from '../vehicles.js';
import {
  BUSINESS_WORDS,
  NATURE_WORDS,
  PLATE_WORDS,
  ROLE_WORDS,
  RUNNING_WORDS,
  TITLE_WORDS,
  USAGE_WORDS,
  VEHICLE_STATE_WORDS,
} from '../words.js';
import type { Extract } from './extract.js';

const vehicleState = (row: Vehicle, letters: boolean, word: (state: string) => string): string =>
  letters || row.status.length > 1 ? row.status.join('') : word(row.status[0] ?? 'A');

export const vehicle: Extract<Vehicle> = {
  file: '公安局机动车登记信息.csv',
  format: 'gb18030',
  titles: [],
  style: { share: 0.015, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['机动车所有人', ({ name }, { dirt }) => dirt.name(name)],
    ['身份证明号码', ({ id }, { dirt }) => dirt.id(id)],
    ['号牌种类', ({ plateKind }, { dirt }) => dirt.code(plateKind, PLATE_WORDS)],
    ['号牌号码', ({ plate }) => plate],
    ['车辆类型', ({ type }) => type],
    ['中文品牌', ({ brand }) => brand],
    ['使用性质', ({ use }) => use],
    ['初次登记日期', ({ registered }, { dirt }) => dirt.date(registered)],
    [
      '机动车状态',
      (row, { dirt, random }) =>
        vehicleState(row, random.chance(0.4), (state) => dirt.code(state, VEHICLE_STATE_WORDS)),
    ],
    ['状态变更日期', ({ changed }, { dirt }) => dirt.date(changed)],
    ['车价(万元)', ({ price }, { dirt }) => dirt.tenThousands(price)],
  ],
  idColumn: 1,
  rows: (records) => records.vehicle,
  perHousehold: 13.4,
  large: true,
  stride: 3,
  strange: (who, maker) => {
    const roll = maker.random.next();
    if (roll < 0.06) return endedCar(maker, who);
    return roll < 0.62
      ? vehicleOf(maker, who, 'car')
      : roll < 0.74
        ? vehicleOf(maker, who, 'truck')
        : farmVehicle(maker, who);
  },
  rejects: ['malformed', 'missing', 'precision-lost'],
};

export const property: Extract<Property> = {
  file: '不动产登记中心房产登记信息.csv',
  format: 'utf-8',
  titles: [`${COUNTY}不动产登记信息`, '截止日期:2017-06-30'],
  style: { share: 0.015, date: 'iso', yes: ['是', '否'] },
  columns: [
    ['权利人', ({ name }, { dirt }) => dirt.name(name)],
    ['权利人证件号', ({ id }, { dirt }) => dirt.id(id)],
    ['不动产权证号', ({ certificate }) => certificate],
    ['坐落', ({ location }, { dirt }) => dirt.text(location)],
    ['规划用途', ({ usage }, { dirt }) => dirt.code(usage, USAGE_WORDS)],
    ['房屋性质', ({ nature }, { dirt }) => dirt.code(nature, NATURE_WORDS)],
    ['建筑面积', ({ area }) => area.toFixed(2)],
    ['登记时间', ({ registered }, { dirt }) => dirt.date(registered)],
    ['共有情况', ({ share }) => share],
    ['权属状态', ({ status }, { dirt }) => dirt.code(status, TITLE_WORDS)],
    ['变更日期', ({ changed }, { dirt }) => dirt.date(changed)],
  ],
  idColumn: 1,
  rows: (records) => records.property,
  perHousehold: 13.4,
  large: true,
  stride: 3,
  strange: (who, maker, village) => {
    const roll = maker.random.next();
    if (roll < 0.5) return propertyOf(maker, who);
    if (roll < 0.56) return propertyOf(maker, who, { usage: 'commercial' });
    return roll < 0.64
      ? endedProperty(maker, who)
      : exemptProperty(maker, who, village.township.name + village.name);
  },
  rejects: ['malformed', 'missing', 'precision-lost'],
};

const strangeKind = weighted<string>([
  ['individual', 66],
  ['limited', 20],
  ['cooperative', 9],
  ['sole', 4],
  ['partnership', 1],
]);

export const business: Extract<Business> = {
  file: '市场主体登记信息.csv',
  format: 'utf-8-bom',
  titles: [],
  style: { share: 0.03, date: 'slash', yes: ['是', '否'], wrapped: true },
  columns: [
    ['企业名称', ({ company }) => company],
    ['市场主体类型', ({ kind }, { dirt }) => dirt.code(kind, BUSINESS_WORDS)],
    ['法定代表人(负责人)', ({ name }, { dirt }) => dirt.name(name)],
    ['法定代表人身份证号', ({ id }, { dirt }) => dirt.id(id)],
    ['担任职务', ({ role }, { dirt }) => dirt.code(role, ROLE_WORDS)],
    ['注册资本', ({ capital }, { dirt }) => dirt.tenThousands(capital)],
    ['经营状态', ({ status }, { dirt }) => dirt.code(status, RUNNING_WORDS)],
    ['成立日期', ({ registered }, { dirt }) => dirt.date(registered)],
  ],
  idColumn: 3,
  rows: (records) => records.business,
  perHousehold: 0.5,
  stride: 7,
  strange: (who, maker) => businessOf(maker, who, strangeKind(maker.random)),
  rejects: ['malformed', 'missing'],
};
