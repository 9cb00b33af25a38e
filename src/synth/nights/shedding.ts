import { setStanding } from '../household.js';
import type { Maker } from '../maker.js';
import type { Block, Household } from '../model.js';
import { isCountedProperty, isCountedVehicle } from '../truth/assets.js';
import { isActive } from '../truth/census.js';
import { type Change, type Evening, isQuiet } from './change.js';

/** Exited and helped by nobody, so that the household can be registered anew without a word about its helper; nobody of it is entered elsewhere. */
const canReturn = (evening: Evening): boolean => {
  const { household } = evening;
  return (
    isQuiet(evening) &&
    !isActive(household) &&
    household.scenario.startsWith('plain') &&
    household.members.every(({ reentered }) => !reentered) &&
    household.records.helper.length === 0
  );
};

/** Registered once more, this month, as poor. */
function registerAnew(h: Household, maker: Maker): void {
  h.identified = maker.asOf.slice(0, 7);
  setStanding(maker, h, { ...h.standing, exitStatus: 'poor', exitYear: undefined });
}

const isOfMember = (h: Household, id: string): boolean =>
  h.members.some((member) => member.id === id && !member.gone && member.fault === undefined);

const carOf = (h: Household) =>
  h.records.vehicle.find((row) => isCountedVehicle(row) && isOfMember(h, row.id));
const flatOf = (h: Household) =>
  h.records.property.find((row) => isCountedProperty(row) && isOfMember(h, row.id));

/** Households that are registered when what they owned has just gone from the extract: MI08. */
export const shedding: readonly Change[] = [
  {
    name: 'registered anew, the car gone from the extract',
    count: 1,
    fits: (evening) => canReturn(evening) && carOf(evening.household) !== undefined,
    plant: (h, maker) => {
      const car = carOf(h);
      h.records.vehicle = h.records.vehicle.filter((row) => row !== car);
      registerAnew(h, maker);
    },
  },
  {
    name: 'registered anew, the car in another name',
    count: 1,
    fits: (evening) => canReturn(evening) && carOf(evening.household) !== undefined,
    plant: (h, maker, block: Block) => {
      const car = carOf(h);
      const other = block.outsiders.at(0)?.persons.at(0);
      if (car && other)
        h.records.vehicle = h.records.vehicle.map((row) =>
          row === car ? { ...row, id: other.id, name: other.name } : row,
        );
      registerAnew(h, maker);
    },
  },
  {
    name: 'registered anew, the flat gone from the extract',
    count: 1,
    fits: (evening) => canReturn(evening) && flatOf(evening.household) !== undefined,
    plant: (h, maker) => {
      const flat = flatOf(h);
      h.records.property = h.records.property.filter((row) => row !== flat);
      registerAnew(h, maker);
    },
  },
];
