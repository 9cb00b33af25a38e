import { describe, expect, it } from 'vitest';
import { BLOCK, makeBlock } from '../../src/synth/block.js';
import { ageOn } from '../../src/synth/calendar.js';
import { memberCount } from '../../src/synth/member-count.js';
import type { Block } from '../../src/synth/model.js';
import { layOut } from '../../src/synth/places.js';
import { blockTruth, HELPER } from '../../src/synth/truth/block-truth.js';
import { takeCensus } from '../../src/synth/truth/census.js';

const asOf = '2017-07-31';
const households = 3 * BLOCK + 50;
const county = layOut(households, 9);
const blocks: Block[] = Array.from({ length: 4 }, (_, index) => makeBlock(county, index, { seed: 9, asOf }));
const all = blocks.flatMap((block) => block.households);
const people = [
  ...all.flatMap(({ members, onlyInSecond }) => [...members, ...onlyInSecond]),
  ...blocks.flatMap(({ outsiders }) => outsiders.flatMap(({ persons }) => persons)),
];

/** GB 11643 in other words than the code's: the weighted sum with the check digit is 1 modulo 11. */
const isValid = (id: string): boolean => {
  const digits = [...id].map((digit) => (digit === 'X' ? 10 : Number(digit)));
  return digits.reduce((sum, digit, index) => sum + digit * (2 ** (17 - index) % 11), 0) % 11 === 1;
};

describe('what is planted and what the rules say of it', () => {
  it('agree for every household: nothing is found that was not planted, nothing planted is missed', () => {
    for (const block of blocks) {
      const found = new Map<number, string[]>();
      for (const { household, rule } of blockTruth(takeCensus(block, asOf))) {
        found.set(household, [...(found.get(household) ?? []), rule]);
      }
      const planted = block.households.map(({ index, scenario, expected }) => [
        index,
        scenario,
        [...expected].sort(),
      ]);
      const true_ = block.households.map(({ index, scenario }) => [
        index,
        scenario,
        (found.get(index) ?? []).sort(),
      ]);
      expect(true_).toEqual(planted);
      expect((found.get(-1) ?? []).sort()).toEqual(
        block.outsiders.flatMap(({ expected }) => expected).sort(),
      );
      expect((found.get(HELPER) ?? []).sort()).toEqual([...block.expected].sort());
    }
  });

  it('has room for every scenario in a block without villages planted as a whole', () => {
    const [whole] = blocks;
    const planted = new Set(whole?.households.map(({ scenario }) => scenario.split(' + ')[0]));
    const everywhere = new Set(all.map(({ scenario }) => scenario.split(' + ')[0]));
    expect([...everywhere].filter((scenario) => !planted.has(scenario))).toEqual([]);
    expect(planted.has('plain')).toBe(true);
  });

  it('has as many near misses as one can wish: scenarios with nothing to find', () => {
    const quiet = new Set(
      all
        .filter(({ expected, scenario }) => expected.length === 0 && scenario !== 'plain')
        .map(({ scenario }) => scenario),
    );
    expect(quiet.size).toBeGreaterThan(30);
  });
});

describe('the people', () => {
  it('have valid ID numbers, each his own, of an administrative code that was never given out', () => {
    const ids = people.filter(({ reentered }) => !reentered).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !isValid(id))).toEqual([]);
    // GB/T 2260 has in Gansu: 01–12, 29, 30, and formerly 21–28.
    expect(new Set(ids.map((id) => id.slice(0, 4)))).toEqual(new Set(['6299']));
  });

  it('are as old and of the sex that their numbers say', () => {
    for (const { id, age, born, sex } of people) {
      expect(`${born.slice(0, 4)}${born.slice(5, 7)}${born.slice(8)}`).toBe(id.slice(6, 14));
      expect(ageOn(born, asOf)).toBe(age);
      expect(Number(id[16]) % 2 === 1 ? 'male' : 'female').toBe(sex);
    }
  });

  it('number about four a household, with one head each and names that tell them apart', () => {
    const present = all.map(({ members }) => members.filter(({ gone, reentered }) => !gone && !reentered));
    const mean = present.reduce((sum, members) => sum + members.length, 0) / all.length;
    expect(mean).toBeGreaterThan(3.6);
    expect(mean).toBeLessThan(4.4);
    for (const members of present) {
      expect(members.filter(({ relation }) => relation === 'head')).toHaveLength(1);
      expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
    }
  });

  it('are on dibao in the share of a county: 8 to 11 of a hundred', () => {
    const families = blocks.flatMap((block) => [...block.households, ...block.outsiders]);
    const recipients = families.reduce(
      (sum, { records }) => sum + records.dibao.filter(({ active }) => active).length,
      0,
    );
    // Registered people are three in ten of the rural population.
    const population = all.reduce((sum, { members }) => sum + members.length, 0) / 0.3;
    expect(recipients / population).toBeGreaterThan(0.08);
    expect(recipients / population).toBeLessThan(0.11);
  });
});

describe('the households', () => {
  it('have incomes that add up and a year of exit only where they exited', () => {
    for (const { standing, income, members } of all) {
      expect(standing.exitYear !== undefined).toBe(standing.exitStatus === 'exited');
      expect(income === undefined).toBe(standing.perCapita === undefined);
      if (!income || standing.perCapita === undefined) continue;
      const net = income.wage + income.business + income.property + income.transfer - income.cost;
      expect(net).toBe(standing.perCapita * memberCount({ members }));
      expect(Math.min(income.wage, income.business, income.property, income.transfer)).toBeGreaterThanOrEqual(
        0,
      );
      expect(standing.perCapita).toBeGreaterThanOrEqual(Math.floor(standing.stable ?? 0));
    }
  });

  it('live in villages one after the other', () => {
    const villages = all.map(({ village }) => village.index);
    expect(villages).toEqual([...villages].sort((a, b) => a - b));
    expect(county.villages.reduce((sum, village) => sum + village.households, 0)).toBe(households);
    const names = county.villages.map(({ township, name }) => `${township.name}/${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have numbers of fourteen digits, no two alike', () => {
    const numbers = all.map(({ no }) => no);
    expect(numbers.filter((no) => !/^862\d{11}$/.test(no))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
