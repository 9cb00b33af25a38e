import type { Household } from '../model.js';
import type { Medical } from '../records.js';
import type { Census, Member } from './census.js';
import { COMPULSORY_AGE, MEDICAL_BURDEN } from './limits.js';

type Gap = 'education' | 'housing' | 'medical' | 'water';

/** A gap of a household; for a dropout also why, where that is told. */
export interface HouseholdGap {
  readonly gap: Gap;
  readonly reason?: string | undefined;
}

const isDisabled = (census: Census, { person, id }: Member): boolean =>
  person.health.includes('disabled') ||
  person.certificate !== undefined ||
  census.of('disability', id).length > 0;

/** Why the member is out of school, or undefined where that is no gap. */
export function dropoutOf(census: Census, member: Member): HouseholdGap | undefined {
  if (member.id === undefined || isDisabled(census, member)) return undefined;
  const age = census.ageOf({ id: member.id });
  if (age < COMPULSORY_AGE[0] || age > COMPULSORY_AGE[1]) return undefined;
  const [row] = census.of('student', member.id);
  const out = row
    ? row.status === 'dropout' || row.status === 'never-enrolled'
    : member.person.schooling === 'dropout';
  if (!out || row?.reason === 'disability' || row?.reason === 'intellectual') return undefined;
  return { gap: 'education', reason: row?.reason };
}

/** Serious and not cured, or chronic and dear in the newest year. */
export function isMedicalNeed(rows: readonly Medical[]): boolean {
  if (rows.some((row) => row.serious && row.cured !== true)) return true;
  const newest = Math.max(...rows.map((row) => row.year));
  const costs = rows
    .filter((row) => row.year === newest)
    .reduce((sum, row) => sum + row.selfPaid + row.nonCompliant, 0);
  return rows.some((row) => row.chronic) && Math.round(costs * 100) > MEDICAL_BURDEN * 100;
}

const hasMedicalNeed = (census: Census, { person, id }: Member): boolean => {
  const rows = census.of('medical', id);
  return rows.length > 0 ? isMedicalNeed(rows) : person.health.includes('serious');
};

/** Rows that an extract about households has of this one: by its number, or by a member's ID. */
export function rowsAbout<K extends 'dwelling' | 'water'>(
  census: Census,
  household: Household,
  kind: K,
): ReturnType<typeof census.of<K>> {
  const ids = new Set(census.membersOf(household).map((member) => member.id));
  return census
    .all(kind)
    .filter((row) => (row.household === undefined ? ids.has(row.id) : row.household === household.no));
}

export const isUnsafeDwelling = (row: {
  grade: string;
  main: boolean;
  occupied: boolean;
  renovation?: string | undefined;
}): boolean =>
  (row.grade === 'C' || row.grade === 'D') && row.main && row.occupied && row.renovation !== 'done';

function hasHousingGap(census: Census, household: Household): boolean {
  const rows = rowsAbout(census, household, 'dwelling');
  if (rows.length > 0) return rows.some(isUnsafeDwelling);
  return household.grade === 'C' || household.grade === 'D' || household.unsafeDwelling;
}

function hasWaterGap(census: Census, household: Household): boolean {
  const rows = rowsAbout(census, household, 'water');
  return rows.length > 0 ? rows.some((row) => !row.safe) : !household.safeWater;
}

/** The household's gaps in education, housing, medical care and water. */
export function gapsOf(census: Census, household: Household): HouseholdGap[] {
  const members = census.membersOf(household);
  const gaps: HouseholdGap[] = [];
  for (const member of members) {
    const dropout = dropoutOf(census, member);
    if (dropout) gaps.push(dropout);
  }
  if (hasHousingGap(census, household)) gaps.push({ gap: 'housing' });
  if (members.some((member) => hasMedicalNeed(census, member))) gaps.push({ gap: 'medical' });
  if (hasWaterGap(census, household)) gaps.push({ gap: 'water' });
  return gaps;
}
