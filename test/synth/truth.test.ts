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
  it.each(['2', '17'])('seed %s: every planted problem is found, and nothing else', async (seed) => {
    const county = join(home, `county-${seed}`);
    const out = join(home, `out-${seed}`);
    expect(await hecha('synth', '--out', county, '--households', '600', '--seed', seed)).toMatchObject({
      code: 0,
    });
    expect(await hecha('audit', county, '-o', out, '-q')).toMatchObject({ code: 0 });
    const planted = sorted(expectedKeys(join(county, 'truth.csv')), false);
    expect(new Set(planted.map((line) => line.slice(0, 4))).size).toBe(31);
    expect(sorted(foundKeys(join(out, 'latest', 'findings.jsonl')), false)).toEqual(planted);
  });
});
