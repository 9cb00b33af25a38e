import type { Cell } from './cell.js';

/**
 * One row of a sheet as SpreadsheetML (ECMA-376 part 1, 18.3.1.73). exceljs makes an object of every cell and a style of every
 * object; for the rows of a long table this is four times as fast.
 */
export function rowXml(row: {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Points; without it as the program decides. */
  readonly height?: number;
  /** The number that a style has in the workbook. */
  readonly styleId: (style: Cell['style']) => number;
}): string {
  const { number, cells, height, styleId } = row;
  let xml =
    height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (!cell) continue;
    xml += `<c r="${letters(index)}${number}" s="${styleId(cell.style)}"${contentXml(cell.value)}`;
  }
  return `${xml}</row>`;
}

const DAY_MS = 86_400_000;
/** Days from the beginning of Excel's count to that of ours. */
const EPOCH = 25_569;

function contentXml(value: Cell['value']): string {
  if (value === null) return '/>';
  if (typeof value === 'string') {
    return ` t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(value))}</t></is></c>`;
  }
  return `><v>${typeof value === 'number' ? value : value.getTime() / DAY_MS + EPOCH}</v></c>`;
}

const names: string[] = [];

/** The letters of a column, from 0: A, B … Z, AA … */
export function letters(index: number): string {
  const known = names[index];
  if (known !== undefined) return known;
  const last = String.fromCharCode(65 + (index % 26));
  const name = index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
  names[index] = name;
  return name;
}

/** A text between tags. */
export const escapeXml = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

/** What Excel takes in one cell. */
const CELL_LENGTH = 32_767;
const NEEDS_CARE = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]|_x/;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text as a cell can hold it: no characters that XML forbids, none of Excel's `_x0041_` escapes, not too long. */
export function cellText(text: string): string {
  if (text.length <= CELL_LENGTH && !NEEDS_CARE.test(text)) return text;
  const clean = text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(LONE_SURROGATE, '\ufffd');
  if (clean.length <= CELL_LENGTH) return clean;
  return `${clean.slice(0, CELL_LENGTH - 2).replace(LONE_SURROGATE, '')}……`;
}
