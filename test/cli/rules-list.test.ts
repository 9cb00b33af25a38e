import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/display-width.js';
import { families } from '../../src/rules/header.js';
import { loadRules } from '../../src/rules/load.js';
import { hecha } from './fake-io.js';

const rules = await loadRules();
const idsIn = (text: string): string[] =>
  [...text.matchAll(/^ {2}([A-Z]{2}\d\d) /gm)].map(([, id = '']) => id);

interface Entry {
  id: string;
  family: string;
  clause: string[];
  needs: Record<string, string[]>;
}
const listed = async (...argv: string[]): Promise<Entry[]> =>
  JSON.parse((await hecha('rules', '--json', ...argv)).out) as Entry[];

describe('hecha rules', () => {
  it('lists every rule once, in both languages, exit 0', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { code, out, err } = await hecha('rules', '--lang', lang);
      expect([code, err]).toEqual([0, '']);
      expect(idsIn(out).toSorted()).toEqual(rules.map(({ header }) => header.id));
      for (const { header } of rules) expect(out).toContain(header.title[lang]);
      expect(out).not.toMatch(/undefined|\[object/);
    }
  });

  it('stands in columns, wide characters counted twice', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { out } = await hecha('rules', '--lang', lang);
      const starts = rules.map(({ header }) => {
        const line = out.split('\n').find((each) => each.startsWith(`  ${header.id} `)) ?? '';
        const clauses = header.clause.join(lang === 'zh' ? '、' : ', ');
        return displayWidth(line.slice(0, line.lastIndexOf(`  ${clauses}  `)));
      });
      expect(new Set(starts).size).toBe(1);
      expect(starts[0]).toBeGreaterThan(20);
    }
  });

  it('says what a rule needs besides the roster', async () => {
    const lineOf = (out: string, id: string): string =>
      out.split('\n').find((line) => line.startsWith(`  ${id} `)) ?? '';
    const { out } = await hecha('rules');
    expect(lineOf(out, 'MI01')).toMatch(/ {2}机动车$/);
    expect(lineOf(out, 'MI16')).toMatch(/ {2}低保、机动车或不动产或财政供养$/);
    expect(lineOf(out, 'RP01')).toMatch(/ {2}学籍或名册$/);
    expect(lineOf(out, 'MI21')).toMatch(/ {2}名册$/);
    expect(lineOf((await hecha('rules', '--lang', 'en')).out, 'MI16')).toMatch(
      / {2}dibao, vehicle or property or payroll$/,
    );
  });

  it('gives programs all of it', async () => {
    const all = await listed();
    expect(all.map(({ id }) => id)).toEqual(rules.map(({ header }) => header.id));
    expect(all[0]).toMatchObject({ id: rules[0]?.header.id, title: rules[0]?.header.title });
    expect(all.find(({ id }) => id === 'MI06')?.needs).toHaveProperty('social_security');
  });

  it('filters by family', async () => {
    for (const family of new Set(rules.map(({ header }) => header.family))) {
      const found = await listed('--family', family);
      expect(found.map(({ id }) => id)).toEqual(
        rules.filter(({ header }) => header.family === family).map(({ header }) => header.id),
      );
    }
    const { code, err } = await hecha('rules', '--family', 'exits');
    expect(code).toBe(2);
    expect(err).toMatch(/^HC1003 .*--family.*“exits”/);
    for (const family of families) expect(err).toContain(family);
  });

  it('filters by clause, with its sub-clauses and full-width brackets', async () => {
    const of = (matches: (clause: string) => boolean): string[] =>
      rules.filter(({ header }) => header.clause.some(matches)).map(({ header }) => header.id);
    const ids = async (clause: string): Promise<string[]> =>
      (await listed('--clause', clause)).map(({ id }) => id);
    expect(await ids('(一)4')).toEqual(of((clause) => clause === '(一)4'));
    expect(await ids('（一）4')).toEqual(await ids('(一)4'));
    expect(await ids('二.三')).toEqual(of((clause) => clause.startsWith('二.三')));
    // (二)1 is no beginning of (二)10.
    expect(await ids('(二)1')).toEqual([]);
    expect((await hecha('rules', '--clause', '(二)1')).out).toMatch(/没有符合条件的规则/);
    const { code, err } = await hecha('rules', '--clause', '(九)1');
    expect([code, err]).toEqual([2, expect.stringMatching(/^HC1003 .*--clause.*“\(九\)1”.*--clauses/)]);
  });

  it('has help in one language each', async () => {
    for (const command of [['rules'], ['rules', 'show']]) {
      const en = await hecha(...command, '--help', '--lang', 'en');
      expect([en.code, en.err]).toEqual([0, '']);
      expect(en.out).not.toMatch(/\p{Script=Han}/u);
      const zh = await hecha(...command, '--help');
      expect(zh.out).not.toMatch(/\b(Usage|Options|Commands|Arguments|display|default)\b/);
      expect(zh.out).toMatch(/选项：/);
    }
  });
});
