import type { Household } from '../model.js';
import { COUNTY, type Township, type Village } from '../places.js';
import { groupBy, incomeOf } from './census.js';
import type { TrueFinding } from './finding.js';
import {
  CLIFF_HOUSEHOLDS,
  CLIFF_SHARE,
  HEAPING_BAND,
  HEAPING_HOUSEHOLDS,
  HEAPING_RATIO,
  QUOTA_DISPERSION,
  QUOTA_HOUSEHOLDS,
  QUOTA_VILLAGES,
  STABLE_INCOME_LINE,
} from './limits.js';
import { areaName } from './villages.js';

/** How many of a village's exits of a year had an income just above or just under the line. */
interface Exits {
  above: number;
  under: number;
}

/** A household that was active at some time: until when (still, where there is no year), and since when. */
interface Stay {
  readonly exitYear: number | undefined;
  readonly identified: string;
}

interface VillageCount {
  readonly village: Village;
  readonly stays: Stay[];
  readonly exits: Map<number, Exits>;
}

/** The exits of every village, year by year. */
export interface ExitCounts {
  add(household: Household): void;
  /** EX02, EX03, EX06. @param year the as-of year */
  findings(year: number): TrueFinding[];
}

const isAbove = (income: number): boolean =>
  income >= STABLE_INCOME_LINE && income < STABLE_INCOME_LINE * (1 + HEAPING_BAND);
const isUnder = (income: number): boolean =>
  income < STABLE_INCOME_LINE && income >= STABLE_INCOME_LINE * (1 - HEAPING_BAND);

/** The first day of the month where no day is given. */
const firstDay = (identified: string): string => (identified.length === 7 ? `${identified}-01` : identified);

/** Households that had been identified and had not exited when the year began. */
const staying = ({ stays }: VillageCount, year: number): Stay[] =>
  stays.filter(
    ({ exitYear, identified }) =>
      (exitYear === undefined || exitYear >= year) && firstDay(identified) <= `${year}-01-01`,
  );

const atStart = (count: VillageCount, year: number): number => staying(count, year).length;

const exitsIn = (count: VillageCount, year: number): number =>
  staying(count, year).filter(({ exitYear }) => exitYear === year).length;

/** Spread of the villages' exits around the township's share, 1 where each household decides by itself. */
export function dispersion(
  villages: readonly { readonly n: number; readonly x: number }[],
): number | undefined {
  const n = villages.reduce((sum, village) => sum + village.n, 0);
  const x = villages.reduce((sum, village) => sum + village.x, 0);
  const p = x / n;
  if (n === 0 || p === 0 || p === 1) return undefined;
  const chi = villages.reduce(
    (sum, village) => sum + (village.x - village.n * p) ** 2 / (village.n * p * (1 - p)),
    0,
  );
  return chi / (villages.length - 1);
}

export function exitCounts(): ExitCounts {
  const villages = new Map<number, VillageCount>();
  return {
    add(household) {
      const { village, standing, identified } = household;
      const count: VillageCount = villages.get(village.index) ?? { village, stays: [], exits: new Map() };
      villages.set(village.index, count);
      if (standing.exitStatus !== 'exited') {
        count.stays.push({ exitYear: undefined, identified });
        return;
      }
      const { exitYear } = standing;
      if (exitYear === undefined) return;
      count.stays.push({ exitYear, identified });
      const exits = count.exits.get(exitYear) ?? { above: 0, under: 0 };
      count.exits.set(exitYear, exits);
      const income = incomeOf(household);
      if (income !== undefined && isAbove(income)) exits.above += 1;
      if (income !== undefined && isUnder(income)) exits.under += 1;
    },
    findings(year) {
      const findings: TrueFinding[] = [];
      for (const count of villages.values()) findings.push(...cliffs(count));
      for (const counts of groupBy(villages.values(), ({ village }) =>
        String(village.township.index),
      ).values()) {
        const [first] = counts;
        if (first)
          findings.push(
            ...quota(first.village.township, counts, year),
            ...heaping(first.village.township, counts),
          );
      }
      return findings;
    },
  };
}

function* cliffs(count: VillageCount): Generator<TrueFinding> {
  for (const year of count.exits.keys()) {
    const all = exitsIn(count, year);
    const before = atStart(count, year);
    if (before >= CLIFF_HOUSEHOLDS && all >= before * CLIFF_SHARE)
      yield {
        rule: 'EX03',
        subject: areaName(count.village),
        key: String(year),
        note: `${all} of ${before}`,
        household: -1,
      };
  }
}

const subjectOf = (township: Township): string => `${COUNTY}/${township.name}`;

function* quota(township: Township, counts: readonly VillageCount[], year: number): Generator<TrueFinding> {
  const villages = counts
    .map((count) => ({ n: atStart(count, year), x: exitsIn(count, year) }))
    .filter(({ n }) => n >= QUOTA_HOUSEHOLDS);
  const spread = villages.length >= QUOTA_VILLAGES ? dispersion(villages) : undefined;
  if (spread !== undefined && spread < QUOTA_DISPERSION)
    yield {
      rule: 'EX02',
      subject: subjectOf(township),
      key: String(year),
      note: `dispersion ${spread.toFixed(3)}`,
      household: -1,
    };
}

function* heaping(township: Township, counts: readonly VillageCount[]): Generator<TrueFinding> {
  const years = new Set(counts.flatMap(({ exits }) => [...exits.keys()]));
  for (const year of years) {
    const of = (side: 'above' | 'under'): number =>
      counts.reduce((sum, { exits }) => sum + (exits.get(year)?.[side] ?? 0), 0);
    const [above, under] = [of('above'), of('under')];
    if (above >= HEAPING_HOUSEHOLDS && above >= under * HEAPING_RATIO)
      yield {
        rule: 'EX06',
        subject: subjectOf(township),
        key: String(year),
        note: `${above} above, ${under} under`,
        household: -1,
      };
  }
}
