import type { Bilingual } from '../bilingual.js';
import type { Engine } from '../engine/engine.js';

/** What one SELECT refers to and what in it is not portable. Offsets are characters into the SQL. */
export interface SqlShape {
  /** Tables read, CTE names left out. */
  readonly tables: ReadonlyMap<string, number>;
  /** `$name` parameters. */
  readonly parameters: ReadonlySet<string>;
  readonly problems: readonly { readonly offset: number; readonly problem: Bilingual }[];
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

/** Without an order these say something else on every run. */
const ORDERED = new Set(['string_agg', 'row_number', 'lag', 'lead', 'first_value', 'last_value']);

/** Words that the parser takes for columns and the engine for the clock or the session. */
const SESSION = new Set(
  [
    'current_date current_time current_timestamp localtime localtimestamp',
    'current_user session_user current_role current_schema current_catalog',
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
  const problems: { offset: number; problem: Bilingual }[] = [];
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
    const problem = tree.error
      ? (tree.error_message ?? 'cannot be parsed')
      : `${tree.statements?.length ?? 0} statements`;
    return {
      tables,
      parameters,
      problems: [
        {
          offset: Number(tree.position ?? 0),
          problem: {
            zh: `规则只能是一条 SELECT 语句：${problem}`,
            en: `not exactly one SELECT: ${problem}`,
          },
        },
      ],
    };
  }

  const castOperator = withoutText(sql).indexOf('::');
  if (castOperator >= 0) {
    const problem = {
      zh: '不能用 `::`，请用 CAST（要在别的数据库上也能运行）',
      en: '`::` is not portable: use CAST',
    };
    problems.push({ offset: castOperator, problem });
  }

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
    const refuse = (zh: string, en: string, at: unknown = node): void =>
      void problems.push({ offset: offsetOf(sql, locationOf(at) ?? 0), problem: { zh, en } });
    if (node.type === 'BASE_TABLE') {
      const table = String(node.table_name);
      if (node.schema_name || node.catalog_name)
        refuse(`${table} 前不能写模式名`, `${table} is named with its schema`);
      else if (!scope.has(table.toLowerCase())) tables.set(table, offsetOf(sql, locationOf(node) ?? 0));
    }
    if (node.type === 'TABLE_FUNCTION')
      refuse('不能用表函数（包括读文件的函数）', 'table functions are not allowed');
    if (node.type === 'VALUE_PARAMETER') parameters.add(String(node.identifier));
    if (node.class === 'LAMBDA') refuse('不能用 lambda 表达式', 'lambdas are not portable');
    if (node.class === 'FUNCTION' || node.class === 'WINDOW') {
      const name = String(node.function_name).toLowerCase();
      if (!PORTABLE.has(name))
        refuse(`不能用函数 ${name}（不在可移植的范围内）`, `function ${name} is not in the portable subset`);
      const order = isNode(node.order_bys) ? node.order_bys.orders : node.orders;
      if (ORDERED.has(name) && !hasItems(order))
        refuse(`${name} 必须写 ORDER BY`, `${name} needs an ORDER BY`);
    }
    if (node.class === 'COLUMN_REF' && Array.isArray(node.column_names) && node.column_names.length === 1) {
      const name = String(node.column_names[0]).toLowerCase();
      if (SESSION.has(name))
        refuse(`${name} 每次运行结果不同，请用 $as_of`, `${name} is not the same on every run: use $as_of`);
    }
    if (node.class === 'STAR') {
      const lists = [node.exclude_list, node.replace_list, node.rename_list, node.qualified_exclude_list];
      if (node.columns || lists.some((list) => hasItems(list)))
        refuse(
          '不能用 EXCLUDE、REPLACE、RENAME、COLUMNS',
          'EXCLUDE, REPLACE, RENAME and COLUMNS are not portable',
        );
    }
    if (node.type === 'ARRAY_EXTRACT' || node.type === 'ARRAY_SLICE')
      refuse('不能用列表', 'lists are not portable');
    if (node.type === 'SHOW_REF')
      refuse('不能用 SHOW、DESCRIBE、SUMMARIZE', 'SHOW, DESCRIBE and SUMMARIZE are not allowed');
    if (node.sample) refuse('不能用 SAMPLE（每次运行结果不同）', 'SAMPLE is not the same on every run');
    if (node.ref_type === 'ASOF' || node.ref_type === 'POSITIONAL')
      refuse(`不能用 ${node.ref_type} 连接`, `${node.ref_type} joins are not portable`);
    if (node.type === 'DISTINCT_MODIFIER' && hasItems(node.distinct_on_targets))
      refuse('不能用 DISTINCT ON', 'DISTINCT ON is not portable');
    if (node.aggregate_handling === 'FORCE_AGGREGATES')
      refuse('不能用 GROUP BY ALL', 'GROUP BY ALL is not portable');
    if (node.try_cast) refuse('不能用 TRY_CAST', 'TRY_CAST is not portable');
    if (node.class === 'CONSTANT' && isNode(node.value) && isFloat(node.value.type))
      refuse('不能用浮点数，请用 DECIMAL', 'floating-point numbers are not allowed: use DECIMAL');
    if (node.qualify) refuse('不能用 QUALIFY', 'QUALIFY is not portable', node.qualify);
    if (node.join_type === 'SEMI' || node.join_type === 'ANTI')
      refuse('不能用 SEMI、ANTI 连接，请用 EXISTS', 'SEMI and ANTI joins are not portable: use EXISTS');
    if (node.null_order === 'ORDER_DEFAULT')
      refuse('ORDER BY 必须写明 NULLS FIRST 或 NULLS LAST', 'ORDER BY must say NULLS FIRST or NULLS LAST');
    if (node.type === 'LIMIT_MODIFIER' || node.type === 'LIMIT_PERCENT_MODIFIER')
      refuse('不能用 LIMIT', 'LIMIT is not allowed');
    if (isFloat(node.cast_type))
      refuse('不能用浮点数，请用 DECIMAL', 'floating-point numbers are not allowed: use DECIMAL');
    if (
      isNode(node.cast_type) &&
      ['LIST', 'ARRAY', 'STRUCT', 'MAP', 'UNION'].includes(String(node.cast_type.id))
    )
      refuse('不能用列表和结构类型', 'lists and structs are not portable');
  };

