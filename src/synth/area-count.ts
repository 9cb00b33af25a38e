import { memberCount } from './member-count.js';
import type { Household } from './model.js';
import type { Village } from './places.js';

/** Households and persons. */
export interface Count {
  households: number;
  persons: number;
}

/** What the roster has of a village: everybody registered, and those who are active. */
interface AreaCount {
  readonly registered: Count;
  readonly active: Count;
}

/** The roster's households and persons, village by village. */
export interface RosterCount {
  add(household: Household): void;
  of(village: Village): AreaCount;
}

const plus = (count: Count, persons: number): void => {
  count.households += 1;
  count.persons += persons;
};

export function rosterCount(): RosterCount {
  const villages = new Map<number, AreaCount>();
  const of = (village: Village): AreaCount => {
    const known = villages.get(village.index) ?? {
      registered: { households: 0, persons: 0 },
      active: { households: 0, persons: 0 },
    };
    villages.set(village.index, known);
    return known;
  };
  return {
    of,
    add(household) {
      const { registered, active } = of(household.village);
      const persons = memberCount(household);
      plus(registered, persons);
      if (household.standing.exitStatus !== 'exited') plus(active, persons);
    },
  };
}
