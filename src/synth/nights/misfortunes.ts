import { disabilityRow } from '../benefits.js';
import { addDays } from '../calendar.js';
import { setStanding } from '../household.js';
import type { Maker } from '../maker.js';
import type { Household, Person } from '../model.js';
import { present } from '../scenarios/scenario.js';
import { dweller, dwellingRecord, waterRecord } from '../services.js';
import { isActive } from '../truth/census.js';
import { type Change, type Evening, isQuiet } from './change.js';

/** Exited with so much stable income a person, nothing found. */
const isWell =
  (income: number) =>
  (evening: Evening): boolean => {
    const { standing } = evening.household;
    return (
      isQuiet(evening) &&
      !isActive(evening.household) &&
      (standing.exitYear ?? 0) >= 2014 &&
      standing.stable !== undefined &&
      standing.stable > income
    );
  };

/** Leaves so many hundredths of the income. */
function cutIncome(h: Household, maker: Maker, hundredths: number): void {
  const left = (yuan: number | undefined): number | undefined =>
    yuan === undefined ? undefined : Math.round(yuan * hundredths) / 100;
  const stable = left(h.standing.stable);
  setStanding(maker, h, {
    ...h.standing,
    stable,
    perCapita: stable === undefined ? undefined : Math.ceil(stable),
  });
}

function loseWater(h: Household, maker: Maker): void {
  h.safeWater = false;
  h.records.water = [waterRecord(maker, dweller(maker, h), false)];
}

const workers = (h: Household): Person[] =>
  present(h).filter(
    ({ labour, age, health, fault }) =>
      labour === 'able' &&
      age >= 17 &&
      age <= 58 &&
      fault === undefined &&
      !health.includes('serious') &&
      !health.includes('disabled'),
  );

/** Nobody is at the edge of working age, where a birthday would count. */
const hasWorkers = (count: number, h: Household): boolean =>
  workers(h).length === count && present(h).every(({ age }) => age !== 15 && age !== 16 && age !== 59);

function die(h: Household, maker: Maker): void {
  const [worker] = workers(h);
  if (!worker) return;
  const died = addDays(maker.asOf, -2);
  h.records.death.push({ id: worker.id, name: worker.name, died, cancelled: undefined });
}

/** Somebody of whom no disability is known. */
const soundAdult = (h: Household): Person | undefined =>
  present(h).find(
    ({ id, relation, health, fault, certificate, age }) =>
      relation !== 'head' &&
      age >= 18 &&
      fault === undefined &&
      certificate === undefined &&
      !health.includes('disabled') &&
      !h.records.disability.some((row) => row.id === id),
  );

const INCOME_FELL = 'the income fell and nothing else';

/** Households that exited and are at risk of poverty again, RP06, and such that nearly are. */
export const misfortunes: readonly Change[] = [
  {
    name: 'the income fell and the water is not safe',
    count: 1,
    fits: isWell(4000),
    plant: (h, maker) => {
      cutIncome(h, maker, 55);
      loseWater(h, maker);
    },
  },
  {
    name: 'the income fell by just so much and somebody is severely disabled',
    count: 1,
    fits: (evening) => isWell(4000)(evening) && soundAdult(evening.household) !== undefined,
    plant: (h, maker) => {
      const person = soundAdult(h);
      cutIncome(h, maker, 70);
      if (person) h.records.disability.push(disabilityRow(maker, person, h.village, '2'));
    },
  },
  {
    name: 'the only worker died and the house is dangerous',
    count: 1,
    fits: (evening) => isWell(0)(evening) && hasWorkers(1, evening.household),
    plant: (h, maker) => {
      die(h, maker);
      h.records.dwelling = [dwellingRecord(maker, dweller(maker, h), 'D')];
      h.grade = 'D';
      h.unsafeDwelling = true;
    },
  },
  {
    // Before the next one, so that nobody gets both on one day.
    name: 'the water not safe either, a day after the income fell',
    count: 1,
    fits: ({ household }) => household.scenario.endsWith(INCOME_FELL),
    plant: loseWater,
  },
  { name: INCOME_FELL, count: 1, fits: isWell(7100), plant: (h, maker) => cutIncome(h, maker, 50) },
  {
    name: 'the income fell by a little less and the water is not safe',
    count: 1,
    fits: isWell(4000),
    plant: (h, maker) => {
      cutIncome(h, maker, 71);
      loseWater(h, maker);
    },
  },
  {
    name: 'one of two workers died and the income fell',
    count: 1,
    fits: (evening) => isWell(4000)(evening) && hasWorkers(2, evening.household),
    plant: (h, maker) => {
      die(h, maker);
      cutIncome(h, maker, 60);
    },
  },
  {
    name: 'the income fell and somebody is a little disabled',
    count: 1,
    fits: (evening) => isWell(4000)(evening) && soundAdult(evening.household) !== undefined,
    plant: (h, maker) => {
      const person = soundAdult(h);
      cutIncome(h, maker, 60);
      if (person) h.records.disability.push(disabilityRow(maker, person, h.village, '3'));
    },
  },
];
