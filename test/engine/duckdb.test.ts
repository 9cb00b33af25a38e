import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine, SqlParameter, SqlValue } from '../../src/engine/engine.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

const one = async (sql: string, parameters?: Record<string, SqlParameter>): Promise<SqlValue | undefined> =>
  Object.values((await engine.all(sql, parameters))[0] ?? {})[0];

describe('values', () => {
  it.each<[string, string, SqlValue]>([
    ['an integer', 'CAST(-2147483648 AS INTEGER)', -2147483648],
    ['a BIGINT', 'CAST(9223372036854775807 AS BIGINT)', '9223372036854775807'],
    ['a small BIGINT', 'CAST(7 AS BIGINT)', '7'],
    ['a DECIMAL', 'CAST(1234567890123456.78 AS DECIMAL(18, 2))', '1234567890123456.78'],
    ['a DECIMAL with zeros', 'CAST(3500 AS DECIMAL(18, 2))', '3500.00'],
    ['a negative DECIMAL', 'CAST(-0.05 AS DECIMAL(18, 4))', '-0.0500'],
    ['a day', "DATE '2017-07-31'", '2017-07-31'],
    ['a day long ago', "DATE '0001-01-01'", '0001-01-01'],
    ['true', 'TRUE', true],
    ['text', "'甲''乙\n𠮷'", "甲'乙\n𠮷"],
    ['empty text', "''", ''],
    ['nothing', 'NULL', null],
  ])('come back exact: %s', async (_, sql, value) => {
    expect(await one(`SELECT ${sql}`)).toBe(value);
    const streamed: Record<string, SqlValue>[] = [];
    for await (const rows of engine.stream(`SELECT ${sql} AS v`)) streamed.push(...rows);
    expect(streamed).toEqual([{ v: value }]);
  });

  it('come in the order of the columns', async () => {
    const [row] = await engine.all('SELECT 1 AS b, 2 AS a, 3 AS "名"');
    expect(Object.entries(row ?? {})).toEqual([
      ['b', 1],
      ['a', 2],
      ['名', 3],
    ]);
  });

  it('are streamed in chunks, none lost', async () => {
    let rows = 0;
    let chunks = 0;
    let sum = 0;
    for await (const chunk of engine.stream('SELECT CAST(range AS INTEGER) AS n FROM range(10000)')) {
      chunks += 1;
      rows += chunk.length;
      for (const { n } of chunk) sum += Number(n);
    }
    expect([rows, sum]).toEqual([10_000, 49_995_000]);
    expect(chunks).toBeGreaterThan(1);
  });

  it('are none for a query without rows', async () => {
    expect(await engine.all('SELECT 1 AS a WHERE FALSE')).toEqual([]);
    for await (const rows of engine.stream('SELECT 1 AS a WHERE FALSE')) expect(rows).toEqual([]);
  });
});

