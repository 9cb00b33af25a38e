import { addDays } from '../calendar.js';
import type { Relative } from '../family.js';
import { setStanding } from '../household.js';
import type { Maker } from '../maker.js';
import type { Household, Person, Sex } from '../model.js';
import { pickSurname } from '../names.js';
import { makePerson, tellApart } from '../people.js';
import type { Rider } from './rider.js';
import { headOf, present } from './scenario.js';

const isPlain = ({ scenario, village }: Household): boolean =>
  scenario.startsWith('plain') && village.plan === undefined;

/** Nobody draws a benefit, so that one more member changes nothing about it. */
const isUnsupported = ({ records, standing }: Household): boolean =>
  records.dibao.length === 0 && records.tekun.length === 0 && standing.category === 'general';

/** A grown member other than the head who works, whom no other plant is about. */
const worker = (h: Household): Person | undefined =>
  present(h).find(
    ({ relation, labour, health, age, fault, reentered, written }) =>
      relation !== 'head' &&
      labour === 'able' &&
      health.includes('healthy') &&
      age >= 19 &&
      age <= 58 &&
      !fault &&
      !reentered &&
      !written,
  );

/** A cell about such a member says this. */
const writes = (
  name: string,
  written: (person: Person) => NonNullable<Person['written']>,
  expected: readonly string[],
): Rider => ({
  name,
  count: 1,
  // The second roster would say otherwise.
  fits: (h) => isPlain(h) && isUnsupported(h) && !h.inSecond && worker(h) !== undefined,
  plant: (h) => {
    const person = worker(h);
    if (person) person.written = written(person);
    return expected;
  },
});

/** One more member, healthy and in no other list. */
function addMember(h: Household, maker: Maker, relative: Omit<Relative, 'kin'>): void {
  const { ethnicity } = headOf(h);
  const surname = pickSurname(maker.random, ethnicity);
  const person = makePerson(maker, { ...relative, kin: true }, surname, ethnicity);
  person.health = ['healthy'];
  if (person.labour !== 'none') person.labour = relative.age >= 60 ? 'none' : 'able';
  h.members.push(person);
  tellApart(maker, h.members);
}

const opposite = (sex: Sex): Sex => (sex === 'male' ? 'female' : 'male');
const has = (h: Household, ...relations: readonly string[]): boolean =>
  present(h).some(({ relation }) => relations.includes(relation));

const member = (
  name: string,
  fits: (h: Household) => boolean,
  relative: (head: Person) => Omit<Relative, 'kin'>,
  expected: readonly string[],
): Rider => ({
  name,
  count: 1,
  // Who joins is insured, and would answer to an illness with nobody insured.
  fits: (h) =>
    isPlain(h) && isUnsupported(h) && !h.scenario.includes('insured') && present(h).length > 1 && fits(h),
  plant: (h, maker) => {
    addMember(h, maker, relative(headOf(h)));
    return expected;
  },
});

const phone = (name: string, number: string, expected: readonly string[]): Rider => ({
  name,
  count: 1,
  fits: (h) => isPlain(h) && headOf(h).phone !== undefined && !headOf(h).fault,
  plant: (h) => {
    headOf(h).phone = number;
    return expected;
  },
});

/** Entries of persons: DQ02, DQ03, DQ04, DQ09, DQ13, DQ14. */
export const personEntryRiders: readonly Rider[] = [
  writes('sex against the ID number', ({ sex }) => ({ sex: sex === 'male' ? '女' : '男' }), ['DQ02']),
  writes('health left empty', () => ({ health: '' }), ['DQ03']),
  writes('labour left empty', () => ({ labour: '' }), ['DQ03']),
  writes('health in a word of their own', () => ({ health: '亚健康' }), ['DQ04']),
  phone('phone of ten digits', '1203456789', ['DQ13']),
  phone('phone of a house', '0932-1234567', ['DQ13']),
  phone('phone with hyphens', '120-3456-7890', []),
  member(
    'a father of 112',
    (h) => !has(h, 'father'),
    () => ({ relation: 'father', sex: 'male', age: 112 }),
    ['DQ09'],
  ),
  member(
    'a father of 110',
    (h) => !has(h, 'father'),
    () => ({ relation: 'father', sex: 'male', age: 110 }),
    [],
  ),
  {
    name: 'a grown primary pupil',
    count: 1,
    fits: (h) => isPlain(h) && h.cause !== 'schooling' && worker(h)?.schooling === 'none',
    plant: (h) => {
      const person = worker(h);
      if (person) person.schooling = 'primary';
      return ['DQ09'];
    },
  },
  {
    name: 'a certificate and health without a disability',
    count: 1,
    fits: (h) => isPlain(h) && h.cause !== 'disability' && worker(h) !== undefined,
    plant: (h) => {
      const person = worker(h);
      if (person) person.certificate = '43';
      return [];
    },
  },
];

