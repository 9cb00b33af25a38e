import {
  BIGINT,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  VARCHAR,
} from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';
import { HechaError } from '../errors.js';
import type { TableLoader } from './engine.js';

/** Rows that a chunk of DuckDB holds at most. */
const CHUNK_ROWS = bindings.vector_size();
/** Chunks between two flushes: what waits for one is beyond the engine's memory limit. */
const FLUSH_CHUNKS = 8;
/** Bytes of long texts after which a chunk is full, however few its rows. */
const LONG_BYTES = 1 << 24;

/**
 * How DuckDB's vectors hold a text (`duckdb_string_t` of its C interface): four bytes of length, then the text itself, zeros behind it, where
 * it has at most twelve bytes; of a longer one the first four bytes and the address of the whole.
 */
const RECORD_BYTES = 16;
const RECORD_WORDS = RECORD_BYTES / 4;
const SHORT_BYTES = 12;
/** For each length of a short text, which bits of each of its three words are its own. */
const [FIRST, SECOND, THIRD] = [0, 4, 8].map((from) =>
  Int32Array.from({ length: SHORT_BYTES + 1 }, (_, length) =>
    length >= from + 4 ? -1 : (1 << (8 * Math.max(0, length - from))) - 1,
  ),
) as [Int32Array, Int32Array, Int32Array];

/** Words from column to column: a line of the cache more than needed, or one row of all columns would compete for one place there. */
const COLUMN_WORDS = CHUNK_ROWS * RECORD_WORDS + 16;
const FILLED_BYTES = CHUNK_ROWS / 8;

/**
 * Fills a table whose first column is a BIGINT and the others VARCHAR, as one transaction of the connection, which must be the
 * loader's own. Texts go to the engine by the chunk and in its own form: a call for each cell takes three times as long.
 * @throws HechaError HC9001 when the table is another
 */
export async function openTableLoader(options: {
  readonly connection: DuckDBConnection;
  readonly schema: string;
  readonly table: string;
  /** Runs what the machine may make impossible, and gives its errors their names. */
  readonly guarded: (work: () => void) => void;
}): Promise<TableLoader> {
  const { connection, schema, table, guarded } = options;
  try {
    await connection.run('BEGIN');
    return createLoader(connection, await connection.createAppender(table, schema), guarded);
  } catch (error) {
    connection.closeSync();
    throw error;
  }
}

function createLoader(
  connection: DuckDBConnection,
  appender: DuckDBAppender,
  guarded: (work: () => void) => void,
): TableLoader {
  const width = appender.columnCount - 1;
  const types = [BIGINT, ...Array.from({ length: width }, () => VARCHAR)];
  if (types.some((type, index) => String(appender.columnType(index)) !== String(type)))
    throw new HechaError('HC9001', { detail: 'a loaded table has a number, then texts' });
  const chunk = DuckDBDataChunk.create(types);
  const numbers = new BigInt64Array(CHUNK_ROWS);
  const records = new Int32Array(width * COLUMN_WORDS);
  /** A bit for each row that has a text, column by column. */
  const filled = new Uint8Array(width * FILLED_BYTES);
  const longTexts = createLongTexts(records);
  let row = 0;
  let chunks = 0;

  const flush = (): void => {
    longTexts.settle();
    bindings.data_chunk_reset(chunk.chunk);
    bindings.data_chunk_set_size(chunk.chunk, row);
    const vector = (index: number) => bindings.data_chunk_get_vector(chunk.chunk, index);
    bindings.copy_data_to_vector(vector(0), 0, numbers.buffer, 0, row * 8);
    for (let column = 0; column < width; column++) {
      const target = vector(column + 1);
      bindings.copy_data_to_vector(target, 0, records.buffer, column * COLUMN_WORDS * 4, row * RECORD_BYTES);
      bindings.vector_ensure_validity_writable(target);
      bindings.copy_data_to_vector_validity(target, 0, filled.buffer, column * FILLED_BYTES, FILLED_BYTES);
    }
    appender.appendDataChunk(chunk);
    longTexts.clear();
    // No address of a text that is gone stays behind.
    records.fill(0);
    filled.fill(0);
    row = 0;
    chunks += 1;
    if (chunks % FLUSH_CHUNKS === 0) guarded(() => appender.flushSync());
  };

  const abandon = (): void => {
    try {
      // Or it would still write its rows when it is collected.
      appender.clear();
    } finally {
      connection.closeSync();
    }
  };

  return {
    put(column, source, start, end) {
      const word = column * COLUMN_WORDS + row * RECORD_WORDS;
      const length = end - start;
      const byte = column * FILLED_BYTES + (row >> 3);
      filled[byte] = (filled[byte] as number) | (1 << (row & 7));
      records[word] = length;
      if (length > SHORT_BYTES) {
        records[word + 1] = source.getInt32(start, true);
        longTexts.add(word, source, start);
        return;
      }
      records[word + 1] = source.getInt32(start, true) & (FIRST[length] as number);
      records[word + 2] = source.getInt32(start + 4, true) & (SECOND[length] as number);
      records[word + 3] = source.getInt32(start + 8, true) & (THIRD[length] as number);
    },
    endRow(number) {
      numbers[row] = BigInt(number);
      row += 1;
      if (row === CHUNK_ROWS || longTexts.bytes() > LONG_BYTES) flush();
    },
    dropRow() {
      for (let byte = row >> 3; byte < filled.length; byte += FILLED_BYTES)
        filled[byte] = (filled[byte] as number) & ~(1 << (row & 7));
    },
    async close() {
      try {
        if (row > 0) flush();
        guarded(() => appender.closeSync());
        await connection.run('COMMIT');
      } catch (error) {
        abandon();
        throw error;
      }
      connection.closeSync();
    },
    abandon,
  };
}

