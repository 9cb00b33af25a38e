import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Synthesis, synthesize } from '../../src/synth/synthesize.js';
import { decoded, hashes, records, truthOf, withFolder } from './written-county.js';

const county = { households: 400, seed: 5 };
let home = '';
let made: Synthesis[] = [];
const night = (number: number): string => join(home, `night${number}`);

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hecha-nights-'));
  made = [];
  for (const number of [1, 2, 3])
    made.push(await synthesize({ ...county, out: night(number), night: number }));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const keysOf = async (folder: string): Promise<string[]> =>
  (await truthOf(folder)).map(({ rule, subject, key }) => [rule, subject, key].join(' | '));

async function changesOf(number: number): Promise<{ line: string; change: string; rule: string }[]> {
  const { text } = await decoded(join(night(number), 'truth-changes.csv'));
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return rows.map(({ rule = '', subject, key, change = '' }) => ({
    line: [rule, subject, key].join(' | '),
    change,
    rule,
  }));
}

describe('the nights of a county', () => {
  it('are the same bytes again', async () => {
    await withFolder(async (other) => {
      await synthesize({ ...county, out: join(other, 'again'), night: 3 });
      expect(await hashes(join(other, 'again'))).toEqual(await hashes(night(3)));
    });
  });

  it('leave the files as they were that nothing happens in', async () => {
    const [one, two] = [await hashes(night(1)), await hashes(night(2))];
    const same = Object.keys(one).filter((name) => one[name] === two[name]);
    expect(same).toContain('财政供养人员信息.xlsx');
    expect(same.length).toBeGreaterThan(5);
    expect(same).not.toContain('公安局机动车登记信息.csv');
  });

  it('keep nearly all rows as they were written, in another order in some files', async () => {
    let reordered = 0;
    for (const name of [
      '公安局机动车登记信息.csv',
      '公安局户籍人口信息.csv',
      '不动产登记中心房产登记信息.csv',
    ]) {
      const lines = async (number: number): Promise<string[]> =>
        (await records(join(night(number), name))).map((cells) => cells.slice(1).join());
      const [one, two, three] = [await lines(1), await lines(2), await lines(3)];
      for (const later of [two, three]) {
        const known = new Set(one);
        const others = later.filter((line) => !known.has(line)).length;
        expect([name, others < 40]).toEqual([name, true]);
        const kept = later.filter((line) => known.has(line));
        const stayed = new Set(kept);
        const inOrder = one.filter((line) => stayed.has(line));
        if (kept.join() !== inOrder.join()) reordered += 1;
      }
    }
    expect(reordered).toBeGreaterThan(0);
  });

  it('say what is new and what is gone, as the truths of both nights have it', async () => {
    for (const number of [2, 3]) {
      const [before, now] = [await keysOf(night(number - 1)), await keysOf(night(number))];
      const changes = await changesOf(number);
      const told = (change: string): string[] =>
        changes.filter((each) => each.change === change).map(({ line }) => line);
      const [had, has] = [new Set(before), new Set(now)];
      expect(told('new').sort()).toEqual(now.filter((line) => !had.has(line)).sort());
      expect(told('gone').sort()).toEqual(before.filter((line) => !has.has(line)).sort());
      expect(told('changed').filter((line) => !had.has(line) || !has.has(line))).toEqual([]);
      expect(changes).toHaveLength(made[number - 1]?.changes ?? -1);
    }
  });

  it('bring, put right and change findings of several rules, and households at risk', async () => {
    const changes = await changesOf(2);
    const rules = (change: string): Set<string> =>
      new Set(changes.filter((each) => each.change === change).map(({ rule }) => rule));
    for (const rule of ['MI01', 'MI02', 'MI03', 'MI08', 'MI20', 'RP05', 'RP06', 'AS08'])
      expect([rule, rules('new').has(rule)]).toEqual([rule, true]);
    for (const rule of ['MI01', 'MI16', 'MI20', 'AS05'])
      expect([rule, rules('gone').has(rule)]).toEqual([rule, true]);
    for (const rule of ['MI01', 'MI02', 'MI03', 'MI05'])
      expect([rule, rules('changed').has(rule)]).toEqual([rule, true]);
    // Whoever was at risk still is: held against what was before, not against last night alone.
    const atRisk = (await keysOf(night(2))).filter((line) => line.startsWith('RP06'));
    expect(atRisk.length).toBeGreaterThan(1);
    const later = new Set(await keysOf(night(3)));
    expect(atRisk.filter((line) => !later.has(line))).toEqual([]);
  });

  it('leave no changes of another county in a first night’s folder', async () => {
    await withFolder(async (other) => {
      await synthesize({ out: other, households: 5, seed: 1, night: 2 });
      expect(Object.keys(await hashes(other))).toContain('truth-changes.csv');
      const first = await synthesize({ out: other, households: 5, seed: 1 });
      expect(first.changes).toBe(0);
      expect(Object.keys(await hashes(other))).not.toContain('truth-changes.csv');
    });
  });

  it.each([0, 1.5, 32])('are refused as number %d', async (number) => {
    await withFolder(async (other) => {
      await expect(
        synthesize({ out: join(other, 'county'), households: 5, seed: 1, night: number }),
      ).rejects.toMatchObject({ code: 'HC1003', values: { flag: '--night' } });
    });
  });
});
