import type { Maker } from '../maker.js';
import type { Household } from '../model.js';

/** Something that is planted in a household beside whatever else it has, because it touches nothing that another plant stands on. */
export interface Rider {
  readonly name: string;
  /** Households of each block that have it. */
  readonly count: number;
  /** Whether it can be planted here; every household will do unless given. */
  readonly fits?: (household: Household) => boolean;
  /** Plants it. @returns the rules that have to find something because of it, one entry a finding; none for a near miss. */
  readonly plant: (household: Household, maker: Maker) => readonly string[];
}

/** Plants the riders of one set, each in the first households that fit, no two of them in the same one. */
export function plantRiders(riders: readonly Rider[], households: readonly Household[], maker: Maker): void {
  const free = [...households];
  for (const { name, count, fits, plant } of riders) {
    for (let time = 0; time < count; time += 1) {
      const at = free.findIndex((household) => fits?.(household) ?? true);
      const [household] = at < 0 ? [] : free.splice(at, 1);
      if (!household) break;
      household.expected.push(...plant(household, maker));
      household.scenario += ` + ${name}`;
    }
  }
}
