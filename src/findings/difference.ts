import { type FindingState, isFoundOn } from './state.js';

/** How a finding of two runs differs. `unjudged`: of the first alone, and the second did not look. */
export type Change = 'new' | 'changed' | 'gone' | 'unjudged';

export const changes: readonly Change[] = ['new', 'changed', 'gone', 'unjudged'];

interface Difference {
  readonly change: Change;
  /** As the later of the runs that has it knew it. */
  readonly state: FindingState;
}

/** What differs between two runs. */
export interface Differences {
  /** By rule, place, household and id. */
  readonly different: readonly Difference[];
  /** Findings of both on the same evidence. */
  readonly same: number;
}

/** One run for a comparison: what it found, and which rules it ran. */
export interface Compared {
  readonly states: readonly FindingState[];
  readonly asOf: string;
  readonly ran: ReadonlySet<string>;
}

/** Compares what two runs found; verdicts do not matter, the evidence does. */
export function differences(a: Compared, b: Compared): Differences {
  const before = new Map(found(a).map((state) => [state.finding_id, state]));
  const different: Difference[] = [];
  let same = 0;
  for (const state of found(b)) {
    const other = before.get(state.finding_id);
    before.delete(state.finding_id);
    if (other?.fingerprint === state.fingerprint) same += 1;
    else different.push({ change: other ? 'changed' : 'new', state });
  }
  for (const state of before.values())
    different.push({ change: b.ran.has(state.rule_id) ? 'gone' : 'unjudged', state });
  return { different: different.sort((x, y) => (keyOf(x.state) < keyOf(y.state) ? -1 : 1)), same };
}

const found = ({ states, asOf }: Compared): FindingState[] =>
  states.filter((state) => isFoundOn(state, asOf));

const keyOf = (state: FindingState): string =>
  JSON.stringify([
    state.rule_id,
    state.county,
    state.township,
    state.village,
    state.household_no,
    state.finding_id,
  ]);
