import { join } from 'node:path';
import { Chalk } from 'chalk';
import type { Lang } from '../bilingual.js';
import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { feedbackTexts } from './feedback-texts.js';
import type { Io } from './io.js';
import { texts } from './messages.js';
import { day } from './option-values.js';

interface FeedbackFlags {
  readonly on?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** `hecha feedback`: filled-in worklists into the ledger. Exits 1 when something in them could not be used, 2 when nothing was taken. */
export const addFeedback: AddCommand = (program, { io, lang, end }) => {
  const text = feedbackTexts[lang];
  program
    .command('feedback')
    .description(text.about)
    .argument('<run-or-folder>', text.run)
    .argument('<files...>', text.files)
    .option('--on <date>', text.on)
    .option('--lang <lang>', texts[lang].lang)
    .option('--json', text.json)
    .option('-q, --quiet', text.quiet)
    .option('--no-color', texts[lang].noColor)
    .action(async (path: string, files: string[], flags: FeedbackFlags) => {
      const on = flags.on === undefined ? undefined : day('--on', flags.on);
      const { feedbackJson, feedbackText } = await import('./feedback-report.js');
      const taken = await take(path, files, { io, lang, ...(on !== undefined && { on }) });
      if (!taken) return end(2);
      const { feedback, about } = taken;
      if (flags.json) io.stdout(`${JSON.stringify(feedbackJson(feedback, about), null, 2)}\n`);
      else if (!flags.quiet || feedback.problems.length > 0)
        io.stdout(feedbackText(feedback, { ...about, chalk: coloursOf(io, flags) }));
      end(feedback.problems.length > 0 ? 1 : 0);
    });
};

interface Taking {
  readonly io: Io;
  readonly lang: Lang;
  readonly on?: string;
}

/** Takes worklists into the ledger. @returns undefined, and has said why, when a file of them cannot be read: nothing is taken then. */
async function take(path: string, files: readonly string[], { io, lang, on }: Taking) {
  const [{ latestRun }, { takeFeedback }, { LEDGER }] = await Promise.all([
    import('../run/latest-run.js'),
    import('../run/take-feedback.js'),
    import('../findings/ledger.js'),
  ]);
  const run = await latestRun(path);
  const feedback = await takeFeedback(run, files, { today: io.today(), ...(on !== undefined && { on }) });
  if ('unreadable' in feedback) {
    for (const error of feedback.unreadable) io.stderr(`${error.sentence(lang)}\n`);
    io.stderr(`${feedbackTexts[lang].nothing}\n`);
    return undefined;
  }
  return { feedback, about: { lang, ledger: join(run.out, LEDGER) } };
}

/**
 * Takes worklists into the ledger of a folder of runs before an audit goes by it, and says on stderr what could not be used.
 * @returns whether they were taken
 */
export async function takeBefore(
  out: string,
  files: readonly string[],
  { quiet, ...taking }: Taking & { readonly quiet: boolean },
): Promise<boolean> {
  const taken = await take(out, files, taking);
  if (!taken) return false;
  const { feedbackText } = await import('./feedback-report.js');
  if (!quiet || taken.feedback.problems.length > 0)
    taking.io.stderr(feedbackText(taken.feedback, { ...taken.about, chalk: new Chalk({ level: 0 }) }));
  return true;
}
