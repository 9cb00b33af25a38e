import { addDays, addMonths } from '../calendar.js';
import type { Maker } from '../maker.js';
import type { Household } from '../model.js';
import { addMan } from '../outsider-family.js';
import { accountOf, FOREST_SUBSIDY, INDUSTRY_AID, LAND_SUBSIDY, paymentOf, SCHOOL_AID } from '../payments.js';
import type { OutsiderScenario } from './left-out.js';
import type { Rider } from './rider.js';
import { headOf, present } from './scenario.js';

/** A subsidy that no household has by chance. */
const GRASSLAND = '草原生态保护补助奖励';

type Paid = readonly [item: string, daysAgo: number];

/** The head is paid these. */
const paid = (name: string, payments: readonly Paid[], expected: readonly string[]): Rider => ({
  name,
  count: 1,
  plant: (h, maker) => {
    for (const [item, daysAgo] of payments)
      h.records.payment.push(
        paymentOf(maker, headOf(h), h.village, item, {
          paid: addDays(firstOfMonth(maker), -daysAgo),
          amount: 180,
        }),
      );
    return expected;
  },
});

const firstOfMonth = ({ asOf }: Maker): string => `${asOf.slice(0, 7)}-01`;

/** Whose death the police know of; the household's old father, who is on the list no more. */
const deceased = (h: Household) => {
  const [row] = h.records.death;
  return row && row.died > '1900' ? row : undefined;
};

interface ToDead {
  /** Days between the death and the payment. */
  readonly after: number;
  readonly item?: string;
  /** What the household has to have been planted with. */
  readonly scenario?: string;
}

const toDead = (name: string, { after, item, scenario }: ToDead, found: boolean): Rider => ({
  name,
  count: 1,
  fits: (h) => h.scenario.startsWith(scenario ?? 'plain') && deceased(h) !== undefined,
  plant: (h, maker) => {
    const dead = deceased(h);
    if (!dead) return [];
    h.records.payment.push(
      paymentOf(maker, dead, h.village, item ?? LAND_SUBSIDY, { paid: addDays(dead.died, after) }),
    );
    return found ? ['FM03'] : [];
  },
});

/** A share in the village's solar plant, which goes to registered households. */
const SOLAR = '光伏扶贫收益分配';

/** Pays the heads of two households on the account of one of them: FM04 for both. */
export function shareAccount(households: readonly Household[], maker: Maker): void {
  const [one, other] = households.filter(({ scenario }) => scenario === 'plain');
  if (!one || !other) return;
  const account = accountOf(headOf(one));
  for (const h of [one, other]) {
    h.records.payment.push(paymentOf(maker, headOf(h), h.village, SOLAR, { account }));
    h.expected.push('FM04');
    h.scenario += ' + two households paid on one account';
  }
}

/** Payments: FM03, FM04. */
export const paymentRiders: readonly Rider[] = [
  toDead('paid after death', { after: 40 }, true),
  toDead('paid to a dead member', { after: 1, scenario: 'dead for years' }, true),
  toDead('paid on the day of death', { after: 0 }, false),
  toDead(
    'funeral grant after death',
    { after: 30, item: '丧葬补助费', scenario: 'dead in an exited' },
    false,
  ),
  paid(
    'the same subsidy twice on one day',
    [
      [GRASSLAND, 4],
      [GRASSLAND, 4],
    ],
    ['FM04'],
  ),
  paid(
    'the same subsidy twice in one month',
    [
      [GRASSLAND, 3],
      [GRASSLAND, 12],
    ],
    ['FM04'],
  ),
  paid(
    'the same subsidy in two months',
    [
      [GRASSLAND, 3],
      [GRASSLAND, 40],
    ],
    [],
  ),
  paid(
    'two subsidies on one day',
    [
      [GRASSLAND, 4],
      [FOREST_SUBSIDY, 4],
    ],
    [],
  ),
  {
    name: 'two members paid on one account',
    count: 1,
    fits: (h) => others(h).length > 0,
    plant: (h, maker) => {
      const [other] = others(h);
      if (other)
        h.records.payment.push(
          paymentOf(maker, headOf(h), h.village, GRASSLAND, { paid: addMonths(firstOfMonth(maker), -2) }),
          paymentOf(maker, other, h.village, GRASSLAND, {
            paid: addMonths(firstOfMonth(maker), -3),
            account: accountOf(headOf(h)),
          }),
        );
      return [];
    },
  },
];

const others = (h: Household) =>
  present(h).filter(
    ({ relation, fault, reentered, age }) =>
      relation !== 'head' && relation !== 'spouse' && !fault && !reentered && age >= 16,
  );

const outsider = (name: string, item: string, expected: readonly string[]): OutsiderScenario => ({
  name,
  count: 1,
  plant: (family, maker) => {
    const person = addMan(family, maker, maker.random.between(30, 55));
    family.records.payment.push(paymentOf(maker, person, family.village, item));
    return expected;
  },
});

/** Payments to people who are not registered: FM05. */
export const paidOutsiders: readonly OutsiderScenario[] = [
  outsider('industry aid to somebody not registered', INDUSTRY_AID, ['FM05']),
  outsider('school aid to somebody not registered', SCHOOL_AID, ['FM05']),
  outsider('land subsidy to somebody not registered', LAND_SUBSIDY, []),
];

/** What the village's show household is given for each household of the village, in yuan. */
const show = (name: string, each: number): Rider => ({
  name,
  count: 1,
  fits: ({ village, scenario }) =>
    village.plan === undefined && village.households >= 14 && scenario.startsWith('plain'),
  plant: (h, maker) => {
    h.records.payment.push(
      paymentOf(maker, headOf(h), h.village, '产业示范户建设奖补', {
        amount: each * h.village.households,
        paid: addDays(maker.asOf, -50),
      }),
    );
    return [];
  },
});

/** Households on which a village's money is heaped: AS11, which is counted when the village is complete. */
export const showRiders: readonly Rider[] = [
  show('show household', 900),
  show('household that gets more than others', 220),
];
