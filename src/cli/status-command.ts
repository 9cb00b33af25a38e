import { fill } from '../bilingual.js';
import type { HitRate, Rectification } from '../findings/rectification.js';
import { coloursOf } from './colours.js';
import type { AddCommand } from './command.js';
import { texts } from './messages.js';
import { count } from './option-values.js';
import { textTable } from './text-table.js';

interface StatusFlags {
  readonly dueDays: string;
  readonly json?: boolean;
  readonly workbook?: string;
  readonly color: boolean;
}

/** `hecha status`: the rectification ledger by township, and how often each rule was right. */
export const addStatus: AddCommand = (program, { io, lang, end }) => {
  const text = texts[lang];
  program
    .command('status')
    .description(text.statusAbout)
    .argument('<run>', text.statusRun)
    .option('--due-days <n>', text.dueDays, '30')
    .option('--json', text.diffJson)
    .option('--workbook <file>', text.statusWorkbook)
    .option('--lang <lang>', text.lang)
    .option('--no-color', text.noColor)
    .action(async (path: string, flags: StatusFlags) => {
      const dueDays = count('--due-days', flags.dueDays, 0, 36_500);
      const { readRun } = await import('../run/run-record.js');
      const { currentStates } = await import('../audit/current-states.js');
      const { rectification, hitRates } = await import('../findings/rectification.js');
      const { rectificationTable, hitRateTable, writeRectification } = await import(
        '../report/rectification-table.js'
      );
      const { loopTexts } = await import('../report/texts/loop.js');
      const run = await readRun(path);
      const { manifest } = run;
      const states = await currentStates(run);
      const work = rectification(states, { asOf: manifest.as_of, dueDays });
      const rates = hitRates(states);
      const titleOf = (rule: string): string =>
        manifest.rules.find(({ id }) => id === rule)?.title[lang] ?? '';
      const tables = {
        ledger: rectificationTable(work, lang),
        rates: hitRateTable(rates, lang, titleOf),
      };
      if (flags.workbook !== undefined) await writeRectification(flags.workbook, lang, tables);
      if (flags.json) {
        const { run_id, as_of, county } = manifest;
        io.stdout(
          `${JSON.stringify({ schema: 1, run_id, as_of, county, due_days: dueDays, ...statusJson(work, rates) }, null, 2)}\n`,
        );
      } else {
        const chalk = coloursOf(io, flags);
        const { run_id: id, as_of: asOf, county } = manifest;
        const [head = '', ...lines] = textTable(tables.ledger.header, tables.ledger.rows);
        const [rateHead = '', ...rateLines] = textTable(tables.rates.header, tables.rates.rows);
        io.stdout(
          `${[
            chalk.bold(fill(loopTexts['status.title'][lang], { county, asOf, run: id })),
            chalk.dim(head),
            ...lines,
            '',
            fill(loopTexts['status.about'][lang], { days: dueDays }),
            '',
            chalk.bold(loopTexts['status.rates'][lang]),
            ...(rates.length > 0
              ? [chalk.dim(rateHead), ...rateLines]
              : [loopTexts['status.no-verdicts'][lang]]),
          ].join('\n')}\n`,
        );
      }
      if (flags.workbook !== undefined)
        io.stderr(`${fill(loopTexts['status.workbook'][lang], { path: flags.workbook })}\n`);
      end(0);
    });
};

/** Stable snake_case keys. */
const statusJson = (
  { townships, total }: { townships: readonly Rectification[]; total: Rectification },
  rates: readonly HitRate[],
): object => {
  const counts = (each: Rectification): object => ({
    county: each.county,
    township: each.township,
    found: each.found,
    confirmed: each.confirmed,
    refuted: each.refuted,
    unverifiable: each.unverifiable,
    unanswered: each.unanswered,
    rectified: each.rectified,
    closed_by_itself: each.closedByItself,
    rule_changed: each.ruleChanged,
    outstanding: each.outstanding,
    oldest_days: each.oldestDays,
    overdue: each.overdue,
  });
  return {
    total: counts(total),
    townships: townships.map(counts),
    rules: rates.map(({ reasons, ...rate }) => ({
      ...rate,
      share: rate.share ?? null,
      reasons: Object.fromEntries(reasons.map(([reason, number]) => [reason || 'none', number])),
    })),
  };
};
