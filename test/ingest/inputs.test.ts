import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, type InputPath, findInputs as searchInputs } from '../../src/ingest/inputs.js';
import { temporaryFolder } from '../run/temporary-folder.js';

const findInputs = async (
  paths: readonly string[],
  skip?: readonly string[],
): Promise<readonly InputPath[]> => (await searchInputs(paths, skip)).inputs;

/** A folder with these files in it. */
async function folderOf(...files: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'a,b\n');
  }
  return folder;
}
const namesIn = async (...files: readonly string[]): Promise<string[]> =>
  (await findInputs([await folderOf(...files)])).map(({ name }) => name);

describe('a folder', () => {
  it('gives the tables in it, by name', async () => {
    expect(
      await namesIn('b.csv', 'a.xlsx', '名册.xlsx', 'C.CSV', 'd.txt', 'e.tsv', 'f.xls', 'g.xlsm', 'h.et'),
    ).toEqual(['C.CSV', 'a.xlsx', 'b.csv', 'd.txt', 'e.tsv', 'f.xls', 'g.xlsm', 'h.et', '名册.xlsx']);
  });

  it('gives those below it, named from it with slashes', async () => {
    expect(await namesIn('a.csv', '民政/低保.csv', '民政/2017/特困.csv', 'z/y/x/w.csv')).toEqual([
      'a.csv',
      'z/y/x/w.csv',
      '民政/2017/特困.csv',
      '民政/低保.csv',
    ]);
  });

  it('gives the same names wherever it lies', async () => {
    const files = ['名册.csv', 'x/车辆.csv'];
    expect(await namesIn(...files)).toEqual(await namesIn(...files));
    const folder = await folderOf(...files);
    expect((await findInputs([`${folder}/`])).map(({ name }) => name)).toEqual(await namesIn(...files));
    expect((await findInputs([join(folder, 'x', '..')])).map(({ name }) => name)).toEqual(
      await namesIn(...files),
    );
  });

  it.each([
    ['lock files of open workbooks', '~$名册.xlsx'],
    ['hidden files', '.名册.csv'],
    ['hidden folders', '.git/名册.csv'],
    ['what is no table', 'README.md'],
    ['what only sounds like one', '名册csv'],
    ['backups', '名册.csv.bak'],
  ])('leaves out %s', async (_, file) => {
    expect(await namesIn('a.csv', file)).toEqual(['a.csv']);
  });

  it('leaves out runs of hecha, whole', async () => {
    expect(
      await namesIn(
        'a.csv',
        'hecha-out/2017-07-31-abcdef01/manifest.json',
        'hecha-out/2017-07-31-abcdef01/findings.csv',
        'hecha-out/2017-07-31-abcdef01/sub/x.csv',
        'b/c.csv',
      ),
    ).toEqual(['a.csv', 'b/c.csv']);
  });

  it('leaves out the folders named to be skipped, and no others', async () => {
    const folder = await folderOf('a.csv', 'out/b.csv', 'out2/c.csv', 'x/out/d.csv');
    const found = await findInputs([folder], [join(folder, 'out')]);
    expect(found.map(({ name }) => name)).toEqual(['a.csv', 'out2/c.csv', 'x/out/d.csv']);
  });

  it('takes neither the configuration nor what it names for an input', async () => {
    const folder = await folderOf('a.csv', 'hecha.yaml', 'rules/cx01.yaml', 'rules/x.csv', 'own.csv');
    const named = ['a.csv', 'hecha.yaml', 'own.csv'].map((name) => join(folder, name));
    const skip = [join(folder, 'rules'), join(folder, 'own.csv')];
    expect((await findInputs([folder], skip)).map(({ name }) => name)).toEqual(['a.csv']);
    expect((await findInputs(named, skip)).map(({ name }) => name)).toEqual(['a.csv']);
    await expect(findInputs([join(folder, 'hecha.yaml')])).rejects.toMatchObject({ code: 'HC1002' });
    // A folder that is named itself is read, whatever is to be left out below the others.
    expect((await findInputs([join(folder, 'rules')], skip)).map(({ name }) => name)).toEqual(['x.csv']);
  });

  it('takes a folder for what it is, whatever its name', async () => {
    expect(await namesIn('名册.csv/a.csv')).toEqual(['名册.csv/a.csv']);
  });

  it('takes a link to a file', async () => {
    const folder = await folderOf('a.csv');
    const elsewhere = await folderOf('b.csv');
    symlinkSync(join(elsewhere, 'b.csv'), join(folder, 'linked.csv'));
    expect((await findInputs([folder])).map(({ name }) => name)).toEqual(['a.csv', 'linked.csv']);
  });
});

