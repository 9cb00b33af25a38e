import { type FileHandle, open } from 'node:fs/promises';
import { HechaError } from '../../errors.js';
import type { TextEncoding } from '../csv/utf8-chunks.js';
import { damaged, overLimit } from '../failure.js';

/** A file whose encoding is known. */
export interface MarkupSource {
  readonly path: string;
  /** The file as reports name it. */
  readonly place: string;
  readonly encoding: TextEncoding;
}

/** Some bytes of the file, which begin with `<` (but for the first) and end before one. */
export interface MarkupPiece {
  /** Where in the file they are: reading may begin there again. */
  readonly at: number;
  readonly bytes: Buffer;
}

const READ_BYTES = 1 << 16;
/** The longest run without `<` that is read: room for a picture within a page, or the hidden state of an ASP.NET one. */
const MAX_RUN_BYTES = 1 << 25;
const LT = 0x3c;

/**
 * The bytes of a file of markup from `start` (0, or where a piece began), cut where a tag begins, so that no character, text or tag of sound markup
 * is ever cut in two.
 * @throws HechaError HC3011 when the file cannot be read, HC3008 when there is no `<` for too long.
 */
export async function* markupPieces(source: MarkupSource, start = 0): AsyncGenerator<MarkupPiece> {
  const isWide = source.encoding === 'utf-16le' || source.encoding === 'utf-16be';
  const file = await open(source.path, 'r').catch(refuse(source));
  try {
    let at = start;
    let position = start;
    let held: Buffer[] = [];
    for (;;) {
      const chunk = await chunkAt(file, source, position);
      // A unit of UTF-16 may lie across two chunks when a read ends early.
      const cut = isWide
        ? lastWideTag(chunk, (position - start) % 2, source.encoding)
        : chunk.lastIndexOf(LT);
      position += chunk.length;
      if (chunk.length > 0 && cut < 0) {
        held.push(chunk);
        if (position - at > MAX_RUN_BYTES)
          throw overLimit(where(source), `text ≤ ${MAX_RUN_BYTES} B`, `@${at}`);
        continue;
      }
      const bytes = Buffer.concat([...held, chunk.subarray(0, Math.max(cut, 0))]);
      if (bytes.length > 0) yield { at, bytes };
      if (chunk.length === 0) return;
      at += bytes.length;
      held = [chunk.subarray(cut)];
    }
  } finally {
    await file.close();
  }
}

/** The text of a piece. @throws HechaError HC3003 when it is not what `markupEncoding` found the file to be. */
export function pieceText({ at, bytes }: MarkupPiece, source: MarkupSource): string {
  if (source.encoding === 'utf-8') {
    const text = bytes.toString('utf8');
    return at === 0 && text.startsWith('\ufeff') ? text.slice(1) : text;
  }
  try {
    return new TextDecoder(source.encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged(where(source), `${source.encoding} @${at}`);
  }
}

const where = ({ place }: MarkupSource) => ({ place, part: '' });

const refuse =
  ({ place }: MarkupSource) =>
  (error: NodeJS.ErrnoException): never => {
    throw new HechaError('HC3011', { place, detail: error.code ?? 'read' });
  };

/** The next bytes; none at the end of the file. */
async function chunkAt(file: FileHandle, source: MarkupSource, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file
    .read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, position)
    .catch(refuse(source));
  return buffer.subarray(0, bytesRead);
}

/** Offset of the last `<` in UTF-16; `phase` is 1 when the chunk begins with the second byte of a unit. */
function lastWideTag(chunk: Buffer, phase: number, encoding: TextEncoding): number {
  const unit = encoding === 'utf-16le' ? LT : LT << 8;
  for (let i = chunk.length - 2; i >= 0; i--)
    if ((i + phase) % 2 === 0 && chunk.readUInt16LE(i) === unit) return i;
  return -1;
}
