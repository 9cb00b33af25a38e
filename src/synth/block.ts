import { plannedStanding } from './area-plan.js';
import { assignHelpers } from './assign-helpers.js';
import { makeHousehold, setStanding, type Wish } from './household.js';
import { LOCAL_SERIALS } from './id-number.js';
import type { Maker } from './maker.js';
import type { Block, Household, Outsider } from './model.js';
import { plainOutsider, plantOutsider } from './outsiders.js';
import { type County, type Village, villageOf } from './places.js';
import { random, shuffled } from './random.js';
import { settleFamilyRegister, settleRegister } from './register.js';
import { assetScenarios } from './scenarios/assets.js';
import { careRiders, causeRiders } from './scenarios/care.js';
import { householdEntryRiders, personEntryRiders } from './scenarios/entries.js';
import { exitScenarios, sumRiders } from './scenarios/exits.js';
import { registerRiders, shedRiders, supportRiders } from './scenarios/hidden.js';
import { jobScenarios } from './scenarios/jobs.js';
import { leftOutScenarios, type OutsiderScenario } from './scenarios/left-out.js';
import { loanRiders } from './scenarios/loans.js';
import { movingRiders } from './scenarios/moving.js';
import { paidOutsiders, paymentRiders, shareAccount, showRiders } from './scenarios/payments.js';
import { type PairScenario, pairScenarios, recordScenarios } from './scenarios/records.js';
import { returnScenarios } from './scenarios/returning.js';
import { plantRiders, type Rider } from './scenarios/rider.js';
import type { Scenario } from './scenarios/scenario.js';
import { standingScenarios } from './scenarios/standing.js';
import { blockTruth } from './truth/block-truth.js';
import { takeCensus } from './truth/census.js';

/** Households that are made together; every scenario is in every whole block. */
export const BLOCK = 360;
/** Serial numbers of persons set aside for a block, many more than it has. */
const SERIALS = 3240;
/** The most households that a county may have, so that every person still has a number of his own. */
export const MOST_HOUSEHOLDS = Math.floor(LOCAL_SERIALS / SERIALS) * BLOCK;

type Slot =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'host' | 'guest'; readonly pair: PairScenario };

const scenarios: readonly Scenario[] = [
  ...assetScenarios,
  ...jobScenarios,
  ...standingScenarios,
  ...returnScenarios,
  ...recordScenarios,
  ...exitScenarios,
];

const toSlot = (scenario: Scenario): Slot => ({ kind: 'scenario', scenario });

/** One of each first, so that a block with little room has every kind before it has any twice. */
const slots: readonly Slot[] = [
  ...scenarios.map(toSlot),
  ...pairScenarios.flatMap((pair): Slot[] => [
    { kind: 'host', pair },
    { kind: 'guest', pair },
  ]),
  ...scenarios.flatMap((scenario) => Array.from({ length: scenario.count - 1 }, () => toSlot(scenario))),
];

/** Each set is spread over all households of the block by itself. */
const riderSets: readonly (readonly Rider[])[] = [
  loanRiders,
  movingRiders,
  sumRiders,
  [...careRiders, ...causeRiders],
  [...paymentRiders, ...showRiders],
  personEntryRiders,
  householdEntryRiders,
  [...shedRiders, ...supportRiders],
  registerRiders,
];

const outsiderSlots: readonly OutsiderScenario[] = [...leftOutScenarios, ...paidOutsiders].flatMap(
  (scenario) => Array.from({ length: scenario.count }, () => scenario),
);

/** What each of the block's households is to be; the others are plain. Plans for which there is no place are left out. */
function planned<T>(plans: readonly T[], order: readonly number[]): Map<number, T> {
  const plan = new Map<number, T>();
  for (const [at, position] of order.entries()) {
    const slot = plans[at];
    if (slot === undefined) break;
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
  const first = index * BLOCK;
  const count = Math.min(BLOCK, county.households - first);
  // Nothing is planted in single households where the whole village was.
  const isOrdinary = (at: number): boolean => at >= count || villageOf(county, first + at).plan === undefined;
  const plan = planned(slots, shuffled(BLOCK, from).filter(isOrdinary));
  const outsiderPlan = planned(outsiderSlots, shuffled(BLOCK, from));
  const households: Household[] = [];
  const outsiders: Outsider[] = [];
  const pairs = new Map<PairScenario, { host?: Household; guest?: Household }>();
  for (let at = 0; at < count; at += 1) {
    const village = villageOf(county, first + at);
    const slot = plan.get(at);
    const household = makeHousehold(
      maker,
      first + at,
      village,
      slot ? wishOf(slot) : wishIn(village, first + at, maker),
    );
    households.push(household);
    if (slot?.kind === 'scenario') {
      household.scenario = slot.scenario.name;
      household.expected.push(...slot.scenario.plant(household, maker));
    } else if (slot) {
      pairs.set(slot.pair, { ...pairs.get(slot.pair), [slot.kind]: household });
    }
    const outsider = outsiderPlan.get(at);
    if (outsider) outsiders.push(plantOutsider(outsider, village, maker, first + at));
    if (from.chance(0.36)) outsiders.push(plainOutsider(village, maker));
  }
  for (const [pair, { host, guest }] of pairs) linkPair(pair, host, guest);
  const order = shuffled(count, from).flatMap((at) => households[at] ?? []);
  for (const riders of riderSets) plantRiders(riders, order, maker);
  shareAccount(order, maker);
  const expected = assignHelpers(households, maker);
  for (const household of households) settleRegister(maker, household);
  for (const family of outsiders) settleFamilyRegister(family);
  // Members came and went while things were planted: the income is that of those who are there now.
  for (const household of households) setStanding(maker, household, household.standing);
  const block = { households, outsiders, expected };
  expectAmbient(block, maker.asOf);
  return block;
}

/** Rules that have something to say of households in which nothing was planted, as in any county. */
const AMBIENT = new Set(['MI08', 'MI22', 'MI23', 'RP07', 'DD07', 'DQ14']);

/** Notes what they find; everything else is planted or not there. */
function expectAmbient(block: Block, asOf: string): void {
  const census = takeCensus(block, asOf);
  const byIndex = new Map(block.households.map((household) => [household.index, household]));
  const byPerson = new Map(block.outsiders.flatMap((family) => family.persons.map(({ id }) => [id, family])));
  for (const { rule, household, subject } of blockTruth(census)) {
    if (AMBIENT.has(rule)) (byIndex.get(household) ?? byPerson.get(subject))?.expected.push(rule);
  }
}

/** Whatever is planted stands alone: none of the gaps that poor households have. */
const wishOf = (slot: Slot): Wish => ({
  gapless: true,
  ...(slot.kind === 'scenario'
    ? slot.scenario.wish
    : slot.kind === 'host'
      ? slot.pair.host
      : slot.pair.guest),
});

const wishIn = (village: Village, household: number, maker: Maker): Wish =>
  village.plan === undefined
    ? {}
    : {
        gapless: true,
        ...plannedStanding(village.plan, household - village.first, {
          village: village.index,
          year: maker.year,
        }),
      };

/** In the last block of a county one of the two may be missing: then nothing is planted. */
function linkPair(pair: PairScenario, host: Household | undefined, guest: Household | undefined): void {
  if (!host || !guest) return;
  const [hostFindings, guestFindings] = pair.link(host, guest);
  host.scenario = `${pair.name} (host)`;
  guest.scenario = `${pair.name} (guest)`;
  host.expected.push(...hostFindings);
  guest.expected.push(...guestFindings);
}
