import type { ChalkInstance } from 'chalk';
import type { Command } from 'commander';
import { fill, type Lang } from '../bilingual.js';
import { padTo } from '../report/display-width.js';
import type { Pruned, RunThere } from '../run/prune.js';
import { coloursOf } from './colours.js';
import { type AddCommand, defaultPolicy } from './command.js';
import { texts } from './messages.js';
import { count } from './option-values.js';
import { reproduceTexts } from './reproduce-texts.js';

interface PruneFlags {
  readonly keep: string;
  readonly out: string;
  readonly config?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** `hecha prune`: removes the oldest runs. */
export const addPrune: AddCommand = (program, { io, lang }) => {
  const text = texts[lang];
  const own = reproduceTexts[lang];
  program
    .command('prune')
    .description(own.prune)
    .requiredOption('--keep <n>', own.pruneKeep)
    .option('-o, --out <dir>', text.out, 'hecha-out')
    .option('-c, --config <file>', text.config)
    .option('--dry-run', own.pruneDry)
    .option('--lang <lang>', text.lang)
    .option('--json', own.verifyJson)
    .option('-q, --quiet', text.quiet)
    .option('--no-color', text.noColor)
    .action(async (flags: PruneFlags, command: Command) => {
      const keep = count('--keep', flags.keep, 1);
      const isGiven = command.getOptionValueSource('out') !== 'default';
      const { configuredOptions } = await import('./configured.js');
      const { options } = await configuredOptions(
        {
          config: flags.config,
          paths: [],
          out: isGiven ? flags.out : undefined,
          policy: undefined,
          asOf: undefined,
          rules: undefined,
        },
        { out: flags.out, policy: defaultPolicy },
      );
      const { pruneRuns } = await import('../run/prune.js');
      const pruned = await pruneRuns(options.out, { keep, ...(flags.dryRun && { dryRun: true }) });
      const dryRun = flags.dryRun ?? false;
      if (flags.json) io.stdout(`${JSON.stringify(pruneJson(pruned, options.out, dryRun), null, 2)}\n`);
      else if (!flags.quiet) io.stdout(pruneText(pruned, { lang, dryRun, chalk: coloursOf(io, flags) }));
    });
};

const total = (runs: readonly RunThere[]): number => runs.reduce((sum, { size }) => sum + size, 0);

function pruneText(
  pruned: Pruned,
  { lang, dryRun, chalk }: { lang: Lang; dryRun: boolean; chalk: ChalkInstance },
): string {
  const text = reproduceTexts[lang];
  const { removed, kept, worklists } = pruned;
  const values = { removed: removed.length, kept: kept.length, size: megabytes(total(removed)) };
  const lines = [chalk.bold(fill(dryRun ? text.pruneWould : text.pruned, values))];
  for (const { name, size } of removed)
    lines.push(`  ${chalk.yellow('-')} ${padTo(name, 20)}  ${megabytes(size)}`);
  for (const { name, keptFor } of kept) {
    if (keptFor === 'latest') lines.push(`  ${fill(text.keptLatest, { name })}`);
    else if (keptFor) lines.push(`  ${fill(text.keptPrevious, { name, run: keptFor.previousOf })}`);
  }
  if (worklists.length > 0)
    lines.push(
      chalk.yellow(fill(text.worklistsLeft, { names: worklists.join(lang === 'zh' ? '、' : ', ') })),
    );
  return `${lines.join('\n')}\n`;
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

function pruneJson({ removed, kept, worklists }: Pruned, out: string, dryRun: boolean): object {
  const shown = ({ name, asOf, size, keptFor }: RunThere): object => ({
    run_id: name,
    as_of: asOf,
    size,
    ...(keptFor !== undefined && {
      kept_for: keptFor === 'latest' ? 'latest' : `previous of ${keptFor.previousOf}`,
    }),
  });
  return {
    out,
    dry_run: dryRun,
    removed: removed.map(shown),
    freed: total(removed),
    kept: kept.map(shown),
    orphaned_worklists: worklists,
  };
}
