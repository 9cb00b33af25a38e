import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { lineAt, shapeOf } from '../../src/facts/sql-shape.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
});
afterAll(() => engine.close());

const problemsOf = async (sql: string): Promise<string[]> =>
  (await shapeOf(engine, sql)).problems.map(({ problem }) => problem.en);
const tablesOf = async (sql: string): Promise<string[]> =>
  [...(await shapeOf(engine, sql)).tables.keys()].sort();

describe('what a rule may not say', () => {
  it.each([
    ['two statements', 'SELECT 1; SELECT 2', /^not exactly one SELECT/],
    ['nothing', '', /^not exactly one SELECT/],
    ['a comment alone', '-- nothing', /^not exactly one SELECT/],
    ['no SQL', 'SELECT FROM WHERE', /^not exactly one SELECT/],
    ['INSERT', 'INSERT INTO t VALUES (1)', /^not exactly one SELECT/],
    ['UPDATE', 'UPDATE t SET a = 1', /^not exactly one SELECT/],
    ['DELETE', 'DELETE FROM t', /^not exactly one SELECT/],
    ['CREATE', 'CREATE TABLE x AS SELECT 1 AS a', /^not exactly one SELECT/],
    ['DROP', 'DROP TABLE t', /^not exactly one SELECT/],
    ['COPY', "COPY (SELECT 1) TO '/tmp/x'", /^not exactly one SELECT/],
    ['ATTACH', "ATTACH '/tmp/x'", /^not exactly one SELECT/],
    ['INSTALL', 'INSTALL httpfs', /^not exactly one SELECT/],
    ['SET', 'SET threads = 1', /^not exactly one SELECT/],
    ['PRAGMA', 'PRAGMA database_list', /^not exactly one SELECT/],
    ['CALL', 'CALL pragma_version()', /^not exactly one SELECT/],
    ['EXPLAIN', 'EXPLAIN SELECT 1', /^not exactly one SELECT/],
    ['PIVOT', 'PIVOT t ON a USING sum(b)', /^not exactly one SELECT/],
    ['a write behind a read', 'SELECT 1; DROP TABLE t', /^not exactly one SELECT/],
    ['::', 'SELECT a::INTEGER FROM t', /`::` is not portable/],
    ['QUALIFY', 'SELECT a FROM t QUALIFY rank() OVER (ORDER BY a NULLS LAST) = 1', /^QUALIFY/],
    ['EXCLUDE', 'SELECT * EXCLUDE (a) FROM t', /^EXCLUDE/],
    ['REPLACE', 'SELECT * REPLACE (1 AS a) FROM t', /^EXCLUDE and REPLACE|^EXCLUDE, REPLACE/],
    ['SEMI JOIN', 'SELECT a FROM t SEMI JOIN u ON t.a = u.a', /^SEMI and ANTI/],
    ['ANTI JOIN', 'SELECT a FROM t ANTI JOIN u ON t.a = u.a', /^SEMI and ANTI/],
    ['read_csv', "SELECT * FROM read_csv('/etc/passwd')", /^table functions/],
    ['read_text', "SELECT * FROM read_text('/etc/passwd')", /^table functions/],
    ['range', 'SELECT * FROM range(3)', /^table functions/],
    ['unnest as a table', 'SELECT * FROM unnest($a)', /^table functions/],
    ['duckdb_settings', 'SELECT * FROM duckdb_settings()', /^table functions/],
    ['a schema', 'SELECT * FROM main.person', /person is named with its schema/],
    ['a catalog', 'SELECT * FROM memory.main.person', /person is named with its schema/],
    ['the raw tables', 'SELECT * FROM raw.part_0', /part_0 is named with its schema/],
    [
      'a schema that a CTE’s name hides',
      'WITH c AS (SELECT 1 AS a) SELECT * FROM main.c',
      /named with its schema/,
    ],
    ['a list', 'SELECT [1, 2]', /function list_value/],
    ['list()', 'SELECT list(a) FROM t', /function list/],
    ['array_agg', 'SELECT array_agg(a) FROM t', /function array_agg/],
    ['a struct', "SELECT {'a': 1}", /function struct_pack/],
    ['a row', 'SELECT a FROM t WHERE (a, b) IN ((1, 2))', /function row/],
    ['a map', 'SELECT map([1], [2])', /function map/],
    ['unnest', 'SELECT unnest(a) FROM t', /function unnest/],
    ['a lambda', 'SELECT list_transform(a, lambda x: x + 1) FROM t', /^lambdas/],
    ['an arrow lambda', 'SELECT list_transform(a, x -> x + 1) FROM t', /^lambdas/],
    ['a list comprehension', 'SELECT [x + 1 FOR x IN a] FROM t', /^lambdas/],
    ['now()', 'SELECT now()', /function now/],
    ['today()', 'SELECT today()', /function today/],
    ['random()', 'SELECT random()', /function random/],
    ['getenv()', "SELECT getenv('HOME')", /function getenv/],
    ['LIMIT', 'SELECT a FROM t LIMIT 1', /^LIMIT/],
    ['LIMIT with an order', 'SELECT a FROM t ORDER BY a NULLS LAST LIMIT 1', /^LIMIT/],
    ['LIMIT in percent', 'SELECT a FROM t LIMIT 10%', /^LIMIT/],
    ['OFFSET', 'SELECT a FROM t ORDER BY a NULLS LAST OFFSET 1', /^LIMIT/],
    ['LIMIT in a subquery', 'SELECT a FROM t WHERE a = (SELECT b FROM u LIMIT 1)', /^LIMIT/],
    ['ORDER BY without NULLS', 'SELECT a FROM t ORDER BY a DESC', /^ORDER BY must say/],
    ['one of two orders without it', 'SELECT a FROM t ORDER BY a NULLS LAST, b', /^ORDER BY must say/],
    ['a window without it', 'SELECT row_number() OVER (ORDER BY a) FROM t', /^ORDER BY must say/],
    [
      'a named window without it',
      'SELECT rank() OVER w FROM t WINDOW w AS (ORDER BY a)',
      /^ORDER BY must say/,
    ],
    ['an aggregate without it', "SELECT string_agg(a, ',' ORDER BY a) FROM t", /^ORDER BY must say/],
    ['a DOUBLE', 'SELECT CAST(a AS DOUBLE) FROM t', /^floating-point/],
    ['a FLOAT', 'SELECT CAST(a AS FLOAT) FROM t', /^floating-point/],
    ['a REAL', 'SELECT CAST(a AS REAL) FROM t', /^floating-point/],
    ['an approximate aggregate', 'SELECT approx_count_distinct(a) FROM t', /function approx_count_distinct/],
    ['a quantile', 'SELECT quantile_cont(a, 0.5) FROM t', /function quantile_cont/],
    ['a regular expression', "SELECT a FROM t WHERE regexp_matches(a, 'x')", /function regexp_matches/],
    ['~', "SELECT a FROM t WHERE a ~ 'x'", /function regexp_full_match/],
    ['ILIKE', "SELECT a FROM t WHERE a ILIKE 'x'", /function ~~\*/],
    ['GLOB', "SELECT a FROM t WHERE a GLOB 'x'", /function ~~~/],
    ['JSON', "SELECT a ->> '$.x' FROM t", /function ->>/],
    ['a power', 'SELECT a ** 2 FROM t', /function \*\*/],
    ['strftime', "SELECT strftime(a, '%Y') FROM t", /function strftime/],
    ['any_value', 'SELECT any_value(a) FROM t', /function any_value/],
  ])('%s', async (_, sql, problem) => {
    expect(await problemsOf(sql)).toContainEqual(expect.stringMatching(problem));
  });

  it('is found in a subquery, a CTE and an expression alike', async () => {
    for (const sql of [
      'WITH c AS (SELECT now() AS a) SELECT a FROM c',
      'SELECT a FROM (SELECT now() AS a) x',
      'SELECT a FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = now())',
      'SELECT CASE WHEN a = now() THEN 1 END FROM t',
      'SELECT sum(a) FILTER (WHERE b = now()) FROM t',
      'SELECT a FROM t JOIN u ON t.a = now()',
      'SELECT a FROM t GROUP BY a HAVING max(b) = now()',
      'SELECT a FROM t UNION ALL SELECT now()',
      'SELECT a FROM t ORDER BY now() NULLS LAST',
    ]) {
      expect(await problemsOf(sql), sql).toEqual(['function now is not in the portable subset']);
    }
  });
});

