import { CFB } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { NUMBER_MARK } from '../../../src/ingest/raw.js';
import { compoundKind } from '../../../src/ingest/xls/compound-kind.js';
import { openXls } from '../../../src/ingest/xls/workbook.js';
import { compoundOf, type Streams } from './build-compound.js';
import { bof, cell, eof, fileOf, rowsOf, streamOf } from './build-xls.js';

const workbook = (rows: number): Buffer =>
  streamOf([{ records: Array.from({ length: rows }, (_, row) => cell.number(row, 0, row)) }]);
const expected = (rows: number): unknown[] =>
  Array.from({ length: rows }, (_, row) => [row + 1, NUMBER_MARK + row]);
const kindOf = (streams: Streams, within: Streams = []): Promise<string> =>
  compoundKind(fileOf(compoundOf(streams, { within })), '表.xls');

it.each([
  [512, false],
  [512, true],
  [4096, false],
  [4096, true],
] as const)(
  'reads streams of any length in sectors of %i bytes (backward: %s)',
  async (sectorBytes, isBackward) => {
    for (const rows of [1, 20, 221, 222, 223, 2000]) {
      const content = workbook(rows);
      const other = Buffer.alloc(rows % 2 === 0 ? 100 : 5000, 1);
      const file = compoundOf(
        [
          ['\u0005SummaryInformation', other],
          ['Workbook', content],
        ],
        { sectorBytes, isBackward },
      );
      expect(
        Buffer.from(CFB.find(CFB.read(file, { type: 'buffer' }), 'Workbook')?.content ?? []).equals(content),
      ).toBe(true);
      expect(await rowsOf(file)).toEqual(expected(rows));
    }
  },
);

it('reads a stream whose table of sectors needs sectors of its own to be listed', async () => {
  // 20 MB of something else, so that the FAT has more sectors than the header can name.
  const streams: Streams = [
    ['Other', Buffer.alloc(20_000_000)],
    ['Workbook', workbook(2000)],
  ];
  for (const isBackward of [false, true])
    expect(await rowsOf(compoundOf(streams, { isBackward }))).toEqual(expected(2000));
});

it('reads files that other containers write, and files whose last sector is cut at the end of the stream', async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Workbook', workbook(500));
  expect(await rowsOf(CFB.write(container, { type: 'buffer' }) as Buffer)).toEqual(expected(500));
  const file = compoundOf([['WorkBook', Buffer.concat([workbook(500), Buffer.alloc(300)])]], {
    isBackward: true,
  });
  expect(await rowsOf(Buffer.concat([file, Buffer.alloc(100_000)]))).toEqual(expected(500));
});

it('says what a compound file is by the streams in its root', async () => {
  const some = Buffer.alloc(10);
  const book: Streams[number] = ['Book', Buffer.concat([bof(5, 0x0500), eof])];
  const excel: Streams[number] = ['Workbook', workbook(1)];
  expect(await kindOf([excel])).toBe('xls');
  expect(await kindOf([['WORKBOOK', workbook(500)], book])).toBe('xls');
  expect(await kindOf([['Workbook', some.subarray(0, 2)]])).toBe('xls');
  expect(await kindOf([book])).toBe('old-xls');
  expect(await kindOf([['Workbook', Buffer.concat([bof(5, 0x0500), eof])]])).toBe('old-xls');
  expect(
    await kindOf([
      ['EncryptionInfo', some],
      ['EncryptedPackage', some],
    ]),
  ).toBe('encrypted');
  expect(
    await kindOf([
      ['1Table', some],
      ['WordDocument', some],
    ]),
  ).toBe('doc');
  expect(await kindOf([['PowerPoint Document', some]])).toBe('ppt');
  expect(await kindOf([['__properties_version1.0', some]])).toBe('other');
  expect(await kindOf([])).toBe('other');
  // A workbook within a document is not the file.
  expect(await kindOf([['WordDocument', some]], [excel])).toBe('doc');
  expect(await kindOf([['Contents', some]], [excel])).toBe('other');
  expect(await kindOf([excel], [['Workbook', some]])).toBe('xls');
});

it('finds the streams when the links of the directory are wrong and nothing lies in a storage', async () => {
  const file = compoundOf([
    ['\u0001CompObj', Buffer.alloc(70)],
    ['Workbook', workbook(500)],
  ]);
  const root = file.indexOf(Buffer.from('Root Entry', 'utf16le'));
  file.writeUInt32LE(0xffffffff, root + 76);
  expect(await compoundKind(fileOf(file), '表.xls')).toBe('xls');
  expect(await rowsOf(file)).toEqual(expected(500));
});

it('tells missing files and folders from damaged ones', async () => {
  const path = fileOf(Buffer.alloc(0));
  await expect(openXls({ path: `${path}.none` })).rejects.toMatchObject({ code: 'HC1001' });
  await expect(compoundKind(`${path}.none`, '表')).rejects.toMatchObject({ code: 'HC1001' });
  await expect(openXls({ path: `${path}/../` })).rejects.toMatchObject({ code: 'HC3011' });
  await expect(compoundKind(path, '表')).rejects.toMatchObject({ code: 'HC3003', values: { place: '表' } });
});
