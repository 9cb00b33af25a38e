import { open } from 'node:fs/promises';
import { HechaError } from '../errors.js';
import type { InputPath } from './inputs.js';

export type FileKind = 'csv' | 'xlsx';

const HEAD = 512;

/**
 * What a file is, by its first bytes: its name says nothing.
 * @throws HechaError HC3010 for an empty file, HC3004 for a kind that cannot be read, HC3011 when it cannot be opened.
 */
export async function sniff(input: InputPath): Promise<FileKind> {
  const head = await firstBytes(input);
  if (head.length === 0) throw new HechaError('HC3010', { place: input.name });
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'xlsx';
  const unreadable = kindInWords(head);
  if (unreadable) throw new HechaError('HC3004', { place: input.name, kind: unreadable });
  return 'csv';
}

function kindInWords(head: Buffer): string | undefined {
  if (head.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))) {
    return '旧版 .xls 或加密的工作簿 (old .xls or a protected workbook)';
  }
  if (head.subarray(0, 4).toString('latin1') === '%PDF') return 'PDF';
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head)/.test(text)) return '网页表格 (an HTML table)';
  if (/^<\?xml|^<workbook/.test(text)) return 'XML 表格 (an XML spreadsheet)';
  if (/^(\x89png|gif8|\xff\xd8\xff|rar!|7z\xbc\xaf)/i.test(text))
    return '图片或压缩包 (a picture or an archive)';
  return undefined;
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
