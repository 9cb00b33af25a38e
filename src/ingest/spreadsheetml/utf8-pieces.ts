import { type MarkupSource, markupPieces, pieceText } from '../html/markup-pieces.js';

/**
 * The pieces of an XML file as UTF-8, without byte order mark and XML declaration, since our scanner of XML reads nothing but UTF-8 and what the
 * declaration says is not true any more.
 * @param onPiece is told where in the file a piece is, before it is given.
 */
export async function* utf8Pieces(
  source: MarkupSource,
  start: number,
  onPiece: (at: number, bytes: Buffer) => void = () => undefined,
): AsyncGenerator<Buffer> {
  for await (const piece of markupPieces(source, start)) {
    const isStart = piece.at === 0;
    const bytes = source.encoding === 'utf-8' ? piece.bytes : Buffer.from(pieceText(piece, source));
    const text = isStart ? withoutDeclaration(bytes) : bytes;
    onPiece(piece.at, text);
    yield text;
  }
}

/** Before the declaration some exporters write blank lines. */
function withoutDeclaration(bytes: Buffer): Buffer {
  const head = bytes.toString('latin1', 0, 4096);
  const before = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml\s[^>]*\?>)?/.exec(head)?.[0] ?? '';
  return bytes.subarray(before.length);
}
