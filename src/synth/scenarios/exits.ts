import type { Wish } from '../household.js';
import type { Maker } from '../maker.js';
import type { Household } from '../model.js';
import { dweller, dwellingRecord, seriousRecord, setMedical, setPupil, waterRecord } from '../services.js';
import type { Rider } from './rider.js';
import { headOf, memberWho, pupilOf, type Scenario } from './scenario.js';

type Plant = (h: Household, maker: Maker) => void;

const exited: Omit<Wish, 'exitYear'> = {
  status: 'exited',
  shape: 'pupil',
  worker: true,
  present: true,
  unsupported: true,
  stable: 4870,
};

/** A household that exited that many years ago, and what stands against its exit. */
const exit = (
  name: string,
  plant: Plant,
  expected: readonly string[],
  wish: Partial<Wish> = {},
): Scenario => ({
  name,
  count: 1,
  wish: { ...exited, exitYear: 'this', ...wish },
  plant: (h, maker) => {
    plant(h, maker);
    return expected;
  },
});

const nothing: Plant = () => undefined;

const dropout =
  (reason: string): Plant =>
  (h, maker) => {
    const pupil = pupilOf(h);
    pupil.schooling = 'dropout';
    setPupil(h, pupil, { status: 'dropout', reason, dropped: `${maker.year - 1}-09-01` });
  };

const unsafeHouse: Plant = (h, maker) => {
  h.grade = 'D';
  h.unsafeDwelling = true;
  h.records.dwelling = [dwellingRecord(maker, dweller(maker, h), 'D', { renovation: 'underway' })];
};

const unsafeWater: Plant = (h, maker) => {
  h.safeWater = false;
  h.records.water = [waterRecord(maker, dweller(maker, h), false)];
};

/** Nobody's medical record may say that she is insured after all. */
const uninsured: Plant = (h) => {
  const wife = memberWho(h, 'spouse');
  wife.insured = false;
  wife.health = ['healthy'];
  h.records.medical = h.records.medical.filter(({ id }) => id !== wife.id);
};

const ill: Plant = (h, maker) => {
  headOf(h).health = ['serious'];
  setMedical(h, headOf(h), [seriousRecord(maker, headOf(h), { selfPaid: 2810.5 })]);
};

/** Exits of the year that a single item should have stopped: EX01. */
export const exitScenarios: readonly Scenario[] = [
  exit('exited this year with a dropout', dropout('unwilling'), ['EX01', 'RP05']),
  exit('exited this year with a dropout for illness', dropout('illness'), ['RP05']),
  exit('exited this year with a dropout for a disability', dropout('disability'), []),
  exit('exited this year in a dangerous house', unsafeHouse, ['EX01', 'RP05']),
  exit('exited this year without safe water', unsafeWater, ['EX01', 'RP05']),
  exit('exited this year with a serious illness', ill, ['EX01', 'RP05']),
  exit('exited this year with a member uninsured', uninsured, ['EX01', 'AS04']),
  exit(
    'exited this year with a member insured at work',
    (h) => {
      memberWho(h, 'spouse').insured = false;
      memberWho(h, 'spouse').employeeInsured = true;
    },
    [],
  ),
  exit('exited this year at the line', nothing, ['EX01', 'RP04'], { stable: 3500 }),
  exit('exited this year just above the line', nothing, [], { stable: 3501 }),
  exit('exited this year, income unknown', nothing, ['EX08'], { income: 'unknown' }),
  exit(
    'exited this year in a dangerous house without safe water',
    (h, maker) => {
      unsafeHouse(h, maker);
      unsafeWater(h, maker);
    },
    ['EX01', 'RP05', 'RP05'],
  ),
  exit('exited last year in a dangerous house', unsafeHouse, ['RP05'], { exitYear: 'last' }),
  exit('exited last year with a member uninsured', uninsured, ['AS04'], { exitYear: 'last' }),
  exit('exited with a net income alone', nothing, ['EX08'], { income: 'net-only', exitYear: 2015 }),
];

const sums = (name: string, off: Household['off'], found: boolean): Rider => ({
  name,
  count: 1,
  fits: ({ standing }) => standing.perCapita !== undefined && standing.stable !== undefined,
  plant: (h) => {
    h.off = off;
    return found ? ['EX09'] : [];
  },
});

/** Incomes that do not add up: EX09. */
export const sumRiders: readonly Rider[] = [
  sums('total income off its parts', { total: 200 }, true),
  sums('total income off by a little more than a yuan', { total: 1.01 }, true),
  sums('net income off', { net: -150.5 }, true),
  sums('income per capita off', { perCapita: 12 }, true),
  sums('total income off by a yuan', { total: 1 }, false),
  sums('net income off by a yuan', { net: -1 }, false),
  sums('income per capita off by a yuan', { perCapita: 1 }, false),
];
