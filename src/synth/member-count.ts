import type { Household } from './model.js';

/** How many persons the household has: those who left are none, somebody entered twice is one. */
export const memberCount = ({ members }: Pick<Household, 'members'>): number =>
  new Set(members.filter(({ gone }) => !gone).map(({ id }) => id)).size;
