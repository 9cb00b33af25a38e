import type { FindingState } from './state.js';
import type { ReasonWord } from './verdicts.js';

/** Where the work on findings stands, of a township or of all. */
export interface Rectification {
  readonly county: string;
  /** Empty for findings about a whole county, or without a township. */
  readonly township: string;
  /** Every finding that was ever made. */
  readonly found: number;
  readonly confirmed: number;
  readonly refuted: number;
  readonly unverifiable: number;
  /** Nobody has answered yet, and it is still there. */
  readonly unanswered: number;
  /** Confirmed, and the data no longer say so. */
  readonly rectified: number;
  /** Not confirmed, and the data no longer say so. */
  readonly closedByItself: number;
  /** No longer made because the rule or its thresholds changed. */
  readonly ruleChanged: number;
  /** Still to be answered or put right: neither refuted nor gone. */
  readonly outstanding: number;
  /** Days that the oldest outstanding one has been open. */
  readonly oldestDays: number;
  /** Outstanding for more than the days allowed, or said to be put right by a day that has passed. */
  readonly overdue: number;
}

/** What verdicts say of a rule. */
export interface HitRate {
  readonly rule: string;
  readonly confirmed: number;
  readonly partial: number;
  readonly refuted: number;
  readonly unverifiable: number;
  /** Confirmed, whole or in part, of those that were decided; undefined where none was. */
  readonly share: number | undefined;
  /** Reason of the refuted → how many; most first. */
  readonly reasons: readonly (readonly [ReasonWord | '', number])[];
}

const DAY = 86_400_000;

/** Days from one YYYY-MM-DD to another. */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

const isOpen = ({ status, verdict, fingerprint }: FindingState): boolean =>
  status !== 'gone' &&
  status !== 'closed' &&
  // Refuted, and nobody looked tonight: it stays closed.
  !(status === 'unjudged' && verdict?.verdict === 'refuted' && verdict.fingerprint === fingerprint);

/**
 * The rectification ledger: each township by name, and last the total.
 * @param dueDays days that a finding may stay open, counted from the as-of day on which it was first made
 */
export function rectification(
  states: readonly FindingState[],
  { asOf, dueDays }: { readonly asOf: string; readonly dueDays: number },
): { townships: Rectification[]; total: Rectification } {
  const places = new Map<string, FindingState[]>();
  // A source without a county's name means the only county that there is.
  const counties = [...new Set(states.map(({ county }) => county).filter(Boolean))];
  const only = counties.length === 1 ? counties[0] : undefined;
  for (const state of states) {
    const key = JSON.stringify([only ?? state.county, state.township]);
    const of = places.get(key) ?? [];
    of.push(state);
    places.set(key, of);
  }
  const count = (of: readonly FindingState[], county: string, township: string): Rectification => {
    const number = (holds: (state: FindingState) => boolean): number => of.filter(holds).length;
    const said =
      (...words: string[]) =>
      ({ verdict }: FindingState): boolean =>
        verdict !== null && words.includes(verdict.verdict);
    const isConfirmed = said('confirmed', 'partial');
    const isGone = ({ status, gone_by }: FindingState): boolean => status === 'gone' && gone_by === 'data';
    const open = of.filter(isOpen);
    return {
      county,
      township,
      found: of.length,
      confirmed: number(isConfirmed),
      refuted: number(said('refuted')),
      unverifiable: number(said('unverifiable')),
      unanswered: open.filter(({ verdict }) => verdict === null).length,
      rectified: number((state) => isGone(state) && isConfirmed(state)),
      closedByItself: number((state) => isGone(state) && !isConfirmed(state)),
      ruleChanged: number(({ status, gone_by }) => status === 'gone' && gone_by === 'rule'),
      outstanding: open.length,
      oldestDays: Math.max(0, ...open.map(({ first_seen }) => daysBetween(first_seen, asOf))),
      overdue: open.filter(
        ({ first_seen, verdict }) =>
          daysBetween(first_seen, asOf) > dueDays ||
          (verdict !== null && verdict.completed_on !== '' && verdict.completed_on < asOf),
      ).length,
    };
  };
  const townships = [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => {
      const [county = '', township = ''] = JSON.parse(key) as string[];
      return count(of, county, township);
    });
  return { townships, total: count(states, '', '') };
}

/** How often each rule was right, from the verdicts that stand; rules without a verdict are left out. */
export function hitRates(states: readonly FindingState[]): HitRate[] {
  const byRule = new Map<string, FindingState[]>();
  for (const state of states) {
    if (!state.verdict) continue;
    const of = byRule.get(state.rule_id) ?? [];
    of.push(state);
    byRule.set(state.rule_id, of);
  }
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, of]) => {
      const count = (word: string): number => of.filter(({ verdict }) => verdict?.verdict === word).length;
      const [confirmed, partial, refuted] = [count('confirmed'), count('partial'), count('refuted')];
      const decided = confirmed + partial + refuted;
      const reasons = new Map<ReasonWord | '', number>();
      for (const { verdict } of of)
        if (verdict?.verdict === 'refuted')
          reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
      return {
        rule,
        confirmed,
        partial,
        refuted,
        unverifiable: count('unverifiable'),
        share: decided === 0 ? undefined : (confirmed + partial) / decided,
        reasons: [...reasons].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
      };
    });
}
