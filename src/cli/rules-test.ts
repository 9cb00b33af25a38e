import type { Command } from 'commander';
import { fill, type Lang } from '../bilingual.js';
import { HechaError } from '../errors.js';
import type { RuleResult } from '../rules/test-rules.js';
import { type AddCommand, defaultPolicy } from './command.js';
import { texts } from './messages.js';

interface TestFlags {
  readonly config?: string;
  readonly policy?: string;
  readonly json?: boolean;
}

/**
 * Adds `test` to the command `rules`: runs the examples of the rules in a folder, or of those that ship. Exit 0 when all are as
 * expected, 1 when some are not, 2 when a rule could not be tested.
 */
export const addRulesTest: AddCommand = (rules: Command, { io, lang, end }) => {
  const text = texts[lang];
  rules
    .command('test')
    .description(text.rulesTest)
    .argument('[dir]', text.rulesTestDir)
    .helpOption('-h, --help', text.help)
    .option('-c, --config <file>', text.rulesTestConfig)
    .option('--policy <name>', text.policy)
    .option('--lang <lang>', text.lang)
    .option('--json', text.rulesJson)
    .action(async (dir: string | undefined, flags: TestFlags) => {
      const [{ loadOwnRules, loadRules }, { testRules }, { loadPack }, { unitCodes }] = await Promise.all([
        import('../rules/load.js'),
        import('../rules/test-rules.js'),
        import('../policy/pack.js'),
        import('../facts/unit-codes.js'),
      ]);
      const configured = await configuredPolicy(flags);
      // Values that hecha.yaml sets are left out: an example that depends on one says so itself (`set`).
      const pack = await loadPack(configured.policy, { codesOf: unitCodes });
      const ours = await loadRules();
      const folder = dir ?? configured.ownRules;
      const tested = folder === undefined ? ours : await loadOwnRules(folder, ours);
      if (tested.length === 0) throw new HechaError('HC4005', { dir: folder ?? '' });
      const results = await testRules({ rules: tested, pack }, (result) => {
        if (!flags.json) io.stdout(resultText(result, lang));
      });
      const of = (status: RuleResult['status']): number =>
        results.filter((result) => result.status === status).length;
      if (flags.json) io.stdout(`${JSON.stringify(results.map(resultJson), null, 2)}\n`);
      else {
        const counts = {
          rules: results.length,
          passed: of('passed'),
          failed: of('failed'),
          refused: of('refused'),
          examples: results.reduce((sum, { examples }) => sum + examples.length, 0),
        };
        io.stdout(`${fill(text.rulesTested, counts)}\n`);
      }
      end(of('refused') > 0 ? 2 : of('failed') > 0 ? 1 : 0);
    });
};

/** The policy to test with, and the folder of own rules that a named configuration has. */
async function configuredPolicy({
  config,
  policy,
}: TestFlags): Promise<{ policy: string; ownRules?: string }> {
  // An example's outcome must not change with a configuration that happens to lie in the folder.
  if (config === undefined) return { policy: policy ?? defaultPolicy };
  const { configuredRules } = await import('./configured.js');
  return (await configuredRules({ config, policy })).options;
}

/** One line for a rule, and what differs below it. */
function resultText({ id, status, fault, examples }: RuleResult, lang: Lang): string {
  const text = texts[lang];
  const failing = examples.filter(({ differences }) => differences.length > 0);
  const counts = { passed: examples.length - failing.length, examples: examples.length };
  const said = fault ? fault[lang] : fill(text.rulesTestCounts, counts);
  return [
    `${status === 'passed' ? '✓' : '✗'} ${id}  ${said}`,
    ...failing.flatMap(({ name, differences }) => [
      `    ✗ ${name}`,
      ...differences.map((difference) => `        ${difference[lang]}`),
    ]),
    '',
  ].join('\n');
}

const resultJson = ({ id, file, status, fault, examples }: RuleResult): object => ({
  id,
  file,
  status,
  ...(fault && { fault }),
  examples: examples.map(({ name, differences }) => ({
    name,
    passed: differences.length === 0,
    differences,
  })),
});
