import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine, SqlParameter, SqlValue } from '../../src/engine/engine.js';
import { temporaryFolder } from '../run/temporary-folder.js';

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

describe('loadCsv', () => {
  const base = { delimiter: ',', quote: '"', lineEnd: '\n', skip: 1, width: 3, keep: [0, 1, 2] } as const;
  let files = 0;
  async function load(content: string | Buffer, source: object = {}): Promise<SqlValue[][]> {
    const path = join(await temporaryFolder(), "it's 数据.csv");
    writeFileSync(path, content);
    files += 1;
    await engine.exec('CREATE SCHEMA IF NOT EXISTS raw');
    const rows = await engine.loadCsv({ path, ...base, ...source }, 'raw', `f${files}`);
    const loaded = await engine.all(`SELECT * FROM raw.f${files} ORDER BY row_no`);
    expect(loaded.length).toBe(rows);
    return loaded.map((row) => Object.values(row));
  }

  it('numbers the records, keeps the lead and the wanted columns', async () => {
    expect(await load('a,b,c\n1,2,3\n,x ,\n', { keep: [2, 0] })).toEqual([
      ['2', null, '1', '3', '1'],
      ['3', null, 'x', null, null],
    ]);
    expect(await load('t,,\nu,,\na,b,c\n1,2,3\n', { skip: 3 })).toEqual([['4', null, '1', '1', '2', '3']]);
  });

  it.each([
    [
      'line breaks in quotes',
      'a,b,c\n1,"x\ny",3\n4,5,6\n',
      {},
      [
        ['1', 'x\ny', '3'],
        ['4', '5', '6'],
      ],
    ],
    ['quotes in quotes', 'a,b,c\n1,"x""y",3\n', {}, [['1', 'x"y', '3']]],
    ['delimiters in quotes', 'a,b,c\n1,"x,y",3\n', {}, [['1', 'x,y', '3']]],
    [
      'CRLF',
      'a,b,c\r\n1,2,3\r\n4,"5",6\r\n',
      { lineEnd: '\r\n' },
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
      ],
    ],
    [
      'CRLF and line breaks in quotes',
      'a,b,c\r\n1,"x\r\ny",3\r\n4,"5\n6",7\r\n',
      { lineEnd: '\r\n' },
      [
        ['1', 'x\r\ny', '3'],
        ['4', '5\n6', '7'],
      ],
    ],
    ['CR', 'a,b,c\r1,2,3\r', { lineEnd: '\r' }, [['1', '2', '3']]],
    ['no line end at the end', 'a,b,c\n1,2,3', {}, [['1', '2', '3']]],
    ['tabs', 'a\tb\tc\n1\t2,\t3\n', { delimiter: '\t' }, [['1', '2,', '3']]],
    ['no quoting', 'a,b,c\n1,"2,3\n', { quote: '' }, [['1', '"2', '3']]],
    ['empty cells, quoted or not', 'a,b,c\n1,"",\n', {}, [['1', null, null]]],
    [
      'words that could be values',
      'a,b,c\nNULL,null,NA\ntrue,2017-01-01,1e5\n',
      {},
      [
        ['NULL', 'null', 'NA'],
        ['true', '2017-01-01', '1e5'],
      ],
    ],
    ['spaces around', 'a,b,c\n 1 ,\u3000x, y\n', {}, [[' 1 ', '\u3000x', ' y']]],
    [
      'zeros in front and long numbers',
      'a,b,c\n001,629999197005010011,1.50\n',
      {},
      [['001', '629999197005010011', '1.50']],
    ],
    ['no rows', 'a,b,c\n', {}, []],
  ])('reads %s', async (_, content, source, cells) => {
    expect((await load(content, source)).map((row) => row.slice(3))).toEqual(cells);
  });

  it('reads a file in parts, in the order of its records', async () => {
    const content = Array.from({ length: 60_000 }, (_, row) => `${row + 1},"甲\n${row}",x\n`).join('');
    await load(content, { skip: 0 });
    expect(
      await engine.all(
        `SELECT count(*) AS n, bool_and(row_no = CAST(c0 AS BIGINT)) AS ordered FROM raw.f${files}`,
      ),
    ).toEqual([{ n: '60000', ordered: true }]);
  });

  it.each([
    ['a column more', 'a,b,c\n1,2,3,4\n'],
    ['a column less', 'a,b,c\n1,2\n'],
    ['an open quote', 'a,b,c\n1,"2,3\n'],
    [
      'bytes that are no UTF-8',
      Buffer.from([...Buffer.from('a,b,c\n1,'), 0xbc, 0xd7, ...Buffer.from(',3\n')]),
    ],
  ])('refuses a file with %s, and leaves nothing behind', async (_, content) => {
    await expect(load(content)).rejects.toThrow();
    expect(
      await engine.all(`SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'f${files}%'`),
    ).toEqual([]);
  });

  it('replaces an empty table of the name, and is dropped whole', async () => {
    const path = join(await temporaryFolder(), 'a.csv');
    writeFileSync(path, 'a\n1\n');
    await engine.exec('CREATE TABLE raw.same (row_no BIGINT); CREATE TABLE raw.same2 (a INTEGER)');
    expect(await engine.loadCsv({ ...base, path, width: 1, keep: [0] }, 'raw', 'same')).toBe(1);
    await engine.dropRaw('raw', 'same');
    expect(
      await engine.all("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'same%'"),
    ).toEqual([{ table_name: 'same2' }]);
  });
});

