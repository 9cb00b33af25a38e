import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/ingest/sniff.js';
import { temporaryFolder } from '../run/temporary-folder.js';
import { partsOf, zipOf } from './xlsx/build-workbook.js';

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

  it.each([
    ['HTML', '<html><body><table>'],
    ['HTML with a doctype', '\r\n  <!DOCTYPE HTML>\n<table>'],
    ['HTML behind a byte order mark', '\ufeff<table border=1>'],
    ['HTML in UTF-16', Buffer.from('\ufeff<table border=1>', 'utf16le')],
    ['HTML that begins with a meta tag', '<META http-equiv="Content-Type">'],
    ['HTML behind a comment', '<!-- 导出 -->\n<style>td{}</style><table>'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'],
  ])('takes %s for a web page', async (_, content) => {
    expect(await kindOf(content, '名册.xls')).toBe('html');
  });

  it.each([
    ['', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'],
    [' in GBK', '<?xml version="1.0" encoding="GB2312"?>\n'],
    [' without a declaration', ''],
  ])('takes SpreadsheetML%s for what it is', async (_, head) => {
    const root = '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">';
    expect(await kindOf(head + root, '名册.xls')).toBe('spreadsheetml');
    expect(await kindOf(`${head}<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`)).toBe(
      'spreadsheetml',
    );
  });

  it('goes by the bytes and not by the name', async () => {
    expect(await kindOf(await zipOf(partsOf({ rows: '' })), '名册.csv')).toBe('xlsx');
    expect(await kindOf(await zipOf([['名册.csv', 'a,b\n']]), '名册.csv')).toBe('zip');
    expect(await kindOf('a,b\n', '名册.xlsx')).toBe('csv');
  });

  it.each([
    ['a workbook older than its container', bytes(9, 8, 8, 0, 0, 5, 5, 0), 'Excel 95'],
    ['PDF', '%PDF-1.7\n', 'PDF'],
    ['some other XML', '<?xml version="1.0"?>\n<records/>', 'XML'],
    ['a web archive', 'MIME-Version: 1.0\r\nX-Document-Type: Workbook', 'MHTML'],
    ['a gzip archive', bytes(0x1f, 0x8b, 8, 0), 'gzip'],
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

  it('refuses an archive without a directory', async () => {
    await expect(kindOf(bytes(0x50, 0x4b, 3, 4, 20, 0), '名册.zip')).rejects.toMatchObject({
      code: 'HC3003',
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
