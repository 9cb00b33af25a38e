import type { ChalkInstance } from 'chalk';
import type { Command } from 'commander';
import { fill, type Lang } from '../bilingual.js';
import { HechaError } from '../errors.js';
import type { WrittenWorklists } from '../report/worklist/write-all.js';
import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { oneOf } from './option-values.js';
import { textTable } from './text-table.js';
import { worklistTexts } from './worklist-texts.js';

interface WorklistFlags {
  readonly by: string;
  readonly only?: string;
  readonly rules?: readonly string[];
  readonly out?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** `hecha worklist`: the workbooks that are filled in on site. */
export const addWorklist: AddCommand = (program, { io, lang: spoken }) => {
  const text = worklistTexts[spoken];
  program
    .command('worklist')
    .description(text.about)
    .argument('<run>', text.run)
    .option('--by <area>', text.by, 'township')
    .option('--only <statuses>', text.only)
    .option('--rules <selector...>', text.rules)
    .option('--out <dir>', text.out)
    .option('-c, --config <file>', text.config)
    .option('--lang <lang>', texts[spoken].lang)
    .option('--json', text.json)
    .option('-q, --quiet', texts[spoken].quiet)
    .option('--no-color', texts[spoken].noColor)
    .action(async (path: string, flags: WorklistFlags, command: Command) => {
      const by = oneOf('--by', flags.by, ['township', 'village']);
      const [
        { latestRun },
        { askedStatuses, writeWorklists },
        { loadRules, selectRules },
        { configuredRules },
      ] = await Promise.all([
        import('../run/latest-run.js'),
        import('../report/worklist/write-all.js'),
        import('../rules/load.js'),
        import('./configured.js'),
      ]);
      const only = flags.only
        ?.split(/[,，]/)
        .map((word) => word.trim())
        .filter(Boolean)
        .map((word) => oneOf('--only', word, askedStatuses));
      const run = await latestRun(path);
      const { options } = await configuredRules({ config: flags.config, policy: undefined });
      const all = await loadRules(options.ownRules);
      const selectors = flags.rules?.flatMap((selector) => selector.split(',')).filter(Boolean);
      // A worklist speaks the run's language, for its sentences do, unless it is told otherwise.
      const isTold = [command, command.parent].some((each) => each?.getOptionValueSource('lang') === 'cli');
      const written = await writeWorklists(run, {
        by,
        lang: isTold ? spoken : run.manifest.options.lang,
        headers: new Map(all.map(({ header }) => [header.id, header])),
        ...(only && only.length > 0 && { only }),
        ...(selectors && {
          rules: new Set(selectRules(all, selectors).map(({ header }) => header.id)),
        }),
        ...(flags.out !== undefined && { folder: flags.out }),
        held: (handout) =>
          io.onSignal(() => {
            handout.discardSync();
            io.stderr(`${new HechaError('HC5003').sentence(spoken)}\n`);
            process.exit(2);
          }),
      });
      if (flags.json) io.stdout(`${JSON.stringify(jsonOf(written), null, 2)}\n`);
      else if (!flags.quiet)
        io.stdout(shown(written, { spoken, by, out: run.out, chalk: coloursOf(io, flags) }));
    });
};

const jsonOf = ({ folder, files, leftOut, unknownRules }: WrittenWorklists): object => ({
  folder: folder ?? null,
  files,
  findings: files.reduce((sum, { findings }) => sum + findings, 0),
  left_out: leftOut,
  unknown_rules: unknownRules,
});

function shown(
  { folder, files, leftOut, unknownRules }: WrittenWorklists,
  { spoken, by, out, chalk }: { spoken: Lang; by: string; out: string; chalk: ChalkInstance },
): string {
  const text = worklistTexts[spoken];
  const more = leftOut > 0 ? [fill(text.leftOut, { count: leftOut })] : [];
  if (folder === undefined) return `${[text.none, ...more].join('\n')}\n`;
  const findings = files.reduce((sum, file) => sum + file.findings, 0);
  const separator = spoken === 'zh' ? '、' : ', ';
  const [head = '', ...rows] = textTable(
    [by === 'village' ? text.village : text.area, text.findings, text.file],
    files.map(({ area, findings: count, path }) => [area, count, path]),
  );
  return `${[
    chalk.bold(fill(text.done, { files: files.length, findings, folder })),
    '',
    chalk.dim(head),
    ...rows,
    '',
    ...more,
    ...(unknownRules.length > 0
      ? [chalk.yellow(fill(text.unknownRules, { rules: unknownRules.join(separator) }))]
      : []),
    fill(text.next, { out }),
  ].join('\n')}\n`;
}
