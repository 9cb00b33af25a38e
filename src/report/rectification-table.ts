import type { Lang } from '../bilingual.js';
import type { HitRate, Rectification } from '../findings/rectification.js';
import { reasonWords } from '../findings/verdicts.js';
import { say } from './messages.js';
import { loopTexts } from './texts/loop.js';
import { cell } from './workbook/cell.js';
import { styles } from './workbook/style.js';
import { writeTableWorkbook } from './write-table-workbook.js';

/** A table of texts and numbers, for terminal and workbook alike. */
interface PlainTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const COLUMNS = [
  ['status.found', 'found'],
  ['status.confirmed', 'confirmed'],
  ['status.refuted', 'refuted'],
  ['status.unverifiable', 'unverifiable'],
  ['status.unanswered', 'unanswered'],
  ['status.rectified', 'rectified'],
  ['status.by-itself', 'closedByItself'],
  ['status.rule-changed', 'ruleChanged'],
  ['status.outstanding', 'outstanding'],
  ['status.oldest', 'oldestDays'],
  ['status.overdue', 'overdue'],
] as const satisfies readonly (readonly [keyof typeof loopTexts, keyof Rectification])[];

const SELDOM: ReadonlySet<keyof Rectification> = new Set(['unverifiable', 'ruleChanged']);

/** The ledger: a line a township, the total last. */
export function rectificationTable(
  { townships, total }: { readonly townships: readonly Rectification[]; readonly total: Rectification },
  lang: Lang,
): PlainTable {
  const counties = new Set(townships.map(({ county }) => county)).size;
  const name = ({ county, township }: Rectification): string =>
    (counties > 1 ? county : '') + (township || loopTexts['status.no-township'][lang]);
  // What seldom happens has a column only where it has.
  const columns = COLUMNS.filter(([, key]) => !SELDOM.has(key) || total[key] > 0);
  const counts = (each: Rectification): number[] => columns.map(([, key]) => each[key]);
  return {
    header: [say(lang, 'column.township'), ...columns.map(([key]) => loopTexts[key][lang])],
    rows: [
      ...townships.map((each) => [name(each), ...counts(each)]),
      [loopTexts['status.all'][lang], ...counts(total)],
    ],
  };
}

/** How often each rule was right, and why not. */
export function hitRateTable(
  rates: readonly HitRate[],
  lang: Lang,
  titleOf: (rule: string) => string,
): PlainTable {
  const reasons = (rate: HitRate): string =>
    rate.reasons
      .map(([reason, count]) => `${reason ? reasonWords[reason].word[lang] : '—'} ${count}`)
      .join(lang === 'zh' ? '、' : ', ');
  return {
    header: [
      say(lang, 'column.title'),
      loopTexts['status.confirmed'][lang],
      loopTexts['status.partial'][lang],
      loopTexts['status.refuted'][lang],
      loopTexts['status.unverifiable'][lang],
      loopTexts['status.share'][lang],
      loopTexts['status.reasons'][lang],
    ],
    rows: rates.map((rate) => [
      `${rate.rule} ${titleOf(rate.rule)}`,
      rate.confirmed,
      rate.partial,
      rate.refuted,
      rate.unverifiable,
      rate.share === undefined ? '—' : `${Math.round(rate.share * 100)}%`,
      reasons(rate),
    ]),
  };
}

/**
 * Writes both tables as a workbook.
 * @throws HechaError HC5002 when the disk does not allow it
 */
export async function writeRectification(
  path: string,
  lang: Lang,
  { ledger, rates }: { readonly ledger: PlainTable; readonly rates: PlainTable },
): Promise<void> {
  const sheet = (name: string, { header, rows }: PlainTable) => ({
    name,
    columns: header.map((title) => ({
      title,
      ...(title === loopTexts['status.reasons'][lang] && { width: 40 }),
    })),
    rows: rows.map((row) =>
      row.map((value) => cell(value, typeof value === 'number' ? styles.count : styles.text)),
    ),
  });
  await writeTableWorkbook(path, lang, [
    sheet(loopTexts['status.sheet'][lang], ledger),
    sheet(loopTexts['status.rates'][lang], rates),
  ]);
}
