import type { Command } from 'commander';
import { fill } from '../bilingual.js';
import { HechaError } from '../errors.js';
import { severities } from '../findings/finding.js';
import type { ReportFormat } from '../report/write-reports.js';
import { type AddCommand, defaultPolicy } from './command.js';
import { texts } from './messages.js';
import { count, day, memorySize, oneOf, rejectLimit } from './option-values.js';
import { progressLine } from './progress-line.js';
import { toolVersion } from './version.js';

interface AuditFlags {
  readonly config?: string;
  readonly out: string;
  readonly asOf?: string;
  readonly policy: string;
  readonly rules?: readonly string[];
  readonly format: string;
  readonly failOn: string;
  readonly mask?: string;
  readonly keepTables?: boolean;
  readonly keepGoing?: boolean;
  readonly maxRejects?: string;
  readonly memory: string;
  readonly threads?: string;
  readonly previous?: string;
  readonly feedback?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

export const reportFormats = ['xlsx', 'csv', 'json', 'html'] as const satisfies readonly ReportFormat[];

/** `hecha audit`: the main job. */
export const addAudit: AddCommand = (program, { io, lang, end }) => {
  const text = texts[lang];
  program
    .command('audit')
    .description(text.audit)
    .argument('[paths...]', text.auditPaths)
    .option('-c, --config <file>', text.config)
    .option('-o, --out <dir>', text.out, 'hecha-out')
    .option('--as-of <date>', text.asOf)
    .option('--policy <name>', text.policy, defaultPolicy)
    .option('--rules <selector...>', text.rules)
    .option('--previous <run>', text.previous)
    .option('--feedback <files...>', text.feedback)
    .option('--format <list>', text.formats, reportFormats.join(','))
    .option('--fail-on <severity>', text.failOn, 'none')
    .option('--mask <how>', text.mask)
    .option('--keep-going', text.keepGoing)
    .option('--max-rejects <limit>', text.maxRejects)
    .option('--keep-tables', text.keepTables)
    .option('--memory <size>', text.memory, '1GB')
    .option('--threads <n>', text.threads)
    .option('--lang <lang>', text.lang)
    .option('--json', text.json)
    .option('-q, --quiet', text.quiet)
    .option('-v, --verbose', text.verbose)
    .option('--no-color', text.noColor)
    .option('--no-progress', text.noProgress)
    .action(async (paths: string[], flags: AuditFlags, command: Command) => {
      // The tables hold whole numbers: who asks for masked reports would not expect them beside.
      if (flags.keepTables && flags.mask && flags.mask !== 'none') throw new HechaError('HC1006');
      const failOn = oneOf('--fail-on', flags.failOn, [...severities, 'none']);
      const isGiven = (flag: string): boolean => command.getOptionValueSource(flag) !== 'default';
      const { configuredOptions } = await import('./configured.js');
      const configured = await configuredOptions(
        {
          config: flags.config,
          paths,
          out: isGiven('out') ? flags.out : undefined,
          policy: isGiven('policy') ? flags.policy : undefined,
          asOf: flags.asOf && day('--as-of', flags.asOf),
          rules: flags.rules?.flatMap((selector) => selector.split(',')).filter(Boolean),
        },
        flags,
      );
      if (configured.found && !flags.quiet)
        io.stderr(`${fill(text.configUsed, { path: configured.found })}\n`);
      if (flags.feedback) {
        const { takeBefore } = await import('./feedback-command.js');
        const isTaken = await takeBefore(configured.options.out, flags.feedback, {
          io,
          lang,
          quiet: flags.quiet === true,
        });
        if (!isTaken) return end(2);
      }
      const options = {
        ...configured.options,
        today: io.today(),
        formats: new Set(
          flags.format.split(',').map((word) => oneOf('--format', word.trim(), reportFormats)),
        ),
        lang,
        toolVersion: toolVersion(),
        ...(flags.mask && { mask: oneOf('--mask', flags.mask, ['none', 'partial', 'full']) }),
        ...(flags.previous !== undefined && { previous: flags.previous }),
        memory: memorySize('--memory', flags.memory),
        ...(flags.keepTables && { keepTables: true }),
        ...(flags.keepGoing && { keepGoing: true }),
        ...(flags.maxRejects !== undefined && {
          maxRejects: rejectLimit('--max-rejects', flags.maxRejects),
        }),
        ...(flags.threads && { threads: count('--threads', flags.threads, 1, 256) }),
      };
      const { audit } = await import('../audit/audit.js');
      const line = progressLine(io, lang, flags);
      const audited = await audit(options, line.step, (run) =>
        io.onSignal(() => {
          run.discardSync();
          line.clear();
          io.stderr(`${new HechaError('HC5003').sentence(lang)}\n`);
          process.exit(2);
        }),
      ).finally(() => line.clear());
      try {
        const { leftOut = [], unread = [] } = audited.model;
        for (const { file, sheet, reason } of leftOut) {
          const place = sheet === undefined ? file : `${file}!${sheet}`;
          io.stderr(`${fill(text.leftOut, { place, reason: reason[lang] })}\n`);
        }
        for (const { reason } of unread) io.stderr(`${fill(text.unread, { reason: reason[lang] })}\n`);
        if (flags.json) {
          const { summaryJson } = await import('../report/summary-json.js');
          io.stdout(`${JSON.stringify(summaryJson(audited.model, audited), null, 2)}\n`);
        } else if (!flags.quiet) {
          const { printSummary } = await import('../report/terminal-summary.js');
          await printSummary(
            audited.model,
            { ...audited, files: audited.outputs.map(({ path }) => path) },
            { stdout: { write: io.stdout }, columns: io.columns, colour: io.colour && flags.color },
          );
        }
        const failed = audited.model.rules.filter(({ status }) => status === 'failed');
        for (const { reason } of failed) io.stderr(`${reason?.[lang]}\n`);
        const reached = severities.slice(0, severities.indexOf(failOn as (typeof severities)[number]) + 1);
        const over = audited.model.rules.some(({ bySeverity }) =>
          reached.some((severity) => bySeverity[severity] > 0),
        );
        end(failed.length > 0 ? 2 : over ? 1 : 0);
      } finally {
        await audited.model.engine.close();
      }
    });
};