describe('what a rule may say', () => {
  it.each([
    'SELECT a, count(*) FILTER (WHERE b > 1) AS n FROM t GROUP BY a',
    'SELECT row_number() OVER (PARTITION BY a ORDER BY b NULLS LAST, c DESC NULLS FIRST) FROM t',
    "SELECT string_agg(a, '、' ORDER BY a NULLS LAST) FROM t",
    'SELECT max(a) OVER (PARTITION BY b) FROM t',
    'SELECT DISTINCT a FROM t WHERE a IS NOT DISTINCT FROM b',
    'SELECT a FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.a = t.a)',
    "SELECT a || 'x', a LIKE '%x', a NOT LIKE 'y', -b, NOT c, a IN ('1', '2') FROM t",
    'SELECT a FROM t WHERE a BETWEEN $from AND $to',
    'SELECT CASE WHEN a THEN CAST(b AS DECIMAL(18, 2)) ELSE round(c * 0.05, 2) END FROM t',
    'SELECT $as_of - to_years(CAST($years AS INTEGER)), EXTRACT(YEAR FROM $as_of) FROM t',
    "SELECT DATE '2017-07-31' - a FROM t",
    'SELECT t.a FROM t JOIN u USING (a) LEFT JOIN v ON v.b = u.b',
    'SELECT a FROM t UNION ALL (SELECT b FROM u EXCEPT SELECT c FROM v)',
    "SELECT x.a FROM (VALUES ('a'), ('b')) x(a)",
    'SELECT a FROM t;',
    'SELECT a FROM t ORDER BY a NULLS LAST',
  ])('%s', async (sql) => {
    expect(await problemsOf(sql)).toEqual([]);
  });

  it('may hold :: in text and comments', async () => {
    for (const sql of [
      "SELECT '::' AS a",
      "SELECT 'it''s ::' AS a",
      'SELECT 1 AS a -- CAST, not ::',
      'SELECT 1 AS a /* a::b\n c::d */',
      "SELECT 1 AS a -- it's ::\n, '::' AS b",
    ]) {
      expect(await problemsOf(sql), sql).toEqual([]);
    }
  });

  it('may not hide :: behind text that looks like a comment', async () => {
    for (const sql of [
      "SELECT '--', 1::INTEGER",
      "SELECT '/*', 1::INTEGER, '*/'",
      "SELECT '''', 1::INTEGER",
    ]) {
      expect(await problemsOf(sql), sql).toEqual(['`::` is not portable: use CAST']);
    }
  });
});

