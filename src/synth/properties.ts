import { dayBetween, type Maker, registerNumber } from './maker.js';
import { COUNTY } from './places.js';
import { type Random, weighted } from './random.js';
import type { Holder, Property } from './records.js';

const streets = '人民路 文化街 西关街 滨河路 解放路 新城大道 南环路'.split(' ');
const estates = '安居苑 锦绣家园 惠民小区 滨河花园 金城雅居 幸福里 盛世名都'.split(' ');

/** An address in the county town. */
const townAddress = (from: Random): string =>
  `${COUNTY}城关镇${from.pick(streets)}${from.between(1, 188)}号${from.pick(estates)}${from.between(1, 22)}幢${from.between(1, 4)}单元${from.between(1, 18)}0${from.between(1, 3)}室`;

const certificateNumber = (maker: Maker, registered: string): string =>
  maker.random.chance(0.7)
    ? `甘(${registered.slice(0, 4)})${COUNTY}不动产权第${registerNumber(maker)}号`
    : `安房权证城字第${registerNumber(maker)}号`;

type Details = Partial<Omit<Property, 'id' | 'name'>>;

/** A flat on the market in the county town, its title in force, unless the details say otherwise. */
export function propertyOf(maker: Maker, owner: Holder, details: Details = {}): Property {
  const from = maker.random;
  const registered = details.registered ?? dayBetween(maker, maker.year - 9, maker.year - 1);
  return {
    id: owner.id,
    name: owner.name,
    certificate: details.certificate ?? certificateNumber(maker, registered),
    location: details.location ?? townAddress(from),
    usage: details.usage ?? 'residential',
    nature: 'nature' in details ? details.nature : 'market',
    area: details.area ?? from.between(6200, 13_800) / 100,
    registered,
    share: details.share ?? (from.chance(0.7) ? '单独所有' : '共同共有'),
    status: details.status ?? 'in-force',
    changed: details.changed,
  };
}

/** Natures and usages of property that does not count, by share. */
const exempt = weighted<Details>([
  [{ usage: 'homestead', nature: 'homestead' }, 46],
  [{ usage: 'residential', nature: 'self-built' }, 24],
  [{ usage: 'residential', nature: 'renovation' }, 10],
  [{ usage: 'residential', nature: 'relocation' }, 9],
  [{ usage: 'residential', nature: 'resettlement' }, 5],
  [{ usage: 'residential', nature: 'public-rental' }, 3],
  [{ usage: 'residential', nature: 'low-rent' }, 2],
  [{ usage: 'residential', nature: 'returned' }, 1],
  [{ usage: 'garage', nature: 'market' }, 1],
  [{ usage: 'storage', nature: 'market' }, 1],
]);

/** A house or plot that does not count, whoever has it. */
export function exemptProperty(maker: Maker, owner: Holder, villageName: string): Property {
  const details = exempt(maker.random);
  const rural =
    details.nature === 'homestead' || details.nature === 'self-built' || details.nature === 'renovation';
  return propertyOf(maker, owner, {
    ...details,
    ...(rural && {
      location: `${COUNTY}${villageName}${maker.random.between(1, 240)}号`,
      certificate: `甘(${maker.random.between(maker.year - 3, maker.year - 1)})${COUNTY}不动产权第${registerNumber(maker)}号`,
      area: maker.random.between(6000, 21_000) / 100,
    }),
  });
}

/** A flat that was sold or whose title was cancelled. */
export const endedProperty = (maker: Maker, owner: Holder): Property =>
  propertyOf(maker, owner, {
    status: maker.random.chance(0.6) ? 'transferred' : 'cancelled',
    registered: dayBetween(maker, maker.year - 14, maker.year - 6),
    changed: dayBetween(maker, maker.year - 5, maker.year),
  });
