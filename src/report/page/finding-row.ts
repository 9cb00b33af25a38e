import type { Lang } from '../../bilingual.js';
import { confidences, type EvidenceValue, type Finding, severities } from '../../findings/finding.js';
import type { RuleHeader } from '../../rules/header.js';
import { messageOf } from '../../rules/message.js';
import type { Dictionary, Places } from './dictionary.js';
import type { FindingRow } from './page-data.js';

/** What rows name by number. */
export interface RowDictionaries {
  readonly statuses: Dictionary;
  readonly places: Places;
  readonly sources: Dictionary;
}

/** The row of a finding, already masked, as `FindingRow` has it. */
export function findingRow(
  finding: Finding,
  { header, lang, dictionaries }: { header: RuleHeader; lang: Lang; dictionaries: RowDictionaries },
): FindingRow {
  const place = dictionaries.places.of(finding);
  const [county = ''] = dictionaries.places.all[place] ?? [];
  return [
    finding.finding_id,
    severities.indexOf(finding.severity),
    confidences.indexOf(finding.confidence),
    dictionaries.statuses.of(finding.status),
    place,
    finding.household_no,
    finding.subject_name,
    finding.id_number,
    packedSources(finding.sources, dictionaries.sources),
    messageOf(header, { ...templateValues(finding), county }, lang) === finding.message ? 0 : finding.message,
    ...Object.keys(header.evidence).map((column) => finding.evidence[column] ?? null),
  ];
}

/** What the page has at hand to fill a message with: nearly every message needs no more, the others are kept whole. */
const templateValues = (finding: Finding): Record<string, EvidenceValue> => ({
  township: finding.township,
  village: finding.village,
  household_no: finding.household_no,
  name: finding.subject_name,
  ...finding.evidence,
});

/** `a.csv#12; a.csv#13; b.xlsx!S#5` as `0:12,13;1:5`. */
function packedSources(sources: string, dictionary: Dictionary): string {
  const packed: string[] = [];
  let last: string | undefined;
  for (const source of sources === '' ? [] : sources.split(/(?<=#\d+); /)) {
    const at = source.lastIndexOf('#');
    const place = source.slice(0, at);
    const row = source.slice(at + 1);
    packed.push(
      place === last ? `,${row}` : `${last === undefined ? '' : ';'}${dictionary.of(place)}:${row}`,
    );
    last = place;
  }
  return packed.join('');
}
