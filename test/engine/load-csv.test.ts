import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine, SqlValue } from '../../src/engine/engine.js';
import { temporaryFolder } from '../run/temporary-folder.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 2 });
});
afterAll(() => engine.close());

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