describe('the tables that a SELECT reads', () => {
  it.each([
    [
      'joins and subqueries',
      'SELECT (SELECT max(x) FROM u) FROM t WHERE EXISTS (SELECT 1 FROM v)',
      ['t', 'u', 'v'],
    ],
    ['set operations', 'SELECT a FROM t UNION SELECT b FROM u INTERSECT SELECT c FROM v', ['t', 'u', 'v']],
    ['a table once, however often it is read', 'SELECT x.a FROM t x JOIN t y ON x.a = y.a', ['t']],
    ['no CTE', 'WITH c AS (SELECT a FROM t) SELECT a FROM c', ['t']],
    ['no CTE of another case', 'WITH Cte AS (SELECT a FROM t) SELECT a FROM cTE', ['t']],
    [
      'no CTE that a later one reads',
      'WITH c AS (SELECT a FROM t), d AS (SELECT a FROM c) SELECT a FROM d',
      ['t'],
    ],
    ['no CTE of an outer query', 'WITH c AS (SELECT 1 AS a) SELECT a FROM (SELECT a FROM c) x', []],
    ['no nested CTE', 'SELECT a FROM (WITH c AS (SELECT a FROM t) SELECT a FROM c) x', ['t']],
    [
      'a table that a nested CTE’s name is not known to',
      'SELECT 1 FROM (WITH c AS (SELECT 1 AS a) SELECT a FROM c) x JOIN c ON TRUE',
      ['c'],
    ],
    ['a table that a CTE shadows and reads', 'WITH t AS (SELECT a FROM t) SELECT a FROM t', ['t']],
    [
      'a table of the name of a CTE that comes later',
      'WITH c AS (SELECT a FROM d), d AS (SELECT 1 AS a) SELECT c.a FROM c, d',
      ['d'],
    ],
    [
      'a CTE in EXISTS',
      'WITH c AS (SELECT 1 AS a) SELECT a FROM t WHERE EXISTS (SELECT 1 FROM c WHERE c.a = t.a)',
      ['t'],
    ],
    ['a file, which is no table', "SELECT * FROM '/etc/passwd.csv'", ['/etc/passwd.csv']],
    ['none', 'SELECT 1', []],
  ])('%s', async (_, sql, tables) => {
    expect(await tablesOf(sql)).toEqual(tables);
  });
});

