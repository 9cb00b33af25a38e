import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CsvSource, Engine } from '../../engine/engine.js';
import { HechaError } from '../../errors.js';
import { fillRawTable, loadRecords, type RawTarget } from './load-records.js';
import { rowReader } from './read-rows.js';
import { rewriteText } from './rewrite-text.js';
import { sampleRecords } from './sample.js';
import type { TextScan } from './scan.js';
import { shapeOf } from './table-shape.js';
import type { ScannedText } from './walk-records.js';

export interface TextLoad {
  readonly engine: Engine;
  readonly path: string;
  readonly scan: TextScan;
  /** Number of the record that is the header (its lower row); 0 when there is none. */
  readonly headerRow: number;
  /** Indexes of the columns to keep, in the order of the raw table's c0, c1 … */
  readonly keep: readonly number[];
  /** Name of the raw table; `<table>_body` and `<table>_odd` are taken too. */
  readonly table: string;
  /** Folder for a passing copy of the file. */
  readonly temporary: string;
}

export interface LoadedText {
  /** Rows of the raw table: the records below the header. */
  readonly loaded: number;
  /** Records read in all, the header and what stands above it included. */
  readonly read: number;
  /** What read them: the engine's own reader, that reader on a cleaned copy, or csv-parse record by record. */
  readonly by: 'engine' | 'copy' | 'records';
}

/**
 * Loads the records below the header of a scanned text file as `raw.<table>` (see ingest/raw.ts), every one of them,
 * with the problem of those that are damaged. A file that the engine reads as it is goes to it directly, one that it would
 * misread as a cleaned copy beside which the irregular records are read one by one; and where it does not yield as many
 * records as were counted, all of them are read one by one.
 * @throws HechaError HC3006 when what was read does not add up to what the scan has counted.
 */
export async function loadText(load: TextLoad): Promise<LoadedText> {
  const { engine, path, scan, headerRow, keep, table } = load;
  const text: ScannedText = { path, scan, place: basename(path) };
  const shape = shapeOf(await sampleRecords(path, scan, headerRow), scan.width);
  const target: RawTarget = { engine, table, keep, shape, headerRow };
  const expected = scan.records - headerRow;
  await engine.exec('CREATE SCHEMA IF NOT EXISTS raw');

  const way = wayOf(scan, target);
  const fast = { text, target, temporary: load.temporary, expected };
  if (way === 'engine' && (await loadDirectly(fast)))
    return { loaded: expected, read: scan.records, by: way };
  if (way === 'copy' && (await loadCopy(fast))) return { loaded: expected, read: scan.records, by: way };

  const loaded = await loadRecords(text, target);
  if (loaded !== expected) {
    throw new HechaError('HC3006', { place: text.place, counted: scan.records, read: loaded + headerRow });
  }
  return { loaded, read: scan.records, by: 'records' };
}

/** How the file can be read, by what the scan has found. */
function wayOf(scan: TextScan, { headerRow, shape, keep }: RawTarget): LoadedText['by'] {
  const { width } = scan;
  const above = scan.irregular.filter(({ record }) => record <= headerRow);
  const below = scan.irregularCount - above.length;
  const regularRowsFit = width >= shape.least && width <= shape.most && keep.every((index) => index < width);
  if (width < 2 || !regularRowsFit || below * 2 > scan.records) return 'records';
  const asItIs =
    scan.encoding === 'utf-8' &&
    !scan.mixedLineEnds &&
    // DuckDB takes no other line break inside quotes where lines end in CRLF.
    !(scan.foreignBreaks && scan.lineEnd === '\r\n') &&
    below === 0 &&
    above.every(({ reason }) => reason === 'ragged' || reason === 'blank');
  return asItIs ? 'engine' : 'copy';
}

interface FastLoad {
  readonly text: ScannedText;
  readonly target: RawTarget;
  readonly temporary: string;
  readonly expected: number;
}

/** Whether the engine has read the file itself, and all of it. */
async function loadDirectly({ text, target, expected }: FastLoad): Promise<boolean> {
  const { path, scan } = text;
  const loaded = await loadBody(text, target, { path, lineEnd: scan.lineEnd });
  if (loaded !== expected) return false;
  await target.engine.exec(`CREATE VIEW raw.${target.table} AS SELECT * FROM raw.${target.table}_body`);
  return true;
}

/** Whether the engine has read all of a copy; the irregular records, blank in the copy, stand in a table of their own. */
async function loadCopy({ text, target, temporary, expected }: FastLoad): Promise<boolean> {
  const { engine, table, headerRow } = target;
  const path = join(temporary, `${table}.csv`);
  let odd = 0;
  try {
    const copied = await fillRawTable({ ...target, table: `${table}_odd` }, async (write) => {
      const reader = rowReader({ delimiter: text.scan.delimiter, place: text.place }, (row) => {
        write(row);
        odd += 1;
      });
      return rewriteText(text, { path, headerRow, onIrregular: reader.take, settle: reader.flush });
    });
    const loaded = await loadBody(text, target, { path, lineEnd: '\n' });
    if (copied !== text.scan.records || loaded !== expected) {
      await engine.exec(`DROP TABLE raw.${table}_odd`);
      return false;
    }
  } finally {
    await rm(path, { force: true });
  }
  const irregular = `
    WHERE NOT EXISTS (SELECT 1 FROM raw.${table}_odd AS odd WHERE odd.row_no = body.row_no)
    UNION ALL SELECT * FROM raw.${table}_odd`;
  await engine.exec(
    `CREATE VIEW raw.${table} AS SELECT * FROM raw.${table}_body AS body${odd > 0 ? irregular : ''}`,
  );
  return true;
}

/** How many records the engine has loaded; undefined when it would not read the file. */
async function loadBody(
  { scan }: ScannedText,
  { engine, table, headerRow, keep }: RawTarget,
  file: Pick<CsvSource, 'path' | 'lineEnd'>,
): Promise<number | undefined> {
  const { delimiter, width } = scan;
  const quote = scan.quoted ? '"' : '';
  try {
    return await engine.loadCsv(
      { ...file, delimiter, quote, width, keep, skip: headerRow },
      'raw',
      `${table}_body`,
    );
  } catch (error) {
    if (error instanceof HechaError) throw error;
    // Its messages quote the text. The record reader finds the place, if there is anything to find.
    return undefined;
  }
}
