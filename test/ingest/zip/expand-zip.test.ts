import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { HechaError } from '../../../src/errors.js';
import { defaultLimits, type InputLimits } from '../../../src/ingest/limits.js';
import { type ExpandedZip, expandZip } from '../../../src/ingest/zip/expand-zip.js';
import { encode } from '../csv/text-files.js';
import { mutated, random } from '../html/mutate.js';
import { emptyFolder, fileOf, type Member, zipOf } from './archives.js';

const expand = (
  zip: Buffer | readonly Member[],
  limits: Partial<InputLimits> = {},
  temporary = emptyFolder(),
): Promise<ExpandedZip> =>
  expandZip({
    path: fileOf(Buffer.isBuffer(zip) ? zip : zipOf(zip as readonly Member[])),
    place: '材料.zip',
    limits: { ...defaultLimits, ...limits },
    temporary,
  });

const namesOf = async (...names: readonly (string | Buffer | Member)[]): Promise<string[]> => {
  const members = names.map((name) => (typeof name === 'string' || Buffer.isBuffer(name) ? { name } : name));
  return (await expand(members)).members.map(({ name }) => name.slice('材料.zip/'.length));
};

/** The failure of an archive as a whole, or else of its first bad member; and how many files are left. */
async function failure(
  zip: Buffer | readonly Member[],
  limits: Partial<InputLimits> = {},
): Promise<{ message: string; left: number }> {
  const temporary = emptyFolder();
  let message = 'none';
  try {
    const { faults } = await expand(zip, limits, temporary);
    message = faults[0]?.error.message ?? 'none';
  } catch (error) {
    if (!(error instanceof HechaError)) throw error;
    message = error.message;
  }
  return { message, left: readdirSync(temporary).length };
}

