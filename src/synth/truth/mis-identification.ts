import { toDays } from '../calendar.js';
import type { Dibao } from '../records.js';
import {
  assetsOf,
  barringSeats,
  employments,
  isCountedProperty,
  isCountedVehicle,
  isOnPayroll,
} from './assets.js';
import {
  type Census,
  groupBy,
  hasCoreSupport,
  incomeOf,
  isActive,
  isLabourCapable,
  isWithoutLabour,
  type Member,
} from './census.js';
import type { TrueFinding } from './finding.js';
import { gapsOf, isMedicalNeed, isUnsafeDwelling } from './gaps.js';
import { BUSINESS_CAPITAL, DEATH_GRACE_DAYS, PENSION_HIGH, STABLE_INCOME_LINE } from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** What speaks against an active household's member: MI01 to MI07. */
function* againstMember(census: Census, { id }: Member & { readonly id: string }): Generator<Found> {
  const found = (rule: string, key: string): Found => ({ rule, subject: id, key });
  for (const row of census.of('vehicle', id)) if (isCountedVehicle(row)) yield found('MI01', row.plate);
  for (const row of census.of('property', id))
    if (isCountedProperty(row)) yield found('MI02', row.certificate);
  for (const row of barringSeats(census, id)) yield found('MI03', row.village.name);
  for (const row of census.of('payroll', id)) if (isOnPayroll(row)) yield found('MI04', row.employer);
  for (const row of employments(census, id)) yield found('MI05', row.employer ?? '');
  for (const row of census.of('insurance', id)) {
    const drawn = row.kind !== 'resident' && row.status === 'retired';
    if (drawn && (row.pension === undefined || row.pension >= PENSION_HIGH)) yield found('MI06', row.kind);
  }
  for (const row of census.of('business', id)) {
    if (row.status !== 'running' || !['representative', 'shareholder', 'owner'].includes(row.role)) continue;
    const small = row.kind === 'individual' || row.kind === 'cooperative';
    const large = small
      ? (row.capital ?? 0) > BUSINESS_CAPITAL
      : (row.capital ?? BUSINESS_CAPITAL) >= BUSINESS_CAPITAL;
    if (large) yield found('MI07', row.company);
  }
}

/** Somebody to whom one of MI01 to MI05 would apply. */
const isBarred = (census: Census, id: string): boolean =>
  assetsOf(census, id).length > 0 ||
  barringSeats(census, id).length > 0 ||
  employments(census, id).length > 0;

/** Rural benefit households of class 1 or 2 that should be registered: MI10. */
function* leftOutHouseholds(census: Census): Generator<Found> {
  const benefit = census.all('dibao').filter((row) => row.active && row.area === 'rural');
  for (const [head, rows] of groupBy(benefit, (row: Dibao) => row.head ?? row.id)) {
    if (!rows.every((row) => row.class === '1' || row.class === '2')) continue;
    const due = rows.every(
      (row) =>
        !census.membersById.has(row.id) &&
        isWithoutLabour(row.labour, census.ageOf(row)) &&
        assetsOf(census, row.id).length === 0,
    );
    if (due) yield { rule: 'MI10', subject: head, key: '' };
  }
}

function* leftOutPersons(census: Census): Generator<Found> {
  for (const row of census.all('tekun')) {
    if (row.active && row.area === 'rural' && !census.membersById.has(row.id))
      yield { rule: 'MI11', subject: row.id, key: '' };
  }
  for (const row of census.all('disability')) {
    const severe = row.level === '1' || row.level === '2';
    const supported = census
      .of('dibao', row.id)
      .some((benefit) => benefit.active && benefit.area === 'rural');
    if (severe && supported && !census.membersById.has(row.id) && assetsOf(census, row.id).length === 0) {
      yield { rule: 'MI12', subject: row.id, key: '' };
    }
  }
  for (const row of census.all('dibao')) {
    if (row.active) for (const key of assetsOf(census, row.id)) yield { rule: 'MI16', subject: row.id, key };
  }
}

/** Those dropped by the audit of 2016 who seem to qualify: MI17. */
function* droppedByAudit(census: Census): Generator<Found> {
  for (const row of census.all('suspect')) {
    if (row.action !== 'removed' || isBarred(census, row.id)) continue;
    const entries = census.membersById.get(row.id) ?? [];
    if (entries.some((member) => isActive(member.household))) continue;
    const inNeed =
      entries.length > 0
        ? entries.some(
            ({ household }) =>
              (incomeOf(household) ?? Infinity) <= STABLE_INCOME_LINE || gapsOf(census, household).length > 0,
          )
        : hasOwnGap(census, row.id);
    if (inNeed) yield { rule: 'MI17', subject: row.id, key: '' };
  }
}

/** A gap that the extracts know of somebody who is not on the roster. */
const hasOwnGap = (census: Census, id: string): boolean =>
  census.of('dwelling', id).some(isUnsafeDwelling) ||
  (census.of('medical', id).length > 0 && isMedicalNeed(census.of('medical', id))) ||
  census.of('water', id).some((row) => !row.safe);

function* wrongHouseholds(census: Census): Generator<Found> {
  for (const household of census.block.households) {
    const members = census.membersOf(household);
    const supported = members.every((member) => hasCoreSupport(census, member.id));
    const found = (rule: string): Found => ({ rule, subject: household.no, key: '' });
    const { category, exitStatus, stable } = household.standing;
    if (category !== 'general' && !supported && members.some((member) => isLabourCapable(census, member)))
      yield found('MI13');
    const weak = members.every(({ person, id }) =>
      isWithoutLabour(person.labour, id === undefined ? undefined : census.ageOf({ id })),
    );
    if (category === 'general' && supported && weak) yield found('MI14');
    const due =
      (exitStatus === 'poor' || exitStatus === 'returned') &&
      stable !== undefined &&
      stable > STABLE_INCOME_LINE;
    if (due && gapsOf(census, household).length === 0) yield found('MI19');
  }
}

function* deadAndDouble(census: Census): Generator<Found> {
  for (const row of census.all('death')) {
    const days = toDays(census.asOf) - toDays(row.died);
    if (days > DEATH_GRACE_DAYS && census.membersById.has(row.id))
      yield { rule: 'MI20', subject: row.id, key: '' };
  }
  for (const [id, entries] of census.membersById)
    if (entries.length > 1) yield { rule: 'MI21', subject: id, key: '' };
}

/** The findings of the mis-identification family in a block. */
export function* misIdentification(census: Census): Generator<Found> {
  for (const member of census.members) {
    if (member.id !== undefined && isActive(member.household))
      yield* againstMember(census, { ...member, id: member.id });
  }
  yield* leftOutHouseholds(census);
  yield* leftOutPersons(census);
  yield* droppedByAudit(census);
  yield* wrongHouseholds(census);
  yield* deadAndDouble(census);
}
