import { HechaError } from '../errors.js';
import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { memorySize } from './option-values.js';
import { withTemporary } from './passing-folder.js';
import { progressLine } from './progress-line.js';

interface InspectFlags {
  readonly config?: string;
  readonly asOf?: string;
  readonly memory: string;
  readonly json?: boolean;
  readonly datasets?: true | string;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

/** `hecha inspect`: what each file is, and what was made of its columns. */
export const addInspect: AddCommand = (program, { io, lang, end }) => {
  const text = texts[lang];
  program
    .command('inspect')
    .description(text.inspect)
    .argument('[files...]', text.inspectFiles)
    .option('-c, --config <file>', text.config)
    .option('--as-of <date>', text.asOf)
    .option('--json', text.inspectJson)
    .option('--datasets [id]', text.inspectDatasets)
    .option('--memory <size>', text.memory, '1GB')
    .option('--lang <lang>', text.lang)
    .option('-v, --verbose', text.verbose)
    .option('--no-color', text.noColor)
    .option('--no-progress', text.noProgress)
    .action(async (files: string[], flags: InspectFlags) => {
      if (flags.datasets !== undefined) {
        const { datasetList } = await import('./dataset-list.js');
        io.stdout(datasetList(flags.datasets === true ? undefined : flags.datasets, lang));
        return;
      }
      if (files.length === 0) throw new HechaError('HC1004', { message: text.inspectNothing });
      const { readingOptions } = await import('./reading-flags.js');
      const { options } = await readingOptions(files, flags, io);
      const { inspect } = await import('../audit/inspection.js');
      const line = progressLine(io, lang, flags);
      const inspection = await withTemporary(io, (temporary) =>
        inspect(options, {
          temporary,
          memory: memorySize('--memory', flags.memory),
          progress: line.step,
        }),
      ).finally(() => line.clear());
      if (flags.json) {
        const { inspectionJson } = await import('./inspect-json.js');
        io.stdout(`${JSON.stringify(inspectionJson(inspection, lang), null, 2)}\n`);
      } else {
        const { inspectionText } = await import('./inspect-text.js');
        io.stdout(inspectionText(inspection, { lang, columns: io.columns, chalk: coloursOf(io, flags) }));
      }
      // Nothing of what was asked about could be read: that is no answer.
      end(inspection.files.length === 0 ? 2 : 0);
    });
};
