import type { Command } from 'commander';
import { fill } from '../bilingual.js';
import { HechaError } from '../errors.js';
import type { Rule } from '../rules/load.js';
import { type AddCommand, defaultPolicy } from './command.js';
import { texts } from './messages.js';
import { oneOf } from './option-values.js';
import { addRulesTest } from './rules-test.js';

interface ListFlags {
  readonly config?: string;
  readonly family?: string;
  readonly clause?: string;
  readonly clauses?: boolean;
  readonly json?: boolean;
}

interface ShowFlags {
  readonly config?: string;
  readonly policy: string;
  readonly json?: boolean;
}

/** `hecha rules`: lists and explains the rules; reads no data and starts no engine. */
export const addRules: AddCommand = (program, context) => {
  const { io, lang } = context;
  const text = texts[lang];
  /** What the configuration says of policy and rules, as an audit in this folder would read it. */
  const configured = async (config: string | undefined, policy?: string) => {
    const { configuredRules } = await import('./configured.js');
    const { options, found } = await configuredRules({ config, policy });
    if (found) io.stderr(`${fill(text.configUsed, { path: found })}\n`);
    return options;
  };
  const rules = program
    .command('rules')
    .description(text.rulesCommand)
    .helpCommand(false)
    .option('-c, --config <file>', text.config)
    .option('--family <family>', text.rulesFamily)
    .option('--clause <clause>', text.rulesClause)
    .option('--clauses', text.rulesClauses)
    .option('--lang <lang>', text.lang)
    .option('--json', text.rulesJson)
    .action(async (flags: ListFlags) => {
      const [{ families }, { loadRules }, { loadClauses }, { clauseCoverage, isClause }] = await Promise.all([
        import('../rules/header.js'),
        import('../rules/load.js'),
        import('../policy/clauses.js'),
        import('../rules/clause-coverage.js'),
      ]);
      const { ownRules } = await configured(flags.config);
      const [all, clauses] = await Promise.all([loadRules(ownRules), loadClauses()]);
      const family = flags.family && oneOf('--family', flags.family, families);
      const wanted = flags.clause;
      if (wanted !== undefined && ![...clauses.keys()].some((id) => isClause(id, wanted))) {
        throw new HechaError('HC1003', { flag: '--clause', value: wanted, expected: text.clauseExpected });
      }
      const isWanted = (id: string): boolean => wanted === undefined || isClause(id, wanted);
      const listed = all.filter(
        ({ header }) => (!family || header.family === family) && header.clause.some(isWanted),
      );
      if (flags.clauses) {
        const coverage = clauseCoverage(clauses, listed).filter(
          ({ id, status }) => isWanted(id) && (!family || status === 'checked'),
        );
        if (flags.json) return io.stdout(json(coverage));
        const { clausesText } = await import('./rules-clauses.js');
        return io.stdout(clausesText(coverage, lang));
      }
      if (flags.json) return io.stdout(json(listed.map(listEntry)));
      const { listText } = await import('./rules-list.js');
      io.stdout(listText(listed, lang));
    });
  // Commander gives the list's options to the list wherever they stand: what follows a subcommand is the subcommand's.
  rules.hook('preSubcommand', (list, subcommand) => {
    for (const option of list.options) {
      const name = option.attributeName();
      const value: unknown = list.getOptionValue(name);
      if (value === undefined) continue;
      if (!subcommand.options.some((own) => own.attributeName() === name)) {
        subcommand.error(`error: unknown option '${option.long}'`, { code: 'commander.unknownOption' });
      }
      subcommand.setOptionValueWithSource(name, value, 'cli');
    }
  });

  rules
    .command('show')
    .description(text.rulesShow)
    .argument('<id...>', text.rulesIds)
    .helpOption('-h, --help', text.help)
    .option('-c, --config <file>', text.config)
    .option('--policy <name>', text.policy, defaultPolicy)
    .option('--lang <lang>', text.lang)
    .option('--json', text.rulesJson)
    .action(async (ids: string[], flags: ShowFlags, command: Command) => {
      const [
        { loadRules },
        { loadClauses },
        { loadPack },
        { policyValues },
        { readFactFiles },
        { unitCodes },
      ] = await Promise.all([
        import('../rules/load.js'),
        import('../policy/clauses.js'),
        import('../policy/pack.js'),
        import('../policy/values.js'),
        import('../facts/facts.js'),
        import('../facts/unit-codes.js'),
      ]);
      const [{ describeRule }, { examplesOf }, { expectations, showText }, { ruleById }] = await Promise.all([
        import('../rules/describe.js'),
        import('../rules/examples-of.js'),
        import('./rules-show.js'),
        import('./rule-by-id.js'),
      ]);
      const isGiven = command.getOptionValueSource('policy') !== 'default';
      const { policy, overrides, ownRules } = await configured(
        flags.config,
        isGiven ? flags.policy : undefined,
      );
      const all = await loadRules(ownRules);
      const chosen = [...new Set(ids.map((id) => ruleById(all, id)))];
      const pack = await loadPack(policy, { overrides, codesOf: unitCodes });
      const inputs = { clauses: await loadClauses(), pack, facts: await readFactFiles() };
      const values = policyValues(pack, io.today()).shown;
      const shown = await Promise.all(
        chosen.map(async (rule) => ({
          rule: describeRule(rule, inputs),
          examples: await examplesOf(rule, pack),
        })),
      );
      if (flags.json) {
        const whole = shown.map(({ rule, examples }) => ({
          ...rule,
          parameters: rule.parameters.map(({ name, parameter, through }) => ({
            name,
            ...parameter,
            // The value in force today, where the pack has one for each year.
            ...(values[name] !== undefined && { in_force: values[name] }),
            through,
            ...(pack.origins[name] && { from: pack.origins[name] }),
          })),
          examples: expectations(examples),
        }));
        return io.stdout(json(whole));
      }
      const given = { lang, pack: pack.name, values, rules: all };
      io.stdout(shown.map(({ rule, examples }) => showText(rule, { ...given, examples })).join('\n'));
    });

  addRulesTest(rules, context);
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What the list says of a rule, for programs. */
function listEntry({ header }: Rule): Record<string, unknown> {
  const { id, title, family, severity, subject, clause, needs, needs_any } = header;
  return { id, title, family, severity, subject, clause, needs, needs_any };
}
