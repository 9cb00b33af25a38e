import type { Household } from '../model.js';
import type { Village } from '../places.js';
import type { Payment } from '../records.js';
import { type Census, groupBy, incomeOf } from './census.js';
import type { TrueFinding } from './finding.js';
import { CONCENTRATION, CONCENTRATION_HOUSEHOLDS, SAME_INCOME } from './limits.js';
import { areaName } from './villages.js';

/** What has to be counted over a whole village and is forgotten when the next one begins. */
export interface VillageCounts {
  /** @returns the findings about the villages that are complete now */
  add(census: Census): TrueFinding[];
  /** The findings about the last village. */
  end(): TrueFinding[];
}

/** A payment and whose it is: the registered household's, else the person's own. */
interface Paid {
  readonly payee: string;
  readonly payment: Payment;
}

interface Open {
  readonly village: Village;
  readonly households: Household[];
  readonly paid: Paid[];
}

/** EX08 for incomes that many households share, and AS11. */
export function villageCounts(): VillageCounts {
  const open = new Map<number, Open>();
  const of = (village: Village): Open => {
    const known = open.get(village.index) ?? { village, households: [], paid: [] };
    open.set(village.index, known);
    return known;
  };
  /** Villages before that one have all their households. */
  const close = (before: number): TrueFinding[] => {
    const findings: TrueFinding[] = [];
    for (const [index, { village, households, paid }] of open) {
      if (index >= before) continue;
      findings.push(...sameIncomes(households), ...concentrations(village, paid));
      open.delete(index);
    }
    return findings;
  };
  return {
    add(census) {
      let last = 0;
      for (const household of census.block.households) {
        of(household.village).households.push(household);
        last = household.village.index;
      }
      for (const payment of census.all('payment')) {
        const [member] = census.membersById.get(payment.id) ?? [];
        of(member?.household.village ?? payment.village).paid.push({
          payee: member?.household.no ?? payment.id,
          payment,
        });
      }
      return close(last);
    },
    end: () => close(Number.POSITIVE_INFINITY),
  };
}

/** Exited households of one year whose incomes are the same, where there are many. */
function* sameIncomes(households: readonly Household[]): Generator<TrueFinding> {
  const exited = households.filter(
    ({ standing }) => standing.exitStatus === 'exited' && standing.exitYear !== undefined,
  );
  const groups = groupBy(exited, (household) =>
    incomeOf(household) === undefined ? undefined : `${household.standing.exitYear} ${incomeOf(household)}`,
  );
  for (const group of groups.values()) {
    if (group.length < SAME_INCOME) continue;
    for (const { no } of group)
      yield { rule: 'EX08', subject: no, key: 'same', note: `${group.length} households`, household: -1 };
  }
}

const cents = (rows: readonly Paid[]): number =>
  rows.reduce((sum, { payment }) => sum + Math.round(payment.amount * 100), 0);

function* concentrations(village: Village, paid: readonly Paid[]): Generator<TrueFinding> {
  for (const [year, rows] of groupBy(paid, ({ payment }) => payment.paid.slice(0, 4))) {
    const payees = groupBy(rows, ({ payee }) => payee);
    if (payees.size < CONCENTRATION_HOUSEHOLDS) continue;
    const all = cents(rows);
    for (const [payee, own] of payees) {
      if (cents(own) >= all * CONCENTRATION)
        yield {
          rule: 'AS11',
          subject: areaName(village),
          key: `${year} ${payee}`,
          note: `${cents(own) / 100} of ${all / 100}`,
          household: -1,
        };
    }
  }
}
