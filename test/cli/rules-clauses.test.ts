import { describe, expect, it } from 'vitest';
import { loadClauses } from '../../src/policy/clauses.js';
import { clauseCoverage } from '../../src/rules/clause-coverage.js';
import { loadRules } from '../../src/rules/load.js';
import { hecha } from './fake-io.js';

const clauses = await loadClauses();
const rules = await loadRules();

interface Covered {
  id: string;
  status: string;
  rules: { id: string }[];
  reason?: { zh: string; en: string };
}
const covered = async (...argv: string[]): Promise<Covered[]> =>
  JSON.parse((await hecha('rules', '--clauses', '--json', ...argv)).out) as Covered[];

describe('hecha rules --clauses', () => {
  it('has each of the 41 clauses of the notice once, in its order', async () => {
    expect(clauses.size).toBe(41);
    for (const lang of ['zh', 'en'] as const) {
      const { code, out, err } = await hecha('rules', '--clauses', '--lang', lang);
      expect([code, err]).toEqual([0, '']);
      const ids = [...out.matchAll(/^ {2}([(二]\S+) {2}(\S.*)$/gm)];
      expect(ids.map(([, id]) => id)).toEqual([...clauses.keys()]);
      expect(ids.map(([, , text]) => text)).toEqual([...clauses.values()].map((clause) => clause[lang]));
    }
    expect((await covered()).map(({ id }) => id)).toEqual([...clauses.keys()]);
  });

  it('has every clause checked by a rule, or says why data cannot', async () => {
    const all = await covered();
    expect(all.filter(({ status }) => status === 'uncovered').map(({ id }) => id)).toEqual([]);
    for (const { id, status, rules: checking, reason } of all) {
      expect(checking.length > 0, id).toBe(status === 'checked');
      expect(reason !== undefined, id).toBe(status === 'not-auditable');
    }
  });

  it('names under a clause the rules that claim it, and under no other', async () => {
    const claims = rules.flatMap(({ header }) => header.clause.map((clause) => `${clause} ${header.id}`));
    const said = (await covered()).flatMap(({ id, rules: checking }) =>
      checking.map((rule) => `${id} ${rule.id}`),
    );
    // A rule that claims a clause that is not in the notice would be missing here.
    expect(said.toSorted()).toEqual(claims.toSorted());
    const { out } = await hecha('rules', '--clauses');
    expect(out.match(/^ {6}→ [A-Z]{2}\d\d /gm)).toHaveLength(claims.length);
  });

  it('says why a clause cannot be audited, in the language of the run', async () => {
    const zh = (await hecha('rules', '--clauses')).out;
    const en = (await hecha('rules', '--clauses', '--lang', 'en')).out;
    for (const { not_auditable } of clauses.values()) {
      if (!not_auditable) continue;
      if (!zh.includes(`不可由数据核查：${not_auditable.zh}`)) continue;
      expect(en).toContain(`not auditable from data: ${not_auditable.en}`);
    }
    expect(zh).toMatch(/\(二\)14 .*\n {6}→ 不可由数据核查：/);
    const count = (await covered()).filter(({ status }) => status === 'not-auditable').length;
    expect(zh).toContain(`${count} 条不可由数据核查`);
  });

  it('reports a clause that is neither checked nor marked', () => {
    const without = rules.filter(({ header }) => !header.clause.includes('(一)4'));
    const coverage = clauseCoverage(clauses, without).find(({ id }) => id === '(一)4');
    expect(coverage).toMatchObject({ status: 'uncovered', rules: [] });
  });

  it('takes the filters of the list', async () => {
    expect((await covered('--clause', '二.三')).map(({ id }) => id)).toEqual([
      '二.三',
      '二.三.1',
      '二.三.2',
      '二.三.3',
    ]);
    const family = await covered('--family', 'return-to-poverty');
    expect(family.length).toBeGreaterThan(3);
    for (const { rules: checking } of family) for (const { id } of checking) expect(id).toMatch(/^RP/);
  });
});
