import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api';
import { HechaError } from '../errors.js';
import type { CsvSource, Engine, SqlParameter, SqlValue, TableLoader, TableWriter } from './engine.js';
import { openTableLoader } from './table-loader.js';

export interface DuckdbOptions {
  /** Cap of the engine's memory, as DuckDB writes it (`2GB`). */
  readonly memory?: string;
  readonly threads?: number;
  /** Folder to spill into; without one nothing is spilled. */
  readonly temporary?: string;
}

const FRACTION_SCALE = 6;
/** Rows between two flushes of the appender: more only costs memory. */
const FLUSH_ROWS = 50_000;

/** Opens an in-memory DuckDB; it spills to `temporary` when memory runs short. */
export async function openDuckdb(options: DuckdbOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    preserve_insertion_order: 'true',
    ...(options.memory && { memory_limit: options.memory }),
    ...(options.threads && { threads: String(options.threads) }),
    ...(options.temporary && { temp_directory: options.temporary }),
  });
  const connection = await instance.connect();
  // Results must not depend on the machine's time zone.
  await connection.run("SET TimeZone = 'UTC'");
  return new Duckdb(instance, connection, options.temporary ?? '');
}

const bind = (value: SqlParameter): DuckDBValue => {
  if (value !== null && typeof value === 'object') {
    const days = Math.round(Date.parse(`${value.date}T00:00:00Z`) / 86_400_000);
    return new DuckDBDateValue(days);
  }
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return DuckDBDecimalValue.fromDouble(value, 18, FRACTION_SCALE);
  }
  return value;
};

type Bound = Record<string, DuckDBValue> | undefined;

const bindAll = (parameters: Readonly<Record<string, SqlParameter>> | undefined): Bound =>
  parameters && Object.keys(parameters).length > 0
    ? Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, bind(value)]))
    : undefined;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

