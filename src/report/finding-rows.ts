import type { Engine, SqlValue } from '../engine/engine.js';
import type { Exempted, Finding } from '../findings/finding.js';

/** The columns of a finding, in the order in which `findings.csv` has them. */
export const findingColumns = [
  'finding_id',
  'rule_id',
  'family',
  'severity',
  'confidence',
  'status',
  'clause',
  'county',
  'township',
  'village',
  'household_no',
  'subject_type',
  'subject_name',
  'id_number',
  'message',
  'evidence',
  'sources',
  'parameters',
] as const satisfies readonly (keyof Finding)[];

// Texts are compared byte by byte; an empty text and NULL are one and the same.
const order = ['township', 'village', 'household_no', 'subject_name', 'id_number', 'finding_id']
  .map((column) => `coalesce(${column}, '')`)
  .join(', ');

/**
 * The findings of one rule, page by page, by township, village, household, subject and id. One rule after another, in the order
 * of family and id, gives the order of all reports. How many make a page is the engine's business and must not show.
 */
export async function* findingsOfRule(engine: Engine, ruleId: string): AsyncGenerator<Finding[]> {
  const sql = `SELECT ${findingColumns.join(', ')} FROM hecha.finding WHERE rule_id = $rule ORDER BY ${order}`;
  for await (const rows of engine.stream(sql, { rule: ruleId })) yield rows.map(toFinding);
}

/** The records that one rule's exemptions spared, in the same order. */
export async function* exemptedOfRule(engine: Engine, ruleId: string): AsyncGenerator<Exempted[]> {
  const columns = [...findingColumns, 'exemption'].join(', ');
  const sql = `SELECT ${columns} FROM hecha.exempted WHERE rule_id = $rule ORDER BY ${order}, coalesce(exemption, '')`;
  for await (const rows of engine.stream(sql, { rule: ruleId })) {
    yield rows.map((row) => ({ ...toFinding(row), exemption: text(row.exemption) }));
  }
}

const text = (value: SqlValue | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** JSON text of an object; empty or NULL is the empty object. */
const object = <T>(value: SqlValue | undefined): T => JSON.parse(text(value) || '{}') as T;

function toFinding(row: Readonly<Record<string, SqlValue>>): Finding {
  return {
    finding_id: text(row.finding_id),
    rule_id: text(row.rule_id),
    family: text(row.family),
    severity: text(row.severity) as Finding['severity'],
    confidence: text(row.confidence) as Finding['confidence'],
    status: text(row.status) as Finding['status'],
    clause: text(row.clause),
    county: text(row.county),
    township: text(row.township),
    village: text(row.village),
    household_no: text(row.household_no),
    subject_type: text(row.subject_type) as Finding['subject_type'],
    subject_name: text(row.subject_name),
    id_number: text(row.id_number),
    message: text(row.message),
    evidence: object(row.evidence),
    sources: text(row.sources),
    parameters: object(row.parameters),
  };
}
