import type { Bilingual } from '../bilingual.js';
import type { Place } from '../checked-yaml.js';
import { ruleTables } from '../datasets/catalogue.js';
import type { Engine } from '../engine/engine.js';
import { HechaError } from '../errors.js';
import { bindParameters, type Fact } from '../facts/facts.js';
import { lineAt, shapeOf } from '../facts/sql-shape.js';
import { didYouMean } from '../nearest.js';
import type { Pack } from '../policy/pack.js';
import { policyValues } from '../policy/values.js';
import { checkHeader, checkParameters, type Fail } from './check-header.js';
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
  const fail: Fail = (problem, line) => {
    throw new HechaError('HC4001', { file: rule.file, line, problem });
  };
  const failAt = (offset: number, problem: Bilingual): never =>
    fail(problem, lineAt(body, offset, rule.bodyLine));
  checkHeader(rule, inputs, fail);

  const declared = declaredColumns(header);
  const shape = await shapeOf(engine, body);
  for (const { offset, problem } of shape.problems) failAt(offset, problem);
  for (const [table, offset] of shape.tables) {
    const fact = inputs.facts.find((each) => each.header.name === table);
    const isList = inputs.pack.parameters[table]?.kind === 'list';
    if (isList) {
      if (!header.params.includes(table))
        failAt(offset, {
          zh: `列表参数 ${table} 没有写在 params 里`,
          en: `parameter ${table} is not in params`,
        });
    } else if (fact) {
      const missing = [...fact.datasets].filter((id) => !declared.has(id) && !ALWAYS.includes(id));
      if (missing.length > 0)
        failAt(offset, {
          zh: `${table} 来自 ${missing.join('、')}，needs 没有声明`,
          en: `${table} stands on ${missing.join(', ')}, which needs does not declare`,
        });
    } else if (!declared.has(table) && !ALWAYS.includes(table)) {
      const known = [...ruleTables.map(({ id }) => id), ...inputs.facts.map(({ header: { name } }) => name)];
      const near = didYouMean(table, known.includes(table) ? [] : known);
      failAt(offset, {
        zh: `表 ${table} 没有在 needs 里声明${near.zh}`,
        en: `table ${table} is not declared in needs${near.en}`,
      });
    }
  }
  checkParameters(rule, shape, inputs, fail);

  const columns = await columnsOf(engine, rule, inputs, fail);
  const lacks = (column: string, key: string, place: Place): void => {
    if (columns.includes(column)) return;
    const near = didYouMean(column, columns);
    fail(
      {
        zh: `${key}SELECT 没有选出列 ${column}${near.zh}`,
        en: `${key === '' ? '' : key.replace('：', ': ')}column ${column} is not selected${near.en}`,
      },
      rule.lineOf(place),
    );
  };
  for (const column of REQUIRED[header.subject]) lacks(column, '', ['subject']);
  for (const [at, column] of header.key.entries()) lacks(column, 'key：', ['key', at]);
  for (const column of Object.keys(header.evidence)) lacks(column, 'evidence：', ['evidence', column]);
  for (const lang of ['zh', 'en'] as const) {
    for (const column of placesOf(header.message[lang])) lacks(column, 'message：', ['message', lang]);
  }
  if (header.exemptions.length > 0 && !columns.includes('exemption'))
    fail(
      {
        zh: '声明了 exemptions，SELECT 却没有选出列 exemption',
        en: 'exemptions are declared, none is selected',
      },
      rule.lineOf(['exemptions']),
    );
}

/** The columns that a message names. */
function placesOf(message: string): Set<string> {
  const places = [...message.matchAll(/\{(\w+)\}|\[\[!(\w+)\|/g)];
  return new Set(places.map(([, place, absent]) => place ?? absent ?? ''));
}

async function columnsOf(engine: Engine, rule: Rule, inputs: CheckInputs, fail: Fail): Promise<string[]> {
  const asOf = '2017-01-01';
  const { scalars } = policyValues(inputs.pack, asOf);
  const parameters = bindParameters({ pack: inputs.pack, asOf, scalars }, rule.header.params, rule.body);
  try {
    const described = await engine.describe(restricted(rule), parameters);
    return described.map(({ name }) => name);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The engine counts lines from the wrapping SELECT, of which the body begins on the second.
    const line = Number(/^LINE (\d+)/m.exec(message)?.[1] ?? 2);
    const problem = message.split('\n')[0] ?? '';
    return fail({ zh: `SQL 有误：${problem}`, en: problem }, rule.bodyLine + Math.max(line - 2, 0));
  }
}

/**
 * The rule's SELECT over nothing but what it declares: each dataset it reads is narrowed to the declared columns, so that an
 * undeclared one does not exist for it.
 */
export function restricted(rule: Rule): string {
  const narrowed = [...declaredColumns(rule.header)].map(([id, columns]) => {
    const dataset = ruleTables.find((each) => each.id === id);
    const list = [...columns].flatMap((column) => {
      const type = dataset?.fields[column]?.type;
      if (type === 'id') return [column, `${column}_state`, `${column}_key`, `${column}_cert`];
      return type === 'date' ? [column, `${column}_precision`] : [column];
    });
    return `${id} AS NOT MATERIALIZED (SELECT ${['ref', ...list].join(', ')} FROM main.${id})`;
  });
  return narrowed.length > 0 ? `WITH ${narrowed.join(', ')} SELECT * FROM (\n${rule.body}\n)` : rule.body;
}
