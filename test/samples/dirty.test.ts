import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hecha } from '../cli/fake-io.js';

const folder = fileURLToPath(new URL('../../samples/dirty/', import.meta.url));
const NO_SAMPLES = ['README.md', 'kinds.yaml', 'expected', '.gitattributes'];
const names = readdirSync(folder).filter((name) => !NO_SAMPLES.includes(name));
const expectedOf = (name: string) =>
  JSON.parse(readFileSync(join(folder, 'expected', `${name}.json`), 'utf8'));
/** Records or rows of each table that is read, counted by hand. */
const counts: Record<string, number[]> = JSON.parse(
  readFileSync(join(folder, 'expected', 'counts.json'), 'utf8'),
);

interface Told {
  readonly files: { readonly file: string; readonly parts: { readonly rows: Record<string, number> }[] }[];
  readonly unread: { readonly file: string }[];
  readonly left_out: { readonly file: string }[];
}
const inspect = async (...files: string[]) => {
  const { code, out, err } = await hecha(
    'inspect',
    '--json',
    '--as-of',
    '2017-07-31',
    ...files.map((name) => join(folder, name)),
  );
  expect(err).toBe('');
  return { code, told: JSON.parse(out) as Told };
};

/** What is said of one of many files, as when it is the only one. */
function only({ files, unread, left_out, ...told }: Told, name: string): Told {
  const isOwn = (file: string): boolean => file === name || file.startsWith(`${name}/`);
  return {
    ...told,
    files: files.filter(({ file }) => isOwn(file)),
    unread: unread.filter(({ file }) => isOwn(file)),
    left_out: left_out.filter(({ file }) => isOwn(file)),
  };
}

let all: Told;
beforeAll(async () => {
  const { code, told } = await inspect(...names);
  expect(code).toBe(0);
  all = told;
}, 180_000);

describe('samples/dirty', () => {
  it.each(names)('%s is what was read out of it by hand', (name) => {
    expect(only(all, name)).toEqual(expectedOf(name));
  });

  it.each(names)('every row of %s is accounted for, and as many are read as were counted', (name) => {
    const rows = only(all, name).files.flatMap(({ parts }) => parts.map((part) => part.rows));
    for (const { read, accepted = 0, rejected = 0, skipped = 0 } of rows)
      expect(accepted + rejected + skipped).toBe(read);
    expect(rows.map(({ read }) => read)).toEqual(counts[name]);
  });

  it('says of a file by itself what it says of it among others, and fails where there is nothing else', async () => {
    for (const name of ['引号未闭合.csv', 'GBK文件名.zip', '分表列序不同.xlsx', '两列都像证件号.csv']) {
      const { code, told } = await inspect(name);
      expect(told).toEqual(expectedOf(name));
      expect(code).toBe(told.files.length > 0 ? 0 : 2);
    }
  });

  it('has an expectation and a description for each file, and none for another', () => {
    const told = readdirSync(join(folder, 'expected')).filter((name) => name !== 'counts.json');
    expect(told.sort()).toEqual(names.map((name) => `${name}.json`).sort());
    expect(Object.keys(counts).sort()).toEqual([...names].sort());
    const kinds: { group: object; files: Record<string, { is: object; do: object }> }[] = parse(
      readFileSync(join(folder, 'kinds.yaml'), 'utf8'),
    );
    expect(kinds.flatMap(({ files }) => Object.keys(files)).sort()).toEqual([...names].sort());
    const texts = kinds.flatMap(({ group, files }) => [
      group,
      ...Object.values(files).flatMap(({ is, do: advice }) => [is, advice]),
    ]);
    for (const text of texts)
      expect(text).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) });
  });

  it('is what its script writes', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/make-dirty.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});

describe('the counts by hand', () => {
  /** Line ends outside quotes, as RFC 4180 counts records: no reader of ours has a part in it. */
  const records = (name: string): number => {
    const bytes = readFileSync(join(folder, name));
    // Bytes of other encodings than UTF-16 hold quotes and line ends where their text does.
    const text = name.startsWith('UTF-16BE')
      ? Buffer.from(bytes).swap16().toString('utf16le')
      : bytes.toString(name.startsWith('UTF-16LE') ? 'utf16le' : 'latin1');
    return (text.replace(/"[^"]*"/g, '').match(/\r\n|\n|\r/g) ?? []).length;
  };

  it.each(names.filter((name) => /\.(?:csv|txt)$|^制表符/.test(name) && counts[name]?.length === 1))(
    'of %s are those of its line ends',
    (name) => {
      // Half a quote would make the lines behind it one record.
      const lines = name === '引号未闭合.csv' ? 7 : records(name);
      expect(counts[name]).toEqual([lines]);
    },
  );

  it.each(names.filter((name) => /\.xlsx$/.test(name) && (counts[name]?.length ?? 0) > 0))(
    'of %s are those of its row elements',
    (name) => {
      // The parts are stored, not compressed. A sheet of notes is no table that is read.
      const sheets = readFileSync(join(folder, name)).toString('utf8').split('<worksheet ').slice(1);
      const rows = sheets.map((sheet) => sheet.split('</worksheet>')[0]?.match(/<row /g)?.length ?? 0);
      expect(rows.filter((_, at) => name !== '说明页和空表.xlsx' || at === 1)).toEqual(counts[name]);
    },
  );
});
