import type { Bilingual, Lang } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { buildFacts, buildLists, type Fact, type FactInputs, factsFor } from '../facts/facts.js';
import { shapeOf } from '../facts/sql-shape.js';
import type { PartName } from '../findings/sources.js';
import type { PolicyValues } from '../policy/values.js';
import type { RuleOutcome } from '../report/model.js';
import { checkRule } from '../rules/check.js';
import type { RuleHeader } from '../rules/header.js';
import type { Rule } from '../rules/load.js';
import { absenceOf, type Given, missingNeeds } from '../rules/needs.js';
import { type RuleFinding, runRule, writeFindings } from '../rules/run.js';
import type { Incomplete } from './incomplete.js';

export interface JudgeInputs extends FactInputs {
  readonly rules: readonly Rule[];
  readonly facts: readonly Fact[];
  readonly clauses: ReadonlySet<string>;
  readonly given: Given;
  readonly policy: PolicyValues;
  readonly lang: Lang;
  readonly parts: readonly PartName[];
  /** Datasets that may lack rows, because an input could not be read. */
  readonly incomplete?: Incomplete;
  /** Why a run that was named as the previous one gave nothing to compare with. */
  readonly noPrevious?: Bilingual;
  /** Called when a rule is begun with, with the number of those that are done. */
  readonly onRule?: (id: string, done: number) => void;
  /** Facts that the reports ask for, beside those that all of them do. */
  readonly reported?: readonly string[];
}

const FINDING_COLUMNS =
  'finding_id rule_id family severity confidence status clause county township village household_no subject_type subject_name id_number message evidence sources parameters';

/** What every report asks for, whatever rules run: what is known of each household, and the two counts of each area. */
const REPORTED = ['roster_household', 'member', 'known_guarantee', 'area_count'];

/** The tables that each rule reads. */
export type RuleReads = ReadonlyMap<Rule, readonly string[]>;

/** Builds the policy's lists and the facts that the rules and the reports need, once the datasets are in. */
export async function buildForRules(
  engine: Engine,
  inputs: JudgeInputs,
): Promise<{ reads: RuleReads; built: readonly Fact[] }> {
  await buildLists(engine, inputs.pack);
  const reads = new Map<Rule, readonly string[]>();
  for (const rule of inputs.rules) reads.set(rule, [...(await shapeOf(engine, rule.body)).tables.keys()]);
  const built = factsFor(
    inputs.facts,
    new Set([...REPORTED, ...(inputs.reported ?? []), ...[...reads.values()].flat()]),
  );
  await buildFacts(engine, built, inputs);
  return { reads, built };
}

/**
 * Checks each rule and runs those whose inputs are there, over the facts of `buildForRules`. Findings go to `hecha.finding`, what an
 * exemption spared to `hecha.exempted`. A rule that fails does not stop the others.
 */
export async function judge(
  engine: Engine,
  inputs: JudgeInputs,
  reads: RuleReads,
): Promise<{ outcomes: RuleOutcome[]; seconds: Record<string, number> }> {
  const columns = FINDING_COLUMNS.split(' ').map((name) => `${name} VARCHAR`);
  await engine.exec(
    `CREATE TABLE hecha.finding (${columns.join(', ')}); CREATE TABLE hecha.exempted (${[...columns, 'exemption VARCHAR'].join(', ')})`,
  );

  const outcomes: RuleOutcome[] = [];
  const seconds: Record<string, number> = {};
  for (const [done, rule] of inputs.rules.entries()) {
    inputs.onRule?.(rule.header.id, done);
    const start = process.hrtime.bigint();
    outcomes.push(await judgeRule(engine, rule, reads.get(rule) ?? [], inputs));
    seconds[rule.header.id] = Number(process.hrtime.bigint() - start) / 1e9;
  }
  return { outcomes, seconds };
}

async function judgeRule(
  engine: Engine,
  rule: Rule,
  reads: readonly string[],
  inputs: JudgeInputs,
): Promise<RuleOutcome> {
  const { header } = rule;
  const parameters = parametersOf(rule, reads, inputs);
  const none = { findings: 0, bySeverity: { high: 0, medium: 0, low: 0 }, exempted: {} };
  const outcome = { header, sql: rule.body, parameters };
  const reason =
    missingNeeds(header, inputs.given, inputs.noPrevious) ?? lackingRows(header, inputs.incomplete);
  if (reason) return { ...outcome, ...none, status: 'not-run', reason };
  let found: RuleFinding[];
  try {
    await checkRule(engine, rule, inputs);
    found = await runRule(engine, rule, inputs);
  } catch (error) {
    // A fault of the rule is the rule's; one of the machine (memory, disk) ends the run, which must not be published without it.
    if (!(error instanceof HechaError) || !error.code.startsWith('HC4')) throw error;
    return {
      ...outcome,
      ...none,
      status: 'failed',
      reason: { zh: error.sentence('zh'), en: error.sentence('en') },
    };
  }
  const flagged = found.filter(({ exemption }) => exemption === undefined);
  const exempted = found.filter(({ exemption }) => exemption !== undefined);
  const context = { lang: inputs.lang, parts: inputs.parts, parameters };
  const findings = await engine.writer('hecha', 'finding');
  writeFindings(findings, rule, flagged, context);
  findings.close();
  const spared = await engine.writer('hecha', 'exempted');
  writeFindings(spared, rule, exempted, context);
  spared.close();
  return {
    ...outcome,
    status: flagged.length > 0 ? 'flagged' : 'clean',
    findings: flagged.length,
    bySeverity: { ...none.bySeverity, ...countBy(flagged, ({ severity }) => severity) },
    exempted: countBy(exempted, ({ exemption }) => exemption ?? ''),
  };
}

/** Why a rule that concludes from what is not there must not run: rows may be missing for another reason. */
function lackingRows(header: RuleHeader, incomplete: Incomplete | undefined): Bilingual | undefined {
  const lacks = absenceOf(header).flatMap((dataset) => incomplete?.get(dataset) ?? []);
  if (lacks.length === 0) return undefined;
  return {
    zh: `${lacks.map(({ zh }) => zh).join('；')}，“没有记录”不能作为依据`,
    en: `${lacks.map(({ en }) => en).join('; ')}: that there is no row proves nothing`,
  };
}

/** The values that decided: those of the rule and those of the facts that it stands on. */
function parametersOf(
  rule: Rule,
  reads: readonly string[],
  inputs: JudgeInputs,
): Record<string, string | number | readonly string[]> {
  const facts = factsFor(inputs.facts, reads);
  const names = new Set([
    ...rule.header.params,
    ...facts.flatMap(({ header }) => [...header.params, ...header.lists]),
  ]);
  return Object.fromEntries(
    [...names]
      .sort()
      .map((name) => [name, name === 'as_of' ? inputs.asOf : (inputs.policy.shown[name] ?? '')]),
  );
}

function countBy(
  findings: readonly RuleFinding[],
  key: (finding: RuleFinding) => string,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const finding of findings) counts[key(finding)] = (counts[key(finding)] ?? 0) + 1;
  return counts;
}
