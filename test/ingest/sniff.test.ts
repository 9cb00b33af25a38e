import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/ingest/sniff.js';
import { temporaryFolder } from '../run/temporary-folder.js';

async function kindOf(content: string | Buffer, name = 'a.csv'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  writeFileSync(path, content);
  return sniff({ path, name });
}
const bytes = (...values: number[]): Buffer => Buffer.from(values);

describe('sniff', () => {
  it.each([
    ['text', '姓名,身份证号\n'],
    ['text with a byte order mark', '\ufeff姓名,身份证号\n'],
    ['UTF-16', Buffer.from('\ufeff姓名\t身份证号\n', 'utf16le')],
    ['GB18030', bytes(0xd0, 0xd5, 0xc3, 0xfb, 0x2c)],
    ['one byte', 'a'],
    ['text that begins like a tag', '<18岁,身份证号\n'],
  ])('takes %s for text', async (_, content) => {
    expect(await kindOf(content)).toBe('csv');
  });

  it('goes by the bytes and not by the name', async () => {
    expect(await kindOf(bytes(0x50, 0x4b, 3, 4, 20, 0), '名册.csv')).toBe('xlsx');
    expect(await kindOf('a,b\n', '名册.xlsx')).toBe('csv');
  });

  it.each([
    ['an old .xls', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), '.xls'],
    ['PDF', '%PDF-1.7\n', 'PDF'],
    ['HTML', '<html><body><table>', 'HTML'],
    ['HTML with a doctype', '\r\n  <!DOCTYPE HTML>\n<table>', 'HTML'],
    ['HTML behind a byte order mark', '\ufeff<table border=1>', 'HTML'],
    ['HTML that begins with a meta tag', '<META http-equiv="Content-Type">', 'HTML'],
    ['SpreadsheetML', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', 'XML'],
    ['a PNG', Buffer.concat([bytes(0x89), Buffer.from('PNG\r\n')]), 'picture'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'picture'],
    ['a GIF', 'GIF89a', 'picture'],
    ['a RAR archive', 'Rar!\u001a\u0007', 'archive'],
    ['a 7z archive', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'archive'],
  ])('refuses %s, and says what it is', async (_, content, word) => {
    await expect(kindOf(content, '名册.xls')).rejects.toMatchObject({
      code: 'HC3004',
      values: { place: '名册.xls', kind: expect.stringContaining(word) },
    });
  });

  it('refuses an empty file', async () => {
    await expect(kindOf('', '空.csv')).rejects.toMatchObject({ code: 'HC3010', values: { place: '空.csv' } });
  });

  it('refuses what cannot be opened, and says why', async () => {
    const folder = await temporaryFolder();
    await expect(sniff({ path: join(folder, 'none'), name: 'x/a.csv' })).rejects.toMatchObject({
      code: 'HC3011',
      values: { place: 'x/a.csv', detail: 'ENOENT' },
    });
    await expect(sniff({ path: folder, name: 'x' })).rejects.toMatchObject({ code: 'HC3011' });
  });
});
