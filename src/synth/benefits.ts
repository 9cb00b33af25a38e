import { dayBetween, type Maker } from './maker.js';
import type { Category, Household, Person } from './model.js';
import { weighted } from './random.js';
import type { Dibao, Disability, Tekun } from './records.js';

/** Monthly amounts a person by class, as the county pays them. */
const amounts: Readonly<Record<string, number>> = { '1': 303, '2': 275, '3': 84, '4': 58 };

type DibaoDetails = Partial<Pick<Dibao, 'area' | 'active' | 'head' | 'labour'>>;

/** A person's row in the dibao list: rural and in benefit unless the details say otherwise. */
export const dibaoRow = (
  maker: Maker,
  person: Person,
  village: Household['village'],
  level: string,
  details: DibaoDetails = {},
): Dibao => ({
  id: person.id,
  name: person.name,
  village,
  head: details.head,
  class: level,
  area: details.area ?? 'rural',
  labour: 'labour' in details ? details.labour : person.labour,
  active: details.active ?? true,
  started: dayBetween(maker, maker.year - 7, maker.year - 1),
  amount: (amounts[level] ?? 0) + (details.area === 'urban' ? 120 : 0),
});

/** Puts these members on dibao of that class, as one benefit household. */
export function grantDibao(
  maker: Maker,
  household: Household,
  persons: readonly Person[],
  level: string,
): void {
  const head = household.members.find((member) => member.relation === 'head');
  const headIncluded = head !== undefined && persons.includes(head);
  for (const person of persons) {
    household.records.dibao.push(
      dibaoRow(maker, person, household.village, level, { head: headIncluded ? head.id : persons[0]?.id }),
    );
  }
}

export const tekunRow = (
  person: Person,
  village: Household['village'],
  details: Partial<Pick<Tekun, 'mode' | 'area' | 'active'>> = {},
): Tekun => ({
  id: person.id,
  name: person.name,
  village,
  mode: details.mode ?? 'home',
  area: details.area ?? 'rural',
  active: details.active ?? true,
});

const category = weighted<string>([
  ['4', 58],
  ['1', 9],
  ['2', 9],
  ['3', 3],
  ['5', 9],
  ['6', 8],
  ['7', 4],
]);
const level = weighted<string>([
  ['1', 12],
  ['2', 24],
  ['3', 34],
  ['4', 30],
]);

/** A disabled person's row in the federation's list. */
export const disabilityRow = (
  maker: Maker,
  person: Person,
  village: Household['village'],
  grade?: string,
): Disability => ({
  id: person.id,
  name: person.name,
  village,
  category: category(maker.random),
  level: grade ?? level(maker.random),
});

/** Whether the roster and dibao's labour column leave no labour capacity: under 16, 60 and over, or lost, partial or none. */
const isWeak = (person: Person): boolean => person.age < 16 || person.age > 59 || person.labour !== 'able';

/**
 * The support that fits the household as it is, so that neither category rule has anything to say: the category dibao or tekun
 * only where nobody can work or everybody is in core support, general only where not everybody is.
 */
export function settleSupport(maker: Maker, household: Household, exited: boolean): Category {
  const from = maker.random;
  const { members } = household;
  const all = members.filter((member) => !member.gone);
  const share = exited ? 0.45 : 1;
  const weak = all.every(isWeak);
  const [first] = all;
  if (weak && all.length === 1 && first && first.age >= 60 && from.chance(0.42 * share)) {
    household.records.tekun.push(
      tekunRow(first, household.village, { mode: from.chance(0.25) ? 'institution' : 'home' }),
    );
    return 'tekun';
  }
  if (weak && from.chance(0.6 * share)) {
    grantDibao(maker, household, all, from.chance(0.4) ? '1' : '2');
    return 'dibao';
  }
  const roll = from.next();
  if (roll < 0.1 * share) {
    grantDibao(maker, household, all, '2');
    return 'dibao';
  }
  if (roll < 0.28 * share) {
    grantDibao(maker, household, all, from.chance(0.6) ? '3' : '4');
  } else if (roll < 0.36 * share && !weak) {
    const one = all.find((member) => isWeak(member) && member.age >= 16);
    if (one) grantDibao(maker, household, [one], '2');
  } else if (exited && roll < 0.42 * share) {
    for (const person of all) {
      household.records.dibao.push(
        dibaoRow(maker, person, household.village, '3', { head: first?.id ?? person.id, active: false }),
      );
    }
  }
  return 'general';
}

/** Disabled members get a card, which the roster may show in place of the ID number. */
export function settleDisability(maker: Maker, household: Household): void {
  const from = maker.random;
  for (const person of household.members) {
    if (person.gone || !person.health.includes('disabled') || !from.chance(0.8)) continue;
    const row = disabilityRow(maker, person, household.village);
    household.records.disability.push(row);
    if (from.chance(0.35)) person.certificate = row.category + row.level;
  }
}
