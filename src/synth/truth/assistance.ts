import { addMonths } from '../calendar.js';
import type { Household, Person } from '../model.js';
import type { Loan, Relocation } from '../records.js';
import { type Census, groupBy, isActive, type Member } from './census.js';
import type { TrueFinding } from './finding.js';
import { dropoutOf, gapsOf } from './gaps.js';
import { EXIT_WINDOW, HELPER_HOUSEHOLDS, LOAN_CAP, LOAN_MONTHS, MEDICAL_CAP } from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** By either of the two medical insurances, as the roster has it. */
export const isInsured = ({ insured, employeeInsured }: Person): boolean =>
  insured || employeeInsured === true;

/** Whom the benefits of the policy still cover: active, or exited in the years under review. */
const isCovered = ({ standing }: Household): boolean =>
  standing.exitStatus !== 'exited' ||
  (standing.exitYear !== undefined &&
    standing.exitYear >= EXIT_WINDOW[0] &&
    standing.exitYear <= EXIT_WINDOW[1]);

/** Households that the list of helpers knows by number or by a member's ID, with whom helps them on the day. */
function helpNow(census: Census): Map<string, Set<string>> {
  const households = new Map<string, Set<string>>();
  for (const link of census.all('helper')) {
    if (link.ended !== undefined && link.ended <= census.asOf) continue;
    const numbers = link.household
      ? [link.household]
      : (census.membersById.get(link.id) ?? []).map(({ household }) => household.no);
    for (const no of numbers) households.set(no, (households.get(no) ?? new Set()).add(link.helperId));
  }
  return households;
}

/** AS01, AS02. */
function* help(census: Census): Generator<Found> {
  const helpers = helpNow(census);
  const loads = new Map<string, number>();
  for (const household of census.block.households) {
    if (!isActive(household)) continue;
    const own = helpers.get(household.no) ?? new Set<string>();
    for (const helper of own) loads.set(helper, (loads.get(helper) ?? 0) + 1);
    const onRoster = household.inSheet && household.helper !== undefined;
    if (own.size === 0 && !onRoster) yield { rule: 'AS02', subject: household.no, key: '' };
  }
  for (const [helper, load] of loads)
    if (load > HELPER_HOUSEHOLDS) yield { rule: 'AS01', subject: helper, key: '' };
}

/** AS03, AS04, AS08 of one member. */
function* care(census: Census, member: Member & { readonly id: string }): Generator<Found> {
  const { id, person, household } = member;
  const found = (rule: string): Found => ({ rule, subject: id, key: '' });
  const rows = census.of('medical', id);
  const newest = Math.max(...rows.map(({ year }) => year));
  const latest = rows.filter(({ year }) => year === newest);
  const paid = latest.reduce((sum, row) => sum + Math.round(row.selfPaid * 100), 0);
  if (paid > MEDICAL_CAP * 100 || latest.some((row) => row.nonCompliant > 0)) yield found('AS03');
  if (!isInsured(person)) yield found('AS04');
  if (isActive(household) && dropoutOf(census, member)) yield found('AS08');
}

/** What is wrong with a move, as AS06 calls it. */
export function moveProblems(row: Relocation, year: number): string[] {
  return [
    ...(!row.built && row.planYear < year ? ['not-built'] : []),
    ...(row.built && !row.movedIn ? ['not-moved-in'] : []),
    ...(row.movedIn && row.oldHouseRemoved === false ? ['old-house'] : []),
  ];
}

function moves(census: Census, household: Household): Set<string> {
  const ids = new Set(census.membersOf(household).map(({ id }) => id));
  const rows = census
    .all('relocation')
    .filter((row) => (row.household === undefined ? ids.has(row.id) : row.household === household.no));
  return new Set(rows.flatMap((row) => moveProblems(row, Number(census.asOf.slice(0, 4)))));
}

export const isWrongLoan = (row: Loan, asOf: string): boolean =>
  row.amount > LOAN_CAP ||
  row.due > addMonths(row.granted, LOAN_MONTHS) ||
  row.status === 'overdue' ||
  (row.status === 'open' && row.due < asOf);

/** Not repaid; where the bank does not say, a loan is open until it is due. */
const isOpen = ({ status, due }: Loan, asOf: string): boolean =>
  status === undefined ? due >= asOf : status !== 'closed';

/** AS09: the loan itself, or an open one beside an earlier open one of the household. */
function* loans(census: Census): Generator<Found> {
  const open = census.all('loan').filter((row) => isOpen(row, census.asOf));
  const byHousehold = groupBy(open, (row) => census.membersById.get(row.id)?.[0]?.household.no);
  const second = new Set<Loan>();
  for (const rows of byHousehold.values()) {
    const [, ...later] = [...rows].sort((a, b) => (a.granted < b.granted ? -1 : 1));
    for (const row of later) second.add(row);
  }
  for (const row of census.all('loan'))
    if (isWrongLoan(row, census.asOf) || second.has(row))
      yield { rule: 'AS09', subject: row.id, key: row.contract };
}

/** AS10: nothing is there that answers to the cause. */
function isUnanswered(census: Census, household: Household): boolean {
  const members = census.membersOf(household);
  const some = (test: (member: Member) => boolean): boolean => members.some(test);
  switch (household.cause) {
    case 'illness':
      return !some(({ person }) => isInsured(person));
    case 'schooling':
      return !some(
        ({ person, id }) =>
          census.of('student', id).some(({ status }) => status === 'enrolled' || status === 'home') ||
          !['none', 'preschool', 'dropout'].includes(person.schooling),
      );
    case 'capital':
      return !some(({ id }) => id === undefined || census.of('loan', id).length > 0);
    case 'disability':
      return !some(
        ({ person, id }) =>
          person.health.includes('disabled') ||
          person.certificate !== undefined ||
          census.of('disability', id).length > 0,
      );
    default:
      return false;
  }
}

/** The findings of the assistance family in a block, but for AS11, which is counted over whole villages. */
export function* assistance(census: Census): Generator<Found> {
  yield* help(census);
  const seen = new Set<string>();
  for (const member of census.members) {
    const { id } = member;
    if (id === undefined || seen.has(id)) continue;
    const entries = census.membersById.get(id) ?? [];
    const covered =
      entries.find(({ household }) => isActive(household)) ??
      entries.find(({ household }) => isCovered(household));
    if (!covered) continue;
    seen.add(id);
    yield* care(census, { ...covered, id });
  }
  for (const household of census.block.households) {
    const found = (rule: string): Found => ({ rule, subject: household.no, key: '' });
    for (const problem of moves(census, household)) yield { ...found('AS06'), key: problem };
    if (!isActive(household)) continue;
    const gaps = gapsOf(census, household).map(({ gap }) => gap);
    if (gaps.includes('housing')) yield found('AS05');
    if (gaps.includes('water')) yield found('AS07');
    if (isUnanswered(census, household)) yield { ...found('AS10'), key: household.cause };
  }
  yield* loans(census);
}
