import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hecha } from '../cli/fake-io.js';
import { expectedKeys, foundKeys, sorted } from './finding-keys.js';

const sample = 'samples/county';
let out: string;
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'hecha-sample-'));
  expect(await hecha('audit', sample, '-o', out, '-q')).toMatchObject({ code: 0 });
});
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe('the sample county', () => {
  it('has exactly the findings that were worked out by hand, with their severities', () => {
    const expected = sorted(expectedKeys(join(sample, 'expected-findings.csv')), true);
    expect(expected.length).toBeGreaterThan(200);
    expect(sorted(foundKeys(join(out, 'latest', 'findings.jsonl')), true)).toEqual(expected);
  });

  it('loses no row: each one that is not used is one that was spoilt', () => {
    const rows = (path: string): string[] =>
      (parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[])
        .map(({ file, sheet, row, level }) => [file, sheet, row, level].join(' '))
        .sort();
    expect(rows(join(out, 'latest', 'rejects.csv'))).toEqual(rows(join(sample, 'expected-rejects.csv')));
  });

  it('runs every rule but the one that compares with a previous run', () => {
    const manifest = JSON.parse(readFileSync(join(out, 'latest', 'manifest.json'), 'utf8')) as {
      rules_not_run?: { id: string; reason: { en: string } }[];
    };
    expect(manifest.rules_not_run?.map(({ id, reason }) => [id, reason.en])).toEqual([
      ['RP06', 'needs --previous'],
    ]);
  });
});
