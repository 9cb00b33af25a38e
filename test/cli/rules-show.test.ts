import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadClauses } from '../../src/policy/clauses.js';
import { loadPack } from '../../src/policy/pack.js';
import { loadRules } from '../../src/rules/load.js';
import { shippedExamples } from '../../src/rules/shipped-examples.js';
import { temporaryFolder } from '../run/temporary-folder.js';
import { hecha } from './fake-io.js';

const rules = await loadRules();
const clauses = await loadClauses();
const ids = rules.map(({ header }) => header.id);

interface Shown {
  id: string;
  predicate: { zh: string; en: string };
  clauses: { id: string; zh: string }[];
  parameters: { name: string; in_force?: unknown; value?: unknown; unit?: string; through: string[] }[];
  inputs: { dataset: string; optional: boolean; columns: { column: string; optional: boolean }[] }[];
  facts: { name: string; doc: { zh: string } }[];
  exemptions: { id: string }[];
  examples: { name: string; expects: string }[];
  sql: string;
}
const shown = async (...argv: string[]): Promise<Shown[]> =>
  JSON.parse((await hecha('rules', 'show', '--json', ...argv)).out) as Shown[];

/** A pack that differs from ours in one value. */
async function countyPack(): Promise<string> {
  const file = join(await temporaryFolder(), 'county.yaml');
  const parameter = `
  old_vehicle_years:
    value: 12
    unit: years since first registration
    clause: (一)4
    source: the county's own notice
    label: { zh: 老旧车辆年限, en: age of an old vehicle }
`;
  await writeFile(file, `name: county\ntitle: { zh: 某县, en: A county }\nparameters:${parameter}`);
  return file;
}

