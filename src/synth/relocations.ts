import { dayBetween, type Maker } from './maker.js';
import type { Household } from './model.js';
import type { Relocation } from './records.js';
import { dweller } from './services.js';

type Details = Partial<Pick<Relocation, 'planYear' | 'built' | 'movedIn' | 'oldHouseRemoved'>>;

/** A household that has moved and whose old house is gone, unless the details say otherwise. */
export function relocationOf(maker: Maker, household: Household, details: Details = {}): Relocation {
  const { head, no } = dweller(maker, household);
  const movedIn = details.movedIn ?? true;
  return {
    id: head.id,
    name: head.name,
    village: household.village,
    household: no,
    planYear: details.planYear ?? maker.year - maker.random.between(1, 3),
    built: details.built ?? true,
    movedIn,
    movedOn: movedIn ? dayBetween(maker, maker.year - 1, maker.year) : undefined,
    oldHouseRemoved: 'oldHouseRemoved' in details ? details.oldHouseRemoved : true,
  };
}
