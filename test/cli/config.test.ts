import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hecha-config-'));
  writeCounty(join(home, 'in'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const put = (name: string, text: string): string => {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
};
interface Manifest {
  run_id: string;
  as_of: string;
  as_of_source: string;
  inputs: { path: string }[];
  own_rules: string[];
  policy: { name: string; values: Record<string, { value: unknown; source: string; from: unknown }> };
  rules: { id: string; parameters: Record<string, unknown> }[];
}
const manifest = (out = 'out'): Manifest =>
  JSON.parse(readFileSync(join(home, out, 'latest', 'manifest.json'), 'utf8')) as Manifest;
const findings = (
  out = 'out',
): { rule_id: string; parameters: Record<string, unknown>; severity: string }[] =>
  readFileSync(join(home, out, 'latest', 'findings.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const RULE = `/*
id: CX01
title: { zh: 名册成员, en: Member }
family: exit
severity: low
clause: [(四)2]
subject: person
predicate: { zh: 每名成员, en: Every member }
needs: { person: [exit_status] }
message: { zh: "{name}", en: "{name}" }
evidence: {}
verify: { zh: 核实, en: Check }
*/
SELECT m.household_no, m.name, m.id_number, m.county, m.township, m.village, m.ref FROM member m
`;

describe('hecha audit with a configuration', () => {
  it('audits what it says, as it says, and writes down who gave which value', async () => {
    mkdirSync(join(home, 'rules'));
    put('rules/cx01-member.sql', RULE);
    put(
      'county.yaml',
      'name: county\ntitle: { zh: 县, en: County }\nextends: gansu-2017\nparameters:\n  old_vehicle_years: { value: 1, source: 县发 1 号 }\n',
    );
    const config = put(
      'hecha.yaml',
      `inputs: [in]
out: runs
as_of: 2017-06-30
policy: county.yaml
parameters: { stable_income_line: 2500 }
rules: [mis-identification, RP04, CX01]
own_rules: rules
`,
    );
    const { code, err } = await hecha('audit', '-c', config, '-q');
    expect([code, err]).toEqual([0, '']);
    const written = manifest('runs');
    expect(written).toMatchObject({ as_of: '2017-06-30', as_of_source: 'config', own_rules: ['CX01'] });
    expect(written.inputs.map(({ path }) => path)).toEqual(['roster.csv', 'vehicle.csv']);
    const { values, name } = written.policy;
    expect(name).toBe('county');
    expect(values.old_vehicle_years).toMatchObject({
      value: 1,
      source: '县发 1 号',
      from: { by: 'child', name: 'county' },
    });
    expect(values.stable_income_line).toMatchObject({
      value: 2500,
      source: 'set in hecha.yaml',
      from: { by: 'config', name: 'hecha.yaml' },
    });
    expect(values.dual_gap).toMatchObject({ value: 0.05, from: { by: 'pack', name: 'gansu-2017' } });
    // 3000 yuan are above the line now, and a car of two years is old.
    const found = findings('runs');
    expect(found.map(({ rule_id }) => rule_id)).toEqual(['CX01', 'CX01', 'CX01', 'CX01', 'MI01']);
    const car = found.find(({ rule_id }) => rule_id === 'MI01');
    expect(car).toMatchObject({ severity: 'medium', parameters: { old_vehicle_years: 1 } });
  });

  it('lets the command line win', async () => {
    const config = put('hecha.yaml', 'inputs: [none]\n');
    expect((await hecha('audit', '-c', config)).code).toBe(2);
    put(
      'hecha.yaml',
      'out: runs\nas_of: 2017-06-30\nrules: [MI01]\nparameters: { stable_income_line: 2500 }\n',
    );
    const args = ['audit', join(home, 'in'), '-c', config, '-q'];
    await hecha(...args, '-o', join(home, 'out'), '--as-of', '2017-07-01', '--rules', 'RP04');
    expect(manifest()).toMatchObject({ as_of: '2017-07-01', as_of_source: 'option' });
    expect(manifest().rules.map(({ id }) => id)).toEqual(['RP04']);
    expect(manifest().policy.values.stable_income_line?.value).toBe(2500);
    await hecha(...args);
    expect(manifest('runs').rules.map(({ id }) => id)).toEqual(['MI01']);
  });

  it('finds it in the one folder that is given, says so, and does not read it as data', async () => {
    const config = put('in/hecha.yaml', 'rules: [MI01]\n');
    const { code, err } = await hecha('audit', join(home, 'in'), '-o', join(home, 'out'));
    expect([code, err]).toEqual([0, `使用配置 ${config}\n`]);
    expect(manifest().rules.map(({ id }) => id)).toEqual(['MI01']);
    const files = ['roster.csv', 'vehicle.csv', 'hecha.yaml'].map((name) => join(home, 'in', name));
    expect(await hecha('audit', ...files, '-o', join(home, 'out2'), '-q')).toMatchObject({
      code: 0,
      err: '',
    });
    expect(manifest('out2').inputs.map(({ path }) => path)).toEqual(['roster.csv', 'vehicle.csv']);
    expect(manifest('out2').rules.length).toBeGreaterThan(1);
  });

  it('names another run when a value differs, and the same one when none does', async () => {
    const id = async (text: string): Promise<string> => {
      const config = put('hecha.yaml', text);
      await hecha('audit', join(home, 'in'), '-c', config, '-o', join(home, 'out'), '-q');
      return manifest().run_id;
    };
    const plain = await id('rules: [MI01]\n');
    expect(await id('# 说明\nrules: [MI01]\nparameters: {}\n')).toBe(plain);
    const changed = await id('rules: [MI01]\nparameters: { old_vehicle_years: 9 }\n');
    expect(changed).not.toBe(plain);
    expect(await id('parameters: { old_vehicle_years: 9 }\nrules: [MI01]\n')).toBe(changed);
  });
});

describe('a fault is one sentence, exit 2, before any input is read', () => {
  it.each<[what: string, config: string, sentence: RegExp]>([
    [
      'a key',
      'inputs: [in]\nparamters: {}\n',
      /^HC2003 配置文件“hecha\.yaml”第 2 行：paramters：没有这个键，你是否想写 parameters。\n$/,
    ],
    [
      'a parameter',
      'parameters:\n  dual_gap: 0.1\n  old_vehicel_years: 9\n',
      /^HC2003 配置文件“hecha\.yaml”第 3 行：没有参数 old_vehicel_years，你是否想写 old_vehicle_years。\n$/,
    ],
    [
      'a value',
      'parameters:\n  dual_gap: 5\n',
      /^HC2003 配置文件“hecha\.yaml”第 2 行：dual_gap：应在 0 到 1 之间.*。\n$/,
    ],
    [
      'a rule',
      'rules:\n  - MI01\n  - MI1\n',
      /^HC2003 配置文件“hecha\.yaml”第 3 行：rules：没有名为“MI1”的规则或类别，你是否想写 MI01。\n$/,
    ],
    [
      'a pack',
      'policy: gansu\n',
      /^HC2003 配置文件“hecha\.yaml”第 1 行：policy：没有名为“gansu”的政策包，可用的有 gansu-2017.*。\n$/,
    ],
    ['an own rule', 'own_rules: rules\n', /^HC4001 规则文件“cx01-member\.sql”第 14 行：不能用 LIMIT。\n$/],
  ])('of %s', async (_, config, sentence) => {
    mkdirSync(join(home, 'rules'));
    put('rules/cx01-member.sql', RULE.replace('FROM member m', 'FROM member m LIMIT 1'));
    // Input that cannot be read either: it is not what is spoken of.
    put('in/roster.csv', 'x\n');
    const path = put('hecha.yaml', config);
    const { code, out, err } = await hecha('audit', join(home, 'in'), '-c', path, '-o', join(home, 'out'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });

  it('of a pack that extends none and lacks what rules need', async () => {
    put(
      'alone.yaml',
      'name: alone\ntitle: { zh: 县, en: County }\nparameters:\n  dual_gap: { value: 0.1, unit: share of the larger number, clause: (三)7, source: s, label: { zh: 甲, en: a } }\n',
    );
    const { code, err } = await hecha(
      'audit',
      join(home, 'in'),
      '--policy',
      join(home, 'alone.yaml'),
      '-o',
      join(home, 'out'),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^HC2004 政策包“alone”缺少规则要用的参数 \w+.*extends: gansu-2017.*。\n$/);
  });

  it('in English when that is asked for', async () => {
    const path = put('hecha.yaml', 'parameters:\n  dual_gpa: 0.1\n');
    const { err } = await hecha('--lang', 'en', 'audit', join(home, 'in'), '-c', path);
    expect(err).toBe(
      'HC2003 Configuration "hecha.yaml", line 2: there is no parameter dual_gpa, did you mean dual_gap?.\n',
    );
  });
});
