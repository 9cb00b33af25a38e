import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { count, memorySize } from './option-values.js';
import { withTemporary } from './passing-folder.js';
import { progressLine } from './progress-line.js';
import { reproduceTexts } from './reproduce-texts.js';
import { toolVersion } from './version.js';

interface VerifyFlags {
  readonly inputs?: readonly string[];
  readonly memory: string;
  readonly threads?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

/** `hecha verify`: does a run again and compares. Exits 1 when something differs. */
export const addVerify: AddCommand = (program, { io, lang, end }) => {
  const text = texts[lang];
  const own = reproduceTexts[lang];
  program
    .command('verify')
    .description(own.verify)
    .argument('<run>', own.verifyRun)
    .option('--inputs <dir...>', own.inputs)
    .option('--memory <size>', text.memory, '1GB')
    .option('--threads <n>', text.threads)
    .option('--lang <lang>', text.lang)
    .option('--json', own.verifyJson)
    .option('-q, --quiet', text.quiet)
    .option('-v, --verbose', text.verbose)
    .option('--no-color', text.noColor)
    .option('--no-progress', text.noProgress)
    .action(async (run: string, flags: VerifyFlags) => {
      const options = {
        inputs: flags.inputs ?? [],
        toolVersion: toolVersion(),
        memory: memorySize('--memory', flags.memory),
        ...(flags.threads && { threads: count('--threads', flags.threads, 1, 256) }),
      };
      const { verifyRun } = await import('../reproduce/verify.js');
      const { verifyJson, verifyText } = await import('./verify-text.js');
      const line = progressLine(io, lang, flags);
      await withTemporary(io, async (temporary) => {
        try {
          const verified = await verifyRun(run, { ...options, temporary }, line.step);
          line.clear();
          if (flags.json) io.stdout(`${JSON.stringify(verifyJson(verified), null, 2)}\n`);
          else if (!flags.quiet) io.stdout(verifyText(verified, { lang, chalk: coloursOf(io, flags) }));
          end(verified.reproduced ? 0 : 1);
        } finally {
          line.clear();
        }
      });
    });
};
