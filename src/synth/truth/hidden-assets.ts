import { addMonths } from '../calendar.js';
import type { Household } from '../model.js';
import { assetsOf, barringSeats, isCountedKind, isCountedProperty } from './assets.js';
import { type Census, groupBy, isActive } from './census.js';
import type { TrueFinding } from './finding.js';
import { TRANSFER_MONTHS } from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** From the first to the last day on which something given away speaks against a household identified in that month. */
export function sheddingWindow(identified: string): readonly [string, string] {
  const year = Number(identified.slice(0, 4));
  const december = identified.endsWith('-12');
  // A December stands for the round of the year after it.
  const last = december ? `${year + 1}-12-31` : `${identified}-31`;
  return [addMonths(`${identified}-01`, -TRANSFER_MONTHS), last];
}

/** Plates and certificates of what the person gave away in that time. */
function shed(census: Census, id: string, [first, last]: readonly [string, string]): string[] {
  const within = (day: string | undefined): boolean => day !== undefined && day >= first && day <= last;
  const vehicles = census
    .of('vehicle', id)
    .filter(
      ({ status }) =>
        status.some((state) => 'BE'.includes(state)) && !status.some((state) => 'CMP'.includes(state)),
    )
    .filter((row) => isCountedKind(row) && within(row.changed));
  const properties = census
    .of('property', id)
    .filter(({ status }) => status === 'cancelled' || status === 'transferred')
    .filter((row) => isCountedProperty({ ...row, status: 'in-force' }) && within(row.changed));
  return [...vehicles.map(({ plate }) => plate), ...properties.map(({ certificate }) => certificate)];
}

/** MI09: who shares a register with the household, is not on its roster, and owns something. */
function* hiddenFamily(
  census: Census,
  household: Household,
  registers: Map<string, string[]>,
): Generator<Found> {
  const members = census.membersOf(household);
  const own = new Set(members.map(({ id }) => id));
  const numbers = new Set(
    members.flatMap(({ id }) =>
      census.of('hukou', id).flatMap(({ hukou, status }) => (status === 'present' ? [hukou] : [])),
    ),
  );
  const others = new Set([...numbers].flatMap((number) => registers.get(number) ?? []));
  for (const id of others) {
    if (own.has(id)) continue;
    const name = census.of('hukou', id)[0]?.name;
    if (members.some((member) => member.id === undefined && member.person.name === name)) continue;
    const possessions = [
      ...assetsOf(census, id),
      ...barringSeats(census, id).map(({ village }) => village.name),
    ];
    for (const key of possessions) yield { rule: 'MI09', subject: household.no, key };
  }
}

/** Assets that were given away or stand with family that is not registered: MI08, MI09. */
export function* hiddenAssets(census: Census): Generator<Found> {
  for (const { id, household } of census.members) {
    if (id === undefined) continue;
    for (const key of shed(census, id, sheddingWindow(household.identified)))
      yield { rule: 'MI08', subject: id, key };
  }
  const present = census.all('hukou').filter(({ status }) => status === 'present');
  const registers = new Map(
    [...groupBy(present, ({ hukou }) => hukou)].map(([number, rows]) => [number, rows.map(({ id }) => id)]),
  );
  for (const household of census.block.households)
    if (isActive(household)) yield* hiddenFamily(census, household, registers);
}
