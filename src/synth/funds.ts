import { addMonths } from './calendar.js';
import type { County, Village } from './places.js';
import { random } from './random.js';

/** Money for a project of a village. Yuan. */
export interface ProjectFund {
  readonly village: Village;
  readonly project: string;
  readonly source: string;
  readonly year: number;
  readonly allocated: number;
  /** The cell is empty where nothing has been spent or nobody has entered it. */
  readonly spent?: number | undefined;
  readonly allocatedOn: string;
  readonly startedOn?: string | undefined;
}

/** A village's mutual-aid fund. Yuan. */
export interface MutualFund {
  readonly village: Village;
  readonly balance: number;
  readonly lent?: number | undefined;
  readonly lastLentOn?: string | undefined;
}

/** A project's share of the money spent, months since it was there, and whether work has begun. */
type ProjectKind = readonly [share: number | undefined, monthsAgo: number, isBegun: boolean];

const projectKinds: readonly ProjectKind[] = [
  [1, 16, true],
  [0.4999, 14, true],
  [0.5, 14, true],
  [0, 13, false],
  [0.1, 11, true],
  [0.1, 12, true],
  [0.75, 20, true],
  [0, 3, false],
  [0.92, 5, true],
  [undefined, 15, false],
];

const works = '村组道路硬化 产业示范园 人饮工程维修 养殖小区建设 光伏电站 文化广场 梯田建设'.split(' ');
const sources = ['中央财政专项扶贫资金', '省级财政专项扶贫资金', '统筹整合涉农资金', '东西部协作资金'];

/** A project in each village. */
export function projectFunds(county: County, how: { seed: number; asOf: string }): ProjectFund[] {
  return county.villages.map((village) => {
    const from = random(how.seed, 313, village.index);
    const [share, monthsAgo, isBegun] = projectKinds[village.index % projectKinds.length] ?? [1, 16, true];
    const allocated = from.between(12, 180) * 10_000;
    const allocatedOn = addMonths(how.asOf, -monthsAgo);
    return {
      village,
      project: `${village.township.name}${village.name}${from.pick(works)}项目`,
      source: from.pick(sources),
      year: Number(allocatedOn.slice(0, 4)),
      allocated,
      spent: share === undefined ? undefined : Math.round(allocated * share),
      allocatedOn,
      startedOn: isBegun ? addMonths(allocatedOn, 2) : undefined,
    };
  });
}

/** A fund's share that is lent out, and months since the last loan. */
type FundKind = readonly [share: number | undefined, monthsAgo: number | undefined];

const fundKinds: readonly FundKind[] = [
  [0.82, 1],
  [0.1999, 2],
  [0.2, 3],
  [0.64, 13],
  [0.55, 11],
  [0, 30],
  [undefined, 4],
  [0.9, undefined],
];

/** Two villages out of three have a fund. */
export function mutualFunds(county: County, how: { seed: number; asOf: string }): MutualFund[] {
  return county.villages
    .filter(({ index }) => index % 3 !== 2)
    .map((village, at) => {
      const from = random(how.seed, 317, village.index);
      const [share, monthsAgo] = fundKinds[at % fundKinds.length] ?? [0.82, 1];
      const balance = from.between(20, 60) * 10_000;
      return {
        village,
        balance,
        lent: share === undefined ? undefined : Math.round(balance * share),
        lastLentOn: monthsAgo === undefined ? undefined : addMonths(how.asOf, -monthsAgo),
      };
    });
}
