import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bilingual } from '../../src/bilingual.js';
import type { Engine } from '../../src/engine/engine.js';
import { bindParameters } from '../../src/facts/facts.js';
import { policyValues } from '../../src/policy/values.js';
import { type CheckInputs, checkRule, restricted } from '../../src/rules/check.js';
import { parseExamples } from '../../src/rules/example-file.js';
import { families } from '../../src/rules/header.js';
import { loadRules, type Rule, selectRules } from '../../src/rules/load.js';
import { emptyCounty, parseRule } from './shipped.js';

const rules = await loadRules();
const named = rules.map((rule) => [rule.header.id, rule] as const);

let engine: Engine;
let inputs: CheckInputs;
beforeAll(async () => {
  ({ engine, inputs } = await emptyCounty());
});
afterAll(() => engine.close());

const placesOf = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\{(\w+)\}|\[\[!(\w+)\|/g)].map(([, place, missing]) => place ?? missing ?? ''),
  ),
];
const columnsOf = async (rule: Rule): Promise<{ name: string; type: string }[]> => {
  const asOf = '2017-07-31';
  const { scalars } = policyValues(inputs.pack, asOf);
  return engine.describe(
    restricted(rule),
    bindParameters({ pack: inputs.pack, asOf, scalars }, rule.header.params),
  );
};

/** Every Chinese and English text of a rule, with what it is. */
const textsOf = ({ header }: Rule): (readonly [string, Bilingual])[] => [
  ['title', header.title],
  ['message', header.message],
  ['verify', header.verify],
  ...Object.entries(header.evidence).map(([column, label]) => [`evidence ${column}`, label] as const),
  ...header.exemptions.map(({ id, when }) => [`exemption ${id}`, when] as const),
];

