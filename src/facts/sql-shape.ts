import type { Engine } from '../engine/engine.js';

/** What one SELECT refers to and what in it is not portable. Offsets are characters into the SQL. */
export interface SqlShape {
  /** Tables read, CTE names left out. */
  readonly tables: ReadonlyMap<string, number>;
  /** `$name` parameters. */
  readonly parameters: ReadonlySet<string>;
  readonly problems: readonly { readonly offset: number; readonly problem: string }[];
}

/** Functions and operators that every engine we may run on has, with one meaning. */
const PORTABLE = new Set(
  [
    '+ - * / % || ~~ !~~',
    'count count_star sum min max avg bool_and bool_or string_agg',
    'row_number rank dense_rank lag lead first_value last_value',
    'coalesce nullif greatest least abs floor ceil ceiling round mod',
    'substr substring length lower upper trim replace concat',
    'date_part extract year month day to_days to_months to_years',
  ].flatMap((line) => line.split(' ')),
);

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/**
 * Parses one SELECT with the engine's own parser and lists what it reads.
 * A text that is not exactly one SELECT comes back as a problem, not as an error.
 */
export async function shapeOf(engine: Engine, sql: string): Promise<SqlShape> {
  const tables = new Map<string, number>();
  const parameters = new Set<string>();
  const problems: { offset: number; problem: string }[] = [];
  const [row] = await engine.all(
    'SELECT CAST(json_serialize_sql(CAST($sql AS VARCHAR)) AS VARCHAR) AS tree',
    { sql },
  );
  const tree = JSON.parse(String(row?.tree)) as {
    error: boolean;
    error_message?: string;
    position?: string;
    statements?: { node: unknown }[];
  };
  if (tree.error || tree.statements?.length !== 1) {
    const problem = tree.error ? (tree.error_message ?? 'cannot be parsed') : 'more than one statement';
    return {
      tables,
      parameters,
      problems: [{ offset: Number(tree.position ?? 0), problem: `not exactly one SELECT: ${problem}` }],
    };
  }

  const castOperator = withoutText(sql).indexOf('::');
  if (castOperator >= 0) problems.push({ offset: castOperator, problem: '`::` is not portable: use CAST' });

  const visit = (value: unknown, scope: ReadonlySet<string>): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, scope);
      return;
    }
    if (!isNode(value)) return;
    const inner = new Set(scope);
    const ctes = isNode(value.cte_map) && Array.isArray(value.cte_map.map) ? value.cte_map.map : [];
    for (const cte of ctes as { key: string; value: unknown }[]) {
      visit(cte.value, inner);
      inner.add(cte.key.toLowerCase());
    }
    inspect(value, inner);
    for (const [key, child] of Object.entries(value)) if (key !== 'cte_map') visit(child, inner);
  };

  const inspect = (node: Node, scope: ReadonlySet<string>): void => {
    const offset =
      typeof node.query_location === 'number' && node.query_location < sql.length ? node.query_location : 0;
    const refuse = (problem: string): void => void problems.push({ offset, problem });
    if (node.type === 'BASE_TABLE') {
      const table = String(node.table_name);
      if (node.schema_name || node.catalog_name) refuse(`${table} is named with its schema`);
      else if (!scope.has(table.toLowerCase())) tables.set(table, offset);
    }
    if (node.type === 'TABLE_FUNCTION') refuse('table functions are not allowed');
    if (node.type === 'VALUE_PARAMETER') parameters.add(String(node.identifier));
    if (node.class === 'LAMBDA') refuse('lambdas are not portable');
    if (node.class === 'FUNCTION' || node.class === 'WINDOW') {
      const name = String(node.function_name).toLowerCase();
      if (!PORTABLE.has(name)) refuse(`function ${name} is not in the portable subset`);
    }
    if (node.class === 'STAR' && [node.exclude_list, node.replace_list].some((list) => hasItems(list))) {
      refuse('EXCLUDE and REPLACE are not portable');
    }
    if (node.qualify) refuse('QUALIFY is not portable');
    if (node.join_type === 'SEMI' || node.join_type === 'ANTI')
      refuse('SEMI and ANTI joins are not portable: use EXISTS');
    if (node.null_order === 'ORDER_DEFAULT') refuse('ORDER BY must say NULLS FIRST or NULLS LAST');
    if (node.type === 'LIMIT_MODIFIER' || node.type === 'LIMIT_PERCENT_MODIFIER')
      refuse('LIMIT is not allowed');
    if (isNode(node.cast_type) && ['FLOAT', 'DOUBLE'].includes(String(node.cast_type.id))) {
      refuse('floating-point numbers are not allowed: use DECIMAL');
    }
  };

  for (const statement of tree.statements) visit(statement.node, new Set());
  return { tables, parameters, problems };
}

const hasItems = (list: unknown): boolean =>
  Array.isArray(list) ? list.length > 0 : isNode(list) && Object.keys(list).length > 0;

/** The SQL with comments and quoted text blanked out, so that offsets stay what they were. */
function withoutText(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, (text) => ' '.repeat(text.length));
}

/** The line of an offset, for a text that begins on `firstLine` of its file. */
export function lineAt(sql: string, offset: number, firstLine: number): number {
  return firstLine + sql.slice(0, offset).split('\n').length - 1;
}
