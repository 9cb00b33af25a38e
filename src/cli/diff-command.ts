import type { ChalkInstance } from 'chalk';
import { fill, type Lang } from '../bilingual.js';
import type { Differences } from '../findings/difference.js';
import type { RunRecord } from '../run/run-record.js';
import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { textTable } from './text-table.js';

interface DiffFlags {
  readonly json?: boolean;
  readonly exitCode?: boolean;
  readonly workbook?: string;
  readonly color: boolean;
}

/** Findings that the terminal lists. */
const LISTED = 50;

/** `hecha diff`: what differs between the findings of two runs. */
export const addDiff: AddCommand = (program, { io, lang, end }) => {
  const text = texts[lang];
  program
    .command('diff')
    .description(text.diff)
    .argument('<runA>', text.diffA)
    .argument('<runB>', text.diffB)
    .option('--json', text.diffJson)
    .option('--exit-code', text.diffExit)
    .option('--workbook <file>', text.diffWorkbook)
    .option('--lang <lang>', text.lang)
    .option('--no-color', text.noColor)
    .action(async (first: string, second: string, flags: DiffFlags) => {
      const { readRun, readStates } = await import('../run/run-record.js');
      const { differences } = await import('../findings/difference.js');
      const [a, b] = [await readRun(first), await readRun(second)];
      const compared = async (run: RunRecord) => ({
        states: await readStates(run),
        asOf: run.manifest.as_of,
        ran: new Set(run.manifest.rules.map(({ id }) => id)),
      });
      const result = differences(await compared(a), await compared(b));
      if (flags.workbook !== undefined) await writeWorkbook(flags.workbook, result, { runs: [a, b], lang });
      if (flags.json) io.stdout(`${JSON.stringify(diffJson(result, a, b), null, 2)}\n`);
      else io.stdout(await diffText(result, { runs: [a, b], lang, chalk: coloursOf(io, flags) }));
      if (flags.workbook !== undefined) {
        const { loopTexts } = await import('../report/texts/loop.js');
        io.stderr(`${fill(loopTexts['status.workbook'][lang], { path: flags.workbook })}\n`);
      }
      end(flags.exitCode && result.different.length > 0 ? 1 : 0);
    });
};

interface Shown {
  readonly runs: readonly [RunRecord, RunRecord];
  readonly lang: Lang;
}

const titleOf = (runs: readonly RunRecord[], rule: string, lang: Lang): string =>
  runs.flatMap(({ manifest }) => manifest.rules).find(({ id }) => id === rule)?.title[lang] ?? '';

/** Counts by rule, then the findings by id and place: no person is named on a terminal. */
async function diffText(
  { different, same }: Differences,
  { runs, lang, chalk }: Shown & { chalk: ChalkInstance },
): Promise<string> {
  const { loopTexts } = await import('../report/texts/loop.js');
  const { changes } = await import('../findings/difference.js');
  const { workbookTexts } = await import('../report/texts/workbook.js');
  const [a, b] = runs;
  const lines = [
    chalk.bold(fill(loopTexts['diff.title'][lang], { a: a.manifest.run_id, b: b.manifest.run_id })),
  ];
  if (different.length === 0) {
    return `${[...lines, fill(loopTexts['diff.none'][lang], { count: same })].join('\n')}\n`;
  }
  const rules = [...new Set(different.map(({ state }) => state.rule_id))];
  const word = (change: (typeof changes)[number]): string => loopTexts[`change.${change}`][lang];
  const [head = '', ...counts] = textTable(
    [workbookTexts['column.title'][lang], ...changes.map(word)],
    rules.map((rule) => [
      `${rule} ${titleOf(runs, rule, lang)}`,
      ...changes.map(
        (change) => different.filter((each) => each.change === change && each.state.rule_id === rule).length,
      ),
    ]),
  );
  lines.push('', chalk.dim(head), ...counts, '', `  ${fill(loopTexts['diff.same'][lang], { count: same })}`);
  if (different.some(({ change }) => change === 'unjudged'))
    lines.push(`  ${loopTexts['diff.unjudged'][lang]}`);
  const columns = [
    'column.finding',
    'column.rule',
    'column.township',
    'column.village',
    'column.household',
  ] as const;
  const [title = '', ...listed] = textTable(
    [loopTexts['diff.change'][lang], ...columns.map((column) => workbookTexts[column][lang])],
    different
      .slice(0, LISTED)
      .map(({ change, state }) => [
        word(change),
        state.finding_id,
        state.rule_id,
        state.township,
        state.village,
        state.household_no,
      ]),
  );
  lines.push('', chalk.dim(title), ...listed);
  const more = different.length - LISTED;
  if (more > 0) lines.push('', `  ${fill(loopTexts['diff.more'][lang], { count: more })}`);
  return `${lines.join('\n')}\n`;
}

/** Stable snake_case keys; ids and places, no person. */
const diffJson = ({ different, same }: Differences, a: RunRecord, b: RunRecord): object => ({
  schema: 1,
  a: a.manifest.run_id,
  b: b.manifest.run_id,
  same,
  new: different.filter(({ change }) => change === 'new').length,
  changed: different.filter(({ change }) => change === 'changed').length,
  gone: different.filter(({ change }) => change === 'gone').length,
  unjudged: different.filter(({ change }) => change === 'unjudged').length,
  findings: different.map(({ change, state }) => ({
    change,
    finding_id: state.finding_id,
    rule_id: state.rule_id,
    family: state.family,
    severity: state.severity,
    county: state.county,
    township: state.township,
    village: state.village,
    household_no: state.household_no,
  })),
});

async function writeWorkbook(path: string, { different }: Differences, shown: Shown): Promise<void> {
  const { writeDifferences } = await import('../report/difference-workbook.js');
  const { lang, runs } = shown;
  await writeDifferences(path, different, { lang, titleOf: (rule) => titleOf(runs, rule, lang) });
}