describe('the rules that ship', () => {
  it('are all loaded, in the order of their ids, each once', () => {
    const files = families.flatMap((family) => {
      const folder = new URL(`../../src/rules/${family}/`, import.meta.url);
      return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : [];
    });
    const ids = rules.map(({ header }) => header.id);
    expect(rules.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('have ids of their family', () => {
    const prefixes: Record<string, string> = {
      'mis-identification': 'MI',
      'return-to-poverty': 'RP',
      'dual-dataset': 'DD',
      exit: 'EX',
      assistance: 'AS',
      funds: 'FM',
      'data-quality': 'DQ',
    };
    for (const { header } of rules) expect(header.id.slice(0, 2)).toBe(prefixes[header.family]);
  });

  it('have titles of their own', () => {
    for (const lang of ['zh', 'en'] as const) {
      const titles = rules.map(({ header }) => header.title[lang]);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});

describe.each(named)('%s', (id, rule) => {
  it('passes the check that a county’s rule must pass', async () => {
    await expect(checkRule(engine, rule, inputs)).resolves.toBeUndefined();
  });

  it('has examples, two at least that flag and two that do not', () => {
    const file = parseExamples(readFileSync(new URL(`${id.toLowerCase()}.yaml`, import.meta.url), 'utf8'));
    expect(file.rule).toBe(id);
    const run = file.examples.filter(({ not_run }) => !not_run);
    expect(run.filter(({ flags }) => (flags ?? []).length > 0).length).toBeGreaterThanOrEqual(2);
    expect(run.filter(({ flags }) => (flags ?? []).length === 0).length).toBeGreaterThanOrEqual(2);
    const names = file.examples.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says in its message nothing but columns that it selects, the same in both languages', async () => {
    const columns = (await columnsOf(rule)).map(({ name }) => name);
    const { zh, en } = rule.header.message;
    expect(placesOf(zh).filter((place) => !columns.includes(place))).toEqual([]);
    expect(placesOf(en).sort()).toEqual(placesOf(zh).sort());
    for (const text of [zh, en]) {
      expect(text.replace(/\[\[(!\w+\|)?|\]\]|\{\w+\}/g, '')).not.toMatch(/[{}[\]|]/);
      expect(text.match(/\[\[/g)?.length).toBe(text.match(/\]\]/g)?.length);
    }
  });

  it('says of a person or place who or where it is', () => {
    const places = placesOf(rule.header.message.zh);
    const subjects = ['name', 'head_name', 'area', 'village', 'township', 'household_no'];
    expect(places.some((place) => subjects.includes(place))).toBe(true);
  });

  it('is Chinese in Chinese and English in English', () => {
    for (const [what, { zh, en }] of textsOf(rule)) {
      const words = zh.replace(/\{\w+\}|\[\[!\w+\|/g, '');
      // A grade (C, D) may stand alone; a word of Latin letters may not.
      expect(words, what).not.toMatch(/[A-Za-z]{2}|[a-z]/);
      expect(words, what).toMatch(/\p{Script=Han}/u);
      expect(en, what).not.toMatch(/\p{Script=Han}|[，。；：、（）“”]/u);
      expect(en, what).toMatch(/[a-z]{2}/i);
    }
  });

  it('only ever suspects', () => {
    expect(rule.header.message.zh).not.toMatch(/骗|造假|违规|违法|弄虚作假|虚报/);
    expect(rule.header.message.en).not.toMatch(/\b(fraud|cheat|lied|illegal)/i);
  });

  it('cites clauses with its exemptions that the notice has', () => {
    for (const { clause } of rule.header.exemptions) {
      if (clause !== undefined) expect(inputs.clauses.has(clause), clause).toBe(true);
    }
  });

  it('gives no floating-point number, list or struct', async () => {
    const odd = (await columnsOf(rule)).filter(({ type }) => /FLOAT|DOUBLE|STRUCT|MAP|\[/.test(type));
    expect(odd).toEqual([]);
  });
});

describe('selectRules', () => {
  const idsOf = (...selectors: string[]): string[] =>
    selectRules(rules, selectors).map(({ header }) => header.id);
  const all = rules.map(({ header }) => header.id);
  const family = (name: string): string[] =>
    rules.filter(({ header }) => header.family === name).map(({ header }) => header.id);

  it('takes all without a selector', () => {
    expect(idsOf()).toEqual(all);
  });

  it('takes ids, in whatever case, once, in the order of the rules', () => {
    expect(idsOf('RP04', 'mi01', 'MI01')).toEqual(['MI01', 'RP04']);
  });

  it('takes families', () => {
    expect(family('dual-dataset').length).toBeGreaterThan(1);
    expect(idsOf('dual-dataset')).toEqual(family('dual-dataset'));
    expect(idsOf('dual-dataset', 'MI01')).toEqual([...family('dual-dataset'), 'MI01']);
  });

  it('leaves out what a ! names', () => {
    expect(idsOf('!MI01')).toEqual(all.filter((id) => id !== 'MI01'));
    expect(idsOf('!mis-identification', '!rp04')).toEqual(
      all.filter((id) => !family('mis-identification').includes(id) && id !== 'RP04'),
    );
    expect(idsOf('mis-identification', '!MI01')).toEqual(
      family('mis-identification').filter((id) => id !== 'MI01'),
    );
    expect(idsOf('MI01', '!MI01')).toEqual([]);
    expect(idsOf('!MI01', 'mis-identification')).toEqual(idsOf('mis-identification', '!MI01'));
  });

  it.each(['MI99', 'vehicles', '', '!', '!MI99', 'Mis-Identification', '!!MI01', 'exit'])(
    'knows no rule or family %o',
    (name) => {
      if (name === 'exit' && family('exit').length > 0) return;
      expect(() => idsOf('MI01', name)).toThrow(
        expect.objectContaining({
          code: 'HC4002',
          values: expect.objectContaining({ name: name.replace(/^!/, '') }),
        }),
      );
    },
  );
});

describe('a rule’s header', () => {
  const header: Record<string, string> = {
    id: 'MI01',
    title: '{ zh: 甲, en: a }',
    family: 'mis-identification',
    severity: 'high',
    clause: '[(一)4]',
    subject: 'person',
    predicate: '{ zh: 甲, en: a }',
    needs: '{ vehicle: [plate, brand?] }',
    message: '{ zh: 甲, en: a }',
    evidence: '{ plate: { zh: 号牌, en: Plate } }',
    verify: '{ zh: 甲, en: a }',
  };
  const lines = Object.keys(header);
  const parse = (changed: Record<string, string | undefined>): Rule =>
    parseRule(
      `/*\n${Object.entries({ ...header, ...changed })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n')}\n*/\nSELECT 1 AS a`,
    );

  it('needs no parameters, keys, alternatives or exemptions', () => {
    expect(parse({}).header).toMatchObject({ params: [], key: [], needs_any: [], exemptions: [] });
  });

  it.each([
    ['id', 'mi01'],
    ['id', 'MI1'],
    ['title', '{ zh: 甲 }'],
    ['title', '{ zh: 甲, en: "" }'],
    ['family', 'misidentification'],
    ['severity', 'grave'],
    ['clause', '[]'],
    ['subject', 'people'],
    ['needs', '{ vehicle: [Plate] }'],
    ['needs', '{ vehicle: plate }'],
    ['message', '甲'],
    ['evidence', '{ plate: 号牌 }'],
    ['evidence', '{ plate: { zh: 号牌, en: Plate, code: x } }'],
    ['verify', '{ zh: 甲, en: a, fr: b }'],
  ])('is refused with %s: %s, and the line named', (key, value) => {
    expect(() => parse({ [key]: value })).toThrow(
      expect.objectContaining({
        code: 'HC4001',
        values: {
          file: 'cx01-test.sql',
          line: lines.indexOf(key) + 2,
          problem: expect.stringMatching(new RegExp(`^${key}`)),
        },
      }),
    );
  });

  it.each(lines)('is refused without %s', (key) => {
    expect(() => parse({ [key]: undefined })).toThrow(expect.objectContaining({ code: 'HC4001' }));
  });

  it('is refused with a key that nobody knows', () => {
    expect(() => parse({ sql: 'x' })).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ line: lines.length + 2 }) }),
    );
  });
});
