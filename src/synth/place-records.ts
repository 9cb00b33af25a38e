import type { RosterCount } from './area-count.js';
import { type MutualFund, mutualFunds, type ProjectFund, projectFunds } from './funds.js';
import type { County } from './places.js';
import { type StatisticsRow, statisticsOf } from './statistics.js';
import { type VillageRow, villageRows } from './villages.js';

/** What is known of the county's places. */
export interface Places {
  readonly statistics: readonly StatisticsRow[];
  readonly villages: readonly VillageRow[];
  readonly projects: readonly ProjectFund[];
  readonly funds: readonly MutualFund[];
}

/** What offices know of the places, once the roster's people are counted. */
export function placesOf(
  county: County,
  roster: RosterCount,
  how: { readonly seed: number; readonly asOf: string },
): Places {
  return {
    statistics: statisticsOf(county, roster, how.seed),
    villages: villageRows(county, roster, { seed: how.seed, year: Number(how.asOf.slice(0, 4)) }),
    projects: projectFunds(county, how),
    funds: mutualFunds(county, how),
  };
}
