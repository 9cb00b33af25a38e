// Small wrongs that a rule's SQL might have, made on the engine's own parse tree: each must break some example.

/** Written by the parser for "no place", and rounded by JSON. */
const NO_PLACE = 18446744073709552000;

const FLIPS = {
  COMPARE_EQUAL: ['COMPARE_NOTEQUAL'],
  COMPARE_NOTEQUAL: ['COMPARE_EQUAL'],
  COMPARE_LESSTHAN: ['COMPARE_LESSTHANOREQUALTO', 'COMPARE_GREATERTHAN'],
  COMPARE_LESSTHANOREQUALTO: ['COMPARE_LESSTHAN', 'COMPARE_GREATERTHANOREQUALTO'],
  COMPARE_GREATERTHAN: ['COMPARE_GREATERTHANOREQUALTO', 'COMPARE_LESSTHAN'],
  COMPARE_GREATERTHANOREQUALTO: ['COMPARE_GREATERTHAN', 'COMPARE_LESSTHANOREQUALTO'],
  COMPARE_DISTINCT_FROM: ['COMPARE_NOT_DISTINCT_FROM'],
  COMPARE_NOT_DISTINCT_FROM: ['COMPARE_DISTINCT_FROM'],
  COMPARE_IN: ['COMPARE_NOT_IN'],
  COMPARE_NOT_IN: ['COMPARE_IN'],
  OPERATOR_IS_NULL: ['OPERATOR_IS_NOT_NULL'],
  OPERATOR_IS_NOT_NULL: ['OPERATOR_IS_NULL'],
  CONJUNCTION_AND: ['CONJUNCTION_OR'],
  CONJUNCTION_OR: ['CONJUNCTION_AND'],
};

const TRUE = {
  class: 'CONSTANT',
  type: 'VALUE_CONSTANT',
  alias: '',
  query_location: NO_PLACE,
  value: { type: { id: 'BOOLEAN', type_info: null }, is_null: false, value: true },
};

const isNode = (value) => typeof value === 'object' && value !== null;

/** Whether an expression is NULL when the table is: one of its columns, as it is or cast. */
const isColumnOf = (node, table) =>
  node?.class === 'CAST'
    ? isColumnOf(node.child, table)
    : node?.class === 'COLUMN_REF' && node.column_names.length > 1 && node.column_names[0] === table;

/** Whether a condition is never true of a row in which all columns of a table are NULL. */
function rejectsNulls(node, table) {
  if (node?.type === 'CONJUNCTION_AND') return node.children.some((child) => rejectsNulls(child, table));
  if (node?.type === 'CONJUNCTION_OR') return node.children.every((child) => rejectsNulls(child, table));
  if (node?.class === 'COMPARISON' && !node.type.includes('DISTINCT'))
    return isColumnOf(node.left, table) || isColumnOf(node.right, table);
  if (node?.class === 'BETWEEN') return isColumnOf(node.input, table);
  if (['COMPARE_IN', 'COMPARE_NOT_IN', 'OPERATOR_IS_NOT_NULL'].includes(node?.type))
    return isColumnOf(node.children[0], table);
  return isColumnOf(node, table);
}

/**
 * The JOINs of a SELECT that mean the same as LEFT JOIN, since WHERE or a later JOIN asks for something that only a joined row has
 * (`a JOIN b … WHERE b.x = 1`): no example could tell the two apart.
 */
function joinsThatFilterTwice(select) {
  const found = new Set();
  const visit = (node, conditions) => {
    if (node?.type !== 'JOIN') return;
    const table = node.right.alias || node.right.table_name;
    if (table && conditions.some((condition) => rejectsNulls(condition, table))) found.add(node);
    visit(node.left, node.join_type === 'INNER' ? [...conditions, node.condition] : conditions);
  };
  visit(select.from_table, [select.where_clause]);
  return found;
}

/** Where a node stands: its own place, else that of the first part that has one. */
function placeOf(node) {
  if (!isNode(node)) return undefined;
  if (typeof node.query_location === 'number' && Number.isSafeInteger(node.query_location))
    return node.query_location;
  for (const child of Object.values(node)) {
    const place = placeOf(child);
    if (place !== undefined) return place;
  }
  return undefined;
}

