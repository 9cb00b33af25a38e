import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { temporaryFolder } from '../run/temporary-folder.js';

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
