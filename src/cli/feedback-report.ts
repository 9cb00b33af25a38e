import type { ChalkInstance } from 'chalk';
import { fill, type Lang } from '../bilingual.js';
import { problemText } from '../findings/feedback/problems.js';
import type { FileCount } from '../findings/feedback/read-worklists.js';
import type { Disagreement } from '../findings/feedback/take.js';
import { type Verdict, verdictWords } from '../findings/verdicts.js';
import type { Feedback } from '../run/take-feedback.js';
import { feedbackTexts } from './feedback-texts.js';
import { textTable } from './text-table.js';

interface FileTaken extends FileCount {
  readonly fresh: number;
  readonly repeated: number;
}

/** What each file brought: a verdict's source begins with the file's name. */
function byFile({ files, fresh }: Feedback): FileTaken[] {
  return files.map((count) => {
    const isOfFile = ({ source }: Verdict): boolean =>
      source.startsWith(`${count.file}!`) || source.startsWith(`${count.file}#`);
    const own = fresh.filter(isOfFile).length;
    return { ...count, fresh: own, repeated: count.verdicts - own };
  });
}

/** What was taken and what was not, row by row, for people. */
export function feedbackText(
  feedback: Feedback,
  { lang, ledger, chalk }: { lang: Lang; ledger: string; chalk: ChalkInstance },
): string {
  const text = feedbackTexts[lang];
  const { fresh, repeated, empty, problems, disagreements, others } = feedback;
  const numbers = { fresh: fresh.length, repeated: repeated.length, empty, problems: problems.length };
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', chalk.yellow(title), ...lines];
  const [head = '', ...rows] = textTable(
    [text.file, text.fresh, text.repeated, text.empty, text.problems],
    byFile(feedback).map((file) => [file.file, file.fresh, file.repeated, file.empty, file.problems]),
  );
  return `${[
    chalk.bold(fill(text.summary, numbers)),
    fill(fresh.length > 0 ? text.ledger : text.unchanged, { path: ledger }),
    '',
    chalk.dim(head),
    ...rows,
    ...list(
      text.problemList,
      problems.map((problem) =>
        fill(text.problem, { place: problem.place, problem: problemText(problem, lang) }),
      ),
    ),
    ...list(
      text.disagreements,
      disagreements.map((each) => disagreementText(each, lang)),
    ),
    ...(others.length > 0
      ? ['', fill(text.others, { files: others.join(lang === 'zh' ? '、' : ', ') })]
      : []),
    ...(fresh.length > 0 ? ['', text.next] : []),
  ].join('\n')}\n`;
}

const disagreementText = ({ stands, overruled }: Disagreement, lang: Lang): string =>
  fill(feedbackTexts[lang].disagreement, {
    stands: stands.source,
    standsVerdict: verdictWords[stands.verdict].word[lang],
    standsOn: stands.on,
    overruled: overruled.source,
    overruledVerdict: verdictWords[overruled.verdict].word[lang],
    overruledOn: overruled.on,
  });

/** The same for programs. */
export function feedbackJson(feedback: Feedback, { lang, ledger }: { lang: Lang; ledger: string }): object {
  const { fresh, repeated, empty, problems, disagreements, others } = feedback;
  const short = ({ source, verdict, on }: Verdict): object => ({ source, verdict, on });
  return {
    ledger,
    taken: fresh.length,
    known_before: repeated.length,
    empty,
    not_usable: problems.length,
    files: byFile(feedback).map((file) => ({
      file: file.file,
      taken: file.fresh,
      known_before: file.repeated,
      empty: file.empty,
      not_usable: file.problems,
    })),
    problems: problems.map((problem) => ({
      file: problem.file,
      place: problem.place,
      code: problem.code,
      nearest: problem.nearest ?? null,
      text: problemText(problem, lang),
    })),
    disagreements: disagreements.map(({ finding_id, stands, overruled }) => ({
      finding_id,
      stands: short(stands),
      overruled: short(overruled),
    })),
    not_read: others,
  };
}
