import { copyFileSync, createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Copies a file; a CSV file in GB18030 is written in UTF-8. */
export async function copyInUtf8(from, to) {
  if (!from.endsWith('.csv') || isUtf8(from)) return copyFileSync(from, to);
  const decoder = new TextDecoder('gb18030');
  await pipeline(
    createReadStream(from),
    async function* (pieces) {
      for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
      yield decoder.decode();
    },
    createWriteStream(to),
  );
}

/** By its first lines, which hold Chinese. */
function isUtf8(path) {
  try {
    const start = readFileSync(path).subarray(0, 1 << 16);
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}
