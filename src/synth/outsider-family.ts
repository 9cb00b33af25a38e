import { dibaoRow } from './benefits.js';
import type { Maker } from './maker.js';
import type { Outsider, Person, Sex } from './model.js';
import { pickEthnicity, pickSurname } from './names.js';
import { makePerson, tellApart } from './people.js';
import type { Village } from './places.js';
import { noRecords } from './records.js';

/** A family of the village, with nobody in it yet. */
export const newFamily = (village: Village): Outsider => ({
  village,
  persons: [],
  records: noRecords(),
  scenario: 'plain',
  expected: [],
});

/** Adds persons of these ages, the head first; men and children share a surname. */
export function addPeople(
  family: Outsider,
  maker: Maker,
  ...ages: readonly (readonly [Sex, number])[]
): Person[] {
  const ethnicity = pickEthnicity(maker.random);
  const surname = pickSurname(maker.random, ethnicity);
  for (const [sex, age] of ages) {
    const relation = family.persons.length === 0 ? 'head' : 'other';
    const kin = sex === 'male' || age < 18;
    family.persons.push(makePerson(maker, { relation, sex, age, kin }, surname, ethnicity));
  }
  tellApart(maker, family.persons);
  return family.persons;
}

interface Benefit {
  readonly class: string;
  readonly area?: 'urban';
  readonly active?: false;
  readonly headless?: true;
}

/** Puts the whole family on dibao, as one benefit household unless it is headless; the labour column says who can work. */
export function putOnDibao(family: Outsider, maker: Maker, benefit: Benefit): void {
  const head = benefit.headless ? undefined : family.persons[0]?.id;
  for (const person of family.persons) {
    family.records.dibao.push(
      dibaoRow(maker, person, family.village, benefit.class, {
        head,
        ...(benefit.area && { area: benefit.area }),
        ...(benefit.active === false && { active: false }),
      }),
    );
  }
}

/** An old man and his wife. */
export const addOldCouple = (family: Outsider, maker: Maker): Person[] =>
  addPeople(family, maker, ['male', maker.random.between(62, 80)], ['female', maker.random.between(60, 76)]);

/** A man alone. */
export const addMan = (family: Outsider, maker: Maker, age: number): Person =>
  addPeople(family, maker, ['male', age])[0] as Person;

/** Makes somebody of working age unable to work. */
export const disable = (person: Person): void => {
  person.health = ['disabled'];
  person.labour = 'lost';
};

/** Makes somebody healthy and fit for work. */
export const makeAble = (person: Person): void => {
  person.health = ['healthy'];
  person.labour = 'able';
};
