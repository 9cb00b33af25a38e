import { type FileHandle, open } from 'node:fs/promises';
import type { Cell, TableFile } from './cell.js';
import { encodeGb18030 } from './gb18030.js';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

const NEEDS_QUOTES = /[",\r\n]/;

const quoted = (cell: Cell): string => {
  if (cell === undefined) return '';
  const text = typeof cell === 'string' ? cell : cell.number;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Opens a comma-separated text file with the line ends of Windows. */
export async function openCsv(path: string, encoding: TextEncoding): Promise<TableFile> {
  const handle: FileHandle = await open(path, 'w', 0o600);
  let waiting: string[] = encoding === 'utf-8-bom' ? ['\ufeff'] : [];
  let rows = 0;
  const drain = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const text = waiting.join('');
    waiting = [];
    await handle.writeFile(encoding === 'gb18030' ? encodeGb18030(text) : text);
  };
  return {
    row(cells) {
      let line = quoted(cells[0]);
      for (let index = 1; index < cells.length; index += 1) line += `,${quoted(cells[index])}`;
      waiting.push(`${line}\r\n`);
      rows += 1;
      return rows;
    },
    drain,
    async close() {
      await drain();
      await handle.close();
    },
  };
}