describe('parameters', () => {
  it.each<[SqlParameter, string]>([
    ["it's; DROP TABLE x --", 'VARCHAR'],
    [{ date: '2017-07-31' }, 'DATE'],
    [{ date: '1900-02-28' }, 'DATE'],
    [true, 'BOOLEAN'],
    [0.05, 'DECIMAL(18,6)'],
    [-1234.5, 'DECIMAL(18,6)'],
  ])('%j is bound as %s', async (value, type) => {
    expect(await one('SELECT typeof($v)', { v: value })).toBe(type);
    const bound = await one('SELECT CAST($v AS VARCHAR)', { v: value });
    if (typeof value === 'number') expect(Number(bound)).toBe(value);
    else expect(bound).toBe(typeof value === 'object' ? value?.date : String(value));
  });

  it('are never floats', async () => {
    for (const value of [0, 3500, 2_000_000_000, 9_000_000_000, 0.1, 3.14]) {
      expect(await one('SELECT typeof($v)', { v: value })).not.toMatch(/FLOAT|DOUBLE/);
    }
  });

  it('hold at a boundary as they are written', async () => {
    expect(await one('SELECT CAST(0.05 AS DECIMAL(18, 6)) > $v', { v: 0.05 })).toBe(false);
    expect(await one('SELECT CAST(0.050001 AS DECIMAL(18, 6)) > $v', { v: 0.05 })).toBe(true);
    expect(await one('SELECT CAST(3500 AS DECIMAL(18, 2)) > $v', { v: 3500 })).toBe(false);
    expect(await one('SELECT CAST(3500.01 AS DECIMAL(18, 2)) > $v', { v: 3500 })).toBe(true);
    expect(await one('SELECT 100 - 95 > $v * 100', { v: 0.05 })).toBe(false);
  });

  it('keep every fraction of up to six places', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 6 }),
        async (digits, places) => {
          const text = (digits / 10 ** places).toFixed(places);
          expect(
            await one(`SELECT CAST($v AS DECIMAL(18, 6)) = CAST('${text}' AS DECIMAL(18, 6))`, {
              v: Number(text),
            }),
          ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are counted from the day, whatever the time zone', async () => {
    expect(await one("SELECT $day - DATE '2017-07-01'", { day: { date: '2017-07-31' } })).toBe('30');
    expect(await one('SELECT $day - to_years(1)', { day: { date: '2016-02-29' } })).toMatch(/^2015-02-28/);
  });

  it('may be none', async () => {
    expect(await one('SELECT 1', {})).toBe(1);
    await engine.exec('SELECT 1', {});
    await expect(engine.all('SELECT $missing')).rejects.toThrow();
  });
});

describe('describe', () => {
  it('names columns and types of a query, and computes nothing', async () => {
    expect(
      await engine.describe(
        "SELECT CAST(error('computed') AS INTEGER) AS a, CAST($p AS DECIMAL(18, 2)) AS b -- c",
        {
          p: 1,
        },
      ),
    ).toEqual([
      { name: 'a', type: 'INTEGER' },
      { name: 'b', type: 'DECIMAL(18,2)' },
    ]);
  });

  it('fails for a query that cannot be', async () => {
    await expect(engine.describe('SELECT no_such_column FROM (SELECT 1 AS a)')).rejects.toThrow(
      /no_such_column/,
    );
  });
});

describe('the writer', () => {
  it('writes text, numbers and NULL; a shorter row is filled up', async () => {
    await engine.exec('CREATE SCHEMA w; CREATE TABLE w.t (a BIGINT, b VARCHAR, c INTEGER)');
    const writer = await engine.writer('w', 't');
    writer.write(['9223372036854775807', "甲'\n", 1]);
    writer.write([2, 3, null]);
    writer.write([3]);
    writer.write([undefined, '', undefined]);
    writer.close();
    expect(await engine.all('SELECT * FROM w.t')).toEqual([
      { a: '9223372036854775807', b: "甲'\n", c: 1 },
      { a: '2', b: '3', c: null },
      { a: '3', b: null, c: null },
      { a: null, b: '', c: null },
    ]);
  });

  it('keeps the rows in order, over more than one flush', async () => {
    await engine.exec('CREATE TABLE w.many (a BIGINT)');
    const writer = await engine.writer('w', 'many');
    for (let row = 0; row < 120_001; row += 1) writer.write([row]);
    writer.close();
    expect(await engine.all('SELECT count(*) AS n, bool_and(a = rowid) AS ordered FROM w.many')).toEqual([
      { n: '120001', ordered: true },
    ]);
  });

  it('fails for a table that is not there', async () => {
    await expect(engine.writer('w', 'none')).rejects.toThrow();
  });
});

it('says its version', async () => {
  expect(await engine.version()).toMatch(/^v\d+\.\d+\.\d+/);
});

it('takes its time zone from nowhere', async () => {
  expect(await one("SELECT current_setting('TimeZone')")).toBe('UTC');
});
