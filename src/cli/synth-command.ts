import { fill } from '../bilingual.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { count, day } from './option-values.js';
import { progressLine } from './progress-line.js';

interface SynthFlags {
  readonly out: string;
  readonly households: string;
  readonly seed: string;
  readonly asOf: string;
  readonly night: string;
  readonly quiet?: boolean;
  readonly progress: boolean;
}

/** `hecha synth`: a synthetic county with its planted problems. */
export const addSynth: AddCommand = (program, { io, lang }) => {
  const text = texts[lang];
  program
    .command('synth')
    .description(text.synth)
    .requiredOption('--out <dir>', text.synthOut)
    .option('--households <n>', text.households, '400')
    .option('--seed <n>', text.seed, '1')
    .option('--as-of <date>', text.asOf, '2017-07-31')
    .option('--night <n>', text.night, '1')
    .option('--lang <lang>', text.lang)
    .option('-q, --quiet', text.quiet)
    .option('--no-progress', text.noProgress)
    .action(async (flags: SynthFlags) => {
      const { synthesize } = await import('../synth/synthesize.js');
      const line = progressLine(io, lang, flags);
      const made = await synthesize({
        out: flags.out,
        households: count('--households', flags.households, 1, 1_000_000),
        seed: count('--seed', flags.seed, 0),
        asOf: day('--as-of', flags.asOf),
        night: count('--night', flags.night, 1, 31),
        onProgress: (rows) => line.show(fill(text.synthesizing, { rows: rows.toLocaleString('en-US') })),
      }).finally(() => line.clear());
      if (flags.quiet) return;
      io.stdout(
        `${fill(text.synthDone, { folder: flags.out, households: flags.households, files: made.files.length, truth: made.truth })}\n`,
      );
      if (made.changes > 0) io.stdout(`${fill(text.synthChanges, { changes: made.changes })}\n`);
    });
};
