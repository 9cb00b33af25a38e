import type { Maker } from '../maker.js';
import type { Household, Person } from '../model.js';
import { chronicRecord, setMedical } from '../services.js';
import { isActive } from '../truth/census.js';
import type { Rider } from './rider.js';
import { headOf, present } from './scenario.js';

/** Active, or exited in the years under review before this one, whose exit an uninsured member would stop. */
const isCovered = (h: Household): boolean =>
  isActive(h) || (h.standing.exitYear !== undefined && h.standing.exitYear >= 2014);

/** A member whom no other plant is about and no doctor knows. */
const bystander = (h: Household): Person | undefined =>
  present(h).find(
    ({ id, relation, fault, reentered }) =>
      relation !== 'head' &&
      relation !== 'spouse' &&
      !fault &&
      !reentered &&
      !h.records.medical.some((row) => row.id === id) &&
      !h.records.death.some((row) => row.id === id),
  );

const isPlain = ({ scenario }: Household): boolean => scenario.startsWith('plain');

/** Costs of a year, so many years back. */
type Costs = readonly [back: number, selfPaid: number, nonCompliant?: number];

/** The household's head has these costs of a chronic illness that is no burden by itself. */
const costs = (
  name: string,
  fits: (h: Household) => boolean,
  years: readonly Costs[],
  found: boolean,
): Rider => ({
  name,
  count: 1,
  fits: (h) => isPlain(h) && fits(h),
  plant: (h, maker) => {
    const head = headOf(h);
    setMedical(
      h,
      head,
      years.map(([back, selfPaid, nonCompliant = 0]) => ({
        ...chronicRecord(maker, head, { year: maker.year - back, selfPaid, nonCompliant }),
        diagnosis: '肺炎',
        chronic: false,
        cured: true,
      })),
    );
    return found ? ['AS03'] : [];
  },
});

const isExited = (h: Household): boolean => !isActive(h) && isCovered(h);

const uninsured = (
  name: string,
  fits: (h: Household) => boolean,
  expected: readonly string[],
  details: Partial<Person> = {},
): Rider => ({
  name,
  count: 1,
  fits: (h) => isPlain(h) && fits(h) && bystander(h) !== undefined,
  plant: (h) => {
    Object.assign(bystander(h) ?? {}, { insured: false, ...details });
    return expected;
  },
});

/** Costs of treatment and insurance: AS03, AS04. */
export const careRiders: readonly Rider[] = [
  costs('own payments above the cap', isActive, [[0, 3000.01]], true),
  costs('own payments of exactly the cap', isActive, [[0, 3000]], false),
  costs(
    'two treatments above the cap together',
    isActive,
    [
      [0, 1800],
      [0, 1200.5],
    ],
    true,
  ),
  costs('costs outside the catalogue', isActive, [[0, 260, 0.5]], true),
  costs(
    'own payments above the cap last year',
    isActive,
    [
      [0, 260],
      [1, 5400, 300],
    ],
    false,
  ),
  costs('own payments above the cap, newest of last year', isActive, [[1, 5400]], true),
  costs('own payments above the cap of an exited household', isExited, [[0, 3260.5]], true),
  uninsured('member uninsured', isActive, ['AS04']),
  uninsured(
    'member of a household exited before this year uninsured',
    (h) => isExited(h) && h.standing.exitYear !== 2017,
    ['AS04'],
  ),
  uninsured('member insured at work', isActive, [], { employeeInsured: true }),
];

const neutral = (h: Household): boolean =>
  isPlain(h) && !['illness', 'disability', 'schooling', 'capital'].includes(h.cause);

const cause = (
  name: string,
  value: string,
  fits: (h: Household) => boolean,
  expected: readonly string[],
  plant: (h: Household, maker: Maker) => void = () => undefined,
): Rider => ({
  name,
  count: 1,
  fits: (h) => neutral(h) && fits(h),
  plant: (h, maker) => {
    h.cause = value;
    plant(h, maker);
    return expected;
  },
});

const nobodyAtSchool = (h: Household): boolean =>
  h.records.student.length === 0 && h.members.every(({ schooling }) => schooling === 'none');
const nobodyDisabled = (h: Household): boolean =>
  h.records.disability.length === 0 && h.members.every(({ health }) => !health.includes('disabled'));

/** Measures that do not fit the cause: AS10. */
export const causeRiders: readonly Rider[] = [
  cause('short of money without a loan', 'capital', (h) => isActive(h) && h.records.loan.length === 0, [
    'AS10',
  ]),
  cause('poor for schooling with nobody at school', 'schooling', (h) => isActive(h) && nobodyAtSchool(h), [
    'AS10',
  ]),
  cause('poor for a disability with nobody disabled', 'disability', (h) => isActive(h) && nobodyDisabled(h), [
    'AS10',
  ]),
  {
    name: 'poor for an illness with nobody insured',
    count: 1,
    fits: (h) => neutral(h) && isActive(h) && h.records.medical.length === 0 && present(h).length === 2,
    plant: (h) => {
      h.cause = 'illness';
      for (const person of present(h)) person.insured = false;
      return ['AS04', 'AS04', 'AS10'];
    },
  },
  {
    name: 'poor for an illness with one member insured',
    count: 1,
    fits: (h) => neutral(h) && isActive(h) && h.records.medical.length === 0 && present(h).length === 2,
    plant: (h) => {
      h.cause = 'illness';
      headOf(h).insured = false;
      return ['AS04'];
    },
  },
  cause(
    'exited, short of money without a loan',
    'capital',
    (h) => isExited(h) && h.records.loan.length === 0,
    [],
  ),
];
