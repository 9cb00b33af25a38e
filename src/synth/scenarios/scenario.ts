import type { Wish } from '../household.js';
import type { Maker } from '../maker.js';
import type { Household, Person } from '../model.js';

/** Something that a county's data may hold, planted in one household. */
export interface Scenario {
  readonly name: string;
  /** Households of each block that have it. */
  readonly count: number;
  /** What the household has to be like beforehand. */
  readonly wish: Wish;
  /** Plants it. @returns the rules that have to find something because of it, one entry a finding; none for a near miss. */
  readonly plant: (household: Household, maker: Maker) => readonly string[];
}

/** The head of the household. */
export function headOf(household: Household): Person {
  const head = household.members.find((member) => member.relation === 'head');
  if (!head) throw new Error('a household without a head');
  return head;
}

/** The first member of that relation. */
export function memberWho(household: Household, relation: string): Person {
  const found = household.members.find((member) => member.relation === relation && !member.gone);
  if (!found) throw new Error(`a household without a ${relation}`);
  return found;
}

/** The child of compulsory-school age that the shape `pupil` brings. */
export function pupilOf(household: Household): Person {
  const found = household.members.find((member) => member.age >= 7 && member.age <= 14 && !member.gone);
  if (!found) throw new Error('a household without a pupil');
  return found;
}

export const present = (household: Household): Person[] => household.members.filter((member) => !member.gone);

/** An active household with a healthy head who works and whom nobody supports. */
export const activeWorker: Wish = { status: 'poor', worker: true, unsupported: true, present: true };
export const exitedWorker: Wish = { status: 'exited', worker: true, unsupported: true, present: true };

/** An entry for each of `count` findings of one rule. */
export const times = (count: number, rule: string): string[] => Array.from({ length: count }, () => rule);
