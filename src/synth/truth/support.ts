import type { Dibao } from '../records.js';
import { type Census, groupBy, isActive, isWithoutLabour, type Member } from './census.js';
import type { TrueFinding } from './finding.js';
import { WORKING_AGE } from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

const isSupported = (census: Census, id: string | undefined): boolean =>
  census.of('dibao', id).some(({ active }) => active) || census.of('tekun', id).some(({ active }) => active);

/** MI15: the roster's dibao column against civil affairs. */
function* dibaoColumn(census: Census, { person, household, id }: Member): Generator<Found> {
  if (id === undefined) return;
  // The roster's cell is filled in from the household's own records unless it was planted otherwise.
  const own = household.records.dibao.some((row) => row.active && row.id === person.id);
  const says = person.written?.dibao === undefined ? own : person.written.dibao === '是';
  const rows = census.of('dibao', id).filter(({ active }) => active);
  if (says ? !rows.some(({ area }) => area === 'rural') : rows.length > 0)
    yield { rule: 'MI15', subject: id, key: '' };
}

/** MI22: rural benefit households of class 1 or 2 in which everybody can work. */
function* ableBenefit(census: Census): Generator<Found> {
  const benefit = census.all('dibao').filter((row) => row.active && row.area === 'rural');
  const isAble = (row: Dibao): boolean => {
    const age = census.ageOf(row);
    const entries = census.membersById.get(row.id) ?? [];
    const unfit = entries.some(
      ({ person }) =>
        person.health.includes('serious') ||
        person.health.includes('disabled') ||
        isWithoutLabour(person.written?.labour === undefined ? person.labour : undefined, undefined),
    );
    return row.labour === 'able' && age >= WORKING_AGE[0] && age <= WORKING_AGE[1] && !unfit;
  };
  for (const [head, rows] of groupBy(benefit, (row) => row.head ?? row.id)) {
    if (rows.every((row) => (row.class === '1' || row.class === '2') && isAble(row)))
      yield { rule: 'MI22', subject: head, key: '' };
  }
}

/** Support that does not fit: MI15, MI22, MI23; and suspects of the audit who were kept: MI18. */
export function* support(census: Census): Generator<Found> {
  for (const member of census.members) yield* dibaoColumn(census, member);
  yield* ableBenefit(census);
  for (const household of census.block.households) {
    const members = census.membersOf(household);
    const weak = members.every(
      ({ person, id }) =>
        id !== undefined &&
        isWithoutLabour(person.written?.labour === '' ? undefined : person.labour, census.ageOf({ id })),
    );
    if (isActive(household) && weak && !members.some(({ id }) => isSupported(census, id)))
      yield { rule: 'MI23', subject: household.no, key: '' };
  }
  for (const row of census.all('suspect')) {
    if (row.action !== 'kept' && row.action !== '') continue;
    for (const { household } of census.membersById.get(row.id) ?? [])
      if (isActive(household)) yield { rule: 'MI18', subject: row.id, key: row.problem };
  }
}
