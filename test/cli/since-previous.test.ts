import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-since-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

interface State {
  readonly rule_id: string;
  readonly status: string;
  readonly gone_by: string | null;
}

const audit = async (county: string, ...more: string[]): Promise<{ code: number; err: string }> =>
  hecha('audit', county, '-o', join(home, 'out'), '-q', '--format', 'json', '--previous', 'latest', ...more);

const states = (): State[] =>
  readFileSync(join(home, 'out', 'latest', 'state.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as State);

const stateOf = (rule: string): Pick<State, 'status' | 'gone_by'>[] =>
  states().flatMap(({ rule_id, status, gone_by }) => (rule_id === rule ? [{ status, gone_by }] : []));

it('takes a finding whose data are not there tonight for not judged, and one that other thresholds spare for no rectification', async () => {
  const county = writeCounty(join(home, 'county'));
  expect((await audit(county)).code).toBe(0);
  expect(stateOf('MI01')).toEqual([{ status: 'new', gone_by: null }]);
  expect(stateOf('RP04')).toEqual([{ status: 'new', gone_by: null }]);

  rmSync(join(county, 'vehicle.csv'));
  const config = join(home, 'hecha.yaml');
  writeFileSync(config, 'parameters:\n  stable_income_line: 100\n');
  expect((await audit(county, '-c', config, '--as-of', '2017-08-01')).code).toBe(0);
  expect(stateOf('MI01')).toEqual([{ status: 'unjudged', gone_by: null }]);
  expect(stateOf('RP04')).toEqual([{ status: 'gone', gone_by: 'rule' }]);

  // The car's extract is back, and so are the thresholds.
  writeCounty(county);
  expect((await audit(county, '--as-of', '2017-08-02')).code).toBe(0);
  expect(stateOf('MI01')).toEqual([{ status: 'persisting', gone_by: null }]);
  expect(stateOf('RP04')).toEqual([{ status: 'new', gone_by: null }]);
});

it('refuses a previous run of a later day, of another county, and what is no run', async () => {
  const county = writeCounty(join(home, 'county'));
  expect((await audit(county, '--as-of', '2017-08-02')).code).toBe(0);
  expect(await audit(county, '--as-of', '2017-08-01')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^HC5007 [^\n]+\n$/) as string,
  });
  const config = join(home, 'hecha.yaml');
  writeFileSync(config, 'area: 别的县\n');
  expect(await audit(county, '-c', config, '--as-of', '2017-08-03')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/HC5009 [^\n]+\n$/) as string,
  });
  expect(await audit(county, '--as-of', '2017-08-03', '--previous', 'nowhere')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^HC5005 [^\n]+\n$/) as string,
  });
});
