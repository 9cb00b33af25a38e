import type { ChalkInstance } from 'chalk';
import type { Checked, CheckResult } from '../audit/check-inputs.js';
import type { Lang } from '../bilingual.js';
import { displayWidth, padTo, wrap } from '../report/display-width.js';
import { type JunitCase, junitXml } from '../report/junit.js';
import { sayer } from './inspect-text.js';

const placeOf = ({ file, sheet }: Checked): string => (sheet === undefined ? file : `${file}!${sheet}`);

/** What `hecha check` prints for people: each table with its account, what is wrong below it, and the sum. */
export function checkText(
  result: CheckResult,
  show: { readonly lang: Lang; readonly columns: number; readonly chalk: ChalkInstance },
): string {
  const { lang, chalk } = show;
  const say = sayer(lang);
  const width = Math.max(60, show.columns);
  const words = {
    error: chalk.red.bold(say('check.error')),
    warning: chalk.yellow(say('check.warning')),
    ok: chalk.green(say('check.ok')),
  };
  const names = result.checked.map(placeOf);
  const widest = Math.min(44, Math.max(0, ...names.map((name) => displayWidth(name))));
  const verdictLines = ({ level, text }: Checked['verdicts'][number]): string[] =>
    wrap(text[lang], width - 10).map((line, at) =>
      at === 0 ? `    ${words[level]}  ${line}` : `          ${line}`,
    );
  const lines = result.checked.flatMap((checked, at) => {
    const worst = checked.verdicts.some(({ level }) => level === 'error')
      ? 'error'
      : checked.verdicts.length > 0
        ? 'warning'
        : 'ok';
    const rows = checked.rows ? say('rows', { ...checked.rows, by: '' }) : '';
    const dataset = checked.dataset ?? '';
    return [
      `${words[worst]}  ${padTo(names[at] ?? '', widest)}  ${dataset}`.trimEnd(),
      ...(rows === '' ? [] : [`    ${rows}`]),
      ...checked.verdicts.flatMap(verdictLines),
    ];
  });
  const read = result.checked.reduce((sum, { rows }) => sum + (rows?.read ?? 0), 0);
  const files = new Set(result.checked.map(({ file }) => file)).size;
  const { errors, warnings } = result;
  const summaryColour = errors > 0 ? chalk.red : warnings > 0 ? chalk.yellow : chalk.green;
  return `${[
    ...lines,
    ...result.overall.flatMap(verdictLines),
    '',
    summaryColour(
      say('check.summary', { files, parts: result.checked.length, rows: read, errors, warnings }),
    ),
  ].join('\n')}\n`;
}

/** What `hecha check --json` prints: stable snake_case keys, places and counts, never the value of a cell. */
export const checkJson = (result: CheckResult, asOf: string, lang: Lang): object => ({
  schema: 1,
  ok: result.errors === 0,
  as_of: asOf,
  errors: result.errors,
  warnings: result.warnings,
  tables: result.checked.map(({ file, sheet, dataset, rows, verdicts }) => ({
    file,
    sheet: sheet ?? null,
    dataset: dataset ?? null,
    rows: rows ?? null,
    verdicts: verdicts.map(({ level, code, text }) => ({ level, code, message: text[lang] })),
  })),
  overall: result.overall.map(({ level, code, text }) => ({ level, code, message: text[lang] })),
});

/** The same as a JUnit report: a suite a file, a case a table. */
export function checkJunit({ checked }: CheckResult, lang: Lang): string {
  const cases = checked.map(({ file, sheet, dataset, verdicts }): JunitCase => {
    const of = (wanted: string): string[] =>
      verdicts.filter(({ level }) => level === wanted).map(({ text }) => text[lang]);
    return {
      suite: file,
      name: [sheet, dataset].filter(Boolean).join(' · ') || file,
      failures: of('error'),
      notes: of('warning'),
    };
  });
  return junitXml('hecha check', cases);
}