/**
 * The changes that can be made at one node: what they are called, and how the tree is changed and changed back.
 * @param same joins that mean the same as LEFT JOIN
 * @returns {{ what: string, apply: () => void, undo: () => void }[]}
 */
function changesAt(parent, key, same) {
  const node = parent[key];
  const changes = [];
  const set = (what, target, name, value) => {
    const before = target[name];
    changes.push({
      what,
      apply: () => {
        target[name] = value;
      },
      undo: () => {
        target[name] = before;
      },
    });
  };
  for (const type of FLIPS[node.type] ?? []) set(`${node.type} → ${type}`, node, 'type', type);
  if (node.class === 'CONJUNCTION') {
    for (const [at] of node.children.entries()) {
      const left = node.children.filter((_, index) => index !== at);
      if (left.length > 1) set(`drop condition ${at + 1} of ${node.type}`, node, 'children', left);
      else
        set(`drop condition ${at + 1} of ${node.type}`, parent, key, { ...left[0], alias: node.alias ?? '' });
    }
  }
  if (node.type === 'COMPARE_IN' && node.children.length > 2) {
    for (let at = 1; at < node.children.length; at += 1) {
      set(
        `drop value ${at} of IN`,
        node,
        'children',
        node.children.filter((_, index) => index !== at),
      );
    }
  }
  if (node.class === 'BETWEEN' || node.type === 'COMPARE_BETWEEN') {
    const compare = (type, right) => ({
      class: 'COMPARISON',
      type,
      alias: node.alias ?? '',
      query_location: NO_PLACE,
      left: node.input,
      right,
    });
    set('drop the upper bound of BETWEEN', parent, key, compare('COMPARE_GREATERTHANOREQUALTO', node.lower));
    set('drop the lower bound of BETWEEN', parent, key, compare('COMPARE_LESSTHANOREQUALTO', node.upper));
    set('lower bound of BETWEEN excluded', node, 'lower', plusOne(node.lower, 1));
    set('upper bound of BETWEEN excluded', node, 'upper', plusOne(node.upper, -1));
  }
  if (node.type === 'OPERATOR_NOT')
    set('drop NOT', parent, key, { ...node.children[0], alias: node.alias ?? '' });
  if (node.subquery_type === 'EXISTS')
    set('EXISTS → TRUE', parent, key, { ...TRUE, alias: node.alias ?? '' });
  if (node.type === 'JOIN') {
    if (node.join_type === 'INNER' && node.ref_type === 'REGULAR' && !same.has(node))
      set('JOIN → LEFT JOIN', node, 'join_type', 'LEFT');
    if (node.join_type === 'LEFT') set('LEFT JOIN → JOIN', node, 'join_type', 'INNER');
    // A joined table without its only condition is every row with every row.
    if (node.condition && node.condition.class !== 'CONJUNCTION')
      set('drop the condition of JOIN', node, 'condition', TRUE);
  }
  if (node.type === 'SELECT_NODE') {
    if (node.where_clause && node.where_clause.class !== 'CONJUNCTION')
      set('drop WHERE', node, 'where_clause', null);
    if (node.having && node.having.class !== 'CONJUNCTION') set('drop HAVING', node, 'having', null);
    const distinct = (node.modifiers ?? []).findIndex(({ type }) => type === 'DISTINCT_MODIFIER');
    if (distinct >= 0)
      set(
        'drop DISTINCT',
        node,
        'modifiers',
        node.modifiers.filter((_, at) => at !== distinct),
      );
  }
  if (node.type === 'SET_OPERATION_NODE') {
    const branches = Array.isArray(node.children) && node.children.length > 0 ? node.children : undefined;
    if (branches) {
      for (const [at] of branches.entries()) {
        const left = branches.filter((_, index) => index !== at);
        if (left.length > 1) set(`drop branch ${at + 1} of UNION`, node, 'children', left);
        else set(`drop branch ${at + 1} of UNION`, parent, key, left[0]);
      }
    } else {
      set('drop branch 1 of UNION', parent, key, node.right);
      set('drop branch 2 of UNION', parent, key, node.left);
    }
  }
  if (node.class === 'CASE') {
    for (const [at] of node.case_checks.entries()) {
      if (node.case_checks.length > 1)
        set(
          `drop WHEN ${at + 1}`,
          node,
          'case_checks',
          node.case_checks.filter((_, index) => index !== at),
        );
      else set('drop WHEN', parent, key, { ...node.else_expr, alias: node.alias ?? '' });
    }
  }
  if (node.class === 'FUNCTION' && node.filter)
    set(`drop FILTER of ${node.function_name}`, node, 'filter', null);
  if (node.class === 'FUNCTION' && node.distinct)
    set(`drop DISTINCT of ${node.function_name}`, node, 'distinct', false);
  if (
    node.class === 'FUNCTION' &&
    (node.function_name === '+' || node.function_name === '-') &&
    node.children.length === 2
  )
    set(
      `${node.function_name} → ${node.function_name === '+' ? '-' : '+'}`,
      node,
      'function_name',
      node.function_name === '+' ? '-' : '+',
    );
  const swapped = {
    min: 'max',
    max: 'min',
    bool_and: 'bool_or',
    bool_or: 'bool_and',
    greatest: 'least',
    least: 'greatest',
  }[node.function_name];
  // Of several rows that decide alike, any may be named as a source.
  if (swapped && !/ref$|refs$/.test(node.alias ?? ''))
    set(`${node.function_name} → ${swapped}`, node, 'function_name', swapped);
  return changes;
}

