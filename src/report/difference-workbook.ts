import type { Lang } from '../bilingual.js';
import type { Differences } from '../findings/difference.js';
import { labelOf, say } from './messages.js';
import { loopTexts } from './texts/loop.js';
import { cell } from './workbook/cell.js';
import { severityStyles, styles } from './workbook/style.js';
import { writeTableWorkbook } from './write-table-workbook.js';

/**
 * Writes what differs between two runs as a workbook of one sheet.
 * @throws HechaError HC5002 when the disk does not allow it
 */
export async function writeDifferences(
  path: string,
  different: Differences['different'],
  { lang, titleOf }: { readonly lang: Lang; titleOf(rule: string): string },
): Promise<void> {
  const columns = [
    { title: loopTexts['diff.change'][lang] },
    { title: say(lang, 'column.finding') },
    { title: say(lang, 'column.rule') },
    { title: say(lang, 'column.title'), width: 30 },
    { title: say(lang, 'column.severity') },
    { title: say(lang, 'column.township') },
    { title: say(lang, 'column.village') },
    { title: say(lang, 'column.household') },
    { title: say(lang, 'column.name') },
    { title: say(lang, 'column.message'), width: 56 },
  ];
  const rows = different.map(({ change, state }) => [
    cell(loopTexts[`change.${change}`][lang], styles.text),
    cell(state.finding_id, styles.text),
    cell(state.rule_id, styles.text),
    cell(titleOf(state.rule_id), styles.long),
    cell(labelOf(lang, 'severity', state.severity), severityStyles[state.severity]),
    cell(state.township, styles.text),
    cell(state.village, styles.text),
    cell(state.household_no, styles.text),
    cell(state.subject_name, styles.text),
    cell(state.message, styles.long),
  ]);
  await writeTableWorkbook(path, lang, [{ name: loopTexts['diff.sheet'][lang], columns, rows }]);
}
