import { memberCount } from '../member-count.js';
import type { Household } from '../model.js';
import { isInsured } from './assistance.js';
import { type Census, incomeOf } from './census.js';
import type { TrueFinding } from './finding.js';
import { gapsOf } from './gaps.js';
import { STABLE_INCOME_LINE, SUM_TOLERANCE } from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** Reasons of a dropout that stop no exit. */
const excused = ['illness', 'disability', 'intellectual'];

/** Whether an exit of this year fails one of the items: EX01. */
function failsAcceptance(census: Census, household: Household): boolean {
  const income = incomeOf(household);
  return (
    gapsOf(census, household).some(
      ({ gap, reason }) => gap !== 'education' || !excused.includes(reason ?? ''),
    ) ||
    census.membersOf(household).some(({ person }) => !isInsured(person)) ||
    (income !== undefined && income <= STABLE_INCOME_LINE)
  );
}

const areApart = (a: number, b: number): boolean => Math.abs(Math.round((a - b) * 100)) > SUM_TOLERANCE * 100;

/** Whether the roster's sums are off: EX09. */
export function isOff({ income, off, standing, members }: Household): boolean {
  if (!income || standing.perCapita === undefined) return false;
  const parts = income.wage + income.business + income.property + income.transfer;
  const total = parts + (off?.total ?? 0);
  const net = parts - income.cost + (off?.net ?? 0);
  return (
    areApart(parts, total) ||
    areApart(total - income.cost, net) ||
    areApart(net / memberCount({ members }), standing.perCapita + (off?.perCapita ?? 0))
  );
}

/** EX01, EX09, and EX08 where an income is missing; what is counted over areas is elsewhere. */
export function* exits(census: Census): Generator<Found> {
  const year = Number(census.asOf.slice(0, 4));
  for (const household of census.block.households) {
    const { exitStatus, exitYear, stable } = household.standing;
    const found = (rule: string): Found => ({ rule, subject: household.no, key: '' });
    if (exitStatus === 'exited' && exitYear === year && failsAcceptance(census, household))
      yield found('EX01');
    if (exitStatus === 'exited' && stable === undefined) yield { ...found('EX08'), key: 'missing' };
    if (isOff(household)) yield found('EX09');
  }
}