describe('hecha rules show', () => {
  it('says of every rule all that there is to say', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { code, out, err } = await hecha('rules', 'show', ...ids, '--lang', lang);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toMatch(/undefined|\[object|—（政策|NaN/);
      for (const { header, body } of rules) {
        expect(out).toContain(`${header.id}  ${header.title[lang]}`);
        for (const clause of header.clause) expect(out).toContain(clauses.get(clause)?.[lang]);
        expect(out).toContain(header.predicate.zh);
        expect(out).toContain(header.predicate.en);
        expect(out).toContain(header.verify[lang]);
        for (const { when } of header.exemptions) expect(out).toContain(when[lang]);
        for (const label of Object.values(header.evidence)) expect(out).toContain(label[lang]);
        for (const line of body.split('\n').filter(Boolean)) expect(out).toContain(`  ${line}`);
      }
    }
  });

  it('shows a rule’s examples, those that flag and those that do not', async () => {
    const { out } = await hecha('rules', 'show', 'MI01');
    for (const rule of rules) {
      const file = await shippedExamples(rule);
      expect(file?.rule).toBe(rule.header.id);
      expect(file?.examples.length).toBeGreaterThanOrEqual(4);
    }
    expect(out).toMatch(/列为疑点 {2}a small car in use on an active household’s member is flagged/);
    expect(out).toMatch(/不列 {6}an exited household is not active/);
    expect(out).toMatch(/豁免 {6}motorcycles are exempt/);
    expect(out).toMatch(/不运行 {4}without the extract the rule is not run/);
    const [rule] = await shown('MI01');
    const names = (expects: string): string[] =>
      rule?.examples.filter((example) => example.expects === expects).map(({ name }) => name) ?? [];
    expect(names('flags').length).toBeGreaterThan(10);
    expect(names('clean')).toContain('an exited household is not active');
  });

  it('has a predicate of each rule in both languages, not the same one twice', () => {
    const zh = rules.map(({ header }) => header.predicate.zh);
    expect(new Set(zh).size).toBe(zh.length);
    for (const { header } of rules) {
      expect(header.predicate.zh, header.id).toMatch(/\p{Script=Han}{4}.*。$/u);
      expect(header.predicate.en, header.id).toMatch(/^[A-Z].*\.$/);
      expect(header.predicate.en, header.id).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('shows today’s values, with the facts through which they come', async () => {
    const [rp04] = await shown('RP04');
    const of = (name: string) => rp04?.parameters.find((parameter) => parameter.name === name);
    expect(of('stable_income_line')).toMatchObject({
      in_force: 3500,
      unit: 'yuan a person a year',
      clause: '二.三',
    });
    // Of a value by year that of today, 2026-01-01: the last one that is listed.
    expect(of('poverty_line')).toMatchObject({ in_force: 2952, value: { 2014: 2800 } });
    expect(of('medical_burden')).toMatchObject({ in_force: 3000, through: ['medical_need'] });
    expect(of('exit_window')).toMatchObject({ in_force: '2014–2017', through: ['roster_household'] });
    const { out } = await hecha('rules', 'show', 'RP04');
    expect(out).toMatch(/人均稳定收入线 \(stable_income_line\) = 3500元\/人·年 {2}依据：二\.三；/);
    expect(out).toMatch(/核查的脱贫年度 \(exit_window\) = 2014–2017年度 .*\[经 roster_household\]/);
    const english = await hecha('rules', 'show', 'MI01', '--lang', 'en');
    expect(english.out).toMatch(/old_vehicle_years\) = 10 years since first registration/);
    expect(english.out).toMatch(/exempt_vehicle_types\) = motorcycle, tricycle, .*\[through owned_vehicle\]/);
    expect(english.out).toMatch(/as_of {2}as-of day/);
  });

  it('takes the values of another pack', async () => {
    const [mi01] = await shown('MI01', '--policy', await countyPack());
    expect(mi01?.parameters.find(({ name }) => name === 'old_vehicle_years')).toMatchObject({ in_force: 12 });
    const none = await hecha('rules', 'show', 'MI01', '--policy', 'nowhere');
    expect([none.code, none.err]).toEqual([2, expect.stringMatching(/^HC2002 .*“nowhere”/)]);
  });

  it('has Chinese for every unit of the pack', async () => {
    const { parameters } = await loadPack('gansu-2017');
    const numbers = Object.entries(parameters).filter(([, { kind }]) => kind !== 'list');
    const { out } = await hecha('rules', 'show', ...ids);
    for (const [name] of numbers) {
      const value = new RegExp(`\\(${name}\\) = ([^ ]+)`).exec(out)?.[1];
      if (value !== undefined) expect(value, name).toMatch(/^[\d.–]+[^\d.]+$/);
    }
    expect(numbers.filter(([name]) => out.includes(`(${name}) = `)).length).toBeGreaterThan(8);
  });

  it('tells what may be missing from what may not', async () => {
    const [rp01] = await shown('RP01');
    const student = rp01?.inputs.find(({ dataset }) => dataset === 'student');
    expect(student?.optional).toBe(true);
    expect(student?.columns.find(({ column }) => column === 'status')?.optional).toBe(false);
    expect(student?.columns.find(({ column }) => column === 'school')?.optional).toBe(true);
    const { out } = await hecha('rules', 'show', 'RP01');
    expect(out).toMatch(/学籍 \(student\)（可缺）：身份证号 \(id_number\)、.*；可缺的列：姓名 \(name\)/);
    expect(out).toMatch(
      /以下任选其一：\n {4}- 学籍 \(student\)：.*\n {4}- 贫困人口信息 \(person\)：在校生状况 \(schooling\)/,
    );
    expect(rp01?.facts.map(({ name }) => name)).toEqual(['roster_household', 'school_dropout']);
  });

  it('takes several ids, in lower case, each once, in the order asked', async () => {
    expect((await shown('rp02', 'MI01', 'RP02')).map(({ id }) => id)).toEqual(['RP02', 'MI01']);
    const { out } = await hecha('rules', 'show', 'rp02', 'mi01');
    expect(out).toMatch(/^RP02 {2}[\s\S]*\nMI01 {2}/);
  });

  it('names the nearest id for one that there is not', async () => {
    const { code, out, err } = await hecha('rules', 'show', 'MI01', 'RP0A');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^HC4002 .*“RP0A”.*RP0\d/);
    expect((await hecha('rules', 'show', 'mi1', '--lang', 'en')).err).toMatch(
      /"mi1" \(did you mean MI\d\d\?\)/,
    );
    expect((await hecha('rules', 'show', 'vehicle')).err).not.toMatch(/是否想写/);
    expect((await hecha('rules', 'show')).err).toMatch(/^HC1004 缺少参数/);
  });

  it('takes no option of the list', async () => {
    for (const argv of [
      ['show', 'MI01', '--clauses'],
      ['--family', 'exit', 'show', 'MI01'],
    ]) {
      const { code, out, err } = await hecha('rules', ...argv);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^HC1004 没有选项“--(clauses|family)”/);
    }
  });

  it('starts no engine', () => {
    // Run on what is built, in a process of its own: DuckDB's binding would be among the libraries loaded.
    const script = `
      import { run } from './dist/src/cli/main.js';
      const io = { stdout: () => {}, stderr: () => {}, columns: 80, today: () => '2026-01-01', onSignal: () => {} };
      const codes = [await run(['rules'], io), await run(['rules', '--clauses'], io), await run(['rules', 'show', 'MI01'], io)];
      process.report.excludeNetwork = true;
      const libraries = process.report.getReport().sharedObjects.filter((name) => /duckdb/i.test(name));
      console.log(JSON.stringify({ codes, libraries }));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual({ codes: [0, 0, 0], libraries: [] });
  });
});
