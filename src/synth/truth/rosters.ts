import type { Standing } from '../model.js';
import type { RecordKind } from '../records.js';
import type { SecondRow } from '../second-roster.js';
import { type Census, incomeOf, isActive, type Member } from './census.js';
import type { TrueFinding } from './finding.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** A difference in income of up to a yuan is rounding. */
const INCOME_TOLERANCE = 1;

/** Two values that are both there and not the same. */
const differ = (a: string | number | undefined, b: string | number | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

function entriesDiffer({ person, household }: Member, row: SecondRow): boolean {
  const one = household.standing;
  const other = row.standing;
  const mine = incomeOf(household);
  const theirs = other.stable ?? other.perCapita;
  return (
    person.name !== row.name ||
    person.sex !== row.sex ||
    one.exitStatus !== other.exitStatus ||
    differ(one.exitYear, other.exitYear) ||
    one.category !== other.category ||
    (mine !== undefined && theirs !== undefined && Math.abs(mine - theirs) > INCOME_TOLERANCE)
  );
}

/**
 * The two rosters against each other: DD03 to DD06. Persons are the same by ID number, entries of one household also by name where
 * a number cannot be used.
 */
export function* twoRosters(census: Census): Generator<Found> {
  for (const row of census.second) {
    if (row.standing.exitStatus !== 'exited' && !isOnRoster(census, row)) {
      yield { rule: 'DD03', subject: row.person.id, key: '' };
    }
  }
  for (const [id, entries] of census.membersById) {
    const listed = census.secondById.has(id);
    if (!listed && entries.some((member) => isActive(member.household)))
      yield { rule: 'DD04', subject: id, key: '' };
  }
  for (const household of census.block.households) {
    const rows = census.secondByHousehold.get(household.no) ?? [];
    if (rows.length === 0) continue;
    const members = census.membersOf(household);
    const otherMembers = membersDiffer(members, rows);
    if (otherMembers) yield { rule: 'DD06', subject: household.no, key: '' };
    const seen = new Set<string>();
    for (const member of members) {
      const row = rows.find(({ person }) => person.id === member.id);
      if (!row || seen.has(row.person.id)) continue;
      seen.add(row.person.id);
      if (otherMembers || entriesDiffer(member, row)) yield { rule: 'DD05', subject: row.person.id, key: '' };
    }
  }
}

const isOnRoster = (census: Census, { no, name, person }: SecondRow): boolean =>
  census.membersById.has(person.id) ||
  census.members.some(
    (member) => member.id === undefined && member.household.no === no && member.person.name === name,
  );

/** Whether either list has somebody whom the other has not: by ID number, by name for those whose number cannot be used. */
function membersDiffer(members: readonly Member[], rows: readonly SecondRow[]): boolean {
  const same = (member: Member, row: SecondRow): boolean =>
    member.id === undefined ? member.person.name === row.name : member.id === row.person.id;
  return (
    members.some((member) => !rows.some((row) => same(member, row))) ||
    rows.some((row) => !members.some((member) => same(member, row)))
  );
}

const namedKinds: readonly RecordKind[] = [
  'vehicle',
  'property',
  'insurance',
  'payroll',
  'cadre',
  'business',
  'student',
  'medical',
  'dwelling',
  'water',
  'death',
  'suspect',
  'dibao',
  'tekun',
  'disability',
  'hukou',
  'relocation',
  'loan',
  'payment',
];

/** Faults of the roster's entries: DQ01, DQ07, DQ10. */
export function* rosterFaults(census: Census): Generator<Found> {
  for (const { person, household, id } of census.members) {
    if (id === undefined) yield { rule: 'DQ01', subject: `${household.no}/${person.name}`, key: '' };
  }
  for (const household of census.block.households) {
    const entries = census
      .membersOf(household)
      .map(({ person }) => ({ ...household.standing, ...person.own }));
    const fields: readonly (keyof Standing)[] = ['exitStatus', 'exitYear', 'category', 'stable', 'perCapita'];
    const disagree = fields.some((field) =>
      entries.some((a) => entries.some((b) => differ(a[field], b[field]))),
    );
    if (disagree) yield { rule: 'DQ07', subject: household.no, key: '' };
  }
  for (const [id, entries] of census.membersById) {
    const names = new Set(entries.map((member) => member.person.name));
    for (const row of census.secondById.get(id) ?? []) names.add(row.name);
    for (const kind of namedKinds) for (const row of census.of(kind, id)) names.add(row.name);
    // One for each household that the number is entered in: the roster knows persons by both.
    const households = new Set(entries.map(({ household }) => household.no));
    if (names.size > 1) for (const no of households) yield { rule: 'DQ10', subject: id, key: no };
  }
}
