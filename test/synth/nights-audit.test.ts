import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hecha } from '../cli/fake-io.js';
import { expectedKeys, type FindingKey, foundKeys, sorted } from '../samples/finding-keys.js';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-nights-'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const line = ({ rule, subject, key }: FindingKey): string => [rule, subject, key].join(' | ');

/** The findings of the newest run with what became of them, by line. */
function statuses(path: string): Map<string, string> {
  const findings = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const keys = foundKeys(path).map(line);
  return new Map(
    findings.map((text, at) => [keys[at] ?? '', (JSON.parse(text) as { status: string }).status]),
  );
}

function changesOf(county: string): { line: string; change: string }[] {
  const rows = parse(readFileSync(join(county, 'truth-changes.csv')), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  return rows.map(({ rule = '', subject = '', key = '', change = '' }) => ({
    line: line({ rule, subject, key }),
    change,
  }));
}

describe('two nights of a county', () => {
  it.each([1, 2])(
    'night %d finds its truth and nothing else, and says of each finding what became of it',
    async (night) => {
      const out = join(home, 'out');
      const path = join(out, 'latest', 'findings.jsonl');
      const county = join(home, `night${night}`);
      const synth = ['--out', county, '--households', '360', '--seed', '23', '--night', String(night)];
      expect(await hecha('synth', ...synth)).toMatchObject({ code: 0 });
      const audit = [county, '-o', out, '-q', '--previous', 'latest', '--format', 'json'];
      expect(await hecha('audit', ...audit)).toMatchObject({ code: 0 });
      expect(sorted(foundKeys(path), false)).toEqual(sorted(expectedKeys(join(county, 'truth.csv')), false));
      const found = [...statuses(path)];
      const having = (status: string): string[] =>
        found.flatMap(([at, each]) => (each === status ? [at] : [])).sort();
      if (night === 1) {
        expect(having('new')).toHaveLength(found.length);
        return;
      }
      const changes = changesOf(county);
      const told = (change: string): string[] =>
        changes.flatMap((each) => (each.change === change ? [each.line] : [])).sort();
      expect(having('new')).toEqual(told('new'));
      expect(having('changed')).toEqual(told('changed'));
      for (const rule of ['RP06', 'MI08'])
        expect([rule, told('new').some((each) => each.startsWith(rule))]).toEqual([rule, true]);
    },
    120_000,
  );
});