describe('the files of an archive', () => {
  it('are inflated to files of our names that nobody else may read', async () => {
    const temporary = emptyFolder();
    const { members, others } = await expand(
      [
        { name: '乙/低保.csv', content: '姓名\n' },
        { name: '乙/', stored: true },
        { name: '../../etc/甲.xlsx', content: 'x'.repeat(300_000), stored: true },
        { name: '空.csv' },
      ],
      {},
      temporary,
    );
    expect(members.map(({ name, size }) => [name, size])).toEqual([
      ['材料.zip/../../etc/甲.xlsx', 300_000],
      ['材料.zip/乙/低保.csv', 7],
      ['材料.zip/空.csv', 0],
    ]);
    expect(others).toEqual([]);
    expect(members.map(({ path }) => readFileSync(path, 'utf8'))).toEqual([
      'x'.repeat(300_000),
      '姓名\n',
      '',
    ]);
    expect(readdirSync(temporary).sort()).toEqual(members.map(({ path }) => basename(path)).sort());
    for (const { path } of members) {
      expect(basename(path)).toMatch(/^zip-[0-9a-f]{8}-\d+$/);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  });

  it('leave out what systems and programs left there, and list what is no table', async () => {
    const { members, others } = await expand(
      [
        '__MACOSX/._a.csv',
        '甲/.DS_Store',
        '甲/Thumbs.db',
        '~$甲.xlsx',
        '.隐藏.csv',
        '.git/a.csv',
        'desktop.ini',
        'a.csv',
        '报告.PDF',
        '报告.PDF',
        '照片/1.jpg',
        '说明.doc',
        '说明.docx',
        '数据.rar',
        '里.zip',
        '名册',
        '旧.xls',
        './b.csv',
        'hecha.yaml',
      ].map((name) => ({ name })),
    );
    expect(members.map(({ name }) => name)).toEqual(
      ['./b.csv', 'a.csv', '名册', '旧.xls', '里.zip'].map((name) => `材料.zip/${name}`),
    );
    expect(others).toEqual(
      ['hecha.yaml', '报告.PDF', '报告.PDF (2)', '数据.rar', '照片/1.jpg', '说明.doc', '说明.docx'].map(
        (name) => `材料.zip/${name}`,
      ),
    );
  });

  it('are told apart when their names are the same', async () => {
    const { members } = await expand([
      { name: 'a.csv', content: '1' },
      { name: 'a.csv (2)', content: '2' },
      { name: 'a.csv', content: '3' },
      { name: 'a.csv', content: '4' },
    ]);
    expect(members.map(({ name, path }) => [name, readFileSync(path, 'latin1')])).toEqual([
      ['材料.zip/a.csv', '1'],
      ['材料.zip/a.csv (2)', '3'],
      ['材料.zip/a.csv (3)', '4'],
      ['材料.zip/a.csv (2) (2)', '2'],
    ]);
  });

  it('do not get into the way of those of an archive inside it', async () => {
    const temporary = emptyFolder();
    const first = await expand([{ name: 'a.csv', content: '1' }], {}, temporary);
    const second = await expand([{ name: 'a.csv', content: '2' }], {}, temporary);
    expect([...first.members, ...second.members].map(({ path }) => readFileSync(path, 'latin1'))).toEqual([
      '1',
      '2',
    ]);
  });
});

describe('their names', () => {
  const gbk = (name: string): Buffer => encode(name, 'gb18030');
  const unicodePath = (plain: Buffer, name: string, checksum = crc32(plain)): Buffer => {
    const data = Buffer.concat([Buffer.alloc(9), Buffer.from(name)]);
    data.writeUInt16LE(0x7075, 0);
    data.writeUInt16LE(data.length - 4, 2);
    data[4] = 1;
    data.writeUInt32LE(checksum, 5);
    return data;
  };

  it('are UTF-8 or GB18030', async () => {
    expect(await namesOf({ name: '名册.csv', flags: 0x800 })).toEqual(['名册.csv']);
    expect(await namesOf('名册.csv')).toEqual(['名册.csv']);
    expect(await namesOf(gbk('2017年\\贫困户𠀀.csv'))).toEqual(['2017年/贫困户𠀀.csv']);
    expect(await namesOf(gbk('联通.csv'))).toEqual(['联通.csv']);
    expect(await namesOf({ name: gbk('名册.csv'), flags: 0x800 })).toEqual(['名册.csv']);
    expect(await namesOf(Buffer.from('caf\x82.csv', 'latin1'))).toEqual(['café.csv']);
  });

  it('are those of the extra field, unless it is of another name', async () => {
    const plain = Buffer.from('____.csv');
    expect(await namesOf({ name: plain, extra: unicodePath(plain, '名册.csv') })).toEqual(['名册.csv']);
    expect(await namesOf({ name: plain, extra: unicodePath(plain, '名册.csv', 1) })).toEqual(['____.csv']);
  });

  it('are without characters that are not seen', async () => {
    const hidden = { name: 'a\n\u0000\u202eb\u200b\u009f.csv', flags: 0x800 };
    expect(await namesOf(hidden, '/etc/x.csv', 'C:\\y.csv', '__proto__')).toEqual([
      '/etc/x.csv',
      'C:/y.csv',
      '__proto__',
      'ab.csv',
    ]);
  });
});

describe('archives that are not good', () => {
  const good: readonly Member[] = [
    { name: 'a.csv', content: 'a'.repeat(1000) },
    { name: 'b.csv', content: 'b'.repeat(1000) },
  ];
  /** The archive with bytes written over each record of that signature, at an offset in it. */
  const patched = (zip: Buffer, signature: string, offset: number, bytes: readonly number[]): Buffer => {
    const copy = Buffer.from(zip);
    for (let at = copy.indexOf(signature); at >= 0; at = copy.indexOf(signature, at + 4))
      copy.set(bytes, at + offset);
    return copy;
  };

  it('are refused where they are encrypted, naming the file, and the others are inflated', async () => {
    expect(await failure([...good, { name: 'c.csv', content: 'c', flags: 1 }])).toEqual({
      message: expect.stringMatching(/^HC3013 .*材料\.zip\/c\.csv/),
      left: 2,
    });
    expect((await failure(patched(zipOf(good), 'PK\x01\x02', 8, [0x41]))).message).toMatch(
      /^HC3013 .*材料\.zip"/,
    );
    // What is not read may be locked.
    expect((await failure([...good, { name: 'c.pdf', flags: 1 }])).message).toBe('none');
  });

  it('are refused where they are damaged, and no such file is left', async () => {
    const zip = zipOf(good);
    for (let length = 0; length < zip.length; length += 7) {
      expect((await failure(zip.subarray(0, length))).message).toMatch(/^HC3003/);
    }
    expect(await failure(patched(zip, 'PK\x01\x02', 16, [1]))).toEqual({
      message: expect.stringMatching(/^HC3003 .*材料\.zip\/a\.csv.*CRC-32/),
      left: 0,
    });
    expect((await failure(patched(zip, 'PK\x01\x02', 24, [9, 0, 0, 0]))).message).toMatch(/^HC3003 .*size/);
    expect((await failure(patched(zip, 'PK\x01\x02', 10, [99, 0]))).message).toMatch(/^HC3003 .*method 99/);
    expect((await failure(patched(zip, 'PK\x03\x04', 0, [0]))).message).toMatch(/^HC3003/);
  });

  it('are refused over a limit', async () => {
    expect(await failure(good, { entries: 1 })).toEqual({
      message: expect.stringMatching(/^HC3008 .*entries ≤ 1/),
      left: 0,
    });
    expect(await failure(good, { entryBytes: 999 })).toEqual({
      message: expect.stringMatching(/^HC3008 .*a\.csv.*≤ 999 B/),
      left: 0,
    });
    expect(await failure(good, { totalBytes: 1999 })).toEqual({
      message: expect.stringMatching(/^HC3008 .*≤ 1999 B/),
      left: 0,
    });
    const bomb = [{ name: 'a.csv', content: Buffer.alloc(3_000_000) }];
    expect(await failure(bomb, { ratio: 100, ratioFloorBytes: 1_000_000 })).toEqual({
      message: expect.stringMatching(/^HC3008 .*ratio ≤ 100/),
      left: 0,
    });
    expect((await failure(good, { entries: 2, entryBytes: 1000, totalBytes: 2000 })).message).toBe('none');
  });

  it('are refused when there is no place for the files', async () => {
    await expect(expand(good, {}, `${emptyFolder()}/absent`)).rejects.toMatchObject({ code: 'HC5002' });
    await expect(
      expandZip({ path: '/absent.zip', place: 'x.zip', limits: defaultLimits, temporary: emptyFolder() }),
    ).rejects.toMatchObject({ code: 'HC1001' });
  });

  it('1,500 times damaged at random are expanded or refused within two seconds, and nothing else', async () => {
    const zip = zipOf([
      { name: encode('贫困户/名册.csv', 'gb18030'), content: '户编号,姓名\n'.repeat(20) },
      { name: '低保.csv', content: 'x,y\n'.repeat(20), flags: 0x800, stored: true },
      { name: 'c.pdf', content: 'x' },
    ]);
    const temporary = emptyFolder();
    const outcomes = new Map<string, number>();
    for (let seed = 1; seed <= 1500; seed++) {
      const start = performance.now();
      let outcome = 'expanded';
      try {
        await expand(mutated(zip, random(seed), ['PK', '\xff\xff', '\0\0', '../']), {}, temporary);
      } catch (error) {
        if (!(error instanceof HechaError)) throw error;
        outcome = error.code;
      }
      expect(performance.now() - start, `seed ${seed}`).toBeLessThan(2000);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['HC3003', 'expanded']));
    expect(outcomes.get('expanded')).toBeGreaterThan(40);
    for (const name of readdirSync(temporary)) expect(name).toMatch(/^zip-[0-9a-f]{8}-\d$/);
  });
});
