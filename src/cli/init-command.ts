import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fill } from '../bilingual.js';
import { HechaError } from '../errors.js';
import { asWriteFailure } from '../run/write-failure.js';
import { type AddCommand, defaultPolicy } from './command.js';
import { texts } from './messages.js';
import { memorySize } from './option-values.js';
import { withTemporary } from './passing-folder.js';
import { progressLine } from './progress-line.js';

interface InitFlags {
  readonly memory: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly progress: boolean;
}

const NAME = 'hecha.yaml';

/** `hecha init`: a commented configuration for the files of a folder. */
export const addInit: AddCommand = (program, { io, lang }) => {
  const text = texts[lang];
  program
    .command('init')
    .description(text.init)
    .argument('[folder]', text.initFolder, '.')
    .option('--force', text.initForce)
    .option('--memory <size>', text.memory, '1GB')
    .option('--lang <lang>', text.lang)
    .option('-q, --quiet', text.quiet)
    .option('-v, --verbose', text.verbose)
    .option('--no-progress', text.noProgress)
    .action(async (folder: string, flags: InitFlags) => {
      const path = join(folder, NAME);
      const memory = memorySize('--memory', flags.memory);

      const { inspect } = await import('../audit/inspection.js');
      const line = progressLine(io, lang, flags);
      // A configuration that is there already is not gone by: the draft says what the files are by themselves.
      const inspection = await withTemporary(io, (temporary) =>
        inspect(
          { paths: [folder], notInputs: [join(folder, 'hecha-out')], today: io.today() },
          { temporary, memory, progress: line.step },
        ),
      ).finally(() => line.clear());
      const { draftOf } = await import('../audit/draft-config.js');
      const { draftText } = await import('../config/draft.js');
      const draft = draftText(draftOf(inspection, defaultPolicy));
      await writeFile(path, draft, { flag: flags.force ? 'w' : 'wx' }).catch((error: unknown) => {
        const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
        throw isThere ? new HechaError('HC1007', { path }) : asWriteFailure(error, folder);
      });
      if (!flags.quiet) io.stdout(`${fill(text.initWritten, { path })}\n`);
    });
};
