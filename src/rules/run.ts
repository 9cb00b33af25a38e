import type { Lang } from '../bilingual.js';
import type { Engine, SqlValue, TableWriter } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { bindParameters, type FactInputs } from '../facts/facts.js';
import {
  type Confidence,
  confidences,
  type EvidenceValue,
  type Severity,
  severities,
} from '../findings/finding.js';
import { findingId } from '../findings/identity.js';
import { collectRefs, type PartName, sourcesText } from '../findings/sources.js';
import { restricted } from './check.js';
import type { RuleHeader } from './header.js';
import type { Rule } from './load.js';
import { messageOf } from './message.js';

/** A row of a rule's SELECT, merged with those of the same subject and key. */
export interface RuleFinding {
  readonly finding_id: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly household_no: string;
  readonly subject_name: string;
  readonly id_number: string;
  readonly evidence: Readonly<Record<string, EvidenceValue>>;
  /** All columns of the row, for the message. */
  readonly row: Readonly<Record<string, EvidenceValue>>;
  readonly refs: readonly bigint[];
  /** Set when an exemption spared it. */
  readonly exemption?: string;
}

const RANK: Readonly<Record<Severity, number>> = { high: 0, medium: 1, low: 2 };
/** Numbers beyond this many digits stay text: a double would round them. */
const EXACT_DIGITS = 15;

/**
 * Runs one checked rule and gives its findings, one for each subject and key, in the order of their ids. Of rows that say the same of
 * one subject and key the gravest is kept, then the first by evidence, and all their sources: the order of rows changes nothing.
 * @throws HechaError HC4003 when the SQL fails.
 */
export async function runRule(engine: Engine, rule: Rule, inputs: FactInputs): Promise<RuleFinding[]> {
  const { header } = rule;
  const parameters = bindParameters(inputs, header.params, rule.body);
  const found = new Map<string, RuleFinding>();
  try {
    const sql = restricted(rule);
    const numeric = new Set(
      (await engine.describe(sql, parameters))
        .filter(({ type }) => /^(DECIMAL|BIGINT|HUGEINT)/.test(type))
        .map(({ name }) => name),
    );
    for await (const rows of engine.stream(sql, parameters)) {
      for (const values of rows) {
        const finding = toFinding(header, evidenceRow(values, numeric));
        const same = found.get(finding.finding_id);
        found.set(finding.finding_id, same ? merge(same, finding) : finding);
      }
    }
  } catch (error) {
    if (error instanceof HechaError) throw error;
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new HechaError('HC4003', { rule: header.id, problem: withoutValues(problem) });
  }
  return [...found.values()].sort((a, b) => (a.finding_id < b.finding_id ? -1 : 1));
}

/** An engine's message without what may be a cell: an error about the SQL's own names quotes those and no data, any other may. */
const withoutValues = (message: string): string =>
  /^(Binder|Parser|Catalog) Error/.test(message)
    ? message
    : message.replace(/'[^']*'|"[^"]*"|\d{6,}[\dXx]*/g, '…');

function evidenceRow(
  values: Readonly<Record<string, SqlValue>>,
  numeric: ReadonlySet<string>,
): Record<string, EvidenceValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      // A date known to the month or the year is shown as no more than that.
      const precision = values[`${name}_precision`];
      if (typeof value === 'string' && (precision === 'month' || precision === 'year')) {
        return [name, value.slice(0, precision === 'month' ? 7 : 4)];
      }
      const isNumber = numeric.has(name) && typeof value === 'string' && !isRef(name);
      return [name, isNumber && value.replace(/\D/g, '').length <= EXACT_DIGITS ? Number(value) : value];
    }),
  );
}

const isRef = (column: string): boolean => column === 'ref' || column.endsWith('_ref') || column === 'refs';

const text = (value: EvidenceValue | undefined): string =>
  value === null || value === undefined ? '' : String(value);

function toFinding(header: RuleHeader, row: Readonly<Record<string, EvidenceValue>>): RuleFinding {
  const exemption = text(row.exemption);
  const key = header.key.map((column) => (row[column] === null ? null : text(row[column])));
  const subject = text(row.subject) || defaultSubject(header, row);
  return {
    finding_id: findingId(header.id, subject, exemption ? [...key, exemption] : key),
    severity: oneOf(header, 'severity', text(row.severity) || header.severity, severities),
    confidence: oneOf(
      header,
      'confidence',
      text(row.confidence) || (header.subject === 'area' ? 'area' : 'exact'),
      confidences,
    ),
    county: text(row.county),
    township: text(row.township),
    village: text(row.village),
    household_no: text(row.household_no),
    subject_name: text(row.name),
    id_number: text(row.id_number),
    evidence: Object.fromEntries(Object.keys(header.evidence).map((column) => [column, row[column] ?? null])),
    row,
    refs: collectRefs(Object.entries(row).flatMap(([column, value]) => (isRef(column) ? [value] : []))),
    ...(exemption && { exemption }),
  };
}

/** A word of a closed set. @throws HechaError HC4003 when the rule's SELECT gives another. */
function oneOf<Word extends string>(
  header: RuleHeader,
  column: string,
  value: string,
  words: readonly Word[],
): Word {
  const word = words.find((each) => each === value);
  if (word === undefined) {
    throw new HechaError('HC4003', {
      rule: header.id,
      problem: `${column} must be one of ${words.join(', ')}`,
    });
  }
  return word;
}

/** Persons are known by household and ID number (a person number changes when somebody is entered again), areas by their names. */
function defaultSubject(header: RuleHeader, row: Readonly<Record<string, EvidenceValue>>): string {
  switch (header.subject) {
    case 'person':
      return `${text(row.household_no)}/${text(row.id_number) || text(row.name)}`;
    case 'household':
      return text(row.household_no);
    case 'village':
    case 'township':
    case 'area':
      return [row.county, row.township, row.village].map(text).join('/');
    default:
      return text(row.name);
  }
}

function merge(a: RuleFinding, b: RuleFinding): RuleFinding {
  const order = RANK[a.severity] - RANK[b.severity];
  const first =
    order < 0 || (order === 0 && JSON.stringify(comparable(a)) <= JSON.stringify(comparable(b))) ? a : b;
  return { ...first, refs: collectRefs([...a.refs, ...b.refs]) };
}

/** What decides between two rows of one finding: everything but where they stood. */
const comparable = (finding: RuleFinding): unknown =>
  Object.entries(finding.row).filter(([column]) => !isRef(column));

/** Appends findings (or exempted records) of one rule to its table. */
export function writeFindings(
  writer: TableWriter,
  rule: Rule,
  findings: readonly RuleFinding[],
  context: {
    readonly lang: Lang;
    readonly parts: readonly PartName[];
    readonly parameters: Readonly<Record<string, unknown>>;
  },
): void {
  const { header } = rule;
  for (const finding of findings) {
    writer.write([
      finding.finding_id,
      header.id,
      header.family,
      finding.severity,
      finding.confidence,
      'new',
      header.clause.join('、'),
      finding.county,
      finding.township,
      finding.village,
      finding.household_no,
      header.subject,
      finding.subject_name,
      finding.id_number,
      messageOf(header, finding.row, context.lang),
      JSON.stringify(finding.evidence),
      sourcesText(finding.refs, context.parts),
      JSON.stringify(context.parameters),
      ...(finding.exemption ? [finding.exemption] : []),
    ]);
  }
}
