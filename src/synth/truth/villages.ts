import type { RosterCount } from '../area-count.js';
import { addMonths } from '../calendar.js';
import type { MutualFund, ProjectFund } from '../funds.js';
import { COUNTY, type Village } from '../places.js';
import type { VillageRow } from '../villages.js';
import type { TrueFinding } from './finding.js';
import { COLLECTIVE_INCOME, IDLE_MONTHS, IDLE_RATIO, MUTUAL_IDLE, VILLAGE_INCIDENCE } from './limits.js';

const found = (rule: string, village: Village, note: string, key = ''): TrueFinding => ({
  rule,
  subject: areaName(village),
  key,
  note,
  household: -1,
});

export const areaName = ({ township, name }: Village): string => `${COUNTY}/${township.name}/${name}`;

/** Declared exited against the indicators, or poor without an income of its own: EX04, EX05; counted otherwise than the roster: DD08. */
export function* villageTruth(rows: readonly VillageRow[], roster: RosterCount): Generator<TrueFinding> {
  for (const row of rows) {
    const { village, collectiveIncome } = row;
    const isPoor = collectiveIncome !== undefined && collectiveIncome < COLLECTIVE_INCOME;
    // It is the poor villages that are declared exited.
    if (
      row.poorVillage &&
      row.exit === 'exited' &&
      (row.incidence > VILLAGE_INCIDENCE || row.unmet.length > 0 || isPoor)
    )
      yield found('EX04', village, `incidence ${row.incidence}, income ${collectiveIncome ?? '-'}`);
    if (row.poorVillage && row.exit !== 'exited' && (isPoor || collectiveIncome === undefined))
      yield found('EX05', village, `income ${collectiveIncome ?? '-'}`);
    const { registered } = roster.of(village);
    if (row.poorHouseholds !== registered.households || row.poorPersons !== registered.persons)
      yield found(
        'DD08',
        village,
        `list ${row.poorHouseholds}/${row.poorPersons}, roster ${registered.households}/${registered.persons}`,
      );
  }
}

const isDeclared = ({ exit }: VillageRow): boolean => exit === 'exited' || exit === 'applied';

/**
 * Exited or about to while the two datasets differ: EX07, for villages, and for townships and the county whose poor villages are all
 * declared. @param gaps the findings of DD01
 */
export function* exitWithGap(
  rows: readonly VillageRow[],
  gaps: readonly TrueFinding[],
): Generator<TrueFinding> {
  for (const { subject, key, note } of gaps) {
    const within = rows.filter(({ village }) => `${areaName(village)}/`.startsWith(`${subject}/`));
    const asked = key === 'village' ? within : within.filter(({ poorVillage }) => poorVillage);
    if (asked.length > 0 && asked.every(isDeclared))
      yield { rule: 'EX07', subject, key, note, household: -1 };
  }
}

/** Money that lies idle: FM01, FM02. */
export function* fundTruth(
  projects: readonly ProjectFund[],
  funds: readonly MutualFund[],
  asOf: string,
): Generator<TrueFinding> {
  for (const { village, project, spent, allocated, allocatedOn } of projects) {
    if ((spent ?? 0) < allocated * IDLE_RATIO && addMonths(allocatedOn, IDLE_MONTHS) <= asOf)
      yield found('FM01', village, `spent ${spent ?? '-'} of ${allocated}`, project);
  }
  for (const { village, balance, lent, lastLentOn } of funds) {
    const noLoan = lastLentOn !== undefined && addMonths(lastLentOn, IDLE_MONTHS) <= asOf;
    if ((lent !== undefined && lent < balance * MUTUAL_IDLE) || noLoan)
      yield found('FM02', village, `lent ${lent ?? '-'} of ${balance}`);
  }
}