  for (const statement of tree.statements) visit(statement.node, new Set());
  return { tables, parameters, problems };
}

const hasItems = (list: unknown): boolean =>
  Array.isArray(list) ? list.length > 0 : isNode(list) && Object.keys(list).length > 0;

const isFloat = (type: unknown): boolean => isNode(type) && ['FLOAT', 'DOUBLE'].includes(String(type.id));

/** Where a node stands, in bytes; a clause that the parser gives no place stands where its first part does. */
function locationOf(value: unknown): number | undefined {
  if (Array.isArray(value)) {
    for (const item of value) {
      const location = locationOf(item);
      if (location !== undefined) return location;
    }
    return undefined;
  }
  if (!isNode(value)) return undefined;
  const { query_location: own } = value;
  // The parser writes 2⁶⁴ − 1 for none.
  if (typeof own === 'number' && Number.isSafeInteger(own)) return own;
  return locationOf(Object.values(value));
}

/** The parser counts bytes, whoever reads the text characters. */
const offsetOf = (sql: string, bytes: number): number =>
  Buffer.from(sql).subarray(0, bytes).toString().length;

/** The SQL with comments, quoted text and quoted names blanked out, so that offsets stay what they were. */
function withoutText(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, (text) =>
    ' '.repeat(text.length),
  );
}

/** The line of an offset, for a text that begins on `firstLine` of its file. */
export function lineAt(sql: string, offset: number, firstLine: number): number {
  return firstLine + sql.slice(0, offset).split('\n').length - 1;
}
