import { isUtf8 } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel } from 'yauzl';

const UTF8_FLAG = 0x800;
/** Info-ZIP's Unicode Path Extra Field: version 1, CRC-32 of the plain name, the name in UTF-8. */
const UNICODE_PATH = 0x7075;
const UNICODE_PATH_HEAD = 5;

/**
 * The name of a member as people see it, with `/` between folders and without characters that cannot be seen or turn the writing round. It is UTF-8 where the archive says so
 * or all its Chinese characters are sound ones, else GB18030, as Windows writes it in China, else code page 437. Only for display: it may hold `..` and anything else.
 */
export function memberName(entry: Entry): string {
  const name = unicodePath(entry) ?? decoded(entry);
  return name.replaceAll('\\', '/').replace(UNSEEN, '');
}

/** Control characters, marks of direction, zero-width ones. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function unicodePath({ extraFields, fileNameRaw }: Entry): string | undefined {
  for (const { id, data } of extraFields) {
    if (id !== UNICODE_PATH || data.length <= UNICODE_PATH_HEAD || data[0] !== 1) continue;
    const name = data.subarray(UNICODE_PATH_HEAD);
    // Another program may have changed the plain name and left this one.
    if (data.readUInt32LE(1) === crc32(fileNameRaw) && isUtf8(name)) return name.toString('utf8');
  }
  return undefined;
}

function decoded({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const saysUtf8 = (generalPurposeBitFlag & UTF8_FLAG) !== 0;
  if (isUtf8(fileNameRaw) && (saysUtf8 || isOfWideCharacters(fileNameRaw)))
    return fileNameRaw.toString('utf8');
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(fileNameRaw);
  } catch {
    return getFileNameLowLevel(0, fileNameRaw, [], false);
  }
}

/** UTF-8 in which no character has two bytes: macOS writes it without saying so, and a name in GBK is never such by accident. */
const isOfWideCharacters = (name: Buffer): boolean => name.every((byte) => byte < 0xc0 || byte >= 0xe0);
