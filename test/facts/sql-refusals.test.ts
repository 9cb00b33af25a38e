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

describe('what a rule may not say, because it is not the same on every run', () => {
  it.each([
    ['current_date', 'SELECT current_date'],
    ['CURRENT_TIMESTAMP', 'SELECT a FROM t WHERE a < CURRENT_TIMESTAMP'],
    ['localtime', 'SELECT localtime'],
    ['current_user', 'SELECT current_user'],
    ['a sample', 'SELECT a FROM t USING SAMPLE 10'],
    ['a sampled table', 'SELECT a FROM t TABLESAMPLE 10%'],
    ['DISTINCT ON', 'SELECT DISTINCT ON (a) a, b FROM t'],
    ['string_agg without an order', "SELECT string_agg(a, ',') FROM t"],
    ['row_number without an order', 'SELECT row_number() OVER (PARTITION BY a) FROM t'],
    ['lag without an order', 'SELECT lag(a) OVER () FROM t'],
    ['first_value without an order', 'SELECT first_value(a) OVER (PARTITION BY b) FROM t'],
  ])('%s', async (_, sql) => {
    expect(await problemsOf(sql)).not.toEqual([]);
  });

  it('but a column of such a name behind a table is one', async () => {
    expect(await problemsOf('SELECT t.current_date FROM t')).toEqual([]);
  });
});

describe('what a rule may not say, because other engines do not', () => {
  it.each([
    'SELECT a[1] FROM t',
    'SELECT a[1:2] FROM t',
    'SELECT CAST(a AS INTEGER[]) FROM t',
    'SELECT CAST(a AS STRUCT(x INTEGER)) FROM t',
    'SELECT TRY_CAST(a AS INTEGER) FROM t',
    'SELECT 1e3',
    "SELECT COLUMNS('a.*') FROM t",
    'SELECT * RENAME (a AS b) FROM t',
    'SELECT a, count(*) FROM t GROUP BY ALL',
    'SELECT a FROM t ASOF JOIN u ON t.a >= u.a',
    'SELECT a FROM t POSITIONAL JOIN u',
    'SHOW TABLES',
    'DESCRIBE t',
    'SUMMARIZE t',
    'SELECT * FROM (SUMMARIZE t)',
  ])('%s', async (sql) => {
    expect(await problemsOf(sql)).not.toEqual([]);
  });

  it('may have :: in a quoted name', async () => {
    expect(await problemsOf('SELECT "a::b" FROM t')).toEqual([]);
    expect(await problemsOf('SELECT "it\'s", 1::INTEGER FROM t')).toEqual(['`::` is not portable: use CAST']);
  });
});

describe('lineAt', () => {
  it.each([
    ['a function behind Chinese text', "SELECT\n  '一二三四五六七八九十',\n  now()\nFROM t", 3],
    [
      'a function behind a Chinese comment',
      '-- 一二三四五六七八九十\nSELECT\n  now(),\n  a\nFROM t\nWHERE b',
      3,
    ],
    ['a syntax error behind Chinese text', "SELECT '一二三四五'\nFROM t\nWHERE AND\n\n\n\n", 3],
    ['LIMIT', 'SELECT a\nFROM t\nLIMIT 1', 3],
    ['ORDER BY', 'SELECT a\nFROM t\nORDER BY a', 3],
    ['QUALIFY', 'SELECT a\nFROM t\nQUALIFY a = 1', 3],
  ])('names the line of %s', async (_, sql, line) => {
    const { problems } = await shapeOf(engine, sql);
    expect(problems.map(({ offset }) => lineAt(sql, offset, 1))[0]).toBe(line);
  });
});
