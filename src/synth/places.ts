import { plannedAreas, plannedSize, type VillagePlan } from './area-plan.js';
import { type Random, random, shuffled } from './random.js';

/** An invented county; the names of its places are made of what such names are made of. */
export const PROVINCE = '甘肃省';
export const CITY = '陇平市';
export const COUNTY = '安平县';

export interface Township {
  readonly index: number;
  readonly name: string;
}

export interface Village {
  readonly index: number;
  readonly township: Township;
  readonly name: string;
  /** Twelve digits in the manner of the registration system. */
  readonly code: string;
  /** Index of its first household and how many it has. */
  readonly first: number;
  readonly households: number;
  /** How the exits of a village that was planted as a whole were decided. */
  readonly plan?: VillagePlan;
}

export interface County {
  readonly townships: readonly Township[];
  readonly villages: readonly Village[];
  readonly households: number;
}

const townshipNames =
  '城关镇 马家堡镇 清河驿镇 石泉镇 柳林河镇 红崖镇 大营川乡 白土岭乡 双岔口乡 新集塬乡 葛家沟乡 青石湾镇 黑松林乡 上川口镇 高台坪乡 沙河沿乡 桃园岔乡 三条岭镇 杏树湾乡 北山塬乡 古堡子镇 苦水沟乡 南坪镇 毛羊川乡 碱滩乡 东岭镇 西沟门乡 麻地湾乡 万安镇 花崖乡'.split(
    ' ',
  );
const familySide = '王李张刘陈杨赵何魏高郭周徐孙朱胡梁宋韩董罗冯郑曹田史许白任石'.split('');
const landSide = '湾 坪 沟 岔 川 岘 梁 塬 咀 庄 河 台 洼 坡'.split(' ');
const other =
  '红土 柳树 大石 清泉 阳坡 阴山 双庙 上寨 下寨 中川 新城 东坪 西岭 云台 崖头 水泉 花儿 砂石 榆树 甘泉'.split(
    ' ',
  );

const villageName = (from: Random): string =>
  from.chance(0.66)
    ? `${from.pick(familySide)}家${from.pick(landSide)}村`
    : `${from.pick(other)}${from.chance(0.5) ? from.pick(landSide) : ''}村`;

/** Households a village: few in a small county, so that a sample still has several townships. */
const villageSize = (households: number): number => 33 + 150 * Math.min(1, households / 60_000);

const pad = (value: number): string => String(value).padStart(3, '0');

/** Lays out a county of that many registered households: townships, their villages, and which households live where. */
export function layOut(households: number, seed: number): County {
  const from = random(seed, 11);
  const planned = plannedAreas(households);
  const plans = [...planned.single, ...planned.townships.flat()];
  const ordinary = households - plans.reduce((sum, plan) => sum + plannedSize(plan), 0);
  const count = Math.max(1, Math.round(ordinary / villageSize(households)));
  const most = townshipNames.length - planned.townships.length;
  const townshipCount = Math.min(most, Math.max(1, Math.round(Math.sqrt(count) * 1.12)));
  // The county town comes first in every list; the others follow in any order.
  const order = [0, ...shuffled(townshipNames.length - 1, from).map((index) => index + 1)];
  const townships = order
    .slice(0, townshipCount + planned.townships.length)
    .map((at, index): Township => ({ index, name: townshipNames[at] ?? `${at}乡` }));
  const taken = new Set<string>();
  const villages: Village[] = [];
  const addVillage = (township: Township, end: number, plan?: VillagePlan): void => {
    const index = villages.length;
    const before = villages.at(-1);
    const first = before ? before.first + before.households : 0;
    let name = villageName(from);
    while (taken.has(`${township.index}/${name}`)) name = villageName(from);
    taken.add(`${township.index}/${name}`);
    villages.push({
      index,
      township,
      name,
      code: `629901${pad(township.index + 1)}${pad((index % 900) + 1)}`,
      first,
      households: end - first,
      ...(plan && { plan }),
    });
  };
  const weights = Array.from({ length: count }, () => 0.6 + from.next() * 0.8);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  for (const [index, weight] of weights.entries()) {
    passed += weight;
    addVillage(
      townships[Math.floor((index * townshipCount) / count)] as Township,
      index === count - 1 ? ordinary : Math.round((ordinary * passed) / whole),
    );
  }
  let end = ordinary;
  const addPlanned = (at: number, plan: VillagePlan): void => {
    end += plannedSize(plan);
    addVillage(townships[at] as Township, end, plan);
  };
  for (const plan of planned.single) addPlanned(townshipCount - 1, plan);
  for (const [at, plans] of planned.townships.entries())
    for (const plan of plans) addPlanned(townshipCount + at, plan);
  return { townships, villages, households };
}

/** The village of a household, by bisection. */
export function villageOf(county: County, household: number): Village {
  let low = 0;
  let high = county.villages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((county.villages[middle]?.first ?? 0) <= household) low = middle;
    else high = middle - 1;
  }
  const found = county.villages[low];
  if (!found) throw new Error('a county without villages');
  return found;
}
