import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';

let out: string;
let tables: string;
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'hecha-tables-'));
  expect(await hecha('audit', 'samples/county', '-o', out, '--keep-tables', '-q')).toMatchObject({ code: 0 });
  tables = join(out, 'latest', 'tables');
});
afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

interface Finding {
  rule_id: string;
  household_no: string;
  id_number: string;
  severity: string;
  sources: string;
  evidence: Record<string, unknown>;
}

const findings = (rule: string): Finding[] =>
  readFileSync(join(out, 'latest', 'findings.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Finding)
    .filter(({ rule_id }) => rule_id === rule);

/** The rows of a query in a DuckDB process of its own, over the kept tables. */
const plain = (query: string): Record<string, string>[] =>
  JSON.parse(
    execFileSync(process.execPath, ['test/cli/plain-duckdb.mjs', tables], { input: query, encoding: 'utf8' }),
  ) as Record<string, string>[];

const ruleSql = (id: string): string =>
  readFileSync(join(tables, 'rules', `${id}.sql`), 'utf8')
    .trim()
    .replace(/;$/, '');

describe('hecha audit --keep-tables', () => {
  it('lets a DuckDB without hecha find the same vehicles, in the same rows of the same files', () => {
    const found = plain(
      `SELECT household_no, id_number, plate, severity, source_of(vehicle_ref) AS vehicle_row, source_of(member_ref) AS roster_row
       FROM (${ruleSql('MI01')}\n) WHERE exemption IS NULL`,
    );
    const lines = found
      .map((row) => [row.household_no, row.id_number, row.plate, row.severity].join(' '))
      .sort();
    const ours = findings('MI01');
    expect(ours.length).toBeGreaterThan(5);
    expect(lines).toEqual(
      ours
        .map(({ household_no, id_number, evidence, severity }) =>
          [household_no, id_number, evidence.plate, severity].join(' '),
        )
        .sort(),
    );
    for (const { plate, vehicle_row, roster_row } of found) {
      const sources = ours.find(({ evidence }) => evidence.plate === plate)?.sources.split('; ') ?? [];
      expect(sources).toContain(vehicle_row);
      expect(sources).toContain(roster_row);
    }
  });

  it('keeps every rule so that it runs, with nothing left to bind', () => {
    const rules = readdirSync(join(tables, 'rules'));
    const unions = rules.map(
      (file) => `SELECT '${file}' AS rule, count(*) AS rows FROM (${ruleSql(file.replace('.sql', ''))}\n)`,
    );
    const counted = plain(`${unions.join('\nUNION ALL\n')} ORDER BY rule`);
    expect(counted.map(({ rule }) => rule)).toEqual(rules.sort());
    // A rule may give several rows for one finding, never fewer.
    for (const { rule = '', rows } of counted) {
      expect(Number(rows), rule).toBeGreaterThanOrEqual(findings(rule.replace('.sql', '')).length);
    }
  });

  it('lists the tables among the run’s outputs, readable by their owner alone', () => {
    const { outputs } = JSON.parse(readFileSync(join(out, 'latest', 'manifest.json'), 'utf8')) as {
      outputs: { path: string }[];
    };
    const paths = outputs.map(({ path }) => path);
    expect(paths).toContain('tables/load.sql');
    expect(paths).toContain('tables/data/member.parquet');
    expect(paths).toContain('tables/rules/MI01.sql');
    for (const path of paths) expect(statSync(join(out, 'latest', path)).mode & 0o077, path).toBe(0);
  });

  it('refuses to write whole numbers beside masked reports', async () => {
    const other = mkdtempSync(join(tmpdir(), 'hecha-tables-'));
    const refused = await hecha('audit', 'samples/county', '-o', other, '--keep-tables', '--mask', 'partial');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('HC1006');
    expect(existsSync(join(other, 'latest'))).toBe(false);
    rmSync(other, { recursive: true });
  });
});
