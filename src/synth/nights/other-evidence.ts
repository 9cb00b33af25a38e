import type { Household } from '../model.js';
import type { Records } from '../records.js';
import { isCountedProperty, isCountedVehicle } from '../truth/assets.js';
import { type Change, hasOnly } from './change.js';

type RowOf<K extends keyof Records> = Records[K][number];

/** Replaces the rows of a kind that are meant. */
function rewrite<K extends keyof Records>(
  h: Household,
  kind: K,
  isMeant: (row: RowOf<K>) => boolean,
  edit: (row: RowOf<K>) => RowOf<K>,
): void {
  const rows: readonly RowOf<K>[] = h.records[kind];
  (h.records[kind] as RowOf<K>[]) = rows.map((row) => (isMeant(row) ? edit(row) : row));
}

const change = <K extends keyof Records>(
  name: string,
  rule: string,
  kind: K,
  isMeant: (row: RowOf<K>) => boolean,
  edit: (row: RowOf<K>) => RowOf<K>,
): Change => ({
  name,
  count: 1,
  changesEvidence: true,
  fits: (evening) =>
    hasOnly(evening, rule) &&
    (evening.household.records[kind] as readonly RowOf<K>[]).filter(isMeant).length === 1,
  plant: (h) => rewrite(h, kind, isMeant, edit),
});

/** What is found as it was, with other evidence. */
export const otherEvidence: readonly Change[] = [
  change(
    'the car overdue for inspection',
    'MI01',
    'vehicle',
    (row) => isCountedVehicle(row) && row.status.join() === 'A',
    (row) => ({ ...row, status: ['Q'] }),
  ),
  change('the price of the car entered', 'MI01', 'vehicle', isCountedVehicle, (row) => ({
    ...row,
    price: (row.price ?? 50_000) + 3000,
  })),
  change('the flat divided', 'MI02', 'property', isCountedProperty, (row) => ({
    ...row,
    share: row.share === '按份共有' ? '单独所有' : '按份共有',
  })),
  change(
    'another post in the village',
    'MI03',
    'cadre',
    ({ posts }) => posts.length === 1,
    (row) => ({ ...row, posts: row.posts[0] === 'director' ? ['secretary'] : ['director'] }),
  ),
  change(
    'another wage',
    'MI05',
    'insurance',
    ({ kind, base }) => kind === 'employee' && base !== undefined,
    (row) => ({ ...row, base: (row.base ?? 0) + 500 }),
  ),
];
