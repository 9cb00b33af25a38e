import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { HechaError } from '../../errors.js';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface TextSource {
  readonly path: string;
  /** The file as reports name it. */
  readonly place: string;
  readonly encoding: TextEncoding;
  /** Bytes read at a time. */
  readonly chunkBytes?: number;
}

/** The bytes are not text of the encoding that was tried. */
export class Undecodable extends Error {
  /** Bytes of the file before the chunk that holds the fault. */
  readonly offset: number;
  /** Characters of three or more bytes that were read without fault: many of them are no accident. */
  readonly wideCharacters: number;

  constructor(offset: number, wideCharacters: number) {
    super('undecodable');
    this.offset = offset;
    this.wideCharacters = wideCharacters;
  }
}

const CHUNK_BYTES = 1 << 20;
const BOM = Buffer.from('\ufeff');

/**
 * The text of a file as UTF-8 without a byte order mark, chunk by chunk; a chunk ends at a character's end.
 * @throws Undecodable where the file is not in the encoding; HechaError HC3011 when it cannot be read.
 */
export async function* utf8Chunks(source: TextSource): AsyncGenerator<Buffer> {
  const chunks = source.encoding === 'utf-8' ? checkedUtf8(source) : transcoded(source);
  let first = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    const text = first && chunk.subarray(0, BOM.length).equals(BOM) ? chunk.subarray(BOM.length) : chunk;
    first = false;
    if (text.length > 0) yield text;
  }
}

/** The bytes of a file, chunk by chunk. */
export async function* fileChunks(source: Omit<TextSource, 'encoding'>): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(source.path, { highWaterMark: source.chunkBytes ?? CHUNK_BYTES });
  } catch (error) {
    throw readFault(error, source.place);
  }
}

const readFault = (error: unknown, place: string): unknown =>
  error instanceof Error && 'syscall' in error && 'code' in error
    ? new HechaError('HC3011', { place, detail: String(error.code) })
    : error;

async function* checkedUtf8(source: TextSource): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = 0;
  let wide = 0;
  for await (const chunk of fileChunks(source)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - unfinishedBytes(bytes);
    const text = bytes.subarray(0, whole);
    if (!isUtf8(text)) throw new Undecodable(offset, wide + wideCharacters(validStart(text)));
    // A few are as telling as a million, so only the first chunks are counted.
    if (wide < WIDE_ENOUGH) wide += wideCharacters(text);
    yield text;
    rest = bytes.subarray(whole);
    offset += whole;
  }
  if (rest.length > 0) throw new Undecodable(offset, wide);
}

const WIDE_ENOUGH = 1000;

/** Bytes at the end that begin a character which is not complete. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return size > back ? back : 0;
    }
  }
  return 0;
}

/** The longest start of the bytes that is UTF-8. */
function validStart(bytes: Buffer): Buffer {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const start = bytes.subarray(0, middle);
    if (isUtf8(start.subarray(0, middle - unfinishedBytes(start)))) valid = middle;
    else invalid = middle;
  }
  return bytes.subarray(0, valid);
}

function wideCharacters(bytes: Buffer): number {
  let count = 0;
  for (let at = 0; at < bytes.length && count < WIDE_ENOUGH; at += 1) {
    if ((bytes[at] as number) >= 0xe0) count += 1;
  }
  return count;
}

async function* transcoded(source: TextSource): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(source.encoding, { fatal: true, ignoreBOM: true });
  let offset = 0;
  const decode = (chunk?: Buffer): Buffer => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      throw new Undecodable(offset, 0);
    }
  };
  for await (const chunk of fileChunks(source)) {
    yield decode(chunk);
    offset += chunk.length;
  }
  yield decode();
}

/**
 * The physical line, from 1, of the first byte that is not of the encoding.
 * @param offset bytes before the chunk that holds it (`Undecodable.offset`).
 */
export async function lineOfFault(source: TextSource, offset: number): Promise<number> {
  const decoder = new TextDecoder(source.encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  let previous = '';
  const count = (text: string): void => {
    for (const character of text) {
      if (character === '\r' || (character === '\n' && previous !== '\r')) line += 1;
      previous = character;
    }
  };
  let read = 0;
  try {
    for await (const chunk of fileChunks(source)) {
      const sound = Math.max(0, Math.min(chunk.length, offset - read));
      if (sound > 0) count(decoder.decode(chunk.subarray(0, sound), { stream: true }));
      for (let at = sound; at < chunk.length; at += 1) {
        count(decoder.decode(chunk.subarray(at, at + 1), { stream: true }));
      }
      read += chunk.length;
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof HechaError) throw error;
  }
  return line;
}
