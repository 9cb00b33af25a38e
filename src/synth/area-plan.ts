/** How the exits of a village were decided that was planted as a whole. */
export type VillagePlan =
  | 'quota'
  | 'few-villages'
  | 'small-village'
  | 'cliff'
  | 'cliff-limit'
  | 'nearly-cliff'
  | 'small-cliff';

/** What such a village prescribes for one of its households. */
export interface PlannedStanding {
  readonly status: 'exited' | 'poor';
  readonly exitYear?: number;
  readonly stable?: number;
}

interface Plan {
  /** Registered households. */
  readonly households: number;
  /** Exits of the year, and how many years before the as-of year that is. */
  readonly exits: number;
  readonly yearsAgo: number;
  /** Stable income of exit number `at` in village number `village`. */
  readonly income: (at: number, village: number) => number;
}

/** Between the line and five hundredths above it, no two alike in a village. */
const justAbove = (at: number, village: number): number => 3511 + at * 37 + (village % 9) * 3;
const wellAbove = (at: number, village: number): number => 3905 + at * 241 + (village % 9) * 17;

const plans: Readonly<Record<VillagePlan, Plan>> = {
  quota: { households: 10, exits: 3, yearsAgo: 0, income: justAbove },
  'few-villages': {
    households: 11,
    exits: 3,
    yearsAgo: 0,
    income: (at, village) => (at < 2 ? justAbove(at, village) : wellAbove(at, village)),
  },
  'small-village': { households: 9, exits: 3, yearsAgo: 0, income: justAbove },
  cliff: { households: 14, exits: 10, yearsAgo: 0, income: () => 3860 },
  'cliff-limit': { households: 10, exits: 7, yearsAgo: 1, income: wellAbove },
  'nearly-cliff': { households: 13, exits: 9, yearsAgo: 0, income: () => 3940 },
  'small-cliff': { households: 9, exits: 9, yearsAgo: 0, income: wellAbove },
};

/** Households of a village that was planted as a whole. */
export const plannedSize = (plan: VillagePlan): number => plans[plan].households;

/** What the household at that place of the village (from 0) is like. @param village its number; @param year the as-of year */
export function plannedStanding(
  plan: VillagePlan,
  at: number,
  { village, year }: { readonly village: number; readonly year: number },
): PlannedStanding {
  const { exits, yearsAgo, income } = plans[plan];
  // A quota of three in ten is met by one village with four and by one with two.
  const own = plan === 'quota' ? exits + (village % 8 === 2 ? 1 : village % 8 === 5 ? -1 : 0) : exits;
  return at < own
    ? { status: 'exited', exitYear: year - yearsAgo, stable: income(at, village) }
    : { status: 'poor' };
}

/** The townships that are planted, with the plans of their villages; the first ones belong to the last ordinary township. */
export interface PlannedAreas {
  readonly single: readonly VillagePlan[];
  readonly townships: readonly (readonly VillagePlan[])[];
}

/** Households from which on a county has room for a township under a quota, and for the near misses beside it. */
const ROOM = 300;
const MUCH_ROOM = 2000;

const repeat = (count: number, plan: VillagePlan): VillagePlan[] => Array.from({ length: count }, () => plan);

export function plannedAreas(households: number): PlannedAreas {
  if (households < ROOM) return { single: [], townships: [] };
  const single: VillagePlan[] = ['cliff', 'nearly-cliff'];
  const quota = repeat(8, 'quota');
  if (households < MUCH_ROOM) return { single, townships: [quota] };
  return {
    single: [...single, 'cliff-limit', 'small-cliff'],
    townships: [quota, [...repeat(7, 'few-villages'), 'small-village']],
  };
}
