// What no audit can do without: the engine reads every CSV file of a folder once, every value of it, all in UTF-8; the workbooks are inflated.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInflateRaw } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { openPromise } from 'yauzl';

const folder = process.argv[2];
const names = readdirSync(folder);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const name of names.filter((each) => each.endsWith('.csv'))) {
  const path = join(folder, name).replaceAll("'", "''");
  await connection.runAndReadAll(
    `SELECT count(COLUMNS(*)) FROM read_csv('${path}', all_varchar = true, header = false, delim = ',', quote = '"', escape = '"',
      null_padding = true, strict_mode = false)`,
  );
}
for (const name of names.filter((each) => each.endsWith('.xlsx'))) {
  const zip = await openPromise(join(folder, name), { autoClose: false });
  for await (const entry of zip.eachEntry()) {
    const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    for await (const _ of entry.compressionMethod === 8 ? raw.pipe(createInflateRaw()) : raw);
  }
  zip.close();
}
