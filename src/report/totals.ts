import type { Severity } from '../findings/finding.js';
import type { FindingState } from '../findings/state.js';
import { type Family, families } from '../rules/header.js';
import type { ReportModel, RuleOutcome } from './model.js';

/** Records that the exemptions of a rule spared. */
export const exemptedOf = (rule: RuleOutcome): number =>
  Object.values(rule.exempted).reduce((sum, count) => sum + count, 0);

/** Findings by what became of them since the previous run. */
export function statusTotals(
  rules: readonly RuleOutcome[],
): Record<'new' | 'changed' | 'persisting' | 'closed', number> {
  const totals = { new: 0, changed: 0, persisting: 0, closed: 0 };
  for (const { byStatus } of rules) {
    if (!byStatus) continue;
    totals.new += byStatus.new;
    totals.changed += byStatus.changed;
    totals.persisting += byStatus.persisting;
    totals.closed += byStatus.closed;
  }
  return totals;
}

/** Of the findings that were known and are not among tonight's: how many went tonight, and how many could not be judged. */
export function leftTotals({ states, asOf, previous }: ReportModel): { gone: number; unjudged: number } {
  const count = (of: (state: FindingState) => boolean): number => (previous ? states.filter(of).length : 0);
  return {
    gone: count(({ status, gone_on }) => status === 'gone' && gone_on === asOf),
    unjudged: count(({ status }) => status === 'unjudged'),
  };
}

export interface FamilyTotal extends Readonly<Record<Severity, number>> {
  readonly family: Family;
  readonly findings: number;
  readonly exempted: number;
  /** Its rules by id. */
  readonly rules: readonly RuleOutcome[];
}

/** The families that have rules in this run, in the order in which 1-product.md lists them, with their counts. */
export function familyTotals(outcomes: readonly RuleOutcome[]): FamilyTotal[] {
  return families.flatMap((family) => {
    const rules = outcomes
      .filter((rule) => rule.header.family === family)
      .sort((a, b) => (a.header.id < b.header.id ? -1 : 1));
    const sum = (of: (rule: RuleOutcome) => number): number =>
      rules.reduce((total, rule) => total + of(rule), 0);
    if (rules.length === 0) return [];
    return [
      {
        family,
        findings: sum((rule) => rule.findings),
        high: sum((rule) => rule.bySeverity.high),
        medium: sum((rule) => rule.bySeverity.medium),
        low: sum((rule) => rule.bySeverity.low),
        exempted: sum(exemptedOf),
        rules,
      },
    ];
  });
}