const plusOne = (child, by) => ({
  class: 'FUNCTION',
  type: 'FUNCTION',
  alias: '',
  query_location: NO_PLACE,
  function_name: '+',
  schema: '',
  children: [child, number(by)],
  filter: null,
  order_bys: { type: 'ORDER_MODIFIER', orders: [] },
  distinct: false,
  is_operator: true,
  export_state: false,
  catalog: '',
});
const number = (value) => ({
  class: 'CONSTANT',
  type: 'VALUE_CONSTANT',
  alias: '',
  query_location: NO_PLACE,
  value: { type: { id: 'INTEGER', type_info: null }, is_null: false, value },
});

async function parsed(engine, sql) {
  const [row] = await engine.all(
    'SELECT CAST(json_serialize_sql(CAST($sql AS VARCHAR)) AS VARCHAR) AS tree',
    { sql },
  );
  return JSON.parse(row.tree);
}

async function written(engine, tree) {
  const text = JSON.stringify(tree).replaceAll(String(NO_PLACE), '18446744073709551615');
  const [row] = await engine.all('SELECT json_deserialize_sql(CAST($text AS JSON)) AS sql', { text });
  return row.sql;
}

/**
 * The SELECT as mutants are written, with nothing changed. It must judge as the rule's own text does: where writing alone broke the
 * SQL, each of its mutants would count as killed.
 */
export const unchanged = async (engine, sql) => written(engine, await parsed(engine, sql));

/**
 * Every mutant of one SELECT.
 * @param engine runs json_serialize_sql and json_deserialize_sql
 * @returns {Promise<{ line: number, what: string, near: string, sql: string }[]>} in the order of the text
 */
export async function mutantsOf(engine, sql) {
  const tree = await parsed(engine, sql);
  const bytes = Buffer.from(sql);
  const found = [];
  const same = new Set();
  const visit = async (parent, key) => {
    const node = parent[key];
    if (Array.isArray(node)) {
      for (let at = 0; at < node.length; at += 1) await visit(node, at);
      return;
    }
    if (!isNode(node)) return;
    if (node.type === 'SELECT_NODE') for (const join of joinsThatFilterTwice(node)) same.add(join);
    for (const { what, apply, undo } of changesAt(parent, key, same)) {
      const offset = placeOf(node) ?? 0;
      apply();
      const mutant = await written(engine, tree);
      undo();
      const before = bytes.subarray(0, offset).toString();
      const line = before.split('\n').length;
      found.push({ line, what, near: (sql.split('\n')[line - 1] ?? '').trim(), sql: mutant });
    }
    for (const child of Object.keys(node)) if (child !== 'query_location') await visit(node, child);
  };
  await visit(tree.statements, 0);
  return found.sort((a, b) => a.line - b.line);
}
