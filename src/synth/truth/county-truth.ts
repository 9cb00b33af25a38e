import type { RosterCount } from '../area-count.js';
import type { Block } from '../model.js';
import type { Places } from '../place-records.js';
import { statisticsTruth } from '../statistics.js';
import { takeCensus } from './census.js';
import { exitCounts } from './exit-counts.js';
import type { TrueFinding } from './finding.js';
import { villageCounts } from './village-counts.js';
import { exitWithGap, fundTruth, villageTruth } from './villages.js';

/** The truth about a county, block by block, then about its places. */
export interface CountyTruth {
  /**
   * @param people the findings about the block's people
   * @returns them and those about the villages that are complete with it
   */
  add(block: Block, people: readonly TrueFinding[]): TrueFinding[];
  /** The findings about places. */
  end(places: Places, roster: RosterCount): TrueFinding[];
}

export function countyTruth(asOf: string): CountyTruth {
  const exits = exitCounts();
  const villages = villageCounts();
  return {
    add(block, people) {
      for (const household of block.households) exits.add(household);
      return [...people, ...villages.add(takeCensus(block, asOf))];
    },
    end({ statistics, villages: rows, projects, funds }, roster) {
      const counted = statisticsTruth(statistics, roster);
      return [
        ...villages.end(),
        ...exits.findings(Number(asOf.slice(0, 4))),
        ...counted,
        ...exitWithGap(
          rows,
          counted.filter(({ rule }) => rule === 'DD01'),
        ),
        ...villageTruth(rows, roster),
        ...fundTruth(projects, funds, asOf),
      ];
    },
  };
}
