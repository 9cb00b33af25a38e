import type { Block, Household, Outsider, Person } from '../model.js';
import type { Records } from '../records.js';

const copyPeople = (people: readonly Person[]): Person[] => people.map((person) => ({ ...person }));

function copyRecords(records: Records): Records {
  return Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [kind, [...(rows as readonly unknown[])]]),
  ) as unknown as Records;
}

const copyHousehold = (household: Household): Household => ({
  ...household,
  members: copyPeople(household.members),
  onlyInSecond: copyPeople(household.onlyInSecond),
  records: copyRecords(household.records),
  expected: [],
});

const copyOutsider = (family: Outsider): Outsider => ({
  ...family,
  persons: copyPeople(family.persons),
  records: copyRecords(family.records),
  expected: [],
});

/** The same block once more, to be changed; single rows of the records are shared and must be replaced, not written to. */
export const copyBlock = ({ households, outsiders }: Block): Block => ({
  households: households.map(copyHousehold),
  outsiders: outsiders.map(copyOutsider),
  expected: [],
});
