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

/** A row as one JSON text: each value that is fetched is a call into the engine, and a long text costs hardly more than a short one. */
const rowOf = (columns: readonly string[]): string =>
  `CAST(json_object(${columns.map((column) => `'${column}', ${column}`).join(', ')}) AS VARCHAR) AS finding`;

/**
 * The findings of one rule, page by page, by township, village, household, subject and id. How many make a page is the engine's
 * business and must not show.
 */
export async function* findingsOfRule(engine: Engine, ruleId: string): AsyncGenerator<Finding[]> {
  const sql = `SELECT ${rowOf(findingColumns)} FROM hecha.finding WHERE rule_id = $rule ORDER BY ${order}`;
  for await (const rows of engine.stream(sql, { rule: ruleId })) yield rowsIn(rows).map(toFinding);
}

/**
 * The findings of a family, rule after rule by id and each rule's in that order; a page is of one rule. One family after another gives the
 * order of all reports.
 */
export async function* findingsOfFamily(engine: Engine, family: string): AsyncGenerator<Finding[]> {
  const sql = `SELECT ${rowOf(findingColumns)} FROM hecha.finding WHERE family = $family ORDER BY rule_id, ${order}`;
  for await (const rows of engine.stream(sql, { family })) yield* byRule(rowsIn(rows).map(toFinding));
}

/** The records that the exemptions of a family's rules spared, in the same order; a page is of one rule. */
export async function* exemptedOfFamily(engine: Engine, family: string): AsyncGenerator<Exempted[]> {
  const sql = `SELECT ${rowOf([...findingColumns, 'exemption'])} FROM hecha.exempted WHERE family = $family
    ORDER BY rule_id, ${order}, coalesce(exemption, '')`;
  for await (const rows of engine.stream(sql, { family })) {
    yield* byRule(rowsIn(rows).map((row) => ({ ...toFinding(row), exemption: row.exemption ?? '' })));
  }
}

type Row = Readonly<Record<string, string | null>>;

const rowsIn = (rows: readonly Readonly<Record<string, SqlValue>>[]): Row[] =>
  rows.map(({ finding }) => JSON.parse(String(finding)) as Row);

/** A page in pieces that are of one rule each. */
function* byRule<F extends Finding>(page: readonly F[]): Generator<F[]> {
  let from = 0;
  for (let to = 1; to <= page.length; to += 1) {
    if (page[to]?.rule_id === page[from]?.rule_id) continue;
    yield page.slice(from, to);
    from = to;
  }
}

const text = (value: string | null | undefined): string => value ?? '';

/** JSON text of an object; empty or NULL is the empty object. */
const object = <T>(value: string | null | undefined): T => JSON.parse(value || '{}') as T;

function toFinding(row: Row): Finding {
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
