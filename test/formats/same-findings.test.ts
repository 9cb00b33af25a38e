import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../src/synth/synthesize.js';
import { hecha } from '../cli/fake-io.js';
import { countyTables, type Table } from './county-tables.js';
import { writers } from './write-tables.js';

let home: string;
let tables: Table[];
let expected: Record<string, string>[];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'formats-'));
  await synthesize({ out: join(home, 'county'), households: 60, seed: 4 });
  tables = await countyTables(join(home, 'county'));
  expected = await findingsOf('UTF-8 with commas');
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** The findings of an audit of the county in one format, without where they came from. */
async function findingsOf(format: string): Promise<Record<string, string>[]> {
  const folder = join(home, 'in', format);
  await writers[format]?.(tables, folder);
  const out = join(home, 'out', format);
  const { code, err } = await hecha(
    'audit',
    folder,
    '-o',
    out,
    '-q',
    '--format',
    'csv',
    '--as-of',
    '2017-07-31',
  );
  expect([code, err]).toEqual([0, '']);
  const text = readFileSync(join(out, 'latest', 'findings.csv'), 'utf8');
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return rows.map(({ sources: _, ...finding }) => finding);
}

describe('the same county in every format', () => {
  it('has findings of many rules', () => {
    expect(new Set(expected.map(({ rule_id }) => rule_id)).size).toBeGreaterThan(40);
  });

  it.each(Object.keys(writers).slice(1))('has the same findings from %s', async (format) => {
    expect(await findingsOf(format)).toEqual(expected);
  });
});
