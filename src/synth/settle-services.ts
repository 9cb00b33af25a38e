import { dayBetween, type Maker } from './maker.js';
import type { Household, Person } from './model.js';
import { weighted } from './random.js';
import {
  chronicRecord,
  dweller,
  dwellingRecord,
  pupilRecord,
  seriousRecord,
  smallRecord,
  waterRecord,
} from './services.js';

interface Needs {
  /** None of the four gaps may be there. */
  readonly gapless: boolean;
}

/** What schools, doctors, surveyors and waterworks know of the household, in keeping with the roster. */
export function settleServices(maker: Maker, household: Household, needs: Needs): void {
  for (const person of household.members) {
    if (person.gone) continue;
    settleSchool(maker, household, person, needs);
    settleHealth(maker, household, person, needs);
  }
  settleDwelling(maker, household, needs);
  settleWater(maker, household, needs);
  settleDeath(maker, household);
}

function settleSchool(maker: Maker, household: Household, person: Person, needs: Needs): void {
  if (person.age < 6 || person.age > 15) return;
  const from = maker.random;
  if (!needs.gapless && from.chance(0.012)) {
    person.schooling = 'dropout';
    if (!person.health.includes('disabled')) household.expected.push('AS08');
    if (from.chance(0.7)) {
      const reason = from.pick(['unwilling', 'work', 'illness', 'poverty']);
      household.records.student.push(
        pupilRecord(person, household, {
          status: 'dropout',
          reason,
          dropped: dayBetween(maker, maker.year - 1, maker.year),
        }),
      );
    }
    return;
  }
  if (from.chance(0.93)) {
    const atHome = person.health.includes('disabled') && from.chance(0.4);
    household.records.student.push(pupilRecord(person, household, { status: atHome ? 'home' : 'enrolled' }));
  }
}

/** Own payments of a year for a chronic illness: most well under the limit of 3000 yuan. */
const chronicCost = weighted<readonly [number, number]>([
  [[20_000, 120_000], 70],
  [[120_000, 290_000], 30],
]);

function settleHealth(maker: Maker, household: Household, person: Person, needs: Needs): void {
  const from = maker.random;
  const { medical } = household.records;
  if (person.health.includes('serious')) {
    // On the roster as ill: only a record can say that it is over.
    if (needs.gapless && from.chance(0.5)) {
      person.health = ['chronic'];
    } else if (needs.gapless || from.chance(0.7)) {
      medical.push(
        seriousRecord(maker, person, {
          selfPaid: from.between(120_000, 295_000) / 100,
          cured: needs.gapless,
        }),
      );
      return;
    }
  }
  if (person.health.includes('chronic') && from.chance(0.7)) {
    const [low, high] = chronicCost(from);
    medical.push(chronicRecord(maker, person, { selfPaid: from.between(low, high) / 100 }));
    if (from.chance(0.3)) {
      medical.push(
        chronicRecord(maker, person, { year: maker.year - 1, selfPaid: from.between(20_000, 240_000) / 100 }),
      );
    }
  } else if (person.health.includes('healthy') && from.chance(0.08)) {
    medical.push(smallRecord(maker, person));
  }
}

const safeGrade = weighted<string | undefined>([
  ['A', 24],
  ['B', 36],
  [undefined, 40],
]);

function settleDwelling(maker: Maker, household: Household, needs: Needs): void {
  const from = maker.random;
  if (!needs.gapless && from.chance(0.12)) {
    const grade = from.chance(0.6) ? 'C' : 'D';
    household.grade = grade;
    household.unsafeDwelling = true;
    household.expected.push('AS05');
    if (from.chance(0.75)) {
      const renovation = from.chance(0.4) ? 'underway' : 'none';
      household.records.dwelling.push(
        dwellingRecord(maker, dweller(maker, household), grade, { renovation }),
      );
    }
    return;
  }
  household.grade = safeGrade(from);
  if (from.chance(0.5)) {
    household.records.dwelling.push(
      dwellingRecord(maker, dweller(maker, household), household.grade ?? (from.chance(0.5) ? 'A' : 'B')),
    );
  }
}

function settleWater(maker: Maker, household: Household, needs: Needs): void {
  const from = maker.random;
  household.safeWater = needs.gapless || !from.chance(0.05);
  if (!household.safeWater) household.expected.push('AS07');
  if (from.chance(0.6))
    household.records.water.push(waterRecord(maker, dweller(maker, household), household.safeWater));
}

/** Old people who left the household died: their deaths are known. */
function settleDeath(maker: Maker, household: Household): void {
  for (const person of household.members) {
    if (!person.gone || person.relation !== 'father') continue;
    const died = dayBetween(maker, maker.year - 2, maker.year - 1);
    household.records.death.push({
      id: person.id,
      name: person.name,
      died,
      cancelled: maker.random.chance(0.7) ? died : undefined,
    });
  }
}
