import type { Progress } from '../audit/progress.js';
import { bindParameters, readFactFiles } from '../facts/facts.js';
import { filledSql } from '../facts/filled-sql.js';
import type { Finding } from '../findings/finding.js';
import type { FindingState } from '../findings/state.js';
import { loadClauses } from '../policy/clauses.js';
import { policyValues } from '../policy/values.js';
import { locateInputs } from '../reproduce/locate-inputs.js';
import { type RecordedRun, readRecordedRun } from '../reproduce/recorded-run.js';
import { recordedOwnRules, recordedPack } from '../reproduce/replay.js';
import { sameRule } from '../reproduce/same-rule.js';
import { describeRule, type RuleShown } from '../rules/describe.js';
import { loadRules, type Rule } from '../rules/load.js';
import { readStates } from '../run/run-record.js';
import { findingOf } from './finding-of.js';
import { placesOf } from './places.js';
import { readRows, type SourceRow } from './source-row.js';

/** A parameter that decided, with the value that it had. */
export interface ParameterUsed {
  readonly name: string;
  readonly value: string | number | readonly string[];
  readonly unit: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly clause: string;
  readonly source: string;
  /** Who set the value, where that was not the pack that ships with hecha. */
  readonly changedBy?: string;
  /** The facts through which it reaches the rule. */
  readonly through: readonly string[];
}

/** One finding whole. */
export interface Explained {
  readonly run: RecordedRun;
  /** As the run's files have it. */
  readonly finding: Finding;
  /** What is known of it from all nights; undefined where the run's record cannot be read. */
  readonly state?: FindingState;
  readonly rule: Rule;
  readonly described: RuleShown;
  /** All rules that there are, for the labels of their exemptions. */
  readonly rules: readonly Rule[];
  /** The rule of today is the one that found it. */
  readonly ruleIsSame: boolean;
  readonly parameters: readonly ParameterUsed[];
  readonly rows: readonly SourceRow[];
  /** The rule's SELECT with its parameters filled in. */
  readonly sql: string;
}

export interface ExplainOptions {
  /** Folders in which the inputs are looked for, by SHA-256. */
  readonly inputs: readonly string[];
  /** A private folder, which is removed afterwards. */
  readonly temporary: string;
  readonly progress: Progress;
  readonly memory?: string;
}

/**
 * Puts together all that there is to know of a finding: the run's record of it, its rule, the values that decided, and the rows on which it
 * rests, read again in their files.
 * @param id of the finding, or at least four of its first characters
 * @throws HechaError HC5005, HC5008 or HC5020 for the run, HC5023 or HC5024 for the id, HC5025 when the rule is no more
 */
export async function explainFinding(path: string, id: string, options: ExplainOptions): Promise<Explained> {
  const run = await readRecordedRun(path);
  const finding = await findingOf(run, id);
  const rules = await loadRules(recordedOwnRules(run));
  const rule = sameRule(run, rules, finding.rule_id);
  const pack = recordedPack(run.recorded);
  const described = describeRule(rule.rule, {
    clauses: await loadClauses(),
    pack,
    facts: await readFactFiles(),
  });
  const located = await locateInputs(run, options.inputs);
  const states = await readStates(run).catch(() => []);
  const state = states.find(({ finding_id }) => finding_id === finding.finding_id);
  const { as_of: asOf } = run.recorded;
  const { scalars } = policyValues(pack, asOf);
  return {
    run,
    finding,
    ...(state && { state }),
    rule: rule.rule,
    described,
    rules,
    ruleIsSame: rule.isSame,
    parameters: parametersUsed(run, finding, described),
    rows: await readRows(run, placesOf(finding.sources, run.recorded), { ...options, located }),
    sql: filledSql(rule.rule.body, bindParameters({ pack, asOf, scalars }, rule.rule.header.params)),
  };
}

function parametersUsed(run: RecordedRun, finding: Finding, { parameters }: RuleShown): ParameterUsed[] {
  const through = new Map(parameters.map((parameter) => [parameter.name, parameter.through]));
  return Object.entries(finding.parameters).flatMap(([name, value]): ParameterUsed[] => {
    const known = run.recorded.policy.values[name];
    if (!known) return [];
    const { unit, label, clause, source, from } = known;
    return [
      {
        name,
        value,
        unit,
        label,
        clause,
        source,
        ...(from && from.by !== 'pack' && { changedBy: from.name }),
        through: through.get(name) ?? [],
      },
    ];
  });
}
