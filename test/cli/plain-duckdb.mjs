// What the stock duckdb shell does with `duckdb -init load.sql` and a query: nothing of hecha is loaded here.
// Usage: node plain-duckdb.mjs <folder of tables> <query>; prints the rows as JSON.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder = '.', query = ''] = process.argv.slice(2);
process.chdir(folder);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(readFileSync('load.sql', 'utf8'));
const rows = await connection.runAndReadAll(query);
process.stdout.write(JSON.stringify(rows.getRowObjectsJson()));
