import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import type { InputLimits } from '../../../src/ingest/limits.js';
import { compoundOf } from './build-compound.js';
import {
  bof,
  cell,
  eof,
  fileOf,
  readXls,
  record,
  result,
  sheetFile,
  streamOf,
  text,
  u8,
  u16,
  u32,
} from './build-xls.js';

const rows = Array.from({ length: 300 }, (_, row) => cell.label(row, 0, `户${row}`));
const strings = record(0x00fc, u32(1, 1), text('甲'));

/** The message of the error that reading ends in. */
async function failure(file: Buffer, limits: Partial<InputLimits> = {}): Promise<string> {
  try {
    await readXls(fileOf(file), limits);
  } catch (error) {
    if (error instanceof HechaError) return error.message;
    throw error;
  }
  return 'none';
}
const ofSheet = (...records: Buffer[]): Promise<string> => failure(sheetFile(records, [strings]));
const ofStream = (stream: Buffer): Promise<string> => failure(compoundOf([['Workbook', stream]]));

describe('a compound file', () => {
  const sound = compoundOf([['Workbook', streamOf([{ records: rows }])]]);
  const changed = (change: (file: Buffer) => void): Promise<string> => {
    const copy = Buffer.from(sound);
    change(copy);
    return failure(copy);
  };

  it('is refused when it is cut short, at any length', async () => {
    expect(await failure(sound)).toBe('none');
    for (let length = 0; length < sound.length; length += 97)
      expect(await failure(sound.subarray(0, length))).toMatch(/^HC3003 "表\.xls" .*\(ole/);
  });

  it('is refused when its header, its table or its directory is wrong', async () => {
    for (const [offset, value] of [
      [0, 0],
      [28, 0xfeff],
      [30, 16],
      [32, 5],
      [56, 512],
      [48, 0xfffffffe],
      [48, 70_000],
      [60, 3],
      [76, 70_000],
      [76, 0xffffffff],
    ] as const) {
      const outcome = await changed((file) => {
        if (offset < 48) file.writeUInt16LE(value, offset);
        else file.writeUInt32LE(value, offset);
      });
      expect(outcome, `${offset}`).toMatch(
        offset === 60 ? /^none/ : /^HC3003 .*\(ole: (header|FAT|directory)\)/,
      );
    }
  });

  it('is refused when a chain of sectors meets itself, or leaves the file', async () => {
    const table = sound.readUInt32LE(76) * 512 + 512;
    for (const next of [0, 5, 60_000, 0xfffffffd, 0xfffffffe])
      expect(await changed((file) => file.writeUInt32LE(next, table + 4 * 5))).toMatch(
        /^HC3003 .*\(ole: FAT\)/,
      );
  });

  it('is refused when the list of tables goes round in a circle', async () => {
    const large = compoundOf([
      ['Workbook', streamOf([{ records: rows }])],
      ['Other', Buffer.alloc(8_000_000)],
    ]);
    const list = large.readUInt32LE(68);
    expect(large.readUInt32LE(72)).toBe(1);
    large.fill(0xff, (list + 1) * 512, (list + 2) * 512);
    large.writeUInt32LE(list, (list + 2) * 512 - 4);
    expect(await failure(large)).toMatch(/^HC3003 .*\(ole: (DIFAT|FAT)\)/);
  });

  it('is refused when a small stream is chained in a circle, or out of the file', async () => {
    const small = compoundOf([['Workbook', streamOf([{ records: rows.slice(0, 20) }])]]);
    const table = (small.readUInt32LE(60) + 1) * 512;
    for (const next of [0, 1, 90_000, 0xfffffffe]) {
      const copy = Buffer.from(small);
      copy.writeUInt32LE(next, table + 4);
      expect(await failure(copy)).toMatch(/^HC3003 .*\(ole: mini FAT\)/);
    }
  });

  it('is refused when it names a stream twice, or says that a stream is larger than it', async () => {
    const stream = streamOf([{ records: rows }]);
    const twice = compoundOf([
      ['Workbook', stream],
      ['WORKBOOK', stream],
    ]);
    expect(await failure(twice)).toMatch(/^HC3003 .*2 × name/);
    expect(
      await changed((file) => {
        const entry = file.indexOf(Buffer.from('Workbook', 'utf16le'));
        file.writeUInt32LE(0x7fffffff, entry + 120);
      }),
    ).toMatch(/^HC3003 .*\(ole: 2147483647 B\)/);
    expect(await failure(compoundOf([['Other', stream]]))).toMatch(/^HC3003 .*missing/);
  });
});

describe('a stream of records', () => {
  it('is refused when it is cut short, wherever that is', async () => {
    const stream = streamOf([{ records: rows.slice(0, 30) }], [strings]);
    for (let length = 0; length < stream.length; length += 5)
      expect(await ofStream(stream.subarray(0, length))).toMatch(/^HC3003 "表\.xls/);
  });

  it('is refused when it does not begin as one of BIFF8, or a sheet does not lie where it should', async () => {
    const stream = streamOf([{ records: [] }]);
    expect(await ofStream(Buffer.concat([bof(5, 0x0500), eof]))).toMatch(/^HC3003 .*0x809 @ 0/);
    expect(await ofStream(Buffer.concat([bof(0x10), eof]))).toMatch(/^HC3003/);
    for (const position of [0, 8, 1_000_000]) {
      const copy = Buffer.from(stream);
      const bound = copy.indexOf(u16(0x0085));
      copy.writeUInt32LE(position, bound + 4);
      expect(await ofStream(copy)).toMatch(/^HC3003 "表\.xls!表"/);
    }
    const bound = record(0x0085, u32(100), u8(0, 0, 1, 1), Buffer.from('表', 'utf16le'));
    expect(await ofStream(Buffer.concat([bof(5), bound, bound, eof]))).toMatch(/^HC3003 .*2 × sheet/);
  });

  it('is refused when a sheet begins within another', async () => {
    const inner = [bof(0x0010), cell.number(1, 1, 5), eof];
    const stream = streamOf([{ records: [cell.number(0, 0, 5), ...inner] }, { name: '内', records: [] }]);
    expect(await ofStream(stream)).toBe('none');
    const second = stream.lastIndexOf(u16(0x0085));
    stream.writeUInt32LE(
      stream.readUInt32LE(stream.indexOf(u16(0x0085)) + 4) + bof(0).length + 18,
      second + 4,
    );
    expect(await ofStream(stream)).toMatch(/^HC3003 "表\.xls!表"/);
  });

  it('is named as protected when there is a password on it', async () => {
    const stream = streamOf([{ records: rows }], [record(0x002f, u16(1, 1, 1), Buffer.alloc(48))]);
    expect(await ofStream(stream)).toMatch(/^HC3013 "表\.xls"/);
    const locked = readFileSync(new URL('../../fixtures/xls/libreoffice-password.xls', import.meta.url));
    expect(await failure(locked)).toMatch(/^HC3013 "表\.xls"/);
  });

  it('is refused when shared strings are cut off, or a cell names one that is not there', async () => {
    expect(await ofSheet(cell.shared(4, 2, 1))).toMatch(/^HC3003 "表\.xls!表" .*R5C3: sharedStrings/);
    expect(await failure(sheetFile([cell.shared(4, 2, 0)]))).toMatch(/^HC3003 .*R5C3: sharedStrings/);
    for (const cut of [
      record(0x00fc, u32(1)),
      record(0x00fc, u32(1, 1), u16(5), u8(1), u16(1, 1)),
      record(0x00fc, u32(1, 1), u16(1)),
    ])
      expect(await failure(sheetFile([], [cut]))).toMatch(/^HC3003 .*sharedStrings/);
    const half = [
      record(0x00fc, u32(1, 1), u16(2), u8(1, 0x20, 0x4e, 0x21)),
      record(0x003c, u8(1, 0x4e, 0x22, 0x4e)),
    ];
    expect(await failure(sheetFile([], half))).toMatch(/^HC3003 .*sharedStrings/);
    expect(await failure(sheetFile([], [strings, strings]))).toMatch(/^HC3003/);
  });

  it('is refused when the record of a cell is too short or says what cannot be', async () => {
    for (const type of [0x0203, 0x027e, 0x00bd, 0x00fd, 0x0204, 0x00d6, 0x0205, 0x0006])
      expect(await ofSheet(record(type, u16(0, 0, 0), u8(0)))).toMatch(/^HC3003 .*\(0x[0-9a-f]+ @ \d+\)/);
    for (const type of [0x0208, 0x0201, 0x00be])
      expect(await ofSheet(record(type, u8(0)))).toMatch(/^HC3003/);
    expect(await ofSheet(record(0x0203, u16(0, 256, 0), Buffer.alloc(8)))).toMatch(/^HC3003 .*R1C257/);
    const numbers = (last: number): Buffer =>
      record(0x00bd, u16(0, 0), u16(0, 6, 0), u16(0, 6, 0), u16(last));
    expect(await ofSheet(numbers(1))).toBe('none');
    expect(await ofSheet(numbers(2))).toMatch(/^HC3003/);
    // Cells as Excel 2 wrote them.
    expect(await ofSheet(record(0x0004, Buffer.alloc(12)))).toMatch(/^HC3003/);
  });

  it('is refused when the text of a formula or of a cell is not there whole', async () => {
    const begun = record(0x0207, u16(5), u8(1), u16(0x4e00));
    for (const records of [
      [cell.formula(1, 1, result(0))],
      [cell.formula(1, 1, result(0)), cell.number(1, 2, 5)],
      [cell.formula(1, 1, result(0)), begun],
      [cell.formula(1, 1, result(0)), begun, cell.number(1, 2, 5)],
      [cell.formula(1, 1, result(0)), begun, record(0x003c, u8(1), u16(0x4e00))],
      [record(0x0204, u16(1, 1, 0), u16(9), u8(0, 65))],
      [cell.formula(1, 1, result(7))],
    ])
      expect(await ofSheet(...records)).toMatch(/^HC3003 .*\(R2C2\)/);
  });

  it('is refused when it has two values in one place', async () => {
    expect(await ofSheet(cell.number(1, 1, 5), cell.number(1, 1, 5))).toMatch(/^HC3003 .*2 × R2C2/);
    expect(await ofSheet(cell.number(1, 1, 5), cell.number(0, 0, 5), cell.label(1, 1, '五'))).toMatch(
      /2 × R2C2/,
    );
    expect(await ofSheet(cell.blank(1, 1), cell.number(1, 1, 5))).toBe('none');
  });
});

it('names the limit that a file is over', async () => {
  const texts = record(0x00fc, u32(3, 3), text('甲乙丙'), text('丁'), text('戊'));
  const file = sheetFile(
    [cell.label(2, 1, '甲乙丙'), cell.formula(3, 0, result(0)), record(0x0207, text('甲乙丙'))],
    [texts],
  );
  expect(await failure(file)).toBe('none');
  expect(await failure(file, { sharedStrings: 2 })).toMatch(/^HC3008 .*shared_strings ≤ 2\)/);
  expect(await failure(file, { sharedStringBytes: 14 })).toMatch(/^HC3008 .*shared_string_bytes ≤ 14 B/);
  expect(await failure(file, { cellTextBytes: 8 })).toMatch(/^HC3008 .*cell_bytes ≤ 8 B/);
  expect(await failure(sheetFile([cell.label(2, 1, '甲乙丙')]), { cellTextBytes: 8 })).toMatch(
    /^HC3008 .*R3C2/,
  );
  expect(await failure(file, { entryBytes: 1000 })).toMatch(/^HC3008 .*1000 B/);
  const crowd = Array.from({ length: 9 }, (_, index) => [`${index}`, Buffer.alloc(1)] as const);
  expect(await failure(compoundOf(crowd), { entries: 5 })).toMatch(/^HC3008 .*entries ≤ 5/);
  const sheets = Array.from({ length: 9 }, (_, index) => ({ name: `表${index}`, records: [] }));
  expect(await failure(compoundOf([['Workbook', streamOf(sheets)]]), { entries: 8 })).toMatch(
    /^HC3008 .*sheets ≤ 8/,
  );
});
