import type { Block, Household, Outsider } from '../model.js';

/** A block as it was in the first night, and as it is tonight; in the first night the two are one. */
export interface NightlyBlock {
  readonly first: Block;
  readonly tonight: Block;
}

/** A family as it was in the first night and as it is tonight. */
export interface NightlyFamily<F extends Household | Outsider> {
  readonly first: F;
  readonly tonight: F;
}

function paired<F extends Household | Outsider>(
  first: readonly F[],
  tonight: readonly F[],
): NightlyFamily<F>[] {
  return first.map((family, at) => ({ first: family, tonight: tonight[at] ?? family }));
}

export const householdsOf = ({ first, tonight }: NightlyBlock): NightlyFamily<Household>[] =>
  paired(first.households, tonight.households);

export const familiesOf = ({ first, tonight }: NightlyBlock): NightlyFamily<Household | Outsider>[] =>
  paired<Household | Outsider>(
    [...first.households, ...first.outsiders],
    [...tonight.households, ...tonight.outsiders],
  );
