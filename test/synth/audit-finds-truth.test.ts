import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hecha } from '../cli/fake-io.js';
import { expectedKeys, foundKeys, sorted } from '../samples/finding-keys.js';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-truth-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('planted truth', () => {
  it('every planted problem is found and nothing else: precision and recall of each rule are 1', async () => {
    const county = join(home, 'county');
    const out = join(home, 'out');
    const synth = await hecha('synth', '--out', county, '--households', '800', '--seed', '17');
    expect(synth).toMatchObject({ code: 0 });
    expect(await hecha('audit', county, '-o', out, '-q', '--format', 'json')).toMatchObject({ code: 0 });
    const planted = sorted(expectedKeys(join(county, 'truth.csv')), false);
    expect(new Set(planted.map((line) => line.slice(0, 4))).size).toBe(75);
    expect(sorted(foundKeys(join(out, 'latest', 'findings.jsonl')), false)).toEqual(planted);
  });
});
