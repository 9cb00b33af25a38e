import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import type { FactInputs } from '../../src/facts/facts.js';
import { policyValues } from '../../src/policy/values.js';
import { loadRules, type Rule } from '../../src/rules/load.js';
import { type RuleFinding, runRule } from '../../src/rules/run.js';
import { emptyCounty } from './shipped.js';

/*
 * The rule as it ships, over townships that are drawn: whether villages that exit each on their own look like a quota (they should
 * not), and whether a quota does. docs/quota-statistic.md says what the figures mean.
 */

interface Village {
  readonly atStart: number;
  readonly exited: number;
}

/** A generator of numbers in [0, 1) from a seed (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A township of 8 to 20 villages with 10 to 60 households and one share; every household exits on its own, or each village its quota. */
function township(seed: number, isQuota: boolean): Village[] {
  const next = drawn(seed);
  const share = 0.1 + next() * 0.8;
  return Array.from({ length: 8 + Math.floor(next() * 13) }, () => {
    const atStart = 10 + Math.floor(next() * 51);
    const own = Array.from({ length: atStart }, () => (next() < share ? 1 : 0)).reduce<number>(
      (a, b) => a + b,
      0,
    );
    return { atStart, exited: isQuota ? Math.round(atStart * share) : own };
  });
}

/** Σ (x − np)² / (np(1 − p)) / (k − 1), computed as the definition has it. */
function dispersion(villages: readonly Village[]): number {
  const sum = (of: (village: Village) => number): number =>
    villages.reduce((total, each) => total + of(each), 0);
  const share = sum(({ exited }) => exited) / sum(({ atStart }) => atStart);
  const squares = sum(
    ({ atStart, exited }) => (exited - atStart * share) ** 2 / (atStart * share * (1 - share)),
  );
  return squares / (villages.length - 1);
}

let engine: Engine;
let rule: Rule;
let inputs: FactInputs;
beforeAll(async () => {
  const county = await emptyCounty();
  engine = county.engine;
  const found = (await loadRules()).find(({ header }) => header.id === 'EX02');
  if (!found) throw new Error('no EX02');
  rule = found;
  const asOf = '2017-07-31';
  inputs = { pack: county.pack, asOf, scalars: policyValues(county.pack, asOf).scalars };
});
afterAll(() => engine.close());

const SEEDS = 1000;

async function judged(townships: readonly (readonly Village[])[], limit?: number): Promise<RuleFinding[]> {
  await engine.exec('DELETE FROM village_exit');
  const rows = townships.flatMap((villages, at) =>
    villages.map(
      ({ atStart, exited }, index) =>
        `('某县', '${at}乡', '${index}村', 2017, ${atStart}, ${exited}, CAST(NULL AS BIGINT), NULL)`,
    ),
  );
  await engine.exec(`INSERT INTO village_exit VALUES ${rows.join(', ')}`);
  const scalars = limit === undefined ? inputs.scalars : { ...inputs.scalars, quota_dispersion: limit };
  return runRule(engine, rule, { ...inputs, scalars });
}

describe('EX02 over simulated townships', () => {
  it('flags at most one in a hundred townships whose households exit each on their own', async () => {
    const townships = Array.from({ length: SEEDS }, (_, seed) => township(seed + 1, false));
    const found = await judged(townships);
    expect(found.length / SEEDS).toBeLessThanOrEqual(0.01);
    const expected = townships.flatMap((villages, at) => (dispersion(villages) < 0.2 ? [`${at}乡`] : []));
    expect(found.map(({ township: name }) => name).sort()).toEqual(expected.sort());
  });

  it('computes what the definition says', async () => {
    const townships = Array.from({ length: SEEDS }, (_, seed) => township(seed + 1, false));
    const all = await judged(townships, 1000);
    expect(all).toHaveLength(SEEDS);
    const wrong = all.filter(({ township: name, evidence }) => {
      const villages = townships[Number.parseInt(name, 10)] ?? [];
      return Math.abs(Number(evidence.dispersion) - dispersion(villages)) > 0.000_501;
    });
    expect(wrong).toEqual([]);
  });

  it('flags every township in which each village exits its share to the household', async () => {
    const townships = Array.from({ length: SEEDS }, (_, seed) => township(seed + 1, true));
    expect(await judged(townships)).toHaveLength(SEEDS);
  });
});
