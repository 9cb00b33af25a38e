import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lines, writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-same-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Audits through the real command line; its own environment and folder. @returns the run's files by name. */
function audit(
  inputs: string,
  out: string,
  how: { env?: Record<string, string>; args?: string[] } = {},
): Record<string, Buffer> {
  execFileSync(
    process.execPath,
    ['dist/bin/hecha.js', 'audit', inputs, '-o', out, '-q', ...(how.args ?? [])],
    {
      env: { ...process.env, ...how.env },
    },
  );
  const latest = join(out, 'latest');
  const names = readdirSync(latest, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(latest, join(parentPath, name)));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(latest, name))]));
}

/** The manifest without its timings and places, which alone may differ. */
function untimed(files: Record<string, Buffer>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      if (name !== 'manifest.json') return [name, bytes.toString('base64')];
      const {
        timings: _timings,
        located: _located,
        ...rest
      } = JSON.parse(bytes.toString()) as Record<string, unknown>;
      return [name, JSON.stringify(rest)];
    }),
  );
}

describe('the same audit gives the same bytes', () => {
  it('in another folder, time zone and locale, and with other threads', () => {
    const first = audit(writeCounty(join(home, 'a')), join(home, 'out-a'), {
      env: { TZ: 'UTC', LANG: 'C' },
      args: ['--threads', '1'],
    });
    const second = audit(writeCounty(join(home, 'b', 'deeper')), join(home, 'out-b'), {
      env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
      args: ['--threads', '2'],
    });
    expect(Object.keys(first).length).toBeGreaterThan(8);
    expect(untimed(second)).toEqual(untimed(first));
  });

  it('with the rows of an extract shuffled, but for their row numbers', () => {
    const first = audit(writeCounty(join(home, 'a')), join(home, 'out-a'));
    const [header = '', ...rows] = lines.vehicles;
    const second = audit(
      writeCounty(join(home, 'b'), { vehicles: [header, ...rows.reverse()] }),
      join(home, 'out-b'),
    );
    const withoutRows = (files: Record<string, Buffer>): string =>
      String(files['findings.jsonl']).replace(/vehicle\.csv#\d+/g, 'vehicle.csv#');
    expect(withoutRows(second)).toBe(withoutRows(first));
    expect(withoutRows(first)).toContain('vehicle.csv#');
  });
});
