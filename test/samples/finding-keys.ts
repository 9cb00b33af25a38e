import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A finding as expectations name it: rule, subject and key. */
export interface FindingKey {
  readonly rule: string;
  readonly subject: string;
  readonly key: string;
  readonly severity?: string;
}

interface JsonFinding {
  rule_id: string;
  severity: string;
  subject_type: string;
  county: string;
  township: string;
  village: string;
  household_no: string;
  subject_name: string;
  id_number: string;
  evidence: Record<string, unknown>;
}

/** The evidence columns that tell several findings of one subject apart. */
const KEYS: Readonly<Record<string, string>> = {
  MI01: 'plate',
  MI02: 'certificate',
  MI03: 'cadre_village',
  MI04: 'employer',
  MI05: 'employer',
  MI06: 'kind',
  MI07: 'company',
  MI16: 'asset_no',
  MI08: 'asset_no',
  MI09: 'asset_no',
  MI18: 'problem',
  RP05: 'gap',
  RP07: 'problem',
  DD01: 'level',
  DD02: 'level',
  DD07: 'fact',
  AS06: 'problem',
  AS09: 'contract',
  AS10: 'problem',
  AS11: 'year payee',
  EX02: 'year',
  EX03: 'year',
  EX06: 'year',
  EX07: 'level',
  EX08: 'problem',
  FM01: 'project',
  FM03: 'item paid_on',
  FM04: 'item account',
  FM05: 'item paid_on',
  DQ04: 'column',
  DQ09: 'problem',
  DQ12: 'problem',
  DQ14: 'problem',
};

/** What hecha found, from `findings.jsonl`. */
export function foundKeys(path: string): FindingKey[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const finding = JSON.parse(line) as JsonFinding;
    const rule = finding.rule_id;
    const column = KEYS[rule];
    return {
      rule,
      subject: subjectOf(finding),
      key:
        rule === 'DQ10'
          ? finding.household_no
          : column === undefined
            ? ''
            : column
                .split(' ')
                .map((name) => String(finding.evidence[name] ?? ''))
                .join(' ')
                .trim(),
      severity: finding.severity,
    };
  });
}

/** Rules about what is entered of somebody, whose number may be wrong: household and name tell who it is. */
const NAMED = new Set(['DQ01', 'DQ03', 'DQ04', 'DQ13']);

function subjectOf(finding: JsonFinding): string {
  if (finding.rule_id === 'MI10' || finding.rule_id === 'MI22') return finding.id_number;
  if (NAMED.has(finding.rule_id)) return `${finding.household_no}/${finding.subject_name}`;
  if (finding.subject_type === 'household') return finding.household_no;
  if (['area', 'township', 'village', 'record'].includes(finding.subject_type)) {
    return [finding.county, finding.township, finding.village].filter(Boolean).join('/');
  }
  return finding.id_number;
}

/** What is expected, from a CSV with the columns rule, subject, key (and severity). */
export function expectedKeys(path: string): FindingKey[] {
  const rows = parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[];
  return rows.map(({ rule = '', subject = '', key = '', severity }) => ({
    rule,
    subject,
    key,
    ...(severity && { severity }),
  }));
}

/** One line a finding, sorted, so that two lists can be held against each other. */
export const sorted = (keys: readonly FindingKey[], withSeverity: boolean): string[] =>
  keys
    .map(({ rule, subject, key, severity }) =>
      [rule, subject, key, ...(withSeverity ? [severity] : [])].join(' | '),
    )
    .sort();