class Duckdb implements Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #temporary: string;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, temporary: string) {
    this.#temporary = temporary;
    this.#instance = instance;
    this.#connection = connection;
  }

  async exec(sql: string, parameters?: Readonly<Record<string, SqlParameter>>): Promise<void> {
    await this.#guard(() => this.#connection.run(sql, bindAll(parameters)));
  }

  async all(
    sql: string,
    parameters?: Readonly<Record<string, SqlParameter>>,
  ): Promise<Record<string, SqlValue>[]> {
    const reader = await this.#guard(() => this.#connection.runAndReadAll(sql, bindAll(parameters)));
    return reader.getRowObjectsJson() as Record<string, SqlValue>[];
  }

  async *stream(
    sql: string,
    parameters?: Readonly<Record<string, SqlParameter>>,
  ): AsyncGenerator<Record<string, SqlValue>[]> {
    const result = await this.#guard(() => this.#connection.stream(sql, bindAll(parameters)));
    for await (const rows of result.yieldConvertedRowObjects(JsonDuckDBValueConverter)) {
      yield rows as Record<string, SqlValue>[];
    }
  }

  async describe(
    sql: string,
    parameters?: Readonly<Record<string, SqlParameter>>,
  ): Promise<{ name: string; type: string }[]> {
    const result = await this.#guard(() =>
      this.#connection.run(`SELECT * FROM (${sql}\n) LIMIT 0`, bindAll(parameters)),
    );
    const types = result.columnTypes();
    return result.columnNames().map((name, index) => ({ name, type: String(types[index]) }));
  }

  async writer(schema: string, table: string): Promise<TableWriter> {
    const appender = await this.#guard(() => this.#connection.createAppender(table, schema));
    const width = appender.columnCount;
    const integers = Array.from({ length: width }, (_, index) =>
      /INT/.test(String(appender.columnType(index))),
    );
    const guarded = (work: () => void): void => this.#guardSync(work);
    let pending = 0;
    return {
      write(row) {
        for (let index = 0; index < width; index += 1) {
          const value = row[index];
          if (value === undefined || value === null) appender.appendNull();
          else if (integers[index]) appender.appendBigInt(BigInt(value));
          else appender.appendVarchar(String(value));
        }
        appender.endRow();
        pending += 1;
        if (pending >= FLUSH_ROWS) {
          guarded(() => appender.flushSync());
          pending = 0;
        }
      },
      close() {
        guarded(() => appender.closeSync());
      },
    };
  }

  async loader(schema: string, table: string): Promise<TableLoader> {
    const guarded = (work: () => void): void => this.#guardSync(work);
    const loader = await this.#guard(async () =>
      openTableLoader({ connection: await this.#instance.connect(), schema, table, guarded }),
    );
    return { ...loader, close: () => this.#guard(loader.close) };
  }

  async loadCsv(source: CsvSource, schema: string, table: string): Promise<number> {
    const columns = Array.from({ length: source.width }, (_, index) => `'x${index}': 'VARCHAR'`).join(', ');
    const lead = Array.from(
      { length: Math.min(3, source.width) },
      (_, index) => `nullif(trim(x${index}), '')`,
    );
    const kept = source.keep.map((index, position) => `, x${index} AS c${position}`).join('');
    // DuckDB 1.5 misreads CRLF files when told so (it drops rows or fails), and reads them rightly when it is not told.
    const lineEnd = { '\n': "new_line = '\\n',", '\r\n': '', '\r': "new_line = '\\r'," }[source.lineEnd];
    // Strict and without guessing: the caller has seen every byte and says what the file is. The records are numbered by
    // `rowid`, their order in the file, which costs nothing; a window function would read them on one thread.
    const base = `${schema}.${table}_records`;
    await this.exec(`
      DROP TABLE IF EXISTS ${schema}.${table};
      CREATE TABLE ${base} AS
      SELECT coalesce(${lead.join(', ')}) AS lead${kept}
      FROM read_csv(${literal(source.path)}, columns = {${columns}}, auto_detect = false, header = false,
        skip = ${source.skip}, delim = ${literal(source.delimiter)}, quote = ${literal(source.quote)},
        escape = ${literal(source.quote)}, ${lineEnd} nullstr = '', allow_quoted_nulls = true,
        strict_mode = true, null_padding = false, encoding = 'utf-8', max_line_size = 4194304);
      CREATE VIEW ${schema}.${table} AS
      SELECT rowid + ${source.skip + 1} AS row_no, CAST(NULL AS VARCHAR) AS problem, * FROM ${base}`);
    const [count] = await this.all(`SELECT count(*)::INTEGER AS records FROM ${base}`);
    return Number(count?.records);
  }

  async dropRaw(schema: string, table: string): Promise<void> {
    const isOwn = "schema_name = $schema AND (name = $table OR starts_with(name, $table || '_'))";
    // The engine's own lists: information_schema, which is made of them, takes several times as long.
    const relations = await this.all(
      `SELECT name, kind FROM (
        SELECT schema_name, view_name AS name, 'VIEW' AS kind FROM duckdb_views()
        UNION ALL SELECT schema_name, table_name, 'TABLE' FROM duckdb_tables()
      ) WHERE ${isOwn} ORDER BY kind = 'VIEW' DESC, name`,
      { schema, table },
    );
    const drops = relations.map(({ name, kind }) => `DROP ${kind} ${schema}.${name}`);
    if (drops.length > 0) await this.exec(drops.join('; '));
  }

  async seal(): Promise<void> {
    await this.exec('SET enable_external_access = false; SET lock_configuration = true');
  }

  async version(): Promise<string> {
    const [row] = await this.all('SELECT version() AS version');
    return String(row?.version);
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#named(error);
    }
  }

  #guardSync(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw this.#named(error);
    }
  }

  /** What a machine can cause becomes a sentence; everything else keeps DuckDB's words for whoever wrote the SQL. */
  #named(error: unknown): unknown {
    const message = error instanceof Error ? error.message : String(error);
    if (/^Out of Memory/i.test(message)) return new HechaError('HC5004');
    if (/^IO Error|No space left on device/i.test(message))
      return new HechaError('HC5002', { dir: this.#temporary, detail: 'spill' });
    return error;
  }
}
