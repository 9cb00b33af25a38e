import { addDays } from '../calendar.js';
import { setStanding } from '../household.js';
import type { Household } from '../model.js';
import type { Vehicle } from '../records.js';
import { headOf } from '../scenarios/scenario.js';
import { setPupil } from '../services.js';
import { isCountedVehicle } from '../truth/assets.js';
import { isUnsafeDwelling } from '../truth/gaps.js';
import { type Change, type Evening, hasOnly } from './change.js';

/** The car of the head that is all that was found. */
const carOf = ({ household, found }: Evening): Vehicle | undefined =>
  household.records.vehicle.find(
    (row) => isCountedVehicle(row) && found.some(({ rule, key }) => rule === 'MI01' && key === row.plate),
  );

const hasCar = (evening: Evening): boolean => hasOnly(evening, 'MI01') && carOf(evening) !== undefined;

const replaced = <T>(rows: readonly T[], old: T, row: T): T[] =>
  rows.map((each) => (each === old ? row : each));

const countedCar = (h: Household): Vehicle | undefined => h.records.vehicle.find(isCountedVehicle);

const outOfSchool = (h: Household) => h.records.student.find(({ status }) => status === 'dropout');

/** What was found and is put right. */
export const putRight: readonly Change[] = [
  {
    name: 'the car sold',
    count: 1,
    fits: hasCar,
    plant: (h, maker) => {
      const car = countedCar(h);
      if (car)
        h.records.vehicle = replaced(h.records.vehicle, car, {
          ...car,
          status: ['B'],
          changed: addDays(maker.asOf, -1),
        });
    },
  },
  {
    name: 'the car gone from the extract',
    count: 1,
    fits: hasCar,
    plant: (h) => {
      const car = countedCar(h);
      h.records.vehicle = h.records.vehicle.filter((row) => row !== car);
    },
  },
  {
    name: 'the dead struck off',
    count: 1,
    fits: (evening) => hasOnly(evening, 'MI20'),
    plant: (h, maker) => {
      for (const person of h.members)
        if (h.records.death.some(({ id }) => id === person.id) && person !== headOf(h)) person.gone = true;
      // The income is that of those who are left.
      setStanding(maker, h, h.standing);
    },
  },
  {
    name: 'the house rebuilt',
    count: 1,
    fits: (evening) => hasOnly(evening, 'AS05') && evening.household.records.dwelling.some(isUnsafeDwelling),
    plant: (h, maker) => {
      h.records.dwelling = h.records.dwelling.map((row) =>
        isUnsafeDwelling(row) ? { ...row, renovation: 'done', completed: addDays(maker.asOf, -3) } : row,
      );
      h.grade = 'A';
      h.unsafeDwelling = false;
    },
  },
  {
    name: 'dibao ended',
    count: 1,
    fits: (evening) => hasOnly(evening, 'MI16'),
    plant: (h) => {
      h.records.dibao = h.records.dibao.map((row) => ({ ...row, active: false }));
    },
  },
  {
    name: 'the child back at school',
    count: 1,
    fits: (evening) => hasOnly(evening, 'AS08') && outOfSchool(evening.household) !== undefined,
    plant: (h) => {
      const pupil = h.members.find(({ id }) => id === outOfSchool(h)?.id);
      if (!pupil) return;
      pupil.schooling = pupil.age < 12 ? 'primary' : 'junior';
      setPupil(h, pupil, { status: 'enrolled' });
    },
  },
];
