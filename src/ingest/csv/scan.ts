import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HechaError } from '../../errors.js';
import { type Delimiter, type Dialect, findDialect } from './delimiter.js';
import { ENCODING_HEAD, encodingSigns } from './encoding.js';
import { breakBitOf, type LineEnd, RECORD_CAP, type RecordView } from './record-grammar.js';
import { splitRecords } from './split-records.js';
import {
  fileChunks,
  lineOfFault,
  type TextEncoding,
  type TextSource,
  Undecodable,
  utf8Chunks,
} from './utf8-chunks.js';

/** Why a record is not one that every reader reads alike. */
export type Irregularity = 'ragged' | 'blank' | 'quote' | 'nul' | 'too-long';

/** What keeps a file from being clean. */
type Reason = Irregularity | 'line-ends';

interface IrregularRecord {
  /** Number of the record in the file, from 1; its row_no. */
  readonly record: number;
  /** Its first physical line, from 1. */
  readonly line: number;
  readonly reason: Irregularity;
}

/** What one pass over the bytes of a text file has found. */
export interface TextScan {
  readonly encoding: TextEncoding;
  readonly bom: boolean;
  readonly bytes: number;
  readonly delimiter: Delimiter;
  /** Number of fields of most records. */
  readonly width: number;
  /** Longest record that is read, in bytes of UTF-8. */
  readonly cap: number;
  /** How the first record ends; LF in a file of a single line without an end. */
  readonly lineEnd: LineEnd;
  readonly mixedLineEnds: boolean;
  /** Records, blank ones too; what is loaded must add up to it. */
  readonly records: number;
  /** Physical lines, those inside quotes too. */
  readonly lines: number;
  readonly blank: number;
  /** Bytes of UTF-8 of the longest record. */
  readonly longest: number;
  /** Some field is quoted. */
  readonly quoted: boolean;
  /** A line break inside quotes is of another kind than `lineEnd`. */
  readonly foreignBreaks: boolean;
  /** Every record that is not blank has `width` fields. */
  readonly uniform: boolean;
  /** The first irregular records, in order, at most IRREGULAR_LISTED of them. */
  readonly irregular: readonly IrregularRecord[];
  readonly irregularCount: number;
  readonly clean: boolean;
  readonly reasons: readonly Reason[];
}

interface ScanOptions {
  /** Longest record that is read, in bytes of UTF-8; RECORD_CAP when not given. */
  readonly cap?: number;
  /** Bytes read at a time. */
  readonly chunkBytes?: number;
  /** The encoding and the delimiter, where they are told and not found out. */
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
}

/** Irregular records that a scan lists: titles above a header are few. */
const IRREGULAR_LISTED = 100;
/** Start of the text by which the delimiter is chosen. */
const DIALECT_BYTES = 1 << 18;
/** So many characters of three bytes that are sound UTF-8 are no accident: the file is UTF-8 and damaged, not GB18030. */
const SURELY_UTF8 = 16;

/**
 * Passes once over a text file and finds its encoding, dialect and irregular records, and counts its records apart
 * from any reader of tables. Memory holds one chunk and one record.
 * @throws HechaError HC3007 neither UTF-8 nor GB18030 (with the line), HC3010 empty, HC3011 unreadable, HC3017 not of the encoding
 * that was told.
 */
export async function scanText(path: string, options: ScanOptions = {}): Promise<TextScan> {
  const place = basename(path);
  const signs = encodingSigns(await headOf(path, place));
  const bom = signs.bom;
  const candidates = options.encoding ? [options.encoding] : signs.candidates;
  let worstLine = 0;
  for (const encoding of candidates) {
    const source = { ...(options.chunkBytes && { chunkBytes: options.chunkBytes }), path, place, encoding };
    try {
      const found = await tallyOf(source, options);
      return { encoding, bom, bytes: (await stat(path)).size, ...found };
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      worstLine = Math.max(worstLine, await lineOfFault(source, error.offset));
      if (error.wideCharacters >= SURELY_UTF8) break;
    }
  }
  throw options.encoding
    ? new HechaError('HC3017', { place, encoding: options.encoding, row: worstLine })
    : new HechaError('HC3007', { place, row: worstLine });
}

