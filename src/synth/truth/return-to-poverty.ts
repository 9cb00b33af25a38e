import { type Census, incomeOf } from './census.js';
import type { TrueFinding } from './finding.js';
import { gapsOf } from './gaps.js';
import { EXIT_WINDOW, STABLE_INCOME_LINE } from './limits.js';

/** The findings of the return-to-poverty family in a block: RP01 to RP05. */
export function* returnToPoverty(census: Census): Generator<Omit<TrueFinding, 'household' | 'note'>> {
  for (const household of census.block.households) {
    const { exitStatus, exitYear } = household.standing;
    if (
      exitStatus !== 'exited' ||
      exitYear === undefined ||
      exitYear < EXIT_WINDOW[0] ||
      exitYear > EXIT_WINDOW[1]
    )
      continue;
    const income = incomeOf(household);
    const gaps = gapsOf(census, household);
    const found = (rule: string, key = '') => ({ rule, subject: household.no, key });
    if (income !== undefined && income > STABLE_INCOME_LINE) {
      for (const { gap } of gaps) yield found('RP05', gap);
      continue;
    }
    const rules = new Set<string>();
    for (const { gap, reason } of gaps) {
      if (gap === 'education' && (reason === undefined || reason === 'poverty')) rules.add('RP01');
      if (gap === 'housing') rules.add('RP02');
      if (gap === 'medical') rules.add('RP03');
    }
    for (const rule of rules) yield found(rule);
    if (rules.size === 0 && income !== undefined) yield found('RP04');
  }
}
