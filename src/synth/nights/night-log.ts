import { rosterCount } from '../area-count.js';
import { addDays } from '../calendar.js';
import type { Places } from '../place-records.js';
import { countyTruth } from '../truth/county-truth.js';
import type { TrueFinding } from '../truth/finding.js';
import { type TruthChange, truthChanges } from '../truth/truth-changes.js';
import type { Nights } from './nights-of.js';

/** Tonight's truth about a county, and how it differs from the night before. */
export interface NightLog {
  /** @returns the findings about the block's people and about the villages that are complete with it */
  add(nights: Nights): TrueFinding[];
  /** The findings about places, and all differences. */
  end(places: Places): { truth: TrueFinding[]; changes: TruthChange[] };
}

/** @param today the day of that night */
export function nightLog({ night, today }: { readonly night: number; readonly today: string }): NightLog {
  const truth = countyTruth(today);
  const roster = rosterCount();
  if (night === 1)
    return {
      add({ tonight, found }) {
        for (const household of tonight.households) roster.add(household);
        return truth.add(tonight, found);
      },
      end: (places) => ({ truth: truth.end(places, roster), changes: [] }),
    };
  const earlier = countyTruth(addDays(today, -1));
  const earlierRoster = rosterCount();
  const before: TrueFinding[] = [];
  const now: TrueFinding[] = [];
  const changed = new Set<string>();
  return {
    add(nights) {
      if (!nights.before) throw new Error('a night without one before it');
      for (const household of nights.before.block.households) earlierRoster.add(household);
      before.push(...earlier.add(nights.before.block, nights.before.found));
      for (const household of nights.tonight.households) roster.add(household);
      const found = truth.add(nights.tonight, nights.found);
      now.push(...found);
      for (const key of nights.changed) changed.add(key);
      return found;
    },
    end(places) {
      before.push(...earlier.end(places, earlierRoster));
      const last = truth.end(places, roster);
      return { truth: last, changes: truthChanges(before, [...now, ...last], changed) };
    },
  };
}
