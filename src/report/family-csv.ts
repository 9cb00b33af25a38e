import type { Lang } from '../bilingual.js';
import type { Finding } from '../findings/finding.js';
import { shownValue } from '../rules/message.js';
import type { FindingSink } from './finding-sink.js';
import { BOM } from './findings-csv.js';
import { labelOf, say, statusLabel, type TextKey } from './messages.js';
import type { RuleOutcome } from './model.js';
import { csvLine } from './spreadsheet-safe.js';
import { createTextFile } from './text-file.js';

const header: readonly TextKey[] = [
  'column.finding',
  'column.rule',
  'column.title',
  'column.severity',
  'column.confidence',
  'column.status',
  'column.clause',
  'column.county',
  'column.township',
  'column.village',
  'column.household',
  'column.subject',
  'column.id',
  'column.message',
  'column.evidence',
  'column.verify',
  'column.sources',
];

/** Opens a family's CSV file: its findings in words, headers and labels in the language of the run. */
export async function openFamilyCsv(path: string, lang: Lang): Promise<FindingSink> {
  const file = await createTextFile(path);
  await file.write(BOM + csvLine(header.map((key) => say(lang, key))));
  return {
    async write(findings, rule) {
      for (const finding of findings) await file.write(csvLine(cells(finding, rule, lang)));
    },
    close: () => file.close(),
    abandon: () => file.abandon(),
  };
}

const cells = (finding: Finding, rule: RuleOutcome, lang: Lang): string[] => [
  finding.finding_id,
  finding.rule_id,
  rule.header.title[lang],
  labelOf(lang, 'severity', finding.severity),
  labelOf(lang, 'confidence', finding.confidence),
  statusLabel(lang, finding.status),
  finding.clause,
  finding.county,
  finding.township,
  finding.village,
  finding.household_no,
  finding.subject_name,
  finding.id_number,
  finding.message,
  evidenceText(finding, rule, lang),
  rule.header.verify[lang],
  finding.sources,
];

/** The evidence in one text: `号牌号码：甘A12345；车辆类型：小型轿车`, in the rule's order, without what is empty. */
export function evidenceText(finding: Finding, rule: RuleOutcome, lang: Lang): string {
  const [colon, separator] = lang === 'zh' ? ['：', '；'] : [': ', '; '];
  return Object.entries(rule.header.evidence)
    .map(([column, label]) => [
      label[lang],
      shownValue(rule.header, column, finding.evidence[column] ?? null, lang),
    ])
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => `${label}${colon}${value}`)
    .join(separator);
}