/** Entries of households: DQ05, DQ06, DQ08, DQ09, DQ12. */
export const householdEntryRiders: readonly Rider[] = [
  {
    name: 'nobody entered as head',
    count: 1,
    fits: (h) =>
      isPlain(h) &&
      isUnsupported(h) &&
      !h.inSecond &&
      !headOf(h).fault &&
      !has(h, 'spouse', 'father', 'mother'),
    plant: (h) => {
      headOf(h).written = { relation: '其他' };
      return ['DQ05'];
    },
  },
  {
    name: 'two heads',
    count: 1,
    fits: (h) => isPlain(h) && has(h, 'daughter-in-law'),
    plant: (h) => {
      const second = present(h).find(({ relation }) => relation === 'daughter-in-law');
      if (second) second.written = { relation: '户主' };
      // Of the second head the head's wife is of one sex, and the son no child.
      return ['DQ05', 'DQ12', 'DQ12'];
    },
  },
  {
    name: 'a relation in a word of their own',
    count: 1,
    fits: (h) => isPlain(h) && has(h, 'daughter-in-law') && !present(h).some(({ written }) => written),
    plant: (h) => {
      const person = present(h).find(({ relation }) => relation === 'daughter-in-law');
      if (person) person.written = { relation: '侄孙媳' };
      return ['DQ04'];
    },
  },
  {
    name: 'one member too many entered',
    count: 1,
    fits: isPlain,
    plant: (h) => {
      h.memberCount = present(h).length + 1;
      return ['DQ06'];
    },
  },
  ...[
    { days: 365, found: ['DQ08'] },
    { days: 364, found: [] },
    { days: 700, found: ['DQ08'] },
  ].map(
    ({ days, found }): Rider => ({
      name: `not updated for ${days} days`,
      count: 1,
      fits: (h) => isPlain(h) && h.inSheet,
      plant: (h, maker) => {
        h.updated = addDays(maker.asOf, -days);
        return found;
      },
    }),
  ),
  {
    name: 'exited before it was identified',
    count: 1,
    fits: (h) =>
      isPlain(h) && !headOf(h).fault && h.standing.exitStatus === 'exited' && h.standing.exitYear === 2015,
    plant: (h) => {
      h.identified = '2016-12';
      return ['DQ09'];
    },
  },
  {
    name: 'an income beyond belief',
    count: 1,
    fits: (h) =>
      isPlain(h) &&
      !headOf(h).fault &&
      h.standing.exitStatus === 'exited' &&
      !h.off &&
      h.standing.stable !== undefined,
    plant: (h, maker) => {
      setStanding(maker, h, { ...h.standing, stable: 200_001, perCapita: 200_001 });
      return ['DQ09'];
    },
  },
  member(
    'two wives',
    (h) => has(h, 'spouse'),
    ({ sex }) => ({ relation: 'spouse', sex: opposite(sex), age: 41 }),
    ['DQ12'],
  ),
  member(
    'a spouse of the head’s sex',
    (h) => !has(h, 'spouse'),
    ({ sex }) => ({ relation: 'spouse', sex, age: 39 }),
    ['DQ12'],
  ),
  member(
    'a spouse of 17',
    (h) => !has(h, 'spouse'),
    ({ sex }) => ({ relation: 'spouse', sex: opposite(sex), age: 17 }),
    ['DQ12'],
  ),
  member(
    'a son ten years younger',
    () => true,
    ({ age }) => ({ relation: 'son', sex: 'male', age: age - 10 }),
    ['DQ12'],
  ),
  member(
    'a son sixteen years younger',
    ({ members }) => members[0] !== undefined && members[0].age > 32,
    ({ age }) => ({ relation: 'son', sex: 'male', age: age - 16 }),
    [],
  ),
  member(
    'a mother who is a man',
    (h) => !has(h, 'mother'),
    ({ age }) => ({ relation: 'mother', sex: 'male', age: Math.min(94, age + 24) }),
    ['DQ12'],
  ),
];
