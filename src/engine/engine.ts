/** A value as it comes back from a query: DECIMAL, BIGINT and DATE as text, so that nothing is rounded. */
export type SqlValue = string | number | boolean | null;

/** A value that may be bound to a `$name` parameter. Fractions are bound as DECIMAL(18,6), never as floats. */
export type SqlParameter = string | number | boolean | null | { readonly date: string };

/** Writes rows into one table; nothing is visible until `close`. */
export interface TableWriter {
  /** One row, in the table's column order; a shorter row is filled with NULL. */
  write(row: readonly (string | number | null | undefined)[]): void;
  close(): void;
}

/** Bytes that can be read behind a text that is put into a table, whatever they are. */
export const TEXT_SLACK = 16;

/** Fills a table of a row number (BIGINT) and texts (VARCHAR), fast; nothing is visible until `close`. */
export interface TableLoader {
  /**
   * Sets a text of the row in hand, or sets it anew; `column` counts from 0 behind the number. The text is sound UTF-8, copied from `source`, which goes on
   * for TEXT_SLACK bytes behind `end`.
   */
  put(column: number, source: DataView, start: number, end: number): void;
  /** Ends the row in hand; what was not set is NULL. */
  endRow(number: number): void;
  /** Forgets what was set of the row in hand. */
  dropRow(): void;
  close(): Promise<void>;
  /** Leaves the table as it was; for failures, in place of `close`. */
  abandon(): void;
}

/** What a clean CSV file looks like; every column is read as text. */
export interface CsvSource {
  readonly path: string;
  readonly delimiter: string;
  readonly quote: '"' | '';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** Records above the first one to load: title lines and the header. */
  readonly skip: number;
  /** Number of columns of every record. */
  readonly width: number;
  /** Indexes of the columns to keep, in the order of the target table's columns c0, c1 … */
  readonly keep: readonly number[];
}

/**
 * Runs SQL. DuckDB stands behind it today; whoever writes another engine implements this and nothing else.
 * One query at a time: callers await each call before the next.
 */
export interface Engine {
  /** Runs statements that return nothing. */
  exec(sql: string, parameters?: Readonly<Record<string, SqlParameter>>): Promise<void>;
  /** All rows of a query, as objects by column name. For results known to be small. */
  all(sql: string, parameters?: Readonly<Record<string, SqlParameter>>): Promise<Record<string, SqlValue>[]>;
  /** The rows of a query, chunk by chunk, as objects by column name; memory stays flat. */
  stream(
    sql: string,
    parameters?: Readonly<Record<string, SqlParameter>>,
  ): AsyncIterable<Record<string, SqlValue>[]>;
  /** Names of a query's columns and their SQL types, of which not one row is computed. */
  describe(
    sql: string,
    parameters?: Readonly<Record<string, SqlParameter>>,
  ): Promise<{ name: string; type: string }[]>;
  writer(schema: string, table: string): Promise<TableWriter>;
  loader(schema: string, table: string): Promise<TableLoader>;
  /**
   * Loads a clean CSV file as the raw relation `schema.table` (see ingest/raw.ts; an empty table of that name is replaced),
   * numbering its records from `skip + 1`.
   * @returns the number of records loaded; the caller holds it against its own count.
   * @throws when the file is not what `source` says; nothing of that name is left behind.
   */
  loadCsv(source: CsvSource, schema: string, table: string): Promise<number>;
  /** Removes a raw relation, with those of its name and a suffix that stand behind it, and so frees their memory. */
  dropRaw(schema: string, table: string): Promise<void>;
  /** No more file access, extensions or settings from here on: what is loaded is all that a query can see. */
  seal(): Promise<void>;
  version(): Promise<string>;
  close(): Promise<void>;
}
