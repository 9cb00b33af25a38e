import type { Maker } from './maker.js';
import { newId } from './maker.js';
import type { Household, Outsider, Person, Sex } from './model.js';
import { anyName } from './names.js';
import type { Village } from './places.js';
import type { Hukou } from './records.js';

/** Number of a register that nobody else's has: its own of a household, apart for a member who is registered by himself. */
export const hukouNumber = (household: number, apart = 0): string =>
  `629${String(household).padStart(8, '0')}${apart}`;

/** A register's entry about somebody. */
export const hukouRow = (
  person: Pick<Person, 'id' | 'name' | 'relation' | 'sex'>,
  village: Village,
  hukou: string,
  status: Hukou['status'] = 'present',
): Hukou => ({
  id: person.id,
  name: person.name,
  relation: person.relation,
  sex: person.sex,
  village,
  hukou,
  status,
});

/** Somebody who stands in the register beside the household and in no other list: a grown child who lives elsewhere. */
function absentChild(maker: Maker): Pick<Person, 'id' | 'name' | 'relation' | 'sex'> {
  const sex: Sex = maker.random.chance(0.5) ? 'male' : 'female';
  const { id, born } = newId(maker, sex, maker.random.between(19, 33));
  return {
    id,
    name: anyName(maker.random, sex, Number(born.slice(0, 4))),
    relation: sex === 'male' ? 'son' : 'daughter',
    sex,
  };
}

/**
 * Enters the household's members in the register of its number, old parents now and then in one of their own; some registers
 * have somebody besides, who owns nothing. Whoever has an entry already keeps it.
 */
export function settleRegister(maker: Maker, household: Household): void {
  const from = maker.random;
  const { hukou } = household.records;
  const entered = new Set(hukou.map(({ id }) => id));
  const own = hukouNumber(household.index);
  const parentsApart = from.chance(0.12);
  for (const person of household.members) {
    if (person.reentered || entered.has(person.id)) continue;
    entered.add(person.id);
    const apart = parentsApart && (person.relation === 'father' || person.relation === 'mother');
    const number = apart ? hukouNumber(household.index, 1) : own;
    const isDead = household.records.death.some(({ id }) => id === person.id);
    hukou.push(hukouRow(person, household.village, number, isDead || person.gone ? 'gone' : 'present'));
  }
  if (from.chance(0.08)) hukou.push(hukouRow(absentChild(maker), household.village, own));
}

/** Enters a family that is not registered; its number is that of its first person. */
export function settleFamilyRegister(family: Outsider): void {
  const [head] = family.persons;
  if (!head || family.records.hukou.length > 0) return;
  const number = `628${head.personNo.slice(-9)}`;
  for (const person of family.persons) family.records.hukou.push(hukouRow(person, family.village, number));
}
