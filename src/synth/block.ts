import { makeHousehold, setStanding } from './household.js';
import { LOCAL_SERIALS } from './id-number.js';
import type { Maker } from './maker.js';
import type { Block, Household, Outsider } from './model.js';
import { plainOutsider, plantOutsider } from './outsiders.js';
import { type County, villageOf } from './places.js';
import { random, shuffled } from './random.js';
import { assetScenarios } from './scenarios/assets.js';
import { jobScenarios } from './scenarios/jobs.js';
import { leftOutScenarios, type OutsiderScenario } from './scenarios/left-out.js';
import { type PairScenario, pairScenarios, recordScenarios } from './scenarios/records.js';
import { returnScenarios } from './scenarios/returning.js';
import type { Scenario } from './scenarios/scenario.js';
import { standingScenarios } from './scenarios/standing.js';

/** Households that are made together; every scenario is in every whole block. */
export const BLOCK = 360;
/** Serial numbers of persons set aside for a block, many more than it has. */
const SERIALS = 3240;
/** The most households that a county may have, so that every person still has a number of his own. */
export const MOST_HOUSEHOLDS = Math.floor(LOCAL_SERIALS / SERIALS) * BLOCK;

type Slot =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'host' | 'guest'; readonly pair: PairScenario };

const slots: readonly Slot[] = [
  ...[
    ...assetScenarios,
    ...jobScenarios,
    ...standingScenarios,
    ...returnScenarios,
    ...recordScenarios,
  ].flatMap((scenario) =>
    Array.from({ length: scenario.count }, (): Slot => ({ kind: 'scenario', scenario })),
  ),
  ...pairScenarios.flatMap((pair): Slot[] => [
    { kind: 'host', pair },
    { kind: 'guest', pair },
  ]),
];

const outsiderSlots: readonly OutsiderScenario[] = leftOutScenarios.flatMap((scenario) =>
  Array.from({ length: scenario.count }, () => scenario),
);

/** What each of the block's households is to be; the others are plain. */
function planned<T>(plans: readonly T[], order: readonly number[]): Map<number, T> {
  const plan = new Map<number, T>();
  for (const [at, slot] of plans.entries()) {
    const position = order[at];
    if (position === undefined) throw new Error('more scenarios than households in a block');
    plan.set(position, slot);
  }
  return plan;
}

/** Makes block number `index` of the county: its households and the families that live among them. */
export function makeBlock(
  county: County,
  index: number,
  settings: { readonly seed: number; readonly asOf: string },
): Block {
  const from = random(settings.seed, 101, index);
  let serial = index * SERIALS;
  const end = serial + SERIALS;
  const maker: Maker = {
    random: from,
    asOf: settings.asOf,
    year: Number(settings.asOf.slice(0, 4)),
    serial: () => {
      if (serial >= end) throw new Error('a block with too many persons');
      serial += 1;
      return serial - 1;
    },
  };
  const plan = planned(slots, shuffled(BLOCK, from));
  const outsiderPlan = planned(outsiderSlots, shuffled(BLOCK, from));
  const first = index * BLOCK;
  const count = Math.min(BLOCK, county.households - first);
  const households: Household[] = [];
  const outsiders: Outsider[] = [];
  const pairs = new Map<PairScenario, { host?: Household; guest?: Household }>();
  for (let at = 0; at < count; at += 1) {
    const village = villageOf(county, first + at);
    const slot = plan.get(at);
    const household = makeHousehold(maker, first + at, village, wishOf(slot));
    households.push(household);
    if (slot?.kind === 'scenario') {
      household.scenario = slot.scenario.name;
      household.expected = [...slot.scenario.plant(household, maker)];
    } else if (slot) {
      pairs.set(slot.pair, { ...pairs.get(slot.pair), [slot.kind]: household });
    }
    const outsider = outsiderPlan.get(at);
    if (outsider) outsiders.push(plantOutsider(outsider, village, maker, first + at));
    if (from.chance(0.36)) outsiders.push(plainOutsider(village, maker));
  }
  for (const [pair, { host, guest }] of pairs) linkPair(pair, host, guest);
  // Members came and went while things were planted: the income is that of those who are there now.
  for (const household of households) setStanding(maker, household, household.standing);
  return { households, outsiders };
}

const wishOf = (slot: Slot | undefined): Scenario['wish'] =>
  slot === undefined
    ? {}
    : slot.kind === 'scenario'
      ? slot.scenario.wish
      : slot.kind === 'host'
        ? slot.pair.host
        : slot.pair.guest;

/** In the last block of a county one of the two may be missing: then nothing is planted. */
function linkPair(pair: PairScenario, host: Household | undefined, guest: Household | undefined): void {
  if (!host || !guest) return;
  const [hostFindings, guestFindings] = pair.link(host, guest);
  host.scenario = `${pair.name} (host)`;
  guest.scenario = `${pair.name} (guest)`;
  host.expected = [...hostFindings];
  guest.expected = [...guestFindings];
}