/** The texts of the chunk in hand that are longer than their records. */
function createLongTexts(records: Int32Array) {
  const heap = DuckDBDataChunk.create([VARCHAR], 1);
  let bytes = new DataView(new ArrayBuffer(1 << 16));
  let used = 0;
  /** Of each text where its record is, and where it begins in `bytes`. */
  let places = new Int32Array(1 << 13);
  let count = 0;

  return {
    bytes: (): number => used,
    /** Takes the text of the record at that word, which tells its length. */
    add(word: number, source: DataView, start: number): void {
      const length = records[word] as number;
      if (used + length + 4 > bytes.byteLength) bytes = larger(bytes, used + length + 4);
      if (2 * count === places.length) {
        const more = new Int32Array(2 * places.length);
        more.set(places);
        places = more;
      }
      places[2 * count] = word;
      places[2 * count + 1] = used;
      count += 1;
      for (let i = 0; i < length; i += 4) bytes.setInt32(used + i, source.getInt32(start + i, true), true);
      used += length;
    },
    /** Gives all of them to the engine as one text, and notes in each record where in it its own is. */
    settle(): void {
      if (count === 0) return;
      bindings.data_chunk_reset(heap.chunk);
      const vector = bindings.data_chunk_get_vector(heap.chunk, 0);
      bindings.vector_assign_string_element_len(vector, 0, new Uint8Array(bytes.buffer, 0, used));
      const held = bindings.vector_get_data(vector, RECORD_BYTES);
      const whole = new DataView(held.buffer, held.byteOffset, RECORD_BYTES);
      const base = Number(whole.getBigUint64(8, true));
      if (whole.getUint32(0, true) !== used || !Number.isSafeInteger(base + used))
        throw new HechaError('HC9001', { detail: 'the engine holds texts in another way' });
      for (let i = 0; i < 2 * count; i += 2) {
        const word = places[i] as number;
        // Set anew since, to a short text.
        if ((records[word] as number) <= SHORT_BYTES) continue;
        const address = base + (places[i + 1] as number);
        records[word + 2] = (address % 2 ** 32) | 0;
        records[word + 3] = Math.floor(address / 2 ** 32);
      }
    },
    clear(): void {
      used = 0;
      count = 0;
    },
  };
}

function larger(bytes: DataView<ArrayBuffer>, least: number): DataView<ArrayBuffer> {
  const target = new Uint8Array(Math.max(least, 2 * bytes.byteLength));
  target.set(new Uint8Array(bytes.buffer));
  return new DataView(target.buffer);
}
