import type { Bilingual } from '../bilingual.js';
import { openDuckdb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { type Fact, loadFacts } from '../facts/facts.js';
import { loadClauses } from '../policy/clauses.js';
import type { Pack } from '../policy/pack.js';
import { checkRule } from './check.js';
import { arrangeEmpty } from './check-own.js';
import type { ExampleFile } from './example-file.js';
import { differences, prepareExamples, runExample } from './examples.js';
import { examplesOf } from './examples-of.js';
import type { Rule } from './load.js';

/** How one example of a rule came out; without differences it is as its file expects. */
interface ExampleResult {
  readonly name: string;
  readonly differences: readonly Bilingual[];
}

/** How a rule's examples came out. */
export interface RuleResult {
  readonly id: string;
  readonly file: string;
  /** `refused`: rule or examples break what every rule must hold to, so that nothing could be tested. */
  readonly status: 'passed' | 'failed' | 'refused';
  /** Why it was refused, or that it has no examples. */
  readonly fault?: Bilingual;
  readonly examples: readonly ExampleResult[];
}

/**
 * Checks rules and runs their examples: those of a county's rule lie beside it, as `<id>.yaml` or under the name of the rule's file;
 * those of ours are where they ship. A rule without examples fails.
 * @param onResult is given each rule's result as soon as there is one
 */
export async function testRules(
  given: { readonly rules: readonly Rule[]; readonly pack: Pack },
  onResult: (result: RuleResult) => void = () => undefined,
): Promise<RuleResult[]> {
  const empty = await openDuckdb({ threads: 1 });
  try {
    const facts = await loadFacts(empty);
    await arrangeEmpty(empty, facts, given.pack);
    const clauses = new Set((await loadClauses()).keys());
    const results: RuleResult[] = [];
    for (const rule of given.rules) {
      const result = await testRule(empty, rule, { facts, pack: given.pack, clauses });
      onResult(result);
      results.push(result);
    }
    return results;
  } finally {
    await empty.close();
  }
}

interface TestInputs {
  readonly facts: readonly Fact[];
  readonly pack: Pack;
  readonly clauses: ReadonlySet<string>;
}

async function testRule(empty: Engine, rule: Rule, inputs: TestInputs): Promise<RuleResult> {
  const { id } = rule.header;
  const outcome = { id, file: rule.file, examples: [] };
  try {
    await checkRule(empty, rule, inputs);
    const file = await examplesOf(rule, inputs.pack);
    if (!file) {
      const name = `${id.toLowerCase()}.yaml`;
      const fault = {
        zh: `没有示例：请在规则旁写 ${name}`,
        en: `no examples: write ${name} beside the rule`,
      };
      return { ...outcome, status: 'failed', fault };
    }
    const examples = await runExamples(rule, file, inputs);
    const passed = examples.every((example) => example.differences.length === 0);
    return { ...outcome, examples, status: passed ? 'passed' : 'failed' };
  } catch (error) {
    return { ...outcome, status: 'refused', fault: ruleFault(error) };
  }
}

async function runExamples(rule: Rule, file: ExampleFile, inputs: TestInputs): Promise<ExampleResult[]> {
  // Each rule has an engine of its own: its rows are numbered from the start, as a file's are.
  const engine = await openDuckdb({ threads: 1 });
  try {
    await prepareExamples(engine, file);
    const results: ExampleResult[] = [];
    for (const example of file.examples) {
      results.push({
        name: example.name,
        differences: await differencesOf(engine, { rule, file, example, ...inputs }),
      });
    }
    return results;
  } finally {
    await engine.close();
  }
}

/** SQL that fails on an example's rows is a difference of that example; the others are run all the same. */
async function differencesOf(
  engine: Engine,
  given: Parameters<typeof runExample>[1],
): Promise<readonly Bilingual[]> {
  try {
    return differences(given.file, given.example, await runExample(engine, given));
  } catch (error) {
    return [ruleFault(error)];
  }
}

/** The sentence of a fault that is the rule's or its examples'; any other is ours and goes on. */
function ruleFault(error: unknown): Bilingual {
  if (!(error instanceof HechaError) || !error.code.startsWith('HC4')) throw error;
  return { zh: error.sentence('zh'), en: error.sentence('en') };
}