describe('the parameters of a SELECT', () => {
  it('finds them wherever they stand', async () => {
    const sql =
      "WITH c AS (SELECT $one AS a) SELECT CASE WHEN $two THEN 1 END, '$no' /* $none */ FROM c WHERE a > $three AND EXISTS (SELECT $one)";
    expect([...(await shapeOf(engine, sql)).parameters].sort()).toEqual(['one', 'three', 'two']);
  });

  it('finds none in text', async () => {
    expect((await shapeOf(engine, "SELECT '$a' -- $b")).parameters.size).toBe(0);
  });
});

describe('lineAt', () => {
  const lineOf = async (sql: string, firstLine = 1): Promise<number[]> =>
    (await shapeOf(engine, sql)).problems.map(({ offset }) => lineAt(sql, offset, firstLine));

  it('counts from the line on which the body begins', () => {
    expect(lineAt('a\nb\nc', 0, 30)).toBe(30);
    expect(lineAt('a\nb\nc', 1, 30)).toBe(30);
    expect(lineAt('a\nb\nc', 2, 30)).toBe(31);
    expect(lineAt('a\nb\nc', 5, 30)).toBe(32);
    expect(lineAt('a\r\nb', 3, 1)).toBe(2);
  });

  it.each([
    ['a function', 'SELECT\n  a,\n  now()\nFROM t', 3],
    ['a cast', 'SELECT\n  a,\n  CAST(a AS DOUBLE)\nFROM t', 3],
    ['::', "SELECT '::',\n  -- ::\n  a::INTEGER\nFROM t", 3],
    ['a table function', "SELECT a\nFROM\n  read_csv('x')", 3],
    ['a schema', 'SELECT a\nFROM t\nJOIN main.u ON TRUE', 3],
    ['EXCLUDE', 'SELECT\n\n  * EXCLUDE (a)\nFROM t', 3],
    ['a syntax error', 'SELECT a\nFROM t\nWHERE AND', 3],
    ['a CTE', 'WITH c AS (\n  SELECT\n    now() AS a\n)\nSELECT a FROM c', 3],
  ])('names the line of %s', async (_, sql, line) => {
    expect((await lineOf(sql))[0]).toBe(line);
    expect((await lineOf(sql, 101))[0]).toBe(line + 100);
  });

  it('names the line of a table', async () => {
    const sql = 'SELECT a\nFROM t\nJOIN u ON TRUE';
    const { tables } = await shapeOf(engine, sql);
    expect([...tables].map(([table, offset]) => [table, lineAt(sql, offset, 1)])).toEqual([
      ['t', 2],
      ['u', 3],
    ]);
  });
});
