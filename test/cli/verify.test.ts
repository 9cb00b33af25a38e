import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendLedger } from '../../src/findings/ledger.js';
import type { Verdict } from '../../src/findings/verdicts.js';
import { verifyRun } from '../../src/reproduce/verify.js';
import { hecha } from './fake-io.js';
import { lines, number, writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-verify-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const at = (...path: string[]): string => join(home, ...path);
const RULES = ['--rules', 'MI01,MI14,DQ01,AS09'];

async function audited(...argv: string[]): Promise<void> {
  writeCounty(at('in'));
  await auditIt(...argv);
}
async function auditIt(...argv: string[]): Promise<void> {
  const made = await hecha(
    'audit',
    at('in'),
    '-o',
    at('out'),
    '-q',
    '--format',
    'csv,json',
    ...RULES,
    ...argv,
  );
  expect(made).toMatchObject({ code: 0 });
}

interface Told {
  reproduced: boolean;
  audited_again: boolean;
  inputs: { name: string; state: string; path: string | null }[];
  differences: { kind: string; what: string; change: string; where: string | null; parts: string[] }[];
}
async function verify(...argv: string[]): Promise<Told & { code: number }> {
  const { code, out, err } = await hecha('verify', at('out', 'latest'), '--json', ...argv);
  expect(err).toBe('');
  return { code, ...(JSON.parse(out) as Told) };
}
const kinds = ({ differences }: Told): string[] => [
  ...new Set(
    differences.map(({ kind, what, change }) =>
      kind === 'finding' ? `${kind} ${change}` : `${kind} ${what} ${change}`,
    ),
  ),
];

describe('hecha verify', () => {
  it('says that a run was reproduced, in both languages', async () => {
    await audited();
    expect(await hecha('verify', at('out', 'latest'))).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^已重现：2017-07-31-[0-9a-f]{8}（核查日 2017-07-31）\n.*输入 2 个/),
    });
    expect((await hecha('verify', at('out', 'latest'), '--lang', 'en')).out).toMatch(/^Reproduced: 2017/);
    expect(readdirSync(at('out')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('reproduces a run that was moved with its inputs, in another time zone', async () => {
    await audited();
    mkdirSync(at('elsewhere'));
    renameSync(at('in'), at('elsewhere', 'in'));
    renameSync(at('out'), at('elsewhere', 'out'));
    const run = at(
      'elsewhere',
      'out',
      readdirSync(at('elsewhere', 'out')).find((name) => /^\d/.test(name)) ?? '',
    );
    const out = execFileSync(process.execPath, ['dist/bin/hecha.js', 'verify', run, '--lang', 'en'], {
      env: { ...process.env, TZ: 'America/New_York', LANG: 'C' },
    });
    expect(String(out)).toMatch(/^Reproduced/);
  });

  it('finds inputs that were moved and renamed by what is in them', async () => {
    await audited();
    mkdirSync(at('archive', 'deep'), { recursive: true });
    renameSync(at('in', 'roster.csv'), at('archive', 'deep', '名册.dat.csv'));
    renameSync(at('in', 'vehicle.csv'), at('archive', 'roster.csv'));
    const told = await verify('--inputs', at('archive'));
    expect(told).toMatchObject({ code: 0, reproduced: true, differences: [] });
    expect(told.inputs).toMatchObject([
      { name: 'roster.csv', state: 'same', path: at('archive', 'deep', '名册.dat.csv') },
      { name: 'vehicle.csv', state: 'same', path: at('archive', 'roster.csv') },
    ]);
  });

  it('names the input of which one cell was edited, and the findings that follow from it', async () => {
    await audited();
    writeCounty(at('in'), {
      vehicles: lines.vehicles.map((line) =>
        line.replace('陇A10001,小型轿车,正常', '陇A10001,小型轿车,注销'),
      ),
    });
    const told = await verify();
    expect(told).toMatchObject({ code: 1, reproduced: false, audited_again: true });
    expect(told.differences[0]).toMatchObject({
      kind: 'input',
      what: 'vehicle.csv',
      change: 'changed',
      where: at('in', 'vehicle.csv'),
    });
    expect(told.differences).toContainEqual(
      expect.objectContaining({ kind: 'finding', change: 'missing', where: 'MI01 城关镇 东村 H1' }),
    );
    const { out, code } = await hecha('verify', at('out', 'latest'));
    expect(code).toBe(1);
    expect(out).toMatch(/^没有重现/);
    expect(out).toMatch(/vehicle\.csv 不同：记录 [0-9a-f]{64}，现在 [0-9a-f]{64}/);
    expect(out).not.toContain(number('$甲'));
  });

  it('says which columns of a finding have changed', async () => {
    await audited();
    writeCounty(at('in'), {
      vehicles: lines.vehicles.map((line) => line.replace('2015-03-01', '2015-03-02')),
    });
    const { differences } = await verify();
    expect(differences).toContainEqual(
      expect.objectContaining({
        kind: 'finding',
        change: 'changed',
        parts: ['message', 'evidence.registered_on'],
      }),
    );
  });

  it('names an input that is missing, and audits nothing', async () => {
    await audited();
    rmSync(at('in', 'vehicle.csv'));
    const told = await verify();
    expect(told).toMatchObject({ code: 1, audited_again: false });
    expect(kinds(told)).toEqual(['input vehicle.csv missing']);
    expect((await hecha('verify', at('out', 'latest'))).out).toContain('HC5021');
  });

  it('names files of the run that were changed, removed or added', async () => {
    await audited();
    const run = at('out', 'latest');
    appendFileSync(join(run, 'findings.csv'), 'x');
    rmSync(join(run, 'rejects.csv'));
    writeFileSync(join(run, 'note.txt'), 'x');
    const told = await verify();
    expect(told.code).toBe(1);
    expect(kinds(told)).toEqual([
      'file findings.csv changed',
      'file rejects.csv missing',
      'file note.txt added',
    ]);
  });

  it('notices a manifest that was edited, and what of it does not come out', async () => {
    await audited();
    const path = join(at('out', 'latest'), 'manifest.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"as_of_source": "inputs"', '"as_of_source": "clock"'),
    );
    expect(kinds(await verify())).toContain('manifest manifest.json changed');
    const { reading: _reading, ...older } = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify(older));
    const { code, err } = await hecha('verify', at('out', 'latest'));
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^HC5020 .*缺 reading/) });
  });

  it('goes by what was recorded, whatever hecha.yaml and the own rules are today', async () => {
    writeCounty(at('in'));
    mkdirSync(at('in', 'own'));
    cpSync('samples/own-rules/cx01-able-though-ill.sql', at('in', 'own', '健康', 'cx01-ill.sql'));
    cpSync('samples/own-rules/county-2017.yaml', at('in', 'county.yaml'));
    renameSync(at('in', 'vehicle.csv'), at('in', '车.dat'));
    writeFileSync(at('in', '坏.xlsx'), 'PK\u0003\u0004');
    writeFileSync(at('in', '文件.pdf'), '%PDF-1.4');
    writeFileSync(
      at('in', 'hecha.yaml'),
      [
        'own_rules: own',
        'policy: county.yaml',
        'area: 某县',
        'parameters: { old_vehicle_years: 3 }',
        'datasets:',
        '  - dataset: vehicle',
        '    files: 车.*',
        '    codes: { status: { 正常: A } }',
        '  - dataset: dibao',
        '    files: 低保.csv',
      ].join('\n'),
    );
    const made = await hecha(
      'audit',
      at('in'),
      '-o',
      at('out'),
      '-q',
      '--format',
      'csv,json',
      '--keep-going',
      '--max-rejects',
      '50%',
    );
    expect(made.code).toBe(0);
    writeFileSync(at('in', 'hecha.yaml'), 'policy: none.yaml\n');
    rmSync(at('in', 'own'), { recursive: true });
    rmSync(at('in', 'county.yaml'));
    expect(await verify()).toMatchObject({ code: 0, reproduced: true, differences: [] });
  });

  it('tells first that hecha is of another version, and compares all the same', async () => {
    await audited();
    const temporary = at('tmp');
    mkdirSync(temporary);
    const { differences } = await verifyRun(
      at('out', 'latest'),
      { inputs: [], temporary, toolVersion: '9.9.9' },
      () => undefined,
    );
    expect(differences[0]).toEqual({
      kind: 'tool',
      what: 'hecha',
      change: 'changed',
      recorded: expect.any(String),
      found: '9.9.9',
    });
    expect(differences.filter(({ kind }) => kind === 'finding')).toEqual([]);
  });

  it('goes by the previous run and the verdicts of the day, not by those of today', async () => {
    await audited();
    const first = readdirSync(at('out')).find((name) => /^\d/.test(name)) ?? '';
    const findings = readFileSync(at('out', first, 'findings.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean);
    const [{ finding_id }] = findings.map((line) => JSON.parse(line));
    const verdict: Verdict = {
      ...{
        finding_id,
        verdict: 'refuted' as const,
        reason: '',
        action: '',
        note: '',
        completed_on: '',
        by: '王',
      },
      ...{ on: '2017-08-05', attachment: '', fingerprint: '', run_id: first, source: 'a.xlsx!车#3' },
    };
    await appendLedger(at('out'), [verdict]);
    await auditIt('--as-of', '2017-08-31', '--previous', 'latest');
    await appendLedger(at('out'), [{ ...verdict, on: '2017-09-05', verdict: 'confirmed' }]);
    const told = await verify();
    expect(told).toMatchObject({ code: 0, reproduced: true, differences: [] });

    mkdirSync(at('kept'));
    renameSync(at('out', first), at('kept', first));
    expect(await verify()).toMatchObject({
      code: 1,
      audited_again: false,
      differences: [{ kind: 'previous', what: first, change: 'missing' }],
    });
    expect(await verify('--inputs', at('kept'), at('in'))).toMatchObject({ code: 0, reproduced: true });
  });

  it('exits 2 for what is no run', async () => {
    writeCounty(at('in'));
    expect(await hecha('verify', at('in'))).toMatchObject({ code: 2, err: expect.stringMatching(/^HC5005/) });
    writeFileSync(at('in', 'manifest.json'), '{}');
    expect(await hecha('verify', at('in'))).toMatchObject({ code: 2, err: expect.stringMatching(/^HC5005/) });
  });
});
