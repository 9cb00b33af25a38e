import type { Count, RosterCount } from './area-count.js';
import { COUNTY, type County, type Village } from './places.js';
import { random } from './random.js';
import type { TrueFinding } from './truth/finding.js';
import { DUAL_GAP, DUAL_GAP_MIN } from './truth/limits.js';

/** A village as the statistics office counts it. */
export interface StatisticsRow extends Count {
  readonly village: Village;
  readonly ruralPopulation: number;
}

/** Every how many villages one differs, and how. */
const PERIOD = 11;

/**
 * The statistics of every village: near the roster's counts, but for some villages in which persons or households differ by far, and
 * some where they differ by just under the ten that count.
 */
export function statisticsOf(county: County, roster: RosterCount, seed: number): StatisticsRow[] {
  return county.villages.map((village) => {
    const from = random(seed, 307, village.index);
    const { households, persons } = roster.of(village).active;
    const noise = (count: number): number => Math.round((from.next() * 2 - 1) * Math.min(5, count * 0.03));
    const far = (count: number): number => Math.max(14, Math.round(count * (0.14 + from.next() * 0.14)));
    const row = { village, ruralPopulation: Math.round((persons + 40) * (4 + from.next() * 3)) };
    // Too few everywhere to count in a village, but not in their township.
    if (village.plan === 'quota')
      return { ...row, households: households + noise(households), persons: persons + 6 };
    switch (village.index % PERIOD) {
      case 2:
        return { ...row, households: households + noise(households), persons: persons + far(persons) };
      case 5:
        return { ...row, households: households + far(households), persons: persons + noise(persons) };
      case 7:
        return {
          ...row,
          households: households + noise(households),
          persons: Math.max(1, persons - far(persons)),
        };
      case 9:
        return { ...row, households: households + noise(households), persons: persons + DUAL_GAP_MIN - 1 };
      default:
        return { ...row, households: households + noise(households), persons: persons + noise(persons) };
    }
  });
}

/** A difference that counts: more than the share of the larger number, and at least so many. */
const isGap = (one: number, other: number): boolean =>
  Math.abs(one - other) >= DUAL_GAP_MIN && Math.abs(one - other) > DUAL_GAP * Math.max(one, other);

/** DD01 and DD02 for every village, township and the county. */
export function statisticsTruth(rows: readonly StatisticsRow[], roster: RosterCount): TrueFinding[] {
  const areas = new Map<string, { level: string; statistics: Count; roster: Count }>();
  const add = (name: string, level: string, row: StatisticsRow): void => {
    const area = areas.get(name) ?? {
      level,
      statistics: { households: 0, persons: 0 },
      roster: { households: 0, persons: 0 },
    };
    const own = roster.of(row.village).active;
    area.statistics.households += row.households;
    area.statistics.persons += row.persons;
    area.roster.households += own.households;
    area.roster.persons += own.persons;
    areas.set(name, area);
  };
  for (const row of rows) {
    const { village } = row;
    add(`${COUNTY}/${village.township.name}/${village.name}`, 'village', row);
    add(`${COUNTY}/${village.township.name}`, 'township', row);
    add(COUNTY, 'county', row);
  }
  const findings: TrueFinding[] = [];
  for (const [subject, { level, statistics, roster: own }] of areas) {
    for (const [rule, kind] of [
      ['DD01', 'persons'],
      ['DD02', 'households'],
    ] as const) {
      if (isGap(statistics[kind], own[kind])) {
        findings.push({
          rule,
          subject,
          key: level,
          note: `statistics ${statistics[kind]}, roster ${own[kind]}`,
          household: -1,
        });
      }
    }
  }
  return findings;
}
