import type { Severity } from './finding.js';
import type { Standing } from './ledger.js';
import { type Verdict, verdictWords } from './verdicts.js';

/** A verdict as the record of a finding keeps it. */
export type KeptVerdict = Pick<
  Verdict,
  'verdict' | 'reason' | 'action' | 'on' | 'by' | 'note' | 'completed_on' | 'fingerprint'
>;

/** Who and what a finding is about, as reports show it. */
interface KnownFinding {
  readonly finding_id: string;
  readonly rule_id: string;
  readonly family: string;
  readonly severity: Severity;
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly household_no: string;
  readonly subject_name: string;
  readonly message: string;
}

/** What is known of a finding from all nights up to this one: a line of `state.jsonl`. Days are as-of days, YYYY-MM-DD. */
export interface FindingState extends KnownFinding {
  /** `unjudged`: it was there before, and tonight nobody looked: its rule was not run, or lacked data that it had. */
  readonly status: 'new' | 'persisting' | 'changed' | 'closed' | 'gone' | 'unjudged';
  readonly fingerprint: string;
  readonly first_seen: string;
  readonly last_seen: string;
  readonly gone_on: string | null;
  /** Why it is gone: the data no longer say so, or the rule or its thresholds are others now. */
  readonly gone_by: 'data' | 'rule' | null;
  readonly verdict: KeptVerdict | null;
}

/** A finding of tonight. */
export interface Tonight extends KnownFinding {
  readonly fingerprint: string;
}

export interface Night {
  readonly asOf: string;
  readonly findings: Iterable<Tonight>;
  /** What was known after the previous run; undefined where there is none. */
  readonly previous?: Iterable<FindingState>;
  readonly verdicts: ReadonlyMap<string, Standing>;
  /** Whether tonight's run can tell that a finding of a rule is no more, and why it would be. */
  gone(ruleId: string): 'data' | 'rule' | 'unjudged';
}

/**
 * What became of every finding, sorted by id: of tonight's, new, persisting, changed or closed by a verdict; of those that were known and are
 * not among them, gone or unjudged. A verdict that there was nothing closes a finding for as long as its evidence stays what it was.
 */
export function settle(night: Night): FindingState[] {
  const settled: FindingState[] = [];
  const before = new Map<string, FindingState>();
  for (const state of night.previous ?? []) before.set(state.finding_id, state);
  for (const finding of night.findings) {
    const prior = before.get(finding.finding_id);
    before.delete(finding.finding_id);
    settled.push(ofTonight(finding, prior, night));
  }
  for (const prior of before.values()) settled.push(missingTonight(prior, night));
  return settled.sort((a, b) => (a.finding_id < b.finding_id ? -1 : 1));
}

function ofTonight(finding: Tonight, prior: FindingState | undefined, night: Night): FindingState {
  const known = prior && prior.status !== 'gone' ? prior : undefined;
  const standing = night.verdicts.get(finding.finding_id)?.standing;
  return {
    ...finding,
    status: statusOf(finding, known, standing),
    first_seen: known?.first_seen ?? night.asOf,
    last_seen: night.asOf,
    gone_on: null,
    gone_by: null,
    verdict: standing ? kept(standing) : null,
  };
}

function statusOf(
  { fingerprint }: Tonight,
  known: FindingState | undefined,
  standing: Verdict | undefined,
): FindingState['status'] {
  const isRefuted = standing?.verdict === 'refuted';
  // A verdict that does not say what evidence it was about closes nothing.
  if (isRefuted && standing.fingerprint === fingerprint) return 'closed';
  if (known?.fingerprint === fingerprint && known.status !== 'closed') return 'persisting';
  // Refuted on other evidence, and told of for the first time since: it is back.
  if (isRefuted || known) return known?.status === 'closed' && !isRefuted ? 'persisting' : 'changed';
  return 'new';
}

function missingTonight(prior: FindingState, night: Night): FindingState {
  const standing = night.verdicts.get(prior.finding_id)?.standing;
  const verdict = standing ? kept(standing) : prior.verdict;
  if (prior.status === 'gone') return { ...prior, verdict };
  const why = night.gone(prior.rule_id);
  if (why === 'unjudged') return { ...prior, status: 'unjudged', verdict };
  return { ...prior, status: 'gone', gone_on: night.asOf, gone_by: why, verdict };
}

const kept = ({
  verdict,
  reason,
  action,
  on,
  by,
  note,
  completed_on,
  fingerprint,
}: Verdict): KeptVerdict => ({
  verdict,
  reason,
  action,
  on,
  by,
  note,
  completed_on,
  fingerprint,
});

/** The record of a night with the verdicts that came in after it: what they refute is closed, what they confirm is open. */
export function withVerdicts(
  states: readonly FindingState[],
  verdicts: ReadonlyMap<string, Standing>,
): FindingState[] {
  return states.map((state) => {
    const standing = verdicts.get(state.finding_id)?.standing;
    if (!standing) return state;
    const verdict = kept(standing);
    if (state.status === 'gone' || state.status === 'unjudged') return { ...state, verdict };
    const isRefuted = standing.verdict === 'refuted' && standing.fingerprint === state.fingerprint;
    const status = isRefuted ? 'closed' : state.status === 'closed' ? 'persisting' : state.status;
    return { ...state, status, verdict };
  });
}

/** Whether the run of that as-of day found it; all others are carried from earlier nights. */
export const isFoundOn = ({ status, last_seen }: FindingState, asOf: string): boolean =>
  last_seen === asOf && status !== 'gone' && status !== 'unjudged';

/** The status as findings carry it: with the verdict that closed it, or that was overtaken by other evidence. */
export function statusText({ status, verdict, fingerprint }: FindingState): string {
  if (verdict?.verdict !== 'refuted') return status;
  if (status === 'closed') return `closed:${verdictWords.refuted.word.zh}`;
  return status === 'changed' && verdict.fingerprint !== fingerprint
    ? `changed:${verdictWords.refuted.word.zh}`
    : status;
}
