import type { Payment } from '../records.js';
import { type Census, groupBy } from './census.js';
import type { TrueFinding } from './finding.js';

type Found = Omit<TrueFinding, 'household' | 'note'>;

/** Items that are for registered households only, by a word in their name. */
const registeredOnly = [
  '建档立卡',
  '精准扶贫',
  '雨露计划',
  '产业扶贫',
  '到户产业',
  '产业到户',
  '光伏扶贫',
  '扶贫贷款贴息',
  '小额信贷贴息',
];

export const isRegisteredOnly = ({ item }: Pick<Payment, 'item'>): boolean =>
  registeredOnly.some((word) => item.includes(word));

/** What is paid because somebody died. */
const isPosthumous = ({ item }: Payment): boolean => /丧葬|抚恤/.test(item);

/** Whether the two are of one household of the roster, or of one register. */
function belongTogether(census: Census, one: string, other: string): boolean {
  const households = (id: string): (string | undefined)[] =>
    (census.membersById.get(id) ?? []).map(({ household }) => household.no);
  const registers = (id: string): string[] => census.of('hukou', id).map(({ hukou }) => hukou);
  return (
    households(one).some((no) => households(other).includes(no)) ||
    registers(one).some((hukou) => registers(other).includes(hukou))
  );
}

/** Everybody who draws on an account together with somebody of another household: FM04. */
function* sharedAccounts(census: Census): Generator<Found> {
  for (const [account, rows] of groupBy(census.all('payment'), (row) => row.account)) {
    const payees = [...new Set(rows.map(({ id }) => id))];
    for (const subject of payees) {
      if (payees.some((other) => other !== subject && !belongTogether(census, subject, other)))
        yield { rule: 'FM04', subject, key: account };
    }
  }
}

/** FM03 to FM05 in a block. */
export function* payments(census: Census): Generator<Found> {
  const found = (rule: string, { id, item }: Payment, day = ''): Found => ({
    rule,
    subject: id,
    key: `${item} ${day}`.trim(),
  });
  const all = census.all('payment');
  for (const row of all) {
    if (census.of('death', row.id).some(({ died }) => died < row.paid) && !isPosthumous(row))
      yield found('FM03', row, row.paid);
    if (isRegisteredOnly(row) && !census.membersById.has(row.id)) yield found('FM05', row, row.paid);
  }
  for (const rows of groupBy(all, (row) => `${row.id} ${row.item} ${row.paid.slice(0, 7)}`).values()) {
    const [first] = rows;
    if (first && rows.length > 1) yield found('FM04', first);
  }
  yield* sharedAccounts(census);
}