async function headOf(path: string, place: string): Promise<Buffer> {
  for await (const chunk of fileChunks({ path, place, chunkBytes: ENCODING_HEAD })) return chunk;
  throw new HechaError('HC3010', { place });
}

type Tally = Omit<TextScan, 'encoding' | 'bom' | 'bytes'>;

async function tallyOf(source: TextSource, options: ScanOptions): Promise<Tally> {
  const cap = options.cap ?? RECORD_CAP;
  const { delimiter } = options;
  let start: Buffer | undefined = Buffer.alloc(0);
  let counter: Counter | undefined;
  for await (const chunk of utf8Chunks(source)) {
    if (start === undefined) {
      counter?.push(chunk);
      continue;
    }
    start = start.length > 0 ? Buffer.concat([start, chunk]) : chunk;
    if (start.length < DIALECT_BYTES) continue;
    counter = countRecords(findDialect(start.subarray(0, DIALECT_BYTES), { whole: false, delimiter }), cap);
    counter.push(start);
    start = undefined;
  }
  if (start?.length === 0) throw new HechaError('HC3010', { place: source.place });
  if (start !== undefined) {
    counter = countRecords(findDialect(start, { whole: true, delimiter }), cap);
    counter.push(start);
  }
  if (!counter) throw new HechaError('HC3010', { place: source.place });
  return counter.end();
}

interface Counter {
  push(chunk: Buffer): void;
  end(): Tally;
}

function countRecords(dialect: Dialect, cap: number): Counter {
  const irregular: IrregularRecord[] = [];
  const reasons = new Set<Reason>();
  let records = 0;
  let lines = 0;
  let blank = 0;
  let longest = 0;
  let irregularCount = 0;
  let quoted = false;
  let breaks = 0;
  let lineEnd: LineEnd | undefined;
  let mixedLineEnds = false;
  const splitter = splitRecords({ ...dialect, cap }, (record) => {
    records += 1;
    const reason = irregularity(record, dialect.width);
    if (reason !== undefined) {
      irregularCount += 1;
      reasons.add(reason);
      if (reason === 'blank') blank += 1;
      if (irregular.length < IRREGULAR_LISTED) irregular.push({ record: records, line: lines + 1, reason });
    }
    lines += record.lines;
    if (record.bytes > longest) longest = record.bytes;
    if (record.quoted) quoted = true;
    breaks |= record.breaks;
    if (record.lineEnd !== lineEnd && record.lineEnd !== undefined) {
      if (lineEnd !== undefined) mixedLineEnds = true;
      else lineEnd = record.lineEnd;
    }
  });
  return {
    push: splitter.push,
    end() {
      splitter.end();
      const end = lineEnd ?? '\n';
      if (mixedLineEnds) reasons.add('line-ends');
      return {
        ...dialect,
        cap,
        lineEnd: end,
        mixedLineEnds,
        records,
        lines,
        blank,
        longest,
        quoted,
        foreignBreaks: (breaks & ~breakBitOf(end)) !== 0,
        uniform: !reasons.has('ragged') && !reasons.has('too-long'),
        irregular,
        irregularCount,
        clean: reasons.size === 0,
        reasons: [...reasons].sort(),
      };
    },
  };
}

/** What is irregular about a record of a file whose records have `width` fields; undefined when nothing is. */
export function irregularity(record: RecordView, width: number): Irregularity | undefined {
  if (record.kind !== 'good') return record.kind;
  if (record.bytes === 0) return 'blank';
  if (record.nul) return 'nul';
  return record.width === width ? undefined : 'ragged';
}
