import { dayIn, type Maker } from './maker.js';
import type { Village } from './places.js';
import type { Holder, Payment } from './records.js';

/** What farmers get for their land, registered or not. */
export const LAND_SUBSIDY = '耕地地力保护补贴';
export const FOREST_SUBSIDY = '退耕还林补助';
/** What only registered households may have. */
export const INDUSTRY_AID = '产业扶贫到户补助';
export const SCHOOL_AID = '雨露计划补助';

/** The account of that person at the one bank that pays out. */
export const accountOf = ({ id }: Pick<Holder, 'id'>): string => `6217${id.slice(2, 17)}`;

type Details = Partial<Pick<Payment, 'amount' | 'paid' | 'account'>>;

/** A payment of that item, of a day of this year, unless the details say otherwise. */
export const paymentOf = (
  maker: Maker,
  payee: Holder,
  village: Village,
  item: string,
  details: Details = {},
): Payment => ({
  id: payee.id,
  name: payee.name,
  village,
  item,
  amount: details.amount ?? maker.random.between(42_000, 76_000) / 100,
  paid: details.paid ?? dayIn(maker, maker.year),
  account: details.account ?? accountOf(payee),
});
