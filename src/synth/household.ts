import { settleDisability, settleSupport } from './benefits.js';
import { familyOf, pickShape, type Shape } from './family.js';
import { dayBetween, type Maker } from './maker.js';
import { memberCount } from './member-count.js';
import type { ExitStatus, Household, Income, Person, Standing } from './model.js';
import { pickEthnicity, pickSurname } from './names.js';
import { loneRelative, makePerson, tellApart } from './people.js';
import type { Village } from './places.js';
import { type Random, weighted } from './random.js';
import { noRecords } from './records.js';
import { settleMeasures } from './settle-measures.js';
import { settlePossessions } from './settle-possessions.js';
import { settleServices } from './settle-services.js';

/** What a household has to be like; whatever is left open is drawn. */
export interface Wish {
  readonly status?: ExitStatus;
  readonly exitYear?: number | 'this' | 'last';
  /** Stable income to the yuan. */
  readonly stable?: number;
  /** No income figure at all, or the net one alone. */
  readonly income?: 'unknown' | 'net-only';
  readonly shape?: Shape;
  /** Nobody on dibao or tekun. */
  readonly unsupported?: true;
  /** None of the four gaps, though the household be poor. */
  readonly gapless?: boolean;
  /** A healthy head who can work. */
  readonly worker?: true;
  readonly second?: boolean;
  /** Nobody who left or died among the rows. */
  readonly present?: true;
}

const pickStatus = weighted<ExitStatus>([
  ['exited', 52],
  ['poor', 41],
  ['pre-exit', 3.5],
  ['returned', 3.5],
]);
const pickExitYear = weighted<number>([
  [2014, 24],
  [2015, 30],
  [2016, 38],
  [2017, 8],
]);
const groups = '一社 二社 三社 四社 上庄社 下庄社'.split(' ');

const stableIncome = (from: Random, status: ExitStatus): number => {
  const [low, high] = {
    poor: [1180, 3420],
    returned: [1500, 3380],
    'pre-exit': [3240, 5200],
    exited: [3700, 9200],
  }[status] as [number, number];
  // Many are near the line, few far from it.
  const near = Math.min(from.next(), from.next());
  const at =
    status === 'exited' || status === 'pre-exit' ? low + near * (high - low) : high - near * (high - low);
  return from.chance(0.12) ? Math.round(at) + 0.5 : Math.round(at);
};

/** Income in whole yuan whose parts add up to a net income of `perCapita` for each of the members. */
function incomeFor(
  from: Random,
  perCapita: number,
  members: number,
  works: boolean,
  supported: boolean,
): Income {
  const net = perCapita * members;
  const cost = Math.round(net * from.between(4, 24) * 0.01);
  const transfer = Math.round(net * from.between(supported ? 25 : 5, supported ? 55 : 22) * 0.01);
  const property = from.chance(0.2) ? Math.round(net * 0.02) : 0;
  const earned = net + cost - transfer - property;
  const wage = works ? Math.round(earned * from.between(30, 75) * 0.01) : 0;
  return { wage, business: earned - wage, property, transfer, cost };
}

const groupOf = (from: Random): string => from.pick(groups);

function makeMembers(maker: Maker, shape: Shape, wish: Wish): Person[] {
  const from = maker.random;
  const ethnicity = pickEthnicity(from);
  const surname = pickSurname(from, ethnicity);
  const members = familyOf(from, shape).map((relative) => makePerson(maker, relative, surname, ethnicity));
  const [head] = members;
  if (!head) throw new Error('a household without members');
  if (shape !== 'lone' && shape !== 'elders' && head.age < 60 && (wish.worker || from.chance(0.84))) {
    head.health = ['healthy'];
    head.labour = 'able';
  }
  if (shape === 'pupil') {
    // A child out of school counts only where he is well: what is planted about him must not depend on the draw.
    for (const member of members) if (member.age < 16) member.health = ['healthy'];
  }
  if (!wish.present && from.chance(0.035)) {
    const married = from.chance(0.5);
    const gone = makePerson(
      maker,
      loneRelative(
        married ? 'female' : 'male',
        married ? from.between(20, 27) : from.between(70, 90),
        married ? 'daughter' : 'father',
      ),
      surname,
      ethnicity,
    );
    gone.gone = true;
    members.push(gone);
  }
  tellApart(maker, members);
  return members;
}

