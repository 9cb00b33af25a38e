import type { Verdict } from '../verdicts.js';

/** Two answers to one finding, on the same evidence, that differ; the one that stands is the later one. */
export interface Disagreement {
  readonly finding_id: string;
  readonly stands: Verdict;
  readonly overruled: Verdict;
}

export interface Taken {
  /** What the ledger does not have yet, in the order read. */
  readonly fresh: readonly Verdict[];
  /** What it has, word by word, from this file or another. */
  readonly repeated: readonly Verdict[];
  readonly disagreements: readonly Disagreement[];
}

/** Where an answer came from, and which run showed the finding, make no other answer of it. */
const sameness = ({ source, run_id, ...said }: Verdict): string =>
  JSON.stringify(Object.entries(said).sort());

/**
 * Holds verdicts that came back against the ledger: those that are new to it, and those of them that contradict others. Of two that do, the later day
 * stands; of one day, the one that was read last.
 */
export function takeVerdicts(ledger: readonly Verdict[], verdicts: readonly Verdict[]): Taken {
  const known = new Set(ledger.map(sameness));
  const fresh: Verdict[] = [];
  const repeated: Verdict[] = [];
  for (const verdict of verdicts) {
    const key = sameness(verdict);
    (known.has(key) ? repeated : fresh).push(verdict);
    known.add(key);
  }
  return { fresh, repeated, disagreements: disagreementsIn(ledger, fresh) };
}

function disagreementsIn(ledger: readonly Verdict[], fresh: readonly Verdict[]): Disagreement[] {
  const concerned = new Set(fresh.map(({ finding_id }) => finding_id));
  const standing = new Map<string, Verdict>();
  for (const verdict of ledger) if (concerned.has(verdict.finding_id)) settle(standing, verdict);
  return fresh.flatMap((verdict) => {
    const { finding_id } = verdict;
    const before = standing.get(finding_id);
    settle(standing, verdict);
    if (before?.verdict === verdict.verdict || before?.fingerprint !== verdict.fingerprint) return [];
    const stands = standing.get(finding_id) ?? verdict;
    return [{ finding_id, stands, overruled: stands === verdict ? before : verdict }];
  });
}

function settle(standing: Map<string, Verdict>, verdict: Verdict): void {
  const before = standing.get(verdict.finding_id);
  if (!before || verdict.on >= before.on) standing.set(verdict.finding_id, verdict);
}
