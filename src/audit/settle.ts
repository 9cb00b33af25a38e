import type { Engine } from '../engine/engine.js';
import { severities } from '../findings/finding.js';
import { fingerprintOf } from '../findings/identity.js';
import type { Standing } from '../findings/ledger.js';
import { type FindingState, isFoundOn, settle, statusText, type Tonight } from '../findings/state.js';
import { findingsOfRule } from '../report/finding-rows.js';
import { maskFinding } from '../report/masking.js';
import type { Mask, RuleOutcome } from '../report/model.js';
import type { RuleHeader } from '../rules/header.js';
import { type Given, isPrevious } from '../rules/needs.js';
import { canonicalJson } from '../run/canonical-json.js';
import { type RunRecord, readStates } from '../run/run-record.js';
import { textHash } from '../run/text-hash.js';
import type { Incomplete } from './incomplete.js';

interface SettleInputs {
  readonly outcomes: readonly RuleOutcome[];
  readonly asOf: string;
  /** How names and messages are kept in the record. */
  readonly mask: Mask;
  readonly previous: RunRecord | undefined;
  readonly verdicts: ReadonlyMap<string, Standing>;
  readonly given: Given;
  readonly incomplete: Incomplete;
}

/**
 * Says of every finding in `hecha.finding` what became of it since the previous run, and of those that were known what became of them.
 * Findings that a verdict closed no longer count among those of their rule.
 * @throws HechaError HC5008 when the previous run's record is not what it published
 */
export async function settleFindings(
  engine: Engine,
  inputs: SettleInputs,
): Promise<{ states: FindingState[]; outcomes: RuleOutcome[] }> {
  const { outcomes, asOf, previous, verdicts } = inputs;
  const findings: Tonight[] = [];
  for (const { header } of outcomes) {
    for await (const page of findingsOfRule(engine, header.id)) {
      for (const finding of page) {
        const shown = maskFinding(finding, inputs.mask, header);
        findings.push({
          finding_id: finding.finding_id,
          rule_id: finding.rule_id,
          family: finding.family,
          severity: finding.severity,
          county: finding.county,
          township: finding.township,
          village: finding.village,
          household_no: finding.household_no,
          subject_name: shown.subject_name,
          message: shown.message,
          fingerprint: fingerprintOf(finding.rule_id, finding.evidence, header.volatile),
        });
      }
    }
  }
  const states = settle({
    asOf,
    findings,
    verdicts,
    ...(previous && { previous: await readStates(previous) }),
    gone: (ruleId) => whyGone(ruleId, inputs),
  });
  await setStatuses(engine, states, asOf);
  return { states, outcomes: openOnly(outcomes, states, asOf) };
}

async function setStatuses(engine: Engine, states: readonly FindingState[], asOf: string): Promise<void> {
  await engine.exec('CREATE TABLE hecha.settled (finding_id VARCHAR, status VARCHAR)');
  const writer = await engine.writer('hecha', 'settled');
  for (const state of states) if (isFoundOn(state, asOf)) writer.write([state.finding_id, statusText(state)]);
  writer.close();
  await engine.exec(
    'UPDATE hecha.finding SET status = s.status FROM hecha.settled s WHERE s.finding_id = hecha.finding.finding_id',
  );
}

/** The outcomes with the findings that are open; how many were closed is counted beside. */
function openOnly(
  outcomes: readonly RuleOutcome[],
  states: readonly FindingState[],
  asOf: string,
): RuleOutcome[] {
  const byRule = new Map<string, FindingState[]>();
  for (const state of states) {
    if (!isFoundOn(state, asOf)) continue;
    const of = byRule.get(state.rule_id) ?? [];
    of.push(state);
    byRule.set(state.rule_id, of);
  }
  return outcomes.map((outcome) => {
    const own = byRule.get(outcome.header.id) ?? [];
    const open = own.filter(({ status }) => status !== 'closed');
    const count = (status: FindingState['status']): number =>
      own.filter((state) => state.status === status).length;
    return {
      ...outcome,
      findings: open.length,
      bySeverity: Object.fromEntries(
        severities.map((severity) => [severity, open.filter((state) => state.severity === severity).length]),
      ) as RuleOutcome['bySeverity'],
      byStatus: {
        new: count('new'),
        changed: count('changed'),
        persisting: count('persisting'),
        closed: count('closed'),
      },
    };
  });
}

/**
 * Why a finding of a rule that was known before is not there tonight. Only where the rule ran as it did then, and on all that it had then, do the data
 * say that what was found is no more.
 */
function whyGone(
  ruleId: string,
  { outcomes, previous, given, incomplete }: SettleInputs,
): 'data' | 'rule' | 'unjudged' {
  const outcome = outcomes.find(({ header }) => header.id === ruleId);
  if (!outcome || (outcome.status !== 'flagged' && outcome.status !== 'clean')) return 'unjudged';
  const had = new Set(
    previous?.manifest.coverage.datasets.flatMap(({ id, given: was }) => (was ? [id] : [])),
  );
  const lacks = datasetsOf(outcome.header).some(
    (id) => incomplete.has(id) || ((had.has(id) || isPrevious(id)) && !given.has(id)),
  );
  if (lacks) return 'unjudged';
  const then = previous?.manifest.rules.find(({ id }) => id === ruleId);
  if (!then) return 'data';
  return then.sql_sha256 === textHash(outcome.sql) && sameThresholds(then.parameters, outcome.parameters)
    ? 'data'
    : 'rule';
}

/** All datasets that a rule may read. */
const datasetsOf = ({ needs, needs_any }: RuleHeader): string[] =>
  [needs, ...needs_any.flat()].flatMap((each) => Object.keys(each).map((id) => id.replace(/\?$/, '')));

/** The as-of day moves every night and is no threshold. */
const sameThresholds = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean => canonicalJson({ ...a, as_of: null }) === canonicalJson({ ...b, as_of: null });