/** A household number: fourteen digits, beginning as those of Gansu do. */
export const householdNumber = (index: number): string => `8621${String(index * 13 + 7).padStart(10, '0')}`;

/**
 * Household number `index` of the county, with nothing about it that any rule of this stage would find, except what the wish
 * itself brings about (an exited household at or under the line).
 */
export function makeHousehold(maker: Maker, index: number, village: Village, wish: Wish): Household {
  const from = maker.random;
  const exitStatus = wish.status ?? pickStatus(from);
  const shape =
    wish.shape ?? (wish.worker ? from.pick<Shape>(['nuclear', 'stem', 'couple']) : pickShape(from));
  const exited = exitStatus === 'exited';
  const household: Household = {
    index,
    no: householdNumber(index),
    village,
    group: groupOf(from),
    members: makeMembers(maker, shape, wish),
    standing: { category: 'general', exitStatus },
    identified: exited || from.chance(0.8) ? '2013-12' : from.pick(['2014-12', '2015-12', '2016-12']),
    cause: 'other',
    unsafeDwelling: false,
    safeWater: true,
    relocated: from.chance(0.05),
    updated: dayBetween(maker, maker.year, maker.year),
    inSheet: from.chance(0.98),
    inSecond: wish.second ?? (!exited || from.chance(0.55)),
    onlyInSecond: [],
    records: noRecords(),
    scenario: 'plain',
    expected: [],
  };
  const category = wish.unsupported ? 'general' : settleSupport(maker, household, exited);
  settleDisability(maker, household);
  settleServices(maker, household, { gapless: exited || wish.gapless === true });
  settlePossessions(maker, household);
  settleMeasures(maker, household, wish.gapless === true);
  setStanding(maker, household, standingOf(maker, { ...wish, status: exitStatus }, category));
  return household;
}

/** What is planted in exited households has exits of former years, unless it asks for one of this year. */
function exitYearOf(maker: Maker, { exitYear, gapless }: Wish): number {
  if (exitYear === 'this') return maker.year;
  if (exitYear === 'last') return maker.year - 1;
  const drawn = pickExitYear(maker.random);
  return exitYear ?? (gapless ? Math.min(drawn, maker.year - 1) : drawn);
}

function standingOf(
  maker: Maker,
  wish: Wish & { readonly status: ExitStatus },
  category: Standing['category'],
): Standing {
  const from = maker.random;
  const base = {
    category,
    exitStatus: wish.status,
    ...(wish.status === 'exited' && { exitYear: exitYearOf(maker, wish) }),
  };
  if (wish.income === 'unknown') return base;
  const stable = wish.stable ?? stableIncome(from, wish.status);
  if (
    wish.income === 'net-only' ||
    (wish.income === undefined && wish.stable === undefined && wish.status !== 'exited' && from.chance(0.04))
  ) {
    return { ...base, perCapita: Math.round(stable) };
  }
  return { ...base, stable, perCapita: Math.ceil(stable * (1 + from.between(0, 16) * 0.01)) };
}

/** Gives the household that standing, and an income whose parts add up to it. */
export function setStanding(maker: Maker, household: Household, standing: Standing): void {
  household.standing = standing;
  const members = household.members.filter((member) => !member.gone);
  household.income =
    standing.perCapita === undefined
      ? undefined
      : incomeFor(
          maker.random,
          standing.perCapita,
          memberCount(household),
          members.some((member) => member.work !== undefined),
          household.records.dibao.length + household.records.tekun.length > 0,
        );
}
