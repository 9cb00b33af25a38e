import { ageOn } from '../calendar.js';
import type { Block, Household, Outsider, Person } from '../model.js';
import type { RecordKind, Records } from '../records.js';
import { type SecondRow, secondRows } from '../second-roster.js';
import { WORKING_AGE } from './limits.js';

/** A member of a roster household, as an audit can know him. */
export interface Member {
  readonly person: Person;
  readonly household: Household;
  /** The ID number, unless the roster's cell does not hold a usable one. */
  readonly id: string | undefined;
}

type RecordOf<K extends RecordKind> = Records[K][number];

/** A block's people and records, findable by ID number. */
export interface Census {
  readonly block: Block;
  readonly asOf: string;
  readonly members: readonly Member[];
  readonly membersById: ReadonlyMap<string, readonly Member[]>;
  readonly membersOf: (household: Household) => readonly Member[];
  readonly second: readonly SecondRow[];
  readonly secondById: ReadonlyMap<string, readonly SecondRow[]>;
  readonly secondByHousehold: ReadonlyMap<string, readonly SecondRow[]>;
  readonly all: <K extends RecordKind>(kind: K) => readonly RecordOf<K>[];
  readonly of: <K extends RecordKind>(kind: K, id: string | undefined) => readonly RecordOf<K>[];
  readonly ageOf: (person: { readonly id: string }) => number;
}

export function groupBy<T>(rows: Iterable<T>, key: (row: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const at = key(row);
    if (at === undefined) continue;
    const group = groups.get(at);
    if (group) group.push(row);
    else groups.set(at, [row]);
  }
  return groups;
}

/** Takes the census of a block on the as-of day. */
export function takeCensus(block: Block, asOf: string): Census {
  const families: readonly (Household | Outsider)[] = [...block.households, ...block.outsiders];
  const members = block.households.flatMap((household) =>
    household.members
      .filter((person) => !person.gone)
      .map((person): Member => ({ person, household, id: person.fault ? undefined : person.id })),
  );
  const membersByHousehold = groupBy(members, (member) => member.household.no);
  const second = secondRows(block);
  const rows = new Map<RecordKind, RecordOf<RecordKind>[]>();
  const all = <K extends RecordKind>(kind: K): RecordOf<K>[] => {
    const known = rows.get(kind) ?? families.flatMap<RecordOf<RecordKind>>((family) => family.records[kind]);
    rows.set(kind, known);
    return known as RecordOf<K>[];
  };
  const byId = new Map<RecordKind, Map<string, RecordOf<RecordKind>[]>>();
  return {
    block,
    asOf,
    members,
    membersById: groupBy(members, (member) => member.id),
    membersOf: (household) => membersByHousehold.get(household.no) ?? [],
    second,
    secondById: groupBy(second, (row) => row.person.id),
    secondByHousehold: groupBy(second, (row) => row.no),
    all,
    of: <K extends RecordKind>(kind: K, id: string | undefined) => {
      if (id === undefined) return [];
      let index = byId.get(kind);
      if (!index) {
        index = groupBy<RecordOf<RecordKind>>(all(kind), (row) => row.id);
        byId.set(kind, index);
      }
      return (index.get(id) ?? []) as RecordOf<K>[];
    },
    ageOf: ({ id }) => ageOn(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`, asOf),
  };
}

export const isActive = (household: Household): boolean => household.standing.exitStatus !== 'exited';

/** Income by which a household is judged: the stable one, else the net one. */
export const incomeOf = (household: Household): number | undefined =>
  household.standing.stable ?? household.standing.perCapita;

const ofWorkingAge = (age: number): boolean => age >= WORKING_AGE[0] && age <= WORKING_AGE[1];

/** Without labour capacity: lost, partial or none by the column, or too young or too old. */
export const isWithoutLabour = (labour: string | undefined, age: number | undefined): boolean =>
  labour === 'lost' || labour === 'partial' || labour === 'none' || (age !== undefined && !ofWorkingAge(age));

export function isLabourCapable(census: Census, { person, id }: Member): boolean {
  return (
    id !== undefined &&
    person.labour === 'able' &&
    ofWorkingAge(census.ageOf({ id })) &&
    !person.health.includes('serious') &&
    !person.health.includes('disabled')
  );
}

/** In benefit on rural dibao of class 1 or 2, or on tekun. */
export const hasCoreSupport = (census: Census, id: string | undefined): boolean =>
  census
    .of('dibao', id)
    .some((row) => row.active && row.area === 'rural' && (row.class === '1' || row.class === '2')) ||
  census.of('tekun', id).some((row) => row.active);
