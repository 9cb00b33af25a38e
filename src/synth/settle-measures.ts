import { addMonths, yearOf } from './calendar.js';
import { loanOf } from './loans.js';
import { dayBetween, type Maker } from './maker.js';
import type { Household } from './model.js';
import { accountOf, FOREST_SUBSIDY, INDUSTRY_AID, LAND_SUBSIDY, paymentOf, SCHOOL_AID } from './payments.js';
import type { Payment } from './records.js';
import { relocationOf } from './relocations.js';

/** Causes that ask for nothing that another list would have to show. */
const plainCauses = ['skills', 'labour', 'land', 'transport', 'motivation'];

/**
 * What the county does for the household: a cause of its poverty that fits it, with the loan, the treatment, the schooling that
 * answers to it; its move, where it was relocated; the subsidies that it was paid. Nothing of it breaks a rule.
 */
export function settleMeasures(maker: Maker, household: Household, planted: boolean): void {
  const from = maker.random;
  const { records } = household;
  const head = household.members.find(({ relation }) => relation === 'head');
  if (!head) throw new Error('a household without a head');
  household.cause = from.pick(planted ? plainCauses : causesOf(household));
  const wanted = household.cause === 'capital' || from.chance(0.18);
  if (wanted) {
    const repaid = from.chance(0.15);
    const granted = dayBetween(maker, maker.year - 4, maker.year - 3);
    records.loan.push(
      repaid
        ? loanOf(maker, head, household.village, { granted, due: addMonths(granted, 12), status: 'closed' })
        : loanOf(maker, head, household.village),
    );
  }
  if (household.relocated) {
    const thisYear = from.chance(0.2);
    records.relocation.push(
      relocationOf(
        maker,
        household,
        thisYear ? { planYear: maker.year, built: false, movedIn: false, oldHouseRemoved: false } : {},
      ),
    );
  }
  records.payment.push(...subsidies(maker, household, head));
}

function causesOf({ members, records }: Household): string[] {
  const atSchool = records.student.some(({ status }) => status === 'enrolled');
  const ill = members.some(({ health }) => health.includes('chronic') || health.includes('serious'));
  return [
    ...plainCauses,
    'capital',
    ...(ill ? ['illness', 'illness', 'illness'] : []),
    ...(atSchool ? ['schooling'] : []),
    ...(records.disability.length > 0 ? ['disability', 'disability'] : []),
  ];
}

/** The land and forest subsidies of this year and the last, each in a month of its own, and what else the poor are paid. */
function subsidies(maker: Maker, household: Household, head: Household['members'][number]): Payment[] {
  const from = maker.random;
  const { village } = household;
  const payments: Payment[] = [];
  const account = accountOf(head);
  for (const year of [maker.year - 1, maker.year]) {
    const paid = `${year}-06-${String(from.between(1, 28)).padStart(2, '0')}`;
    if (paid > maker.asOf) continue;
    payments.push(paymentOf(maker, head, village, LAND_SUBSIDY, { paid, account }));
  }
  if (from.chance(0.45)) {
    const paid = `${maker.year - 1}-11-${String(from.between(1, 28)).padStart(2, '0')}`;
    payments.push(
      paymentOf(maker, head, village, FOREST_SUBSIDY, { paid, account, amount: from.between(24, 48) * 10 }),
    );
  }
  const [item, share] = household.members.some(({ schooling, gone }) => schooling === 'vocational' && !gone)
    ? [SCHOOL_AID, 0.8]
    : [INDUSTRY_AID, 0.3];
  if (from.chance(share)) {
    const paid = dayBetween(maker, yearOf(maker.asOf) - 1, yearOf(maker.asOf));
    payments.push(
      paymentOf(maker, head, village, item ?? INDUSTRY_AID, {
        paid,
        account,
        amount: from.between(5, 8) * 100,
      }),
    );
  }
  return payments;
}
