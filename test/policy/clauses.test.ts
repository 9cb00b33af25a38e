import { beforeAll, describe, expect, it } from 'vitest';
import { type Clause, loadClauses } from '../../src/policy/clauses.js';
import { loadRules } from '../../src/rules/load.js';

let clauses: ReadonlyMap<string, Clause>;
beforeAll(async () => {
  clauses = await loadClauses();
});

/** The numbered clauses of the notice: six parts, then the dynamic-adjustment policy at its end. */
const NOTICE = [
  ...[4, 14, 7, 4, 3, 2].flatMap((count, part) =>
    Array.from({ length: count }, (_, index) => `(${'一二三四五六'.charAt(part)})${index + 1}`),
  ),
  ...['二.一', '二.二', '二.三', '二.三.1', '二.三.2', '二.三.3', '二.四'],
];

describe('the clauses', () => {
  it('are those of the notice, all of them, in its order', () => {
    expect([...clauses.keys()]).toEqual(NOTICE);
  });

  it('are in words, in both languages', () => {
    for (const [id, { part, zh, en, not_auditable }] of clauses) {
      for (const text of [part.zh, zh, ...(not_auditable ? [not_auditable.zh] : [])]) {
        expect(text, id).toMatch(/\p{Script=Han}{4}/u);
      }
      for (const text of [part.en, en, ...(not_auditable ? [not_auditable.en] : [])]) {
        expect(text, id).toMatch(/[a-z]{3}/);
        expect(text, id).not.toMatch(/\p{Script=Han}{4}/u);
      }
    }
  });

  it('say that they cannot be audited only where no rule claims them', async () => {
    const claimed = new Set((await loadRules()).flatMap(({ header }) => header.clause));
    for (const id of claimed) expect(clauses.get(id)?.not_auditable, id).toBeUndefined();
  });

  it('name the figures of the notice', () => {
    const text = (id: string): string => `${clauses.get(id)?.zh} ${clauses.get(id)?.en}`;
    expect(text('(二)5')).toMatch(/3000/);
    expect(text('(二)10')).toMatch(/5万元/);
    expect(text('二.三')).toMatch(/3500/);
    expect(text('二.三.1')).toMatch(/智障|智/);
  });
});
