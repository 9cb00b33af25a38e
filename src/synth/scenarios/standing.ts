import { grantDibao } from '../benefits.js';
import { addDays } from '../calendar.js';
import type { Wish } from '../household.js';
import { dayBetween, type Maker } from '../maker.js';
import type { Household } from '../model.js';
import type { Suspect } from '../records.js';
import {
  chronicRecord,
  dweller,
  dwellingRecord,
  seriousRecord,
  setMedical,
  setPupil,
  waterRecord,
} from '../services.js';
import { vehicleOf } from '../vehicles.js';
import { activeWorker, headOf, present, pupilOf, type Scenario } from './scenario.js';

const suspectOf = (maker: Maker, h: Household, action = 'removed'): Suspect => ({
  id: headOf(h).id,
  name: headOf(h).name,
  village: h.village,
  household: maker.random.chance(0.7) ? h.no : undefined,
  problem: maker.random.pick(['有车', '有房', '财政供养', '工商登记', '人均收入偏高']),
  action,
  found: dayBetween(maker, 2016, 2016),
});

const suspect = (
  name: string,
  count: number,
  wish: Wish,
  plant: Scenario['plant'],
  action?: string,
): Scenario => ({
  name,
  count,
  wish,
  plant: (h, maker) => {
    const expected = plant(h, maker);
    h.records.suspect.push(suspectOf(maker, h, action));
    return expected;
  },
});

/** An exited household that owns nothing, so that nobody in it is barred by MI01 to MI05. */
const bare: Wish = {
  status: 'exited',
  shape: 'pupil',
  worker: true,
  unsupported: true,
  present: true,
  second: true,
};
const clear = (h: Household): void => {
  for (const kind of ['vehicle', 'property', 'payroll', 'cadre', 'business'] as const) h.records[kind] = [];
  h.records.insurance = h.records.insurance.filter((row) => row.kind === 'resident');
};

const poorAbove: Wish = { ...activeWorker, shape: 'pupil', stable: 4200, gapless: true };

const death = (
  name: string,
  wish: Wish,
  days: number | undefined,
  rule: readonly string[],
  gone = false,
): Scenario => ({
  name,
  count: 1,
  wish: { ...wish, shape: 'stem', present: true },
  plant: (h, maker) => {
    const old = present(h).find((member) => member.relation === 'mother' || member.relation === 'father');
    if (!old) return [];
    old.gone = gone;
    const died =
      days === undefined ? dayBetween(maker, maker.year - 2, maker.year - 1) : addDays(maker.asOf, -days);
    h.records.death.push({ id: old.id, name: old.name, died, cancelled: undefined });
    return rule;
  },
});

