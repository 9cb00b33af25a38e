import { addDays } from '../calendar.js';
import { cadreSeat } from '../jobs.js';
import type { Household, Person } from '../model.js';
import { propertyOf } from '../properties.js';
import { headOf, present } from '../scenarios/scenario.js';
import { dweller, setPupil, waterRecord } from '../services.js';
import { isActive } from '../truth/census.js';
import { vehicleOf } from '../vehicles.js';
import { type Change, type Evening, isQuiet } from './change.js';

const isQuietActive = (evening: Evening): boolean => isQuiet(evening) && isActive(evening.household);

/** A healthy child of school age who is at school. */
const pupilOf = (household: Household): Person | undefined =>
  present(household).find(
    ({ id, age, health, fault }) =>
      age >= 7 &&
      age <= 14 &&
      fault === undefined &&
      health.includes('healthy') &&
      household.records.student.some((row) => row.id === id && row.status === 'enrolled'),
  );

const oldParent = (household: Household): Person | undefined =>
  present(household).find(
    ({ id, relation, fault }) =>
      (relation === 'father' || relation === 'mother') &&
      fault === undefined &&
      !household.records.death.some((row) => row.id === id),
  );

/** What is found the next morning and was not there before. */
export const newProblems: readonly Change[] = [
  {
    name: 'a car bought',
    count: 2,
    fits: isQuietActive,
    plant: (h, maker) => {
      const registered = addDays(maker.asOf, -4);
      h.records.vehicle.push(vehicleOf(maker, headOf(h), 'car', { registered, status: ['A'] }));
    },
  },
  {
    name: 'a flat bought',
    count: 1,
    fits: isQuietActive,
    plant: (h, maker) => {
      h.records.property.push(propertyOf(maker, headOf(h), { registered: addDays(maker.asOf, -6) }));
    },
  },
  {
    name: 'a seat taken',
    count: 1,
    fits: isQuietActive,
    plant: (h, maker) => {
      const started = addDays(maker.asOf, -2);
      h.records.cadre.push(cadreSeat(maker, headOf(h), h.village, ['director'], { started, serving: true }));
    },
  },
  {
    name: 'a child out of school',
    count: 2,
    fits: (evening) => isQuietActive(evening) && pupilOf(evening.household) !== undefined,
    plant: (h, maker) => {
      const pupil = pupilOf(h);
      const dropped = addDays(maker.asOf, -20);
      if (pupil) setPupil(h, pupil, { status: 'dropout', reason: 'unwilling', dropped });
    },
  },
  {
    name: 'a death reported late',
    count: 1,
    fits: (evening) => isQuiet(evening) && oldParent(evening.household) !== undefined,
    plant: (h, maker) => {
      const old = oldParent(h);
      if (old)
        h.records.death.push({
          id: old.id,
          name: old.name,
          died: addDays(maker.asOf, -45),
          cancelled: undefined,
        });
    },
  },
  {
    name: 'no safe water any more',
    count: 1,
    fits: (evening) => isQuiet(evening) && !isActive(evening.household),
    plant: (h, maker) => {
      h.safeWater = false;
      h.records.water = [waterRecord(maker, dweller(maker, h), false)];
    },
  },
];
