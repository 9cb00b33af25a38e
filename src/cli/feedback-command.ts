import { join } from 'node:path';
import type { AddCommand } from './command.js';
import { feedbackTexts } from './feedback-texts.js';
import { texts } from './messages.js';
import { day } from './option-values.js';

interface FeedbackFlags {
  readonly on?: string;
  readonly json?: boolean;
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
    .action(async (path: string, files: string[], flags: FeedbackFlags) => {
      const on = flags.on === undefined ? undefined : day('--on', flags.on);
      const [{ latestRun }, { takeFeedback }, { LEDGER }, { feedbackJson, feedbackText }] = await Promise.all(
        [
          import('../run/latest-run.js'),
          import('../run/take-feedback.js'),
          import('../findings/ledger.js'),
          import('./feedback-report.js'),
        ],
      );
      const run = await latestRun(path);
      const feedback = await takeFeedback(run, files, { today: io.today(), ...(on !== undefined && { on }) });
      if ('unreadable' in feedback) {
        for (const error of feedback.unreadable) io.stderr(`${error.sentence(lang)}\n`);
        io.stderr(`${text.nothing}\n`);
        return end(2);
      }
      const about = { lang, ledger: join(run.out, LEDGER) };
      if (flags.json) io.stdout(`${JSON.stringify(feedbackJson(feedback, about), null, 2)}\n`);
      else io.stdout(feedbackText(feedback, about));
      end(feedback.problems.length > 0 ? 1 : 0);
    });
};
