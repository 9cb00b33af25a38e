import { residentInsurance } from '../jobs.js';
import type { Maker } from '../maker.js';
import type { Household, IdFault, Person, Standing } from '../model.js';
import { anyName } from '../names.js';
import { loneRelative, makePerson, tellApart } from '../people.js';
import { smallRecord } from '../services.js';
import { vehicleOf } from '../vehicles.js';
import { activeWorker, exitedWorker, headOf, memberWho, present, type Scenario, times } from './scenario.js';

const withSecond = { ...activeWorker, shape: 'nuclear', second: true } as const;
const exitedTwice = { ...exitedWorker, shape: 'nuclear', second: true } as const;
/** Exited and on the registration system alone: nothing there is compared with the second roster. */
const apart = { ...exitedWorker, shape: 'nuclear', second: false } as const;

/** A household whose second-roster entry differs: every member has a finding, since the entry is the whole household's. */
const differs = (
  name: string,
  wish: Scenario['wish'],
  second: (h: Household) => Partial<Standing>,
): Scenario => ({
  name,
  count: 1,
  wish,
  plant: (h) => {
    h.second = second(h);
    return times(present(h).length, 'DD05');
  },
});

/** Somebody who only the second roster says is a member. */
const stranger = (h: Household, maker: Maker): Person => {
  const head = headOf(h);
  const person = makePerson(maker, loneRelative('male', 24, 'son'), head.name.slice(0, 1), '汉族');
  tellApart(maker, [...h.members, person]);
  return person;
};

const faulty = (fault: IdFault, wish: Scenario['wish'], name = `ID number: ${fault}`): Scenario => ({
  name,
  count: 1,
  wish,
  plant: (h) => {
    const wife = memberWho(h, 'spouse');
    wife.fault = fault;
    // No doctor's record can be found by that number, so the roster alone says how she is.
    wife.health = ['healthy'];
    return ['DQ01'];
  },
});

const otherName = (
  name: string,
  plant: (h: Household, maker: Maker, holder: { id: string; name: string }) => void,
): Scenario => ({
  name,
  count: 1,
  wish: activeWorker,
  plant: (h, maker) => {
    const head = headOf(h);
    let borrowed = anyName(maker.random, head.sex, 1975);
    while (borrowed === head.name) borrowed = anyName(maker.random, head.sex, 1975);
    plant(h, maker, { id: head.id, name: borrowed });
    return ['DQ10'];
  },
});

const disagrees = (name: string, own: (standing: Standing) => Partial<Standing>): Scenario => ({
  name,
  count: 1,
  wish: { ...apart, stable: 4380 },
  plant: (h) => {
    memberWho(h, 'spouse').own = own(h.standing);
    return ['DQ07'];
  },
});

