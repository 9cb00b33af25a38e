import type { Maker } from '../maker.js';
import type { Block, Household } from '../model.js';
import type { TrueFinding } from '../truth/finding.js';

/** A household on the evening before, with what that night's audit found about it. */
export interface Evening {
  readonly household: Household;
  readonly found: readonly TrueFinding[];
}

/** Something that happens to a household between two nights. */
export interface Change {
  readonly name: string;
  /** Households of each block and night that it happens to, where so many fit. */
  readonly count: number;
  readonly fits: (evening: Evening) => boolean;
  readonly plant: (household: Household, maker: Maker, block: Block) => void;
  /** The findings stay, with other evidence. */
  readonly changesEvidence?: true;
}

/** Nothing was found about the household, which lives in no village that is planted as a whole. */
export const isQuiet = ({ household, found }: Evening): boolean =>
  found.length === 0 && household.village.plan === undefined;

/** These rules and no others found something, each as often as it is named. */
export const hasOnly = ({ household, found }: Evening, ...rules: readonly string[]): boolean =>
  household.village.plan === undefined &&
  found
    .map(({ rule }) => rule)
    .sort()
    .join() === [...rules].sort().join();
