import { HechaError } from '../../errors.js';
import { ENCODING_HEAD, encodingSigns } from '../csv/encoding.js';
import {
  fileChunks,
  lineOfFault,
  type TextEncoding,
  type TextSource,
  Undecodable,
  utf8Chunks,
} from '../csv/utf8-chunks.js';
import { damaged } from '../failure.js';

/** So many characters of three bytes that are sound UTF-8 are no accident: the file is UTF-8 and damaged, not GB18030. */
const SURELY_UTF8 = 16;
/** A text of GBK that is sound UTF-8 by accident has fewer bytes that would begin a character of three than this. */
const MAYBE_UTF8 = 4;
const OTHER_EAST_ASIAN = /^(big5|shift|sjis|euc-|iso-2022|ks_c)/i;

/**
 * The encoding of an HTML or XML file. What the file declares is often wrong, so that the whole of it is decoded: it is UTF-8
 * if it can be, else GB18030; the declaration decides only for a text so short that it may be either.
 * @throws HechaError HC3007 neither of them (with the line), HC3003 NUL in the text, HC3010 empty, HC3011 unreadable.
 */
export async function markupEncoding(path: string, place: string): Promise<TextEncoding> {
  const head = await headOf(path, place);
  const faults: { readonly source: TextSource; readonly offset: number }[] = [];
  for (const encoding of likelierFirst(encodingSigns(head).candidates, head)) {
    const source = { path, place, encoding };
    try {
      let offset = 0;
      for await (const chunk of utf8Chunks(source)) {
        const nul = chunk.indexOf(0);
        // A browser passes over it, but it comes of a copy that failed, and what was there is gone.
        if (nul >= 0) throw damaged({ place, part: '' }, `NUL @${offset + nul}`);
        offset += chunk.length;
      }
      return encoding;
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      faults.push({ source, offset: error.offset });
      if (error.wideCharacters >= SURELY_UTF8) break;
    }
  }
  // Only now, since it takes a while and most files are in one of the two.
  const lines = await Promise.all(faults.map(({ source, offset }) => lineOfFault(source, offset)));
  throw new HechaError('HC3007', { place, row: Math.max(...lines) });
}

/** The first bytes of the file. */
async function headOf(path: string, place: string): Promise<Buffer> {
  for await (const chunk of fileChunks({ path, place, chunkBytes: ENCODING_HEAD })) return chunk;
  throw new HechaError('HC3010', { place });
}

function likelierFirst(candidates: readonly TextEncoding[], head: Buffer): readonly TextEncoding[] {
  const declared = declaredEncoding(head) ?? '';
  // GB18030 takes the bytes of nearly any of them, and would give other characters.
  if (OTHER_EAST_ASIAN.test(declared)) return candidates.filter((encoding) => encoding !== 'gb18030');
  const wide = head.reduce((count, byte) => (byte >= 0xe0 ? count + 1 : count), 0);
  const declaresGb = /^(gb|cp936|x-gbk)/i.test(declared);
  return declaresGb && wide < MAYBE_UTF8 ? candidates.toReversed() : candidates;
}

/** The name in `<meta charset=…>`, `<meta http-equiv … content="…; charset=…">` or `<?xml … encoding="…"?>`, if one stands in these bytes. */
function declaredEncoding(head: Buffer): string | undefined {
  const text = head.toString('latin1').replaceAll('\0', '');
  const declared =
    /<\?xml\s[^>]{0,500}?encoding\s*=\s*["']([\w-]+)|<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(
      text,
    );
  return declared?.[1] ?? declared?.[2];
}
