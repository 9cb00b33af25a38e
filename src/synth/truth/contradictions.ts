import type { Household } from '../model.js';
import { isInsured } from './assistance.js';
import { type Census, incomeOf } from './census.js';
import type { TrueFinding } from './finding.js';
import { gapsOf, rowsAbout } from './gaps.js';
import { STABLE_INCOME_LINE } from './limits.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** Whether the roster's dwelling entry is not what the newest survey says: the grade, or dangerous or not. */
function dwellingDiffers(census: Census, household: Household): boolean {
  const [newest] = rowsAbout(census, household, 'dwelling')
    .filter(({ main, occupied }) => main && occupied)
    .sort((a, b) =>
      a.surveyed < b.surveyed ? 1 : a.surveyed > b.surveyed ? -1 : a.grade < b.grade ? 1 : -1,
    );
  if (!newest) return false;
  const done = newest.renovation === 'done';
  const { grade } = household;
  const gradeDiffers =
    grade !== undefined && (done ? grade === 'C' || grade === 'D' : grade !== newest.grade);
  const dangerous = (newest.grade === 'C' || newest.grade === 'D') && !done;
  // Only the household sheet has the column.
  return gradeDiffers || (household.inSheet && household.unsafeDwelling !== dangerous);
}

function waterDiffers(census: Census, household: Household): boolean {
  const [newest] = [...rowsAbout(census, household, 'water')].sort((a, b) =>
    a.surveyed < b.surveyed ? 1 : a.surveyed > b.surveyed ? -1 : Number(a.safe) - Number(b.safe),
  );
  return newest !== undefined && newest.safe !== household.safeWater;
}

const compulsory = ['primary', 'junior'];

/** DD07: what the roster says against what the departments do. */
function* entryDiffers(census: Census, household: Household): Generator<Found> {
  const found = (key: string): Found => ({ rule: 'DD07', subject: household.no, key });
  if (dwellingDiffers(census, household)) yield found('dwelling');
  if (waterDiffers(census, household)) yield found('water');
  for (const { person, id } of census.membersOf(household)) {
    const rows = census.of('student', id);
    const enrolled = rows.some(({ status }) => status === 'enrolled' || status === 'home');
    const out = rows.some(({ status }) => status === 'dropout' || status === 'never-enrolled');
    const says = person.schooling;
    if (
      (compulsory.includes(says) && out && !enrolled) ||
      ((says === 'dropout' || says === 'none') && enrolled)
    )
      yield found('schooling');
    const year = Number(census.asOf.slice(0, 4));
    if (!isInsured(person) && census.of('medical', id).some((row) => row.year === year))
      yield found('insurance');
  }
}

/** Marks of a return to poverty that contradict each other or have no ground: RP07. */
function* returned(census: Census, household: Household): Generator<Found> {
  const marks = new Set(
    census.membersOf(household).map(({ person }) => person.own?.exitStatus ?? household.standing.exitStatus),
  );
  if (household.inSheet) marks.add(household.standing.exitStatus);
  if (marks.has('returned') && marks.has('exited'))
    yield { rule: 'RP07', subject: household.no, key: 'contradiction' };
  const income = incomeOf(household);
  const isGroundless =
    household.standing.exitStatus === 'returned' &&
    income !== undefined &&
    income > STABLE_INCOME_LINE &&
    gapsOf(census, household).length === 0;
  if (isGroundless) yield { rule: 'RP07', subject: household.no, key: 'no-ground' };
}

/** RP07 and DD07. */
export function* contradictions(census: Census): Generator<Found> {
  for (const household of census.block.households) {
    yield* returned(census, household);
    yield* entryDiffers(census, household);
  }
}
