import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/datasets/catalogue.js';
import { loadClauses } from '../../src/policy/clauses.js';
import { loadPack, parsePack } from '../../src/policy/pack.js';
import { temporaryFolder } from '../run/temporary-folder.js';

const described = 'unit: yuan, clause: c, source: s, label: { zh: 甲, en: a }';
const pack = (parameters: string): string =>
  `name: county\ntitle: { zh: 县, en: County }\nparameters:\n${parameters}`;

describe('the pack that ships', () => {
  it('cites clauses of the notice, and says where each value is from', async () => {
    const { parameters } = await loadPack('gansu-2017');
    const clauses = await loadClauses();
    for (const [name, { clause, source, unit, label }] of Object.entries(parameters)) {
      expect(clauses.has(clause), `${name} ${clause}`).toBe(true);
      for (const text of [source, unit, label.zh, label.en]) expect(text.trim(), name).not.toBe('');
      expect(label.zh, name).toMatch(/\p{Script=Han}/u);
      expect(label.en, name).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('has the values that the policy and the rules are written with', async () => {
    const { parameters } = await loadPack('gansu-2017');
    expect(
      Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])),
    ).toMatchObject({
      stable_income_line: 3500,
      poverty_line: { 2014: 2800, 2015: 2855, 2016: 2952, 2017: 2952 },
      exit_window: [2014, 2017],
      compulsory_age: [6, 15],
      medical_burden: 3000,
      old_vehicle_years: 10,
      wage_base_high: 4000,
      pension_high: 1000,
      business_capital: 100_000,
      death_grace_days: 30,
      dual_gap: 0.05,
      dual_gap_min: 10,
      cadre_posts: ['secretary', 'director', 'clerk', 'deputy-secretary', 'deputy-director'],
    });
  });

  it('lists codes that the datasets have', async () => {
    const { parameters } = await loadPack('gansu-2017');
    const codesOf = (dataset: string, field: string): string[] =>
      Object.keys(datasets.find(({ id }) => id === dataset)?.fields[field]?.codes ?? {});
    const lists: readonly (readonly [string, string, string])[] = [
      ['cadre_posts', 'cadre', 'post'],
      ['counted_property_usages', 'property', 'usage'],
      ['exempt_property_natures', 'property', 'nature'],
    ];
    for (const [name, dataset, field] of lists) {
      const parameter = parameters[name];
      const values = parameter?.kind === 'list' ? parameter.value : [];
      expect(values.length, name).toBeGreaterThan(0);
      for (const value of values) expect(codesOf(dataset, field), name).toContain(value);
    }
  });

  it('carries the hash of its text', async () => {
    const text = readFileSync(new URL('../../src/policy/packs/gansu-2017.yaml', import.meta.url));
    expect((await loadPack('gansu-2017')).sha256).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

describe('loadPack', () => {
  it('reads a file by its path', async () => {
    const path = join(await temporaryFolder(), '县.yaml');
    writeFileSync(path, pack(`  line: { value: 4000, ${described} }`));
    expect(await loadPack(path)).toMatchObject({
      name: 'county',
      parameters: { line: { kind: 'number', value: 4000 } },
    });
  });

  it('knows a name, or says which there are', async () => {
    await expect(loadPack('sichuan-2018')).rejects.toMatchObject({
      code: 'HC2002',
      values: { name: 'sichuan-2018', known: 'gansu-2017' },
    });
    await expect(loadPack('../packs/gansu-2017')).rejects.toMatchObject({ code: 'HC2002' });
  });

  it('says that nothing is at a path', async () => {
    const path = join(await temporaryFolder(), 'none.yaml');
    await expect(loadPack(path)).rejects.toMatchObject({ code: 'HC1001', values: { path } });
  });

  it('names a faulty file without its folder', async () => {
    const path = join(await temporaryFolder(), 'bad.yml');
    writeFileSync(path, 'name: x');
    await expect(loadPack(path)).rejects.toMatchObject({ code: 'HC2001', values: { file: 'bad.yml' } });
  });
});

describe('parsePack', () => {
  it('reads the four kinds', () => {
    const { parameters } = parsePack(
      'p',
      pack(
        `  a: { value: 0.05, ${described} }
  b: { value: [x, y], kind: list, ${described} }
  c: { value: [2014, 2017], kind: range, ${described} }
  d: { value: { 2016: 1, 2017: 2 }, kind: by-year, ${described} }`,
      ),
    );
    expect(Object.values(parameters).map(({ kind, value }) => [kind, value])).toEqual([
      ['number', 0.05],
      ['list', ['x', 'y']],
      ['range', [2014, 2017]],
      ['by-year', { 2016: 1, 2017: 2 }],
    ]);
  });

  it.each([
    ['YAML that is none', 'name: [x\n', 2],
    ['nothing', '', 1],
    ['a list', '- a\n', 1],
    ['no name', 'title: { zh: 县, en: County }\nparameters: {}\n', 1],
    ['a name with capitals', 'name: X\ntitle: { zh: 县, en: County }\nparameters: {}\n', 1],
    ['a title in one language', 'name: x\ntitle: { zh: 县 }\nparameters: {}\n', 2],
    ['an unknown key', 'name: x\ntitle: { zh: 县, en: County }\nparameters: {}\nwhat: 1\n', 4],
    [
      'a parameter without a source',
      pack('  a: { value: 1, unit: yuan, clause: c, label: { zh: 甲, en: a } }'),
      4,
    ],
    ['a value that is text', pack(`  a: { value: 1, ${described} }\n  b: { value: many, ${described} }`), 5],
    ['a list that is a number', pack(`  a: { value: 1, kind: list, ${described} }`), 4],
    ['a range of fractions', pack(`  a: { value: [1.5, 2], kind: range, ${described} }`), 4],
    ['a range of three', pack(`  a: { value: [1, 2, 3], kind: range, ${described} }`), 4],
    ['an unknown kind', pack(`  a: { value: 1, kind: share, ${described} }`), 4],
    [
      'a name that is no SQL name',
      pack(`  a: { value: 1, ${described} }\n  b-c: { value: 1, ${described} }`),
      5,
    ],
  ])('refuses %s and names the line', (_, text, line) => {
    expect(() => parsePack('county.yaml', text)).toThrow(
      expect.objectContaining({
        code: 'HC2001',
        values: { file: 'county.yaml', line, problem: expect.stringMatching(/^[^\n]+$/) },
      }),
    );
  });
});
