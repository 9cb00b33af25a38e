import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import { hecha } from '../cli/fake-io.js';

const sample = 'samples/own-rules';
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-own-rules-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('the worked example of docs/own-rules.md', () => {
  it('passes its own examples', async () => {
    const { code, out } = await hecha('rules', 'test', sample);
    expect(code).toBe(0);
    expect(out).toMatch(/^✓ CX01 {2}示例 (\d+)\/\1 通过\n/);
  });

  it('is what the page shows', () => {
    const page = readFileSync('docs/own-rules.md', 'utf8');
    for (const name of ['cx01-able-though-ill.sql', 'hecha.yaml', 'county-2017.yaml']) {
      expect(page, name).toContain(readFileSync(join(sample, name), 'utf8').trim());
    }
    // Of the examples the page shows the first lines.
    const head = readFileSync(join(sample, 'cx01.yaml'), 'utf8').split('\n').slice(1, 15).join('\n');
    expect(page).toContain(head);
  });

  it('adds its findings to those of the sample county, in every report, and changes none', {
    timeout: 300_000,
  }, async () => {
    const config = join(home, 'hecha.yaml');
    writeFileSync(config, `own_rules: ${resolve(sample)}\n`);
    const out = join(home, 'out');
    const args = ['audit', 'samples/county', '-c', config, '-o', out, '--keep-tables', '-q'];
    expect(await hecha(...args)).toMatchObject({ code: 0 });
    const latest = join(out, 'latest');
    const plain = join(home, 'plain');
    expect(await hecha('audit', 'samples/county', '-o', plain, '-q', '--format', 'json')).toMatchObject({
      code: 0,
    });
    const linesOf = (folder: string): string[] =>
      readFileSync(join(folder, 'latest', 'findings.jsonl'), 'utf8')
        .split('\n')
        .filter(Boolean);
    const isOwn = (line: string): boolean => line.includes('"rule_id":"CX01"');
    expect(linesOf(out).filter((line) => !isOwn(line))).toEqual(linesOf(plain));
    const own = linesOf(out)
      .filter(isOwn)
      .map((line) => JSON.parse(line) as { id_number: string; severity: string; family: string });
    // Counted anew from the tables that the run keeps, in other words than the rule's.
    const engine = await openDuckdb({ threads: 1 });
    const tables = join(latest, 'tables', 'data').replaceAll("'", "''");
    const rows = await engine.all(
      `SELECT DISTINCT m.id_number FROM read_parquet('${tables}/member.parquet') m
       JOIN read_parquet('${tables}/person.parquet') p USING (ref)
       WHERE m.labour = 'able' AND p.work IS NULL AND (m.active OR m.exited_in_window)
         AND (list_contains(string_split(m.health, ','), 'serious')
           OR (m.age >= 60 AND regexp_matches(m.health, 'chronic|disabled')))`,
    );
    await engine.close();
    expect(own.map(({ id_number }) => id_number).sort()).toEqual(
      rows.map(({ id_number }) => String(id_number)).sort(),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(readFileSync(join(latest, 'data-quality.csv'), 'utf8')).toContain('CX01');
    expect(readFileSync(join(latest, 'manifest.json'), 'utf8')).toContain('"own_rules": [\n    "CX01"\n  ]');
  });

  it('runs with the configuration and the pack beside it', { timeout: 300_000 }, async () => {
    const out = join(home, 'configured');
    expect(await hecha('audit', '-c', join(sample, 'hecha.yaml'), '-o', out, '-q')).toMatchObject({
      code: 0,
    });
    const { policy } = JSON.parse(readFileSync(join(out, 'latest', 'manifest.json'), 'utf8')) as {
      policy: { name: string; values: Record<string, { value: unknown; from: { by: string } }> };
    };
    expect(policy.name).toBe('anping-2017');
    expect(policy.values.business_capital).toMatchObject({ value: 50_000, from: { by: 'child' } });
    expect(policy.values.old_vehicle_years).toMatchObject({ value: 12, from: { by: 'config' } });
  });
});
