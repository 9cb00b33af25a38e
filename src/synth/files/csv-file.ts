import { closeSync, openSync, writeSync } from 'node:fs';
import type { Cell, TableFile } from './cell.js';
import { encodeGb18030Into } from './gb18030.js';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

const NEEDS_QUOTES = /[",\r\n]/;

const quoted = (cell: Cell): string => {
  if (cell === undefined) return '';
  const text = typeof cell === 'string' ? cell : cell.number;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Bytes that wait before they are written. */
const WAITING = 1 << 19;
/** A character has four bytes at most, in either encoding. */
const WIDEST = 4;

/**
 * Opens a comma-separated text file with the line ends of Windows. Rows are encoded as they come: millions of lines kept as strings
 * would occupy the garbage collector more than everything else.
 */
export function openCsv(path: string, encoding: TextEncoding): TableFile {
  const file = openSync(path, 'w', 0o600);
  const bytes = Buffer.allocUnsafe(WAITING);
  let used = encoding === 'utf-8-bom' ? bytes.write('\ufeff') : 0;
  let rows = 0;
  const flush = (): void => {
    let at = 0;
    while (at < used) at += writeSync(file, bytes, at, used - at);
    used = 0;
  };
  return {
    row(cells) {
      let line = quoted(cells[0]);
      for (let index = 1; index < cells.length; index += 1) line += `,${quoted(cells[index])}`;
      line += '\r\n';
      if (used + line.length * WIDEST > WAITING) flush();
      used = encoding === 'gb18030' ? encodeGb18030Into(line, bytes, used) : used + bytes.write(line, used);
      rows += 1;
      return rows;
    },
    drain: async () => undefined,
    async close() {
      flush();
      closeSync(file);
    },
  };
}