/** Category, exit due, audit, deaths: MI13, MI14, MI17, MI19, MI20. */
export const standingScenarios: readonly Scenario[] = [
  {
    name: 'category dibao with a healthy worker',
    count: 2,
    wish: { ...activeWorker, shape: 'stem' },
    plant: (h, maker) => {
      h.standing = { ...h.standing, category: 'dibao' };
      const old = present(h).find((member) => member.age >= 50 && member.relation !== 'head') ?? headOf(h);
      grantDibao(maker, h, [old], '2');
      return ['MI13'];
    },
  },
  {
    name: 'category tekun with a healthy worker',
    count: 1,
    wish: activeWorker,
    plant: (h) => {
      h.standing = { ...h.standing, category: 'tekun' };
      return ['MI13'];
    },
  },
  {
    name: 'category general though all are in core support',
    count: 2,
    wish: { status: 'poor', shape: 'elders', unsupported: true, present: true },
    plant: (h, maker) => {
      grantDibao(maker, h, present(h), '1');
      return ['MI14'];
    },
  },
  suspect('dropped by the audit, exited with little income', 1, { ...bare, stable: 3100 }, (h) => {
    clear(h);
    return ['RP04', 'MI17'];
  }),
  suspect('dropped by the audit, exited at exactly the line', 1, { ...bare, stable: 3500 }, (h) => {
    clear(h);
    return ['RP04', 'MI17'];
  }),
  suspect('dropped by the audit, exited with a gap', 1, { ...bare, income: 'unknown' }, (h, maker) => {
    clear(h);
    h.records.dwelling = [dwellingRecord(maker, dweller(maker, h), 'D')];
    return ['RP02', 'MI17', 'EX08'];
  }),
  suspect('dropped by the audit, exited and well', 1, { ...bare, stable: 5200 }, (h) => {
    clear(h);
    return [];
  }),
  suspect('dropped by the audit for a car that is still there', 1, { ...bare, stable: 3000 }, (h, maker) => {
    clear(h);
    h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car'));
    return ['RP04'];
  }),
  suspect(
    'kept by the audit',
    1,
    { ...bare, stable: 3200 },
    (h) => {
      clear(h);
      return ['RP04'];
    },
    'kept',
  ),
  suspect('dropped by the audit and registered again', 1, activeWorker, () => []),
  {
    name: 'poor above the line',
    count: 2,
    wish: poorAbove,
    plant: () => ['MI19'],
  },
  {
    name: 'returned above the line',
    count: 1,
    wish: { ...poorAbove, status: 'returned', stable: 3500.5 },
    plant: () => ['MI19'],
  },
  {
    name: 'poor above the line with a disabled child out of school',
    count: 1,
    wish: poorAbove,
    plant: (h, maker) => {
      setPupil(h, pupilOf(h), {
        status: 'dropout',
        reason: maker.random.pick(['disability', 'intellectual']),
        dropped: dayBetween(maker, maker.year - 1, maker.year),
      });
      return ['MI19'];
    },
  },
  { name: 'poor at exactly the line', count: 1, wish: { ...poorAbove, stable: 3500 }, plant: () => [] },
  { name: 'pre-exit above the line', count: 1, wish: { ...poorAbove, status: 'pre-exit' }, plant: () => [] },
  {
    name: 'poor above the line with a dropout',
    count: 1,
    wish: poorAbove,
    plant: (h, maker) => {
      setPupil(h, pupilOf(h), {
        status: 'dropout',
        reason: 'unwilling',
        dropped: dayBetween(maker, maker.year - 1, maker.year),
      });
      return ['AS08'];
    },
  },
  {
    name: 'poor above the line in a dangerous house',
    count: 1,
    wish: poorAbove,
    plant: (h, maker) => {
      h.records.dwelling = [dwellingRecord(maker, dweller(maker, h), 'C', { renovation: 'underway' })];
      return ['AS05'];
    },
  },
  {
    name: 'poor above the line with an illness',
    count: 1,
    wish: poorAbove,
    plant: (h, maker) => {
      setMedical(h, headOf(h), [seriousRecord(maker, headOf(h), { selfPaid: 8230.4 })]);
      return ['AS03'];
    },
  },
  {
    name: 'poor above the line without safe water',
    count: 1,
    wish: poorAbove,
    plant: (h, maker) => {
      h.records.water = [waterRecord(maker, dweller(maker, h), false)];
      return ['AS07'];
    },
  },
  {
    name: 'poor above the line with an illness that costs exactly the limit',
    count: 1,
    wish: poorAbove,
    plant: (h, maker) => {
      setMedical(h, headOf(h), [chronicRecord(maker, headOf(h), { selfPaid: 2400, nonCompliant: 600 })]);
      return ['MI19', 'AS03'];
    },
  },
  death('dead for 31 days', activeWorker, 31, ['MI20']),
  death('dead for years', activeWorker, undefined, ['MI20']),
  death('dead in an exited household', { ...activeWorker, status: 'exited' }, 400, ['MI20']),
  death('dead for 30 days', activeWorker, 30, []),
  death('dead and struck off', activeWorker, 300, [], true),
];
