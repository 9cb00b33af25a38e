import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { cell, table } from './markdown.mjs';

/** Rows and lines that are shown of a file where kinds.yaml does not say. */
const SHOWN = [1, 4];
const WIDEST = 6;

/**
 * What a file looks like, as Markdown: some lines of a text with what is unseen made visible, some rows of each sheet of a workbook.
 * @param given `{ path, kind, encoding, show, open }`: kind and encoding as hecha has found them (none for what it cannot read), `open`
 * opens a workbook
 * @returns '' for what cannot be shown
 */
export async function looksOf({ path, kind, encoding, show = SHOWN, open }) {
  const bytes = await readFile(path);
  if (bytes.length === 0) return '（0 字节 · 0 bytes）';
  if (kind === 'csv') return textLooks(bytes, encoding, show);
  if (kind === undefined || kind === 'zip') return '';
  const workbook = await open().catch(() => undefined);
  if (!workbook) return '';
  try {
    const sheets = [];
    for (const sheet of workbook.sheets) sheets.push(await sheetLooks(workbook, sheet, show));
    return sheets.filter(Boolean).join('\n\n');
  } catch {
    return '';
  } finally {
    workbook.close();
  }
}

async function sheetLooks(workbook, sheet, [first, last]) {
  const rows = [];
  await workbook.read(sheet, (row, cells) => {
    if (row >= first && row <= last)
      rows.push([row, Array.from({ length: WIDEST }, (_, at) => shown(cells[at]))]);
    return row < last;
  });
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(([, cells]) => cells.findLastIndex((text) => text !== '') + 1));
  const letters = [...'ABCDEFGH'].slice(0, width);
  const title =
    workbook.sheets.length > 1
      ? `工作表 · sheet ${sheet.name}${sheet.hidden ? '（隐藏 · hidden）' : ''}\n\n`
      : '';
  return (
    title +
    table(
      ['', ...letters],
      rows.map(([row, cells]) => [row, ...cells.slice(0, width)]),
    )
  );
}

/** A raw cell without the mark of its type. */
const shown = (raw) => cell((raw ?? '').replace(/^[\u0001\u0002]/, ''));

function textLooks(bytes, encoding, [first, last]) {
  const text = decoded(bytes, encoding);
  const ends = new Set(text.match(/\r\n|\n|\r/g));
  const isPlain = ends.size === 1 && !ends.has('\r');
  const lines = text.match(/[^\r\n]*(?:\r\n|\n|\r|$)/g).filter((line) => line !== '');
  const visible = lines.slice(first - 1, last).map((line) =>
    line
      .replace(/\r\n$|\n$|\r$/, (end) => (isPlain ? '' : end.replace('\r', '␍').replace('\n', '␊')))
      .replaceAll('\t', '→')
      .replaceAll('\0', '␀')
      .replace(/[\ufeff\u200b\u00a0]/g, (found) =>
        found === '\ufeff'
          ? '⟦BOM⟧'
          : `⟦U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`,
      ),
  );
  const more = lines.length > last ? ['…'] : [];
  return ['```text', ...(first > 1 ? ['…'] : []), ...visible, ...more, '```'].join('\n');
}

/** The text in the encoding that hecha has found; else in that of its first line, with what is wrong shown as �. */
function decoded(bytes, encoding) {
  const startsInUtf8 = isUtf8(bytes.subarray(0, bytes.indexOf('\n') + 1));
  return new TextDecoder(encoding ?? (startsInUtf8 ? 'utf-8' : 'gb18030'), { ignoreBOM: true }).decode(bytes);
}
