import type { ChalkInstance } from 'chalk';
import { fill, type Lang } from '../bilingual.js';
import type { Difference } from '../reproduce/difference.js';
import type { Verified } from '../reproduce/verify.js';
import { changeWords, differenceKinds, reproduceTexts, rulePartNames } from './reproduce-texts.js';

/** Differences of one kind that are listed; `--json` has them all. */
const LISTED = 20;

/** What verifying a run has shown, for people. */
export function verifyText(
  verified: Verified,
  { lang, chalk }: { lang: Lang; chalk: ChalkInstance },
): string {
  const text = reproduceTexts[lang];
  const { run, differences, inputs, findings, notDone } = verified;
  const counts = {
    run: run.recorded.run_id,
    day: run.recorded.as_of,
    inputs: inputs.length,
    findings,
    files: run.recorded.outputs.length,
    count: differences.length,
  };
  if (verified.reproduced)
    return `${chalk.green.bold(fill(text.reproduced, counts))}\n  ${fill(text.reproducedCounts, counts)}\n`;
  const lines = [chalk.red.bold(fill(text.differs, counts))];
  for (const kind of Object.keys(differenceKinds) as Difference['kind'][]) {
    const of = differences.filter((each) => each.kind === kind);
    if (of.length === 0) continue;
    lines.push(`  ${chalk.bold(differenceKinds[kind][lang])}`);
    for (const each of of.slice(0, LISTED)) lines.push(`    ${lineOf(each, lang)}`);
    if (of.length > LISTED) lines.push(`    ${fill(text.more, { count: of.length - LISTED })}`);
  }
  if (notDone) lines.push(chalk.yellow(fill(text.notDone, { reason: notDone.sentence(lang) })));
  else if (!differences.some(({ kind }) => kind === 'finding')) lines.push(fill(text.sameFindings, counts));
  return `${lines.join('\n')}\n`;
}

function lineOf(difference: Difference, lang: Lang): string {
  const text = reproduceTexts[lang];
  const { kind, what, change, recorded, found, where, parts } = difference;
  const word = changeWords[kind === 'finding' ? 'finding' : 'other'][change][lang];
  const colon = lang === 'zh' ? '：' : ': ';
  const shown = [
    parts?.map((part) => rulePartNames[part]?.[lang] ?? part).join(lang === 'zh' ? '、' : ', '),
    // Of results that follow from the rest, hashes say nothing to people.
    recorded === undefined || kind === 'report' ? undefined : `${text.recordedIs} ${recorded}`,
    found === undefined || kind === 'report' ? undefined : `${text.foundIs} ${found}`,
    where !== undefined && kind !== 'finding' ? `${text.at} ${where}` : undefined,
  ].filter(Boolean);
  const name = kind === 'finding' ? `${what} ${where ?? ''}`.trim() : what;
  return `${name} ${word}${shown.length > 0 ? colon + shown.join(lang === 'zh' ? '，' : ', ') : ''}`;
}

/** The same for programs. */
export function verifyJson({ run, reproduced, differences, inputs, findings, notDone }: Verified): object {
  return {
    run_id: run.recorded.run_id,
    run_dir: run.folder,
    reproduced,
    audited_again: notDone === undefined,
    not_audited: notDone ? notDone.sentence('en') : null,
    findings,
    inputs: inputs.map(({ name, state, expected, found, path }) => ({
      name,
      state,
      recorded: expected,
      found: found ?? (state === 'same' ? expected : null),
      path: path ?? null,
    })),
    differences: differences.map(({ kind, what, change, recorded, found, where, parts }) => ({
      kind,
      what,
      change,
      recorded: recorded ?? null,
      found: found ?? null,
      where: where ?? null,
      parts: parts ?? [],
    })),
  };
}
