import { addDays, addMonths } from '../calendar.js';
import { loanOf } from '../loans.js';
import type { Maker } from '../maker.js';
import type { Loan } from '../records.js';
import type { Rider } from './rider.js';
import { headOf, present } from './scenario.js';

type Details = Partial<Pick<Loan, 'amount' | 'granted' | 'due' | 'status'>>;

/** The household has that loan and no other. */
const loan = (name: string, details: (maker: Maker) => Details, found: boolean): Rider => ({
  name,
  count: 1,
  plant: (h, maker) => {
    h.records.loan = [loanOf(maker, headOf(h), h.village, details(maker))];
    return found ? ['AS09'] : [];
  },
});

const adults = 2;
/** Two loans of one household: the second one to another member where there is one. */
const two = (name: string, second: (maker: Maker) => Details, found: boolean): Rider => ({
  name,
  count: 1,
  fits: (h) =>
    present(h).filter(({ age, reentered, fault }) => age >= 18 && !reentered && !fault).length >= adults,
  plant: (h, maker) => {
    const other = present(h).find(
      ({ age, relation, reentered, fault }) => age >= 18 && relation !== 'head' && !reentered && !fault,
    );
    h.records.loan = [
      loanOf(maker, headOf(h), h.village, { granted: addDays(maker.asOf, -500) }),
      loanOf(maker, other ?? headOf(h), h.village, { granted: addDays(maker.asOf, -90), ...second(maker) }),
    ];
    return found ? ['AS09'] : [];
  },
});

/** Special loans: AS09. */
export const loanRiders: readonly Rider[] = [
  loan('loan above the cap', () => ({ amount: 50_001 }), true),
  loan(
    'large loan, repaid',
    ({ asOf }) => ({ amount: 80_000, granted: addDays(asOf, -900), status: 'closed' }),
    true,
  ),
  loan('loan of exactly the cap', () => ({ amount: 50_000 }), false),
  loan(
    'loan of three years and a day',
    ({ asOf }) => ({ granted: addDays(asOf, -300), due: addDays(addMonths(addDays(asOf, -300), 36), 1) }),
    true,
  ),
  loan(
    'loan of five years',
    ({ asOf }) => ({ granted: addDays(asOf, -200), due: addMonths(addDays(asOf, -200), 60) }),
    true,
  ),
  loan('loan of exactly three years', ({ asOf }) => ({ granted: addDays(asOf, -300) }), false),
  loan(
    'loan due the day before',
    ({ asOf }) => ({ granted: addDays(asOf, -366), due: addDays(asOf, -1) }),
    true,
  ),
  loan(
    'loan called overdue',
    ({ asOf }) => ({ granted: addDays(asOf, -800), due: addDays(asOf, -70), status: 'overdue' }),
    true,
  ),
  loan('loan due on the day', ({ asOf }) => ({ granted: addDays(asOf, -365), due: asOf }), false),
  loan(
    'loan repaid when it was due',
    ({ asOf }) => ({ granted: addDays(asOf, -500), due: addDays(asOf, -135), status: 'closed' }),
    false,
  ),
  loan(
    'loan past its day, nothing said of its state',
    ({ asOf }) => ({ granted: addDays(asOf, -480), due: addDays(asOf, -115), status: undefined }),
    false,
  ),
  two('second open loan', () => ({}), true),
  two('second loan, the first open, itself repaid', () => ({ status: 'closed' }), false),
];
