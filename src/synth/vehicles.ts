import { dayBetween, type Maker } from './maker.js';
import { type Random, weighted } from './random.js';
import type { Holder, Vehicle } from './records.js';

/** What kind of vehicle, as people speak of it. */
export type VehicleKind =
  | 'car'
  | 'truck'
  | 'motorcycle'
  | 'tricycle'
  | 'low-speed-truck'
  | 'tractor'
  | 'trailer'
  | 'wheelchair-car';

interface Make {
  /** In words and as codes of GA/T 16.4, as registers have them side by side. */
  readonly types: readonly string[];
  readonly plateKinds: readonly string[];
  readonly brands: readonly string[];
  readonly price: readonly [number, number];
}

const words = (text: string): readonly string[] => text.split(' ');

const makes: Readonly<Record<VehicleKind, Make>> = {
  car: {
    types: words('小型轿车 小型轿车 小型普通客车 小型越野客车 微型普通客车 K33 K31 K32'),
    plateKinds: ['02'],
    brands: words('五菱宏光 长安欧诺 吉利远景 大众捷达 比亚迪F3 哈弗H6 奇瑞QQ 东风小康 现代悦动 长城C30'),
    price: [28_000, 118_000],
  },
  truck: {
    types: words('轻型普通货车 轻型厢式货车 中型仓栅式货车 轻型自卸货车 H31 H21'),
    plateKinds: ['01', '02'],
    brands: words('福田时代 江淮帅铃 东风多利卡 解放小卡 跃进'),
    price: [42_000, 156_000],
  },
  motorcycle: {
    types: words('普通二轮摩托车 两轮摩托车 轻便二轮摩托车 M21 M22'),
    plateKinds: ['07'],
    brands: words('豪爵 嘉陵 宗申 隆鑫 五羊本田 钱江'),
    price: [3200, 8600],
  },
  tricycle: {
    types: words('正三轮载货摩托车 正三轮摩托车 三轮汽车 N11'),
    plateKinds: ['07'],
    brands: words('时风 五征 宗申 福田五星'),
    price: [6200, 18_000],
  },
  'low-speed-truck': {
    types: words('低速货车 低速载货汽车 H51'),
    plateKinds: ['13'],
    brands: words('时风 五征 北骏'),
    price: [18_000, 46_000],
  },
  tractor: {
    types: words('轮式拖拉机 小型轮式拖拉机 T11 T21'),
    plateKinds: ['14'],
    brands: words('东方红 福田雷沃 常发 兰驼'),
    price: [12_000, 68_000],
  },
  trailer: {
    types: words('轻型普通全挂车 普通全挂车 G31'),
    plateKinds: ['15'],
    brands: words('兰驼 自制'),
    price: [3000, 12_000],
  },
  'wheelchair-car': {
    types: ['残疾人机动轮椅车'],
    plateKinds: ['07'],
    brands: words('嘉陵 金彭'),
    price: [5600, 12_000],
  },
};

const plateLetters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'.split('');

/** A plate of a letter that Gansu has not given out. */
function plateNumber(from: Random): string {
  let plate = '甘Z';
  for (let index = 0; index < 5; index += 1) plate += from.pick(plateLetters);
  return plate;
}

/** Mopeds and three-wheelers have plates of their own; the others have those of their kind. */
function plateKindOf(type: string | undefined, usual: string): string {
  if (type === undefined) return usual;
  if (type === '三轮汽车' || type === 'N11') return '13';
  if (type === '轻便二轮摩托车' || type === 'M22') return '08';
  return /摩托|^M/.test(type) ? '07' : usual;
}

type Details = Partial<Pick<Vehicle, 'type' | 'plateKind' | 'registered' | 'status' | 'use' | 'changed'>>;

/** A vehicle of that kind in somebody's name: in use, not yet ten years old, unless the details say otherwise. */
export function vehicleOf(maker: Maker, owner: Holder, kind: VehicleKind, details: Details = {}): Vehicle {
  const from = maker.random;
  const make = makes[kind];
  const defaultUse = kind === 'wheelchair-car' ? '残疾人专用' : kind === 'truck' ? '货运' : '非营运';
  const plate = plateNumber(from);
  const usual = details.plateKind ?? from.pick(make.plateKinds);
  const type = 'type' in details ? details.type : from.pick(make.types);
  return {
    id: owner.id,
    name: owner.name,
    plate,
    plateKind: plateKindOf(type, usual),
    type,
    use: details.use ?? defaultUse,
    brand: from.pick(make.brands),
    registered: details.registered ?? dayBetween(maker, maker.year - 8, maker.year - 1),
    status: details.status ?? (from.chance(0.93) ? ['A'] : ['G']),
    changed: details.changed,
    price: from.chance(0.8) ? Math.round(from.between(make.price[0], make.price[1]) / 100) * 100 : undefined,
  };
}

/** States in which a vehicle is no longer in use. */
const endedStates = weighted<readonly string[]>([
  [['E'], 50],
  [['M'], 18],
  [['P'], 12],
  [['B'], 14],
  [['G', 'P'], 3],
  [['Q', 'M'], 2],
  [['C'], 1],
]);

/** A car that was scrapped, sold out of the county or stolen. */
export function endedCar(maker: Maker, owner: Holder): Vehicle {
  const registered = dayBetween(maker, maker.year - 16, maker.year - 9);
  return vehicleOf(maker, owner, 'car', {
    registered,
    status: endedStates(maker.random),
    changed: dayBetween(maker, maker.year - 4, maker.year),
  });
}

/** What farming families have in the yard, by share; none of it counts. */
const farmKind = weighted<VehicleKind>([
  ['motorcycle', 52],
  ['tricycle', 24],
  ['tractor', 15],
  ['low-speed-truck', 7],
  ['trailer', 2],
]);

/** A vehicle that does not count, whoever owns it. */
export function farmVehicle(maker: Maker, owner: Holder): Vehicle {
  const kind = farmKind(maker.random);
  // Registers leave the type out now and then; then the plate tells.
  const untyped = (kind === 'motorcycle' || kind === 'tractor') && maker.random.chance(0.04);
  return vehicleOf(maker, owner, kind, untyped ? { type: undefined } : {});
}
