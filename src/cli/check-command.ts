import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fill } from '../bilingual.js';
import { asWriteFailure } from '../run/write-failure.js';
import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { memorySize, rejectLimit } from './option-values.js';
import { withTemporary } from './passing-folder.js';
import { progressLine } from './progress-line.js';

interface CheckFlags {
  readonly config?: string;
  readonly asOf?: string;
  readonly memory: string;
  readonly maxRejects: string;
  readonly json?: boolean;
  readonly junit?: string;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

/** `hecha check`: judges every input, runs no rule. */
export const addCheck: AddCommand = (program, { io, lang, end }) => {
  const text = texts[lang];
  program
    .command('check')
    .description(text.check)
    .argument('[paths...]', text.auditPaths)
    .option('-c, --config <file>', text.config)
    .option('--as-of <date>', text.asOf)
    .option('--max-rejects <limit>', text.checkRejects, '0')
    .option('--json', text.checkJson)
    .option('--junit <file>', text.checkJunit)
    .option('--memory <size>', text.memory, '1GB')
    .option('--lang <lang>', text.lang)
    .option('-q, --quiet', text.quiet)
    .option('-v, --verbose', text.verbose)
    .option('--no-color', text.noColor)
    .option('--no-progress', text.noProgress)
    .action(async (paths: string[], flags: CheckFlags) => {
      const most = rejectLimit('--max-rejects', flags.maxRejects);
      const memory = memorySize('--memory', flags.memory);
      const { readingOptions } = await import('./reading-flags.js');
      const { options, found } = await readingOptions(paths, flags, io);
      if (found && !flags.quiet) io.stderr(`${fill(text.configUsed, { path: found })}\n`);
      const { inspect } = await import('../audit/inspection.js');
      const line = progressLine(io, lang, flags);
      const inspection = await withTemporary(io, (temporary) =>
        inspect(options, { temporary, memory, progress: line.step }),
      ).finally(() => line.clear());
      const { judgeInputs } = await import('../audit/check-inputs.js');
      const { checkJson, checkJunit, checkText } = await import('./check-text.js');
      const result = judgeInputs(inspection, most);
      if (flags.junit !== undefined) {
        const path = flags.junit;
        await writeFile(path, checkJunit(result, lang), { mode: 0o600 }).catch((error: unknown) => {
          throw asWriteFailure(error, dirname(path));
        });
      }
      if (flags.json) io.stdout(`${JSON.stringify(checkJson(result, inspection.asOf, lang), null, 2)}\n`);
      else if (!flags.quiet)
        io.stdout(checkText(result, { lang, columns: io.columns, chalk: coloursOf(io, flags) }));
      end(result.errors > 0 ? 1 : 0);
    });
};
