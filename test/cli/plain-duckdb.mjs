// What the stock duckdb shell does with `duckdb -init load.sql` and a query: nothing of hecha is loaded here.
// Usage: node plain-duckdb.mjs <folder of tables>, the query on stdin; prints the rows as JSON.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder = '.'] = process.argv.slice(2);
const query = readFileSync(0, 'utf8');
process.chdir(folder);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(readFileSync('load.sql', 'utf8'));
const rows = await connection.runAndReadAll(query);
process.stdout.write(JSON.stringify(rows.getRowObjectsJson()));