describe('files', () => {
  it('are taken whatever their endings, by their own names', async () => {
    const folder = await folderOf('x/名册', 'y/a.dat');
    const found = await findInputs([join(folder, 'y/a.dat'), join(folder, 'x/名册')]);
    expect(found).toEqual([
      { path: join(folder, 'y/a.dat'), name: 'a.dat' },
      { path: join(folder, 'x/名册'), name: '名册' },
    ]);
  });

  it('are taken once, however often they are named', async () => {
    const folder = await folderOf('a.csv');
    const path = join(folder, 'a.csv');
    expect(await findInputs([path, path, join(folder, '.', 'a.csv'), folder])).toEqual([
      { path, name: 'a.csv' },
    ]);
  });

  it('of one name are told apart, in the order of their paths', async () => {
    const folder = await folderOf('1/a.csv', '2/a.csv', '3/a.csv', '2/b.csv');
    const paths = ['3/a.csv', '1/a.csv', '2/b.csv', '2/a.csv'].map((name) => join(folder, name));
    expect(await findInputs(paths)).toEqual([
      { path: join(folder, '1/a.csv'), name: 'a.csv' },
      { path: join(folder, '2/a.csv'), name: 'a.csv (2)' },
      { path: join(folder, '3/a.csv'), name: 'a.csv (3)' },
      { path: join(folder, '2/b.csv'), name: 'b.csv' },
    ]);
  });

  it('of one name in two folders are told apart', async () => {
    const folder = await folderOf('1/x/a.csv', '2/x/a.csv');
    const found = await findInputs([join(folder, '2'), join(folder, '1')]);
    expect(found).toEqual([
      { path: join(folder, '1/x/a.csv'), name: 'x/a.csv' },
      { path: join(folder, '2/x/a.csv'), name: 'x/a.csv (2)' },
    ]);
  });

  it('come in one order, in whatever order they are named', async () => {
    const folder = await folderOf('1/a.csv', '2/a.csv', 'b.csv', '丙.csv', '1/z.xlsx');
    const paths = ['1/a.csv', '2/a.csv', 'b.csv', '丙.csv', '1/z.xlsx'].map((name) => join(folder, name));
    const expected = await findInputs(paths);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), async (shuffled) => {
        expect(await findInputs(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});

describe('nothing', () => {
  it('at a path is HC1001, which names it as it was given', async () => {
    const folder = await folderOf('a.csv');
    const path = join(folder, 'none.csv');
    await expect(findInputs([folder, path])).rejects.toMatchObject({ code: 'HC1001', values: { path } });
  });

  it('in a folder is HC1002', async () => {
    const empty = await temporaryFolder();
    await expect(findInputs([empty])).rejects.toMatchObject({ code: 'HC1002', values: { path: empty } });
    const notes = await folderOf('README.md', '~$a.xlsx', '.b.csv');
    await expect(findInputs([notes])).rejects.toMatchObject({ code: 'HC1002' });
  });

  it('but a run of hecha is HC1002', async () => {
    const run = await folderOf('manifest.json', 'findings.csv');
    await expect(findInputs([run])).rejects.toMatchObject({ code: 'HC1002' });
  });

  it('in one of two folders is no fault', async () => {
    const [empty, full] = [await temporaryFolder(), await folderOf('a.csv')];
    expect(await findInputs([empty, full])).toHaveLength(1);
  });
});

describe('fingerprint', () => {
  it('is size and SHA-256', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a.csv');
    const content = Buffer.alloc(3_000_001, '甲,乙\n');
    writeFileSync(path, content);
    expect(await fingerprint({ path, name: 'a.csv' })).toEqual({
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  });

  it('of a file that cannot be read is HC3011, which names it as reports do', async () => {
    const folder = await temporaryFolder();
    await expect(fingerprint({ path: join(folder, 'gone'), name: 'x/a.csv' })).rejects.toMatchObject({
      code: 'HC3011',
      values: { place: 'x/a.csv', detail: 'ENOENT' },
    });
    await expect(fingerprint({ path: folder, name: 'x' })).rejects.toMatchObject({ code: 'HC3011' });
  });
});

describe('what is not read', () => {
  it('is told when it may hold data, and passed over when it does not', async () => {
    const folder = await folderOf(
      'a.csv',
      'b/低保.rar',
      'c.pdf',
      '说明.md',
      'd.docx',
      'e.xml',
      'hecha.yaml',
      '.x.pdf',
    );
    expect((await searchInputs([folder])).others).toEqual(['b/低保.rar', 'c.pdf', 'd.docx', 'e.xml']);
  });

  it('may be named by the configuration, and is read then', async () => {
    const folder = await folderOf('a.csv', 'b.dat');
    const { inputs } = await searchInputs([folder], [], [{ path: join(folder, 'b.dat'), name: 'b.dat' }]);
    expect(inputs.map(({ name }) => name)).toEqual(['a.csv', 'b.dat']);
  });
});
