import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCsv } from '../../src/synth/files/csv-file.js';
import { encodeGb18030Into } from '../../src/synth/files/gb18030.js';
import { openWorkbook } from '../../src/synth/files/xlsx-file.js';
import { records, withFolder } from './written-county.js';

const encoded = (text: string): Uint8Array => {
  const buffer = Buffer.alloc(text.length * 4);
  return buffer.subarray(0, encodeGb18030Into(text, buffer, 0));
};

describe('GB18030', () => {
  it('is read by the decoder as what was written, in one, two and four bytes', () => {
    const text = 'Aa1,安平县䶮㐂ÀΩ€𠮷·\u200b\ufffd';
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encoded(text))).toBe(text);
    expect([...encoded('安')]).toEqual([0xb0, 0xb2]);
  });

  it('holds for any text', () => {
    // Characters for private use are mapped otherwise by some versions of the standard; nobody writes them.
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .filter((value) => !/[\ue000-\uf8ff]/.test(value));
    fc.assert(
      fc.property(
        text,
        (value) => new TextDecoder('gb18030', { ignoreBOM: true }).decode(encoded(value)) === value,
      ),
    );
  });

  it('has no half characters', () => {
    expect(() => encoded('\ud840')).toThrow();
  });
});

describe('a text file', () => {
  it.each(['utf-8', 'utf-8-bom', 'gb18030'] as const)('in %s gives back its cells', async (encoding) => {
    await withFolder(async (folder) => {
      const path = join(folder, 'x.csv');
      const rows = [
        ['姓名', '金额', '备注'],
        ['马·哈三', '3,500.00', '他说"好"'],
        ['', '第一行\r\n第二行', ' '],
      ];
      const file = openCsv(path, encoding);
      expect(rows.map((row) => file.row(row))).toEqual([1, 2, 3]);
      await file.close();
      expect(await records(path)).toEqual(rows);
      const bytes = await readFile(path);
      expect(bytes.subarray(0, 3).equals(Buffer.from('\ufeff'))).toBe(encoding === 'utf-8-bom');
    });
  });

  it('holds more rows than wait in memory', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'x.csv');
      const file = openCsv(path, 'gb18030');
      for (let row = 0; row < 20_000; row += 1)
        file.row([`第${row}行`, '安平县城关镇'.repeat(5), { number: String(row) }]);
      await file.close();
      const all = await records(path);
      expect(all).toHaveLength(20_000);
      expect(all[19_999]).toEqual(['第19999行', '安平县城关镇'.repeat(5), '19999']);
    });
  });
});

describe('a workbook', () => {
  it.each([true, false])('gives back its cells, strings shared or not (%s)', async (shared) => {
    await withFolder(async (folder) => {
      const path = join(folder, 'x.xlsx');
      const file = openWorkbook(path, [{ name: '一' }, { name: '二', hidden: true }], shared);
      file.row(['标题']);
      file.merge('A1:C1');
      file.row(['姓名', '姓名', ' <&"> ']);
      file.row([undefined, { number: '629901198001011000' }, { number: '42947', date: true }]);
      await file.nextSheet();
      expect(file.row(['只有一行'])).toBe(1);
      await file.close();
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(path);
      const [one, two] = workbook.worksheets;
      expect(one?.getRow(2).getCell(3).value).toBe(' <&"> ');
      expect(one?.getRow(2).getCell(1).value).toBe('姓名');
      expect(one?.getRow(3).getCell(1).value).toBeNull();
      expect(typeof one?.getRow(3).getCell(2).value).toBe('number');
      expect(one?.getRow(3).getCell(3).value).toEqual(new Date('2017-07-31T00:00:00Z'));
      expect(one?.getCell('B1').isMerged).toBe(true);
      expect([two?.name, two?.state, two?.getCell('A1').value]).toEqual(['二', 'hidden', '只有一行']);
    });
  });

  it('reports a file that cannot be written', async () => {
    await withFolder(async (folder) => {
      const file = openWorkbook(join(folder, 'nowhere', 'x.xlsx'), [{ name: '一' }], false);
      file.row(['x']);
      await expect(file.close()).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });
});
