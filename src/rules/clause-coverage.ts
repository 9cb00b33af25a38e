import type { Bilingual } from '../bilingual.js';
import type { Clause } from '../policy/clauses.js';
import type { Rule } from './load.js';

/** What becomes of one clause of the notice: rules check it, or data cannot, or (a fault of ours) neither. */
export interface ClauseCoverage {
  readonly id: string;
  readonly part: Bilingual;
  readonly text: Bilingual;
  readonly status: 'checked' | 'not-auditable' | 'uncovered';
  readonly rules: readonly { readonly id: string; readonly title: Bilingual }[];
  /** Why data cannot show whether it is kept. */
  readonly reason?: Bilingual;
}

/** Every clause of the notice in its order, with the rules that check it. */
export function clauseCoverage(
  clauses: ReadonlyMap<string, Clause>,
  rules: readonly Rule[],
): ClauseCoverage[] {
  return [...clauses].map(([id, { part, zh, en, not_auditable }]) => {
    const checking = rules.filter(({ header }) => header.clause.includes(id));
    const status = checking.length > 0 ? 'checked' : not_auditable ? 'not-auditable' : 'uncovered';
    return {
      id,
      part,
      text: { zh, en },
      status,
      rules: checking.map(({ header }) => ({ id: header.id, title: header.title })),
      ...(status === 'not-auditable' && not_auditable && { reason: not_auditable }),
    };
  });
}

/** Whether a clause, or a part of it, is the one that is asked for: `二.三` takes in `二.三.1`, full-width brackets are as good. */
export function isClause(id: string, asked: string): boolean {
  const wanted = asked.trim().replace('（', '(').replace('）', ')');
  return id === wanted || id.startsWith(`${wanted}.`);
}