it('says its version', async () => {
  expect(await engine.version()).toMatch(/^v\d+\.\d+\.\d+/);
});

it('takes its time zone from nowhere', async () => {
  expect(await one("SELECT current_setting('TimeZone')")).toBe('UTC');
});

describe('a sealed engine', () => {
  let sealed: Engine;
  let folder: string;
  beforeAll(async () => {
    sealed = await openDuckdb({ threads: 1 });
    await sealed.exec('CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1)');
    await sealed.seal();
  });
  afterAll(() => sealed.close());

  it.each([
    ['reads no CSV', "SELECT * FROM read_csv('FOLDER/a.csv')"],
    ['reads no CSV by its name', "SELECT * FROM 'FOLDER/a.csv'"],
    ['reads no text', "SELECT * FROM read_text('FOLDER/a.csv')"],
    ['reads no bytes', "SELECT * FROM read_blob('FOLDER/a.csv')"],
    ['reads no JSON', "SELECT * FROM read_json('FOLDER/a.csv')"],
    ['reads no Parquet', "SELECT * FROM read_parquet('FOLDER/a.parquet')"],
    ['lists no folder', "SELECT * FROM glob('FOLDER/*')"],
    ['copies nothing out', "COPY t TO 'FOLDER/out.csv'"],
    ['copies nothing in', "COPY t FROM 'FOLDER/a.csv'"],
    ['exports nothing', "EXPORT DATABASE 'FOLDER/out'"],
    ['attaches nothing', "ATTACH 'FOLDER/out.duckdb'"],
    ['installs nothing', 'INSTALL httpfs'],
    ['loads nothing', 'LOAD httpfs'],
    ['loads no file', "LOAD 'FOLDER/a.csv'"],
    ['opens itself to nothing', 'SET enable_external_access = true'],
    ['unlocks nothing', 'SET lock_configuration = false'],
    ['sets nothing', 'SET threads = 4'],
    ['spills nowhere else', "SET temp_directory = 'FOLDER'"],
    ['resets nothing', 'RESET memory_limit'],
    ['reads nothing from the network', "SELECT * FROM read_csv('https://localhost/a.csv')"],
  ])('%s', async (_, sql) => {
    folder = await temporaryFolder();
    writeFileSync(join(folder, 'a.csv'), 'a\n1\n');
    await expect(sealed.exec(sql.replace('FOLDER', folder))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('still works with what is loaded', async () => {
    await sealed.exec('CREATE TABLE u AS SELECT a + 1 AS a FROM t');
    expect(await sealed.all('SELECT a FROM u')).toEqual([{ a: 2 }]);
  });
});

describe('memory', () => {
  const sort =
    'CREATE TABLE sorted AS SELECT range AS n, md5(CAST(range AS VARCHAR)) AS h FROM range(400000) ORDER BY h NULLS LAST';

  it('is spilled to the temporary folder, sealed or not', async () => {
    const folder = await temporaryFolder();
    const small = await openDuckdb({ memory: '40MB', threads: 2, temporary: folder });
    await small.seal();
    await small.exec(sort);
    expect(readdirSync(folder)).not.toEqual([]);
    expect(await small.all('SELECT count(*) AS n, count(DISTINCT n) AS m, min(h) AS h FROM sorted')).toEqual([
      { n: '400000', m: '400000', h: expect.stringMatching(/^0000/) },
    ]);
    await small.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is capped: HC5004', async () => {
    const tiny = await openDuckdb({ memory: '20MB', threads: 1 });
    await tiny.exec("SET temp_directory = ''");
    await expect(tiny.exec(sort)).rejects.toMatchObject({ code: 'HC5004' });
    expect(await tiny.all('SELECT 1 AS a')).toEqual([{ a: 1 }]);
    await tiny.close();
  });
});
