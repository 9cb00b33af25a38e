import type { Family } from '../../rules/header.js';
import { evidenceText } from '../family-csv.js';
import { exemptedOfFamily } from '../finding-rows.js';
import { maskFinding, maskFor } from '../masking.js';
import { say, type TextKey } from '../messages.js';
import type { ReportModel, RuleOutcome } from '../model.js';
import { cell } from './cell.js';
import { styles } from './style.js';
import { type Book, backNote, openTable } from './table.js';

const columns: readonly { key: TextKey; width?: number; lines?: number }[] = [
  { key: 'column.rule' },
  { key: 'column.exemption' },
  { key: 'column.county' },
  { key: 'column.township' },
  { key: 'column.village' },
  { key: 'column.household' },
  { key: 'column.name' },
  { key: 'column.id' },
  { key: 'column.evidence', width: 56 },
  { key: 'column.clause' },
  { key: 'column.sources', width: 34, lines: 4 },
];

/** The sheet of the records that the exemptions of these rules spared, each with its reason: an auditor asks for them first. */
export async function writeExempted(
  book: Book,
  {
    model,
    family,
    rules,
    planned,
  }: { model: ReportModel; family: Family; rules: readonly RuleOutcome[]; planned?: string | undefined },
): Promise<void> {
  const { lang } = book;
  const mask = maskFor(model.mask, 'file');
  const table = openTable(book, {
    name: say(lang, 'sheet.exempted'),
    planned,
    notes: [backNote(book, say(lang, 'note.exempted'))],
    columns: columns.map(({ key, ...rest }) => ({ title: say(lang, key), ...rest })),
  });
  let records = 0;
  const byId = new Map(rules.map((rule) => [rule.header.id, rule]));
  for await (const page of exemptedOfFamily(model.engine, family)) {
    const rule = byId.get(page[0]?.rule_id ?? '');
    if (!rule) continue;
    const reasons = new Map(rule.header.exemptions.map((exemption) => [exemption.id, exemption]));
    for (const record of page) {
      const shown = maskFinding(record, mask, rule.header);
      const reason = reasons.get(record.exemption);
      await table.row([
        cell(record.rule_id, styles.text),
        cell(reason?.when[lang] ?? record.exemption, styles.text),
        cell(shown.county, styles.text),
        cell(shown.township, styles.text),
        cell(shown.village, styles.text),
        cell(shown.household_no, styles.text),
        cell(shown.subject_name, styles.text),
        cell(shown.id_number, styles.text),
        cell(evidenceText(shown, rule, lang), styles.long),
        cell(reason?.clause ?? record.clause, styles.text),
        cell(shown.sources, styles.long),
      ]);
      records += 1;
    }
  }
  if (records === 0) await table.row([cell(say(lang, 'exempted.none'), styles.plain)]);
  await table.close();
}
