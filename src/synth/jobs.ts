import { dayBetween, type Maker } from './maker.js';
import { COUNTY, type Village } from './places.js';
import { type Random, weighted } from './random.js';
import type { Business, Cadre, Holder, Insurance, Payroll } from './records.js';

const words = (text: string): readonly string[] => text.split(' ');

const firmNames = words('陇兴 安达 鑫盛 恒源 绿源 丰泽 金穗 祥瑞 宏图 众合 富民 天成 永泰 润丰');
const firmTrades = words('商贸 建筑工程 农业科技 运输 食品 劳务 建材 物业服务 机械租赁 餐饮管理');
const offices = words(
  '县第一中学 县第二小学 县人民医院 县农业技术推广中心 县水务局 县林业局 县财政局 县交通运输局 县畜牧兽医局 县文化馆 镇人民政府 乡中心小学 乡卫生院',
);

const firmName = (from: Random): string =>
  `${COUNTY}${from.pick(firmNames)}${from.pick(firmTrades)}有限责任公司`;
const officeName = (from: Random): string =>
  from
    .pick(offices)
    .replace(/^县/, COUNTY)
    .replace(/^(镇|乡)/, `${COUNTY}城关$1`);

/** A month of the last half year, YYYY-MM. */
const lastMonth = (maker: Maker): string => {
  const month = Number(maker.asOf.slice(5, 7)) - maker.random.between(0, 3);
  return month > 0 ? `${maker.year}-${String(month).padStart(2, '0')}` : `${maker.year - 1}-12`;
};

/** Resident pension insurance: the old draw it, the others pay. */
export function residentInsurance(maker: Maker, person: Holder, age: number): Insurance {
  const retired = age >= 60;
  return {
    id: person.id,
    name: person.name,
    kind: 'resident',
    status: retired ? 'retired' : maker.random.chance(0.94) ? 'paying' : 'suspended',
    // Contributions of residents are yearly grades; the column is there for the others.
    lastPaid: retired ? undefined : lastMonth(maker),
    pension: retired ? maker.random.pick([85, 105, 105, 110, 118.5]) : undefined,
  };
}

type InsuranceDetails = Partial<Omit<Insurance, 'id' | 'name'>>;

/** Somebody insured through an employer and paying, unless the details say otherwise. */
export function employedInsurance(maker: Maker, person: Holder, details: InsuranceDetails = {}): Insurance {
  const from = maker.random;
  const kind = details.kind ?? 'employee';
  const status = details.status ?? 'paying';
  return {
    id: person.id,
    name: person.name,
    kind,
    employer:
      'employer' in details ? details.employer : kind === 'public' ? officeName(from) : firmName(from),
    status,
    post:
      'post' in details
        ? details.post
        : status === 'retired'
          ? undefined
          : from.pick(['合同制', '正式', '劳务派遣', undefined]),
    base: 'base' in details ? details.base : status === 'retired' ? undefined : from.between(2640, 3990),
    lastPaid: status === 'retired' ? undefined : (details.lastPaid ?? lastMonth(maker)),
    pension: details.pension,
  };
}

const staffKind = weighted<string>([
  ['事业编制', 60],
  ['行政编制', 22],
  ['参照公务员管理', 12],
  ['工勤', 6],
]);

/** A place on the fiscal payroll. */
export function payrollPlace(maker: Maker, person: Holder, status = 'serving'): Payroll {
  const from = maker.random;
  const employer = officeName(from);
  const post = /学$/.test(employer)
    ? '教师'
    : /医院|卫生院/.test(employer)
      ? from.pick(['护师', '医师'])
      : from.pick(['科员', '副科级', '技术员', '股长']);
  return { id: person.id, name: person.name, employer, post, kind: staffKind(from), status };
}

type CadreDetails = Partial<Pick<Cadre, 'started' | 'ended' | 'serving'>>;

/** A seat on a village's committees. */
export const cadreSeat = (
  maker: Maker,
  person: Holder,
  village: Village,
  posts: readonly string[],
  details: CadreDetails = {},
): Cadre => ({
  id: person.id,
  name: person.name,
  village,
  posts,
  started: details.started ?? dayBetween(maker, maker.year - 7, maker.year - 1),
  ended: details.ended,
  serving: details.serving,
});

type BusinessDetails = Partial<Omit<Business, 'id' | 'name'>>;

const suffix: Readonly<Record<string, (from: Random) => string>> = {
  limited: (from) => `${from.pick(firmNames)}${from.pick(firmTrades)}有限责任公司`,
  sole: (from) => `${from.pick(firmNames)}养殖场`,
  partnership: (from) => `${from.pick(firmNames)}${from.pick(firmTrades)}中心(普通合伙)`,
  individual: (from) => from.pick(words('便民商店 牛肉面馆 农资经营部 小卖部 摩托车修理部 磨坊 药店')),
  cooperative: (from) =>
    `${from.pick(firmNames)}${from.pick(words('种植 养殖 中药材 马铃薯 果蔬'))}农民专业合作社`,
};

/** A business of that kind: running, its owner the holder, unless the details say otherwise. */
export function businessOf(
  maker: Maker,
  person: Holder,
  kind: string,
  details: BusinessDetails = {},
): Business {
  const from = maker.random;
  const personal = kind === 'individual' ? person.name : '';
  const made = suffix[kind]?.(from) ?? '';
  return {
    id: person.id,
    name: person.name,
    company: `${COUNTY}${personal}${made}`,
    kind,
    role:
      details.role ??
      (kind === 'individual' || kind === 'sole'
        ? 'owner'
        : kind === 'partnership'
          ? 'shareholder'
          : 'representative'),
    capital: 'capital' in details ? details.capital : from.between(2, 60) * 10_000,
    status: details.status ?? 'running',
    registered: details.registered ?? dayBetween(maker, maker.year - 8, maker.year - 1),
  };
}
