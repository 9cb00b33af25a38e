import type { Block, Person, Sex, Standing } from './model.js';
import type { Village } from './places.js';

/** One row of the second roster as it should be read. */
export interface SecondRow {
  readonly no: string;
  readonly village: Village;
  readonly person: Person;
  readonly name: string;
  readonly sex: Sex;
  readonly standing: Standing;
}

/** The second roster's rows for the block: most households as on the first, some otherwise, some that only it has. */
export function secondRows(block: Block): SecondRow[] {
  const rows: SecondRow[] = [];
  const add = (no: string, village: Village, person: Person, standing: Standing): void => {
    rows.push({
      no,
      village,
      person,
      name: person.nameInSecond ?? person.name,
      sex: person.sexInSecond ?? person.sex,
      standing,
    });
  };
  for (const household of block.households) {
    if (!household.inSecond) continue;
    const standing = { ...household.standing, ...household.second };
    for (const person of [...household.members, ...household.onlyInSecond]) {
      if (!person.gone && !person.missingInSecond) add(household.no, household.village, person, standing);
    }
  }
  for (const family of block.outsiders) {
    if (!family.second) continue;
    for (const person of family.persons)
      add(family.second.no, family.village, person, family.second.standing);
  }
  return rows;
}
