import { datasets } from '../datasets/catalogue.js';
import { codeList } from '../datasets/labels.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { bindParameters, type Fact } from '../facts/facts.js';
import { lineAt, shapeOf } from '../facts/sql-shape.js';
import type { Pack } from '../policy/pack.js';
import { policyValues, scalarNames } from '../policy/values.js';
import type { RuleHeader } from './header.js';
import type { Rule } from './load.js';

/** The roster is what every rule is about: it, the list of given columns and that of known codes need no declaration. */
const ALWAYS = ['person', 'household', 'given', 'known_code'];

/** Columns that the runner reads besides evidence and key, by subject. */
const REQUIRED: Readonly<Record<RuleHeader['subject'], readonly string[]>> = {
  person: ['household_no', 'name', 'id_number', 'township', 'village'],
  household: ['household_no', 'name', 'township', 'village'],
  village: ['township', 'village'],
  township: ['township'],
  area: ['county', 'township', 'village'],
  helper: ['name'],
  record: ['name'],
};

export interface CheckInputs {
  readonly facts: readonly Fact[];
  readonly pack: Pack;
  /** Ids of the notice's clauses. */
  readonly clauses: ReadonlySet<string>;
}

/** Dataset → declared columns, the `?` marks taken off; a dataset of any alternative counts as declared. */
function declaredColumns(header: RuleHeader): Map<string, Set<string>> {
  const declared = new Map<string, Set<string>>();
  for (const needs of [header.needs, ...header.needs_any.flat()]) {
    for (const [dataset, columns] of Object.entries(needs)) {
      const id = dataset.replace(/\?$/, '');
      const known = declared.get(id) ?? new Set();
      for (const column of columns) known.add(column.replace(/\?$/, ''));
      declared.set(id, known);
    }
  }
  return declared;
}

/**
 * Holds a rule against what it declares: one portable SELECT, only declared datasets, columns and parameters, clauses that exist,
 * every evidence and key column selected. Datasets and facts must exist as tables, if empty.
 * @throws HechaError HC4001 naming file and line.
 */
export async function checkRule(engine: Engine, rule: Rule, inputs: CheckInputs): Promise<void> {
  const { header, body } = rule;
  const fail = (problem: string, line = 2): never => {
    throw new HechaError('HC4001', { file: rule.file, line, problem });
  };
  const failAt = (offset: number, problem: string): never =>
    fail(problem, lineAt(body, offset, rule.bodyLine));

  const exemptionClauses = header.exemptions.flatMap(({ clause }) => clause ?? []);
  for (const clause of [...header.clause, ...exemptionClauses])
    if (!inputs.clauses.has(clause)) fail(`the notice has no clause ${clause}`);
  const declared = declaredColumns(header);
  for (const [id, columns] of declared) {
    const dataset = datasets.find((each) => each.id === id) ?? fail(`needs: there is no dataset ${id}`);
    for (const column of columns) if (!dataset.fields[column]) fail(`needs: ${id} has no column ${column}`);
  }
  for (const [column, { codes }] of Object.entries(header.evidence)) {
    try {
      if (codes) codeList(codes);
    } catch {
      fail(`evidence ${column}: there is no code list ${codes}`);
    }
  }

  const shape = await shapeOf(engine, body);
  for (const { offset, problem } of shape.problems) failAt(offset, problem);
  for (const [table, offset] of shape.tables) {
    const fact = inputs.facts.find((each) => each.header.name === table);
    const isList = inputs.pack.parameters[table]?.kind === 'list';
    if (isList) {
      if (!header.params.includes(table)) failAt(offset, `parameter ${table} is not in params`);
    } else if (fact) {
      const missing = [...fact.datasets].filter((id) => !declared.has(id) && !ALWAYS.includes(id));
      if (missing.length > 0)
        failAt(offset, `${table} stands on ${missing.join(', ')}, which needs does not declare`);
    } else if (!declared.has(table) && !ALWAYS.includes(table)) {
      failAt(offset, `table ${table} is not declared in needs`);
    }
  }
  const bound = header.params.flatMap((name) =>
    name === 'as_of' ? ['as_of'] : scalarNames(inputs.pack, name),
  );
  for (const name of shape.parameters) if (!bound.includes(name)) fail(`$${name} is not in params`);
  for (const name of header.params) {
    if (name !== 'as_of' && !inputs.pack.parameters[name])
      fail(`params: the policy has no parameter ${name}`);
    const names = name === 'as_of' ? ['as_of'] : scalarNames(inputs.pack, name);
    const used = names.some((each) => shape.parameters.has(each)) || shape.tables.has(name);
    if (!used) fail(`params: ${name} is not used`);
  }

  const columns = await columnsOf(engine, rule, inputs, fail);
  const expected = [...REQUIRED[header.subject], ...header.key, ...Object.keys(header.evidence)];
  for (const column of expected) if (!columns.includes(column)) fail(`column ${column} is not selected`);
  for (const column of placesOf(header.message)) {
    if (!columns.includes(column)) fail(`message: column ${column} is not selected`);
  }
  if (header.exemptions.length > 0 && !columns.includes('exemption'))
    fail('exemptions are declared, none is selected');
}

/** The columns that a message names, in either language. */
function placesOf(message: RuleHeader['message']): Set<string> {
  const places = [...`${message.zh} ${message.en}`.matchAll(/\{(\w+)\}|\[\[!(\w+)\|/g)];
  return new Set(places.map(([, place, absent]) => place ?? absent ?? ''));
}

async function columnsOf(
  engine: Engine,
  rule: Rule,
  inputs: CheckInputs,
  fail: (problem: string, line?: number) => never,
): Promise<string[]> {
  const asOf = '2017-01-01';
  const { scalars } = policyValues(inputs.pack, asOf);
  const parameters = bindParameters({ pack: inputs.pack, asOf, scalars }, rule.header.params);
  try {
    const described = await engine.describe(restricted(rule), parameters);
    return described.map(({ name }) => name);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The engine counts lines from the wrapping SELECT, of which the body begins on the second.
    const line = Number(/^LINE (\d+)/m.exec(message)?.[1] ?? 2);
    return fail(message.split('\n')[0] ?? '', rule.bodyLine + Math.max(line - 2, 0));
  }
}

/**
 * The rule's SELECT over nothing but what it declares: each dataset it reads is narrowed to the declared columns, so that an
 * undeclared one does not exist for it.
 */
export function restricted(rule: Rule): string {
  const narrowed = [...declaredColumns(rule.header)].map(([id, columns]) => {
    const dataset = datasets.find((each) => each.id === id);
    const list = [...columns].flatMap((column) => {
      const type = dataset?.fields[column]?.type;
      if (type === 'id') return [column, `${column}_state`, `${column}_key`, `${column}_cert`];
      return type === 'date' ? [column, `${column}_precision`] : [column];
    });
    return `${id} AS NOT MATERIALIZED (SELECT ${['ref', ...list].join(', ')} FROM main.${id})`;
  });
  return narrowed.length > 0 ? `WITH ${narrowed.join(', ')} SELECT * FROM (\n${rule.body}\n)` : rule.body;
}
