import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendLedger, readLedger, standingVerdicts } from '../../src/findings/ledger.js';
import type { Verdict } from '../../src/findings/verdicts.js';
import { aVerdict } from './a-verdict.js';

const verdict = (change: Partial<Verdict> = {}): Verdict =>
  aVerdict({ note: '车已卖给"王五"，\n没过户', attachment: '照片.jpg', ...change });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecha-ledger-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the ledger', () => {
  it('is empty where there is none', async () => {
    expect(await readLedger(folder)).toEqual([]);
  });

  it('gives back what was put in, in order, and only grows', async () => {
    const texts = ['=HYPERLINK("x")', "'quoted", ' +1', '-12', '＝1', ' spaced ', '', '@a', '第1,2号'];
    const all = texts.map((note, index) => verdict({ finding_id: `id${index}`, note, by: note }));
    await appendLedger(folder, all.slice(0, 4));
    const before = await readFile(join(folder, 'feedback.csv'), 'utf8');
    await appendLedger(folder, all.slice(4));
    expect(await readLedger(folder)).toEqual(all);
    expect((await readFile(join(folder, 'feedback.csv'), 'utf8')).startsWith(before)).toBe(true);
  });

  it('is Chinese, private, and no spreadsheet runs a cell of it', async () => {
    await appendLedger(folder, [verdict({ note: '=1+1' })]);
    const text = await readFile(join(folder, 'feedback.csv'), 'utf8');
    expect(text.startsWith('\ufefffinding_id,verdict,')).toBe(true);
    expect(text).toContain('不属实,已卖未过户,保留,');
    expect(text).toContain(",'=1+1,");
    expect((await stat(join(folder, 'feedback.csv'))).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['another header', 'finding,verdict\r\na,属实\r\n', 1],
    ['an unknown verdict', undefined, 2],
  ])('refuses %s, naming the row', async (_, text, row) => {
    await appendLedger(folder, [verdict()]);
    const path = join(folder, 'feedback.csv');
    await writeFile(path, text ?? (await readFile(path, 'utf8')).replace('不属实', '大概'));
    await expect(readLedger(folder)).rejects.toMatchObject({ code: 'HC5006', values: { row } });
    // And what cannot be read is not overwritten.
    await expect(appendLedger(folder, [verdict()])).rejects.toMatchObject({ code: 'HC5006' });
  });
});

describe('standingVerdicts', () => {
  it('lets the later day stand, whatever the order, and names the other', () => {
    const [early, late] = [verdict(), verdict({ verdict: 'confirmed', on: '2017-08-06' })];
    for (const ledger of [
      [early, late],
      [late, early],
    ]) {
      expect(standingVerdicts(ledger).get('aaaaaaaaaaaa')).toEqual({ standing: late, contradicted: early });
    }
  });

  it('lets the later line of one day stand', () => {
    const [first, second] = [verdict(), verdict({ verdict: 'partial' })];
    expect(standingVerdicts([first, second]).get('aaaaaaaaaaaa')?.standing).toBe(second);
  });

  it('sees no contradiction in the same said twice', () => {
    const again = verdict({ on: '2017-08-06' });
    expect(standingVerdicts([verdict(), again]).get('aaaaaaaaaaaa')).toEqual({ standing: again });
  });
});
