import { addDays, toDays } from '../calendar.js';
import { memberCount } from '../member-count.js';
import type { Household, Person } from '../model.js';
import { type Census, incomeOf, type Member } from './census.js';
import type { TrueFinding } from './finding.js';
import {
  INCOME_MAX,
  OLDEST,
  OLDEST_PRIMARY,
  PARENT_YEARS,
  STALE_DAYS,
  YOUNGEST_HEAD,
  YOUNGEST_SPOUSE,
} from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** What the roster's cell about the relation means. */
const relationOf = ({ relation, written }: Person): string => {
  if (written?.relation === undefined) return relation;
  return { 户主: 'head', 其他: 'other' }[written.relation] ?? 'unknown';
};

/** The sex that an ID number tells, else the one that is entered. */
const sexOf = ({ person, id }: Member): string =>
  id === undefined ? person.sex : Number(id[16]) % 2 === 1 ? 'male' : 'female';

const bornOf = ({ id }: Member): number | undefined =>
  id === undefined ? undefined : Number(id.slice(6, 14));

/** Values that no code list has. */
const unknownWords = ['亚健康', '侄孙媳'];

/** DQ02, DQ03, DQ04, DQ09, DQ13, DQ14 of one member. */
function* entries(census: Census, member: Member): Generator<Found> {
  const { person, household, id } = member;
  const named = `${household.no}/${person.name}`;
  const { written } = person;
  if (id !== undefined && written?.sex !== undefined && written.sex !== (person.sex === 'male' ? '男' : '女'))
    yield { rule: 'DQ02', subject: id, key: '' };
  if (written?.health === '' || written?.labour === '') yield { rule: 'DQ03', subject: named, key: '' };
  for (const [column, value] of Object.entries(written ?? {}))
    if (unknownWords.includes(value)) yield { rule: 'DQ04', subject: named, key: column };
  if (person.phone !== undefined && !/^1\d{10}$/.test(person.phone.replace(/[ -]/g, '')))
    yield { rule: 'DQ13', subject: named, key: '' };
  if (id === undefined) return;
  const age = census.ageOf({ id });
  const impossible = (key: string): Found => ({ rule: 'DQ09', subject: id, key });
  if (age > OLDEST) yield impossible('too-old');
  if (person.schooling === 'primary' && age > OLDEST_PRIMARY) yield impossible('old-pupil');
  if (relationOf(person) === 'head' && age < YOUNGEST_HEAD) yield impossible('young-head');
  const disabled = person.health.includes('disabled') && written?.health === undefined;
  if (person.certificate !== undefined && !disabled && written?.health !== '')
    yield { rule: 'DQ14', subject: id, key: 'certificate-only' };
  if (disabled && census.of('disability', id).length === 0)
    yield { rule: 'DQ14', subject: id, key: 'not-in-extract' };
}

/** Kinds of contradiction in a family: DQ12. */
function contradictions(census: Census, members: readonly Member[]): Set<string> {
  const kinds = new Set<string>();
  const who = (relation: string): Member[] => members.filter(({ person }) => relationOf(person) === relation);
  const isTooClose = (younger: Member, older: Member): boolean => {
    const [late, early] = [bornOf(younger), bornOf(older)];
    return late !== undefined && early !== undefined && late - early < PARENT_YEARS * 10_000;
  };
  const spouses = who('spouse');
  if (new Set(spouses.map(({ id, person }) => id ?? person.personNo)).size > 1) kinds.add('two-spouses');
  for (const spouse of spouses)
    if (spouse.id !== undefined && census.ageOf({ id: spouse.id }) < YOUNGEST_SPOUSE)
      kinds.add('young-spouse');
  if (who('father').some((father) => sexOf(father) === 'female')) kinds.add('parent-sex');
  if (who('mother').some((mother) => sexOf(mother) === 'male')) kinds.add('parent-sex');
  for (const head of who('head')) {
    if (spouses.some((spouse) => sexOf(spouse) === sexOf(head))) kinds.add('same-sex');
    if ([...who('son'), ...who('daughter')].some((child) => isTooClose(child, head))) kinds.add('parent-age');
    if ([...who('father'), ...who('mother')].some((parent) => isTooClose(head, parent)))
      kinds.add('parent-age');
  }
  return kinds;
}

/** Who stands for the household: its head, else the first member by number. */
function speakerOf(members: readonly Member[]): Member | undefined {
  const heads = members.filter(({ person }) => relationOf(person) === 'head');
  return [...(heads.length > 0 ? heads : members)].sort((a, b) =>
    a.person.personNo < b.person.personNo ? -1 : 1,
  )[0];
}

/** DQ05, DQ06, DQ08, DQ09, DQ12 of a household. */
function* household(census: Census, home: Household): Generator<Found> {
  const members = census.membersOf(home);
  const found = (rule: string, key = ''): Found => ({ rule, subject: home.no, key });
  const heads = members.filter(({ person }) => relationOf(person) === 'head');
  if (new Set(heads.map(({ id, person }) => id ?? person.personNo)).size !== 1) yield found('DQ05');
  if (home.memberCount !== undefined && home.memberCount !== memberCount(home)) yield found('DQ06');
  if (home.inSheet && toDays(home.updated) <= toDays(addDays(census.asOf, -STALE_DAYS))) yield found('DQ08');
  for (const kind of contradictions(census, members)) yield found('DQ12', kind);
  const speaker = speakerOf(members)?.id ?? '';
  const { exitStatus, exitYear, stable, perCapita } = home.standing;
  if (exitStatus === 'exited' && exitYear !== undefined) {
    if (exitYear < Number(home.identified.slice(0, 4)))
      yield { rule: 'DQ09', subject: speaker, key: 'exit-before-identification' };
    if (exitYear > Number(census.asOf.slice(0, 4)))
      yield { rule: 'DQ09', subject: speaker, key: 'exit-in-the-future' };
  }
  const incomes = [stable, perCapita, incomeOf(home)].filter((value) => value !== undefined);
  if (incomes.some((value) => value < 0 || value > INCOME_MAX))
    yield { rule: 'DQ09', subject: speaker, key: 'income' };
}

/** Entries of the roster that are empty, unknown, impossible or contradict each other: DQ02–DQ06, DQ08, DQ09, DQ12–DQ14. */
export function* rosterEntries(census: Census): Generator<Found> {
  // Somebody entered twice in a household is found once for each kind of fault.
  const told = new Set<string>();
  for (const member of census.members)
    for (const found of entries(census, member)) {
      const line = [member.household.no, found.rule, found.subject, found.key].join(' ');
      if (!told.has(line)) yield found;
      told.add(line);
    }
  for (const home of census.block.households) yield* household(census, home);
}