/** Differences between the two rosters and faults of the roster itself: DD03 to DD06, MI21, DQ01, DQ07, DQ10. */
export const recordScenarios: readonly Scenario[] = [
  {
    name: 'member on the second roster only',
    count: 1,
    wish: withSecond,
    plant: (h, maker) => {
      h.onlyInSecond.push(stranger(h, maker));
      return ['DD03', 'DD06', ...times(present(h).length, 'DD05')];
    },
  },
  {
    name: 'member of an exited household on the second roster only',
    count: 1,
    wish: exitedTwice,
    plant: (h, maker) => {
      h.onlyInSecond.push(stranger(h, maker));
      return ['DD06', ...times(present(h).length, 'DD05')];
    },
  },
  {
    name: 'household missing on the second roster',
    count: 1,
    wish: { ...activeWorker, shape: 'nuclear', second: false },
    plant: (h) => times(present(h).length, 'DD04'),
  },
  {
    name: 'member missing on the second roster',
    count: 1,
    wish: withSecond,
    plant: (h) => {
      memberWho(h, 'spouse').missingInSecond = true;
      return ['DD04', 'DD06', ...times(present(h).length - 1, 'DD05')];
    },
  },
  {
    name: 'member of an exited household missing on the second roster',
    count: 1,
    wish: exitedTwice,
    plant: (h) => {
      memberWho(h, 'spouse').missingInSecond = true;
      return ['DD06', ...times(present(h).length - 1, 'DD05')];
    },
  },
  {
    name: 'other sex on the second roster',
    count: 1,
    wish: withSecond,
    plant: (h) => {
      memberWho(h, 'spouse').sexInSecond = headOf(h).sex;
      return ['DD05'];
    },
  },
  {
    name: 'other name on the second roster',
    count: 1,
    wish: withSecond,
    plant: (h) => {
      const wife = memberWho(h, 'spouse');
      // A homophone, as those who type by sound write it.
      const last = wife.name.slice(-1);
      wife.nameInSecond = wife.name.slice(0, -1) + (last === '玲' ? '灵' : '玲');
      return ['DD05', 'DQ10'];
    },
  },
  differs('exited on the second roster', withSecond, () => ({ exitStatus: 'exited', exitYear: 2016 })),
  differs('still poor on the second roster', exitedTwice, () => ({
    exitStatus: 'poor',
    exitYear: undefined,
  })),
  differs('other exit year on the second roster', exitedTwice, (h) => ({
    exitYear: h.standing.exitYear === 2015 ? 2016 : 2015,
  })),
  differs('other category on the second roster', withSecond, () => ({ category: 'dibao' })),
  differs('two yuan more on the second roster', { ...withSecond, stable: 3010 }, () => ({ stable: 3012 })),
  {
    name: 'one yuan more on the second roster',
    count: 1,
    wish: { ...withSecond, stable: 2870 },
    plant: (h) => {
      h.second = { stable: 2871 };
      return [];
    },
  },
  faulty('check-digit', apart),
  faulty('bad-date', apart),
  faulty('malformed', apart),
  faulty('missing', apart),
  faulty('precision-lost', apart),
  faulty('check-digit', withSecond, 'ID number mistyped, right on the second roster'),
  disagrees('exit status differs between members', () => ({ exitStatus: 'poor' })),
  disagrees('exit year differs between members', (standing) => ({
    exitYear: standing.exitYear === 2016 ? 2015 : 2016,
  })),
  disagrees('category differs between members', () => ({ category: 'dibao' })),
  disagrees('income differs between members', (standing) => ({ stable: (standing.stable ?? 0) + 260 })),
  {
    name: 'one person twice in a household',
    count: 1,
    wish: withSecond,
    plant: (h) => {
      const wife = memberWho(h, 'spouse');
      h.members.push({
        ...wife,
        personNo: secondNumber(wife),
        certificate: undefined,
        reentered: true,
        missingInSecond: true,
      });
      return ['MI21'];
    },
  },
  otherName('motorcycle under another name', (h, maker, holder) =>
    h.records.vehicle.push(vehicleOf(maker, holder, 'motorcycle')),
  ),
  otherName('treatment under another name', (h, maker, holder) =>
    h.records.medical.push(smallRecord(maker, holder)),
  ),
  otherName('insurance under another name', (h, maker, holder) => {
    h.records.insurance = h.records.insurance.filter((row) => row.id !== holder.id);
    h.records.insurance.push(residentInsurance(maker, holder, 40));
  }),
];

/** The system gives a number anew whenever somebody is entered again. */
const secondNumber = (person: Person): string => `8623${person.personNo.slice(4)}`;

/** Two households of one block about the same person: the scenario of each, and what to do once both are there. */
export interface PairScenario {
  readonly name: string;
  readonly host: Scenario['wish'];
  readonly guest: Scenario['wish'];
  /** @returns the findings that follow, counted with the host's, then with the guest's household. */
  readonly link: (host: Household, guest: Household) => readonly [readonly string[], readonly string[]];
}

/** Puts somebody of the host household on the guest's list too. */
function alsoIn(person: Person, guest: Household, details: Partial<Person> = {}): void {
  guest.members.push({
    ...person,
    relation: 'other',
    personNo: secondNumber(person),
    certificate: undefined,
    reentered: true,
    ...details,
  });
}

export const pairScenarios: readonly PairScenario[] = [
  {
    name: 'one person in two households',
    host: apart,
    guest: apart,
    link: (host, guest) => {
      alsoIn(memberWho(host, 'spouse'), guest);
      return [['MI21'], []];
    },
  },
  {
    name: 'one ID number for two persons',
    host: apart,
    guest: apart,
    link: (host, guest) => {
      const wife = memberWho(host, 'spouse');
      alsoIn(wife, guest, { name: `${headOf(guest).name.slice(0, 1)}${wife.name.slice(1)}霞` });
      return [['MI21', 'DQ10', 'DQ10'], []];
    },
  },
  {
    name: 'one person in an active and an exited household',
    host: { ...withSecond, gapless: true },
    guest: apart,
    link: (host, guest) => {
      const wife = memberWho(host, 'spouse');
      wife.missingInSecond = true;
      alsoIn(wife, guest);
      return [['MI21', 'DD04', 'DD06', ...times(present(host).length - 1, 'DD05')], []];
    },
  },
  {
    name: 'daughter who married into another household',
    host: apart,
    guest: apart,
    link: (host, guest) => {
      const wife = memberWho(host, 'spouse');
      alsoIn(wife, guest);
      wife.gone = true;
      return [[], []];
    },
  },
];
