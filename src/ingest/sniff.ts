import { open } from 'node:fs/promises';
import type { Bilingual } from '../bilingual.js';
import { HechaError } from '../errors.js';
import { encodingSigns } from './csv/encoding.js';
import type { InputPath } from './inputs.js';
import { defaultLimits, type InputLimits } from './limits.js';
import { type CompoundKind, compoundKind } from './xls/compound-kind.js';
import { type ArchiveKind, archiveKind } from './zip/archive-kind.js';

export type FileKind = 'csv' | 'xlsx' | 'xls' | 'html' | 'spreadsheetml' | 'zip';

const HEAD = 4096;

/**
 * What a file is, by its first bytes and, of archives and compound files, by their directory: its name says nothing.
 * @throws HechaError HC3010 for an empty file, HC3004 for a kind that cannot be read, HC3013 for a workbook under a password, HC3011 when it
 * cannot be opened.
 */
export async function sniff(input: InputPath, limits: InputLimits = defaultLimits): Promise<FileKind> {
  const head = await firstBytes(input);
  if (head.length === 0) throw new HechaError('HC3010', { place: input.name });
  if (starts(head, ZIP) || starts(head, EMPTY_ZIP)) return zipKind(input, limits);
  if (starts(head, COMPOUND)) return compoundFile(input);
  const binary = BINARY.find(({ bytes }) => starts(head, bytes));
  if (binary) throw unreadable(input, binary.kind);
  return textKind(input, head);
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const PICTURE: Bilingual = { zh: '图片', en: 'a picture' };
const packed = (name: string): Bilingual => ({
  zh: `${name} 压缩包（请先解压，或改用 .zip）`,
  en: `a ${name} archive (unpack it, or use .zip)`,
});
const OLD_XLS: Bilingual = { zh: 'Excel 95 或更早的旧式工作簿', en: 'a workbook of Excel 95 or older' };

const BINARY: readonly { readonly bytes: readonly number[]; readonly kind: Bilingual }[] = [
  { bytes: ascii('%PDF'), kind: { zh: 'PDF', en: 'a PDF' } },
  { bytes: [0x89, ...ascii('PNG')], kind: PICTURE },
  { bytes: ascii('GIF8'), kind: PICTURE },
  { bytes: [0xff, 0xd8, 0xff], kind: PICTURE },
  { bytes: ascii('Rar!'), kind: packed('RAR') },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], kind: packed('7z') },
  { bytes: [0x1f, 0x8b, 0x08], kind: packed('gzip') },
  { bytes: ascii('{\\rtf'), kind: { zh: 'RTF 文档', en: 'an RTF document' } },
  { bytes: ascii('SQLite format 3'), kind: { zh: 'SQLite 数据库', en: 'an SQLite database' } },
  // Records of a workbook without the container around them.
  { bytes: [0x09, 0x08, 0x10, 0x00, 0x00, 0x06], kind: OLD_XLS },
  { bytes: [0x09, 0x08, 0x08, 0x00, 0x00, 0x05], kind: OLD_XLS },
  { bytes: [0x09, 0x04, 0x06, 0x00], kind: OLD_XLS },
  { bytes: [0x09, 0x02, 0x06, 0x00], kind: OLD_XLS },
  { bytes: [0x09, 0x00, 0x04, 0x00], kind: OLD_XLS },
];

const starts = (head: Buffer, bytes: readonly number[]): boolean =>
  head.length >= bytes.length && bytes.every((byte, index) => head[index] === byte);

function unreadable(input: InputPath, kind: Bilingual): HechaError {
  return new HechaError('HC3004', { place: input.name, kind });
}

/** Web pages and XML tables are known by how their text begins, in whatever encoding. */
function textKind(input: InputPath, head: Buffer): FileKind {
  const [encoding = 'utf-8'] = encodingSigns(head).candidates;
  // Letters of markup are the same in all encodings but UTF-16.
  const decoder = new TextDecoder(encoding.startsWith('utf-16') ? encoding : 'latin1');
  const text = decoder
    .decode(head)
    .replace(/^(?:\ufeff|ï»¿)/, '')
    .trimStart()
    .toLowerCase();
  if (/^mime-version:|^content-type: *multipart\//.test(text)) {
    throw unreadable(input, { zh: '网页归档（MHTML）', en: 'a web archive (MHTML)' });
  }
  const markup = text.replace(/^(?:<\?.*?\?>|<!--.*?-->|\s)+/s, '');
  if (
    /^<(?:[a-z]+:)?workbook\b/.test(markup) &&
    text.includes('urn:schemas-microsoft-com:office:spreadsheet')
  )
    return 'spreadsheetml';
  if (
    /^<(?:!doctype html|html|head|meta|table|body|style|title|div|center|font|tr|thead|tbody)\b/.test(markup)
  )
    return 'html';
  if (text.startsWith('<?xml')) throw unreadable(input, { zh: 'XML 文件', en: 'an XML file' });
  return 'csv';
}

const ARCHIVES: Readonly<Record<Exclude<ArchiveKind, 'xlsx' | 'zip'>, Bilingual>> = {
  xlsb: { zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' },
  ods: { zh: 'OpenDocument 表格（.ods）', en: 'an OpenDocument spreadsheet (.ods)' },
  docx: { zh: 'Word 文档', en: 'a text document' },
  pptx: { zh: '演示文稿', en: 'a presentation' },
  wps: { zh: 'WPS 或标文通文档', en: 'a WPS or UOF document' },
};

async function zipKind(input: InputPath, limits: InputLimits): Promise<FileKind> {
  const kind = await archiveKind(input.path, input.name, limits);
  if (kind === 'xlsx' || kind === 'zip') return kind;
  throw unreadable(input, ARCHIVES[kind]);
}

const COMPOUNDS: Readonly<Record<Exclude<CompoundKind, 'xls' | 'encrypted'>, Bilingual>> = {
  'old-xls': OLD_XLS,
  doc: { zh: 'Word 文档', en: 'a Word document' },
  ppt: { zh: 'PowerPoint 演示文稿', en: 'a PowerPoint presentation' },
  other: { zh: '不是表格的文件', en: 'a file that is no table' },
};

async function compoundFile(input: InputPath): Promise<FileKind> {
  const kind = await compoundKind(input.path, input.name);
  if (kind === 'xls') return 'xls';
  if (kind === 'encrypted') throw new HechaError('HC3013', { place: input.name });
  throw unreadable(input, COMPOUNDS[kind]);
}

async function firstBytes(input: InputPath): Promise<Buffer> {
  try {
    const file = await open(input.path, 'r');
    try {
      const buffer = Buffer.alloc(HEAD);
      const { bytesRead } = await file.read(buffer, 0, HEAD, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new HechaError('HC3011', {
      place: input.name,
      detail: (error as NodeJS.ErrnoException).code ?? 'read error',
    });
  }
}
