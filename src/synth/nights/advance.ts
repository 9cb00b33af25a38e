import type { Maker } from '../maker.js';
import type { Block } from '../model.js';
import { random, shuffled } from '../random.js';
import type { TrueFinding } from '../truth/finding.js';
import { keyOf } from '../truth/truth-changes.js';
import type { Change, Evening } from './change.js';
import { copyBlock } from './copy-block.js';
import { misfortunes } from './misfortunes.js';
import { newProblems } from './new-problems.js';
import { otherEvidence } from './other-evidence.js';
import { putRight } from './put-right.js';
import { shedding } from './shedding.js';

/** Those for which few households fit come first. */
const changes: readonly Change[] = [
  ...shedding,
  ...otherEvidence,
  ...putRight,
  ...misfortunes,
  ...newProblems,
];

/** Yuan by which everybody's dibao rises from night to night: amounts that move, and nothing that is found with them. */
const RISE = 2;

interface Advance {
  readonly seed: number;
  /** Number of the block. */
  readonly index: number;
  readonly night: number;
  /** The day of that night. */
  readonly asOf: string;
  /** What the night before finds about the block. */
  readonly found: readonly TrueFinding[];
}

/** The block a night later. @returns it, and the keys of the findings that stay with other evidence */
export function advance(before: Block, how: Advance): { block: Block; changed: Set<string> } {
  const block = copyBlock(before);
  const from = random(how.seed, 701, how.index, how.night);
  const maker: Maker = {
    random: from,
    asOf: how.asOf,
    year: Number(how.asOf.slice(0, 4)),
    serial: () => {
      throw new Error('nobody comes to the county overnight');
    },
  };
  const foundOf = new Map<number, TrueFinding[]>();
  for (const finding of how.found)
    foundOf.set(finding.household, [...(foundOf.get(finding.household) ?? []), finding]);
  const free: Evening[] = shuffled(block.households.length, from).flatMap((at) => {
    const household = block.households[at];
    return household ? [{ household, found: foundOf.get(household.index) ?? [] }] : [];
  });
  const changed = new Set<string>();
  for (const change of changes) {
    for (let time = 0; time < change.count; time += 1) {
      const at = free.findIndex((evening) => change.fits(evening));
      const [evening] = at < 0 ? [] : free.splice(at, 1);
      if (!evening) break;
      change.plant(evening.household, maker, block);
      evening.household.scenario += `; night ${how.night}: ${change.name}`;
      if (change.changesEvidence) for (const finding of evening.found) changed.add(keyOf(finding));
    }
  }
  for (const { records } of [...block.households, ...block.outsiders])
    records.dibao = records.dibao.map((row) => (row.active ? { ...row, amount: row.amount + RISE } : row));
  return { block, changed };
}
