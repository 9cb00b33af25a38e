import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openDuckdb } from '../../../src/engine/duckdb.js';
import type { Engine, SqlValue } from '../../../src/engine/engine.js';
import { type LoadedText, loadText } from '../../../src/ingest/csv/load.js';
import { loadRecords } from '../../../src/ingest/csv/load-records.js';
import { sampleRecords } from '../../../src/ingest/csv/sample.js';
import { scanText, type TextScan } from '../../../src/ingest/csv/scan.js';
import { shapeOf } from '../../../src/ingest/csv/table-shape.js';
import type { TextEncoding } from '../../../src/ingest/csv/utf8-chunks.js';

/** A folder and an engine for the tests of one file. */
export function textBench() {
  let folder = '';
  let engine: Engine;
  let files = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hecha-csv-'));
    mkdirSync(join(folder, 'temporary'));
    engine = await openDuckdb();
    await engine.exec('CREATE SCHEMA IF NOT EXISTS raw');
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  const write = (content: string | Buffer): string => {
    files += 1;
    const path = join(folder, `file-${files}.csv`);
    writeFileSync(path, content);
    return path;
  };
  const rowsOf = async (table: string): Promise<SqlValue[][]> =>
    (await engine.all(`SELECT * FROM raw.${table} ORDER BY row_no`)).map((row) => Object.values(row));

  return {
    write,
    all: (sql: string) => engine.all(sql),
    temporary: () => join(folder, 'temporary'),
    /** Scans and loads a file, keeping all columns unless told. */
    async load(
      path: string,
      headerRow = 1,
      options: { cap?: number; keep?: number[]; withRows?: boolean } = {},
    ): Promise<Loaded> {
      const scan = await scanText(path, options);
      files += 1;
      const table = `part_${files}`;
      const keep = options.keep ?? Array.from({ length: scan.width }, (_, index) => index);
      const temporary = join(folder, 'temporary');
      const loaded = await loadText({ engine, path, scan, headerRow, keep, table, temporary });
      const rows = options.withRows === false ? [] : await rowsOf(table);
      return { ...loaded, scan, table, rows };
    },
    /** The same by csv-parse alone. */
    async loadByRecords(path: string, headerRow = 1): Promise<SqlValue[][]> {
      const scan = await scanText(path);
      files += 1;
      const table = `part_${files}`;
      const keep = Array.from({ length: scan.width }, (_, index) => index);
      const shape = shapeOf(await sampleRecords(path, scan, headerRow), scan.width);
      await loadRecords({ path, scan, place: 'file' }, { engine, table, keep, shape, headerRow });
      return rowsOf(table);
    },
  };
}

/** A loaded file; each row is row_no, problem, lead, c0 … */
export interface Loaded extends LoadedText {
  readonly scan: TextScan;
  readonly table: string;
  readonly rows: SqlValue[][];
}

/** The cells of the rows, without row_no, problem and lead. */
export const cellsOf = (rows: readonly SqlValue[][]): SqlValue[][] => rows.map((row) => row.slice(3));

/** Row number and problem of the rows that have one. */
export const problemsOf = (rows: readonly SqlValue[][]): SqlValue[][] =>
  rows.filter(([, problem]) => problem !== null).map(([row, problem]) => [Number(row), problem ?? null]);

let gb18030: Map<string, Buffer> | undefined;

/** Every character of GB18030 that takes two bytes or lies in the BMP, by decoding them all. */
function gb18030Table(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, Buffer>();
  const add = (bytes: number[]): void => {
    const text = decoder.decode(Buffer.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, Buffer.from(bytes));
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail]);
  }
  for (let first = 0x81; first <= 0x84; first += 1) {
    for (let second = 0x30; second <= 0x39; second += 1) {
      for (let third = 0x81; third <= 0xfe; third += 1) {
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) add([first, second, third, fourth]);
      }
    }
  }
  return table;
}

function gb18030Bytes(character: string): Buffer {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return Buffer.from([code]);
  gb18030 ??= gb18030Table();
  const known = gb18030.get(character);
  if (known) return known;
  const linear = code - 0x10000;
  return Buffer.from([
    0x90 + Math.floor(linear / 12600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]);
}

export function encode(text: string, encoding: TextEncoding, bom = false): Buffer {
  const marked = bom ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked);
  if (encoding === 'gb18030') return Buffer.concat([...marked].map(gb18030Bytes));
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}
