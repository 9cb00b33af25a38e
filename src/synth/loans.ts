import { addDays, addMonths } from './calendar.js';
import type { Maker } from './maker.js';
import type { Village } from './places.js';
import type { Holder, Loan } from './records.js';

const banks = ['安平县农村信用合作联社', '甘肃银行安平支行', '邮储银行安平县支行'];
const purposes = '养牛 养羊 种植中药材 种植马铃薯 蔬菜大棚 购置农机 小型加工'.split(' ');

type Details = Partial<Pick<Loan, 'amount' | 'granted' | 'due' | 'status'>>;

/** A loan that keeps all the terms: at most 50,000 yuan, at most three years, not yet due; unless the details say otherwise. */
export function loanOf(maker: Maker, borrower: Holder, village: Village, details: Details = {}): Loan {
  const from = maker.random;
  const granted = details.granted ?? addDays(maker.asOf, -from.between(30, 700));
  return {
    id: borrower.id,
    name: borrower.name,
    village,
    bank: from.pick(banks),
    contract: `AP${granted.slice(0, 4)}${String(from.between(0, 99_999_999)).padStart(8, '0')}`,
    amount: details.amount ?? from.pick([10_000, 20_000, 30_000, 40_000, 50_000, 50_000]),
    granted,
    due: details.due ?? addMonths(granted, 36),
    purpose: from.pick(purposes),
    status: 'status' in details ? details.status : 'open',
  };
}
