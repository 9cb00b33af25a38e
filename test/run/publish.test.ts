import { mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashFolder } from '../../src/run/file-hash.js';
import { openRunFolder, type RunFolder } from '../../src/run/publish.js';
import { diskFiles, type RunFiles } from '../../src/run/run-files.js';
import { temporaryFolder } from './temporary-folder.js';

const RUN = '2017-07-31-0123abcd';

async function writeRun(run: RunFolder, mark: string): Promise<void> {
  await writeFile(join(run.path, 'findings.csv'), mark);
  await mkdir(join(run.path, 'tables'));
  await writeFile(join(run.path, 'tables', 'person.parquet'), mark, { mode: 0o644 });
  await writeFile(join(run.scratch, 'spill.tmp'), 'x');
}

async function publish(out: string, mark: string, runId = RUN): Promise<void> {
  const run = await openRunFolder({ out });
  await writeRun(run, mark);
  await run.publish({ runId, manifest: mark });
}

const failing = (
  name: keyof RunFiles,
  code: string,
  when = (..._: unknown[]): boolean => true,
): RunFiles => ({
  ...diskFiles,
  [name]: (...args: unknown[]) =>
    when(...args)
      ? Promise.reject(Object.assign(new Error(code), { code }))
      : (diskFiles[name] as (...all: unknown[]) => Promise<unknown>)(...args),
});

describe('publishing a run', () => {
  it('puts the whole run under its name, private, with latest pointing at it and nothing else left', async () => {
    const out = join(await temporaryFolder(), 'new', 'out');
    await publish(out, 'one');
    expect((await readdir(out)).sort()).toEqual([RUN, 'latest']);
    expect(await readlink(join(out, 'latest'))).toBe(RUN);
    expect((await hashFolder(join(out, 'latest'))).map(({ path }) => path)).toEqual([
      'findings.csv',
      'manifest.json',
      'tables/person.parquet',
    ]);
    const mode = async (...path: string[]): Promise<number> => (await stat(join(out, ...path))).mode & 0o777;
    expect(await mode()).toBe(0o700);
    expect(await mode(RUN)).toBe(0o700);
    expect(await mode(RUN, 'tables')).toBe(0o700);
    expect(await mode(RUN, 'tables', 'person.parquet')).toBe(0o600);
    expect(await mode(RUN, 'manifest.json')).toBe(0o600);
  });

  it('is not seen before it is published, and replaces a run of the same name', async () => {
    const out = await temporaryFolder();
    await publish(out, 'one');
    const run = await openRunFolder({ out });
    await writeRun(run, 'two');
    expect(await readFile(join(out, 'latest', 'findings.csv'), 'utf8')).toBe('one');
    await run.publish({ runId: RUN, manifest: 'two' });
    expect(await readFile(join(out, 'latest', 'findings.csv'), 'utf8')).toBe('two');
    expect((await readdir(out)).sort()).toEqual([RUN, 'latest']);
  });

  it('keeps other runs and moves latest to the newest', async () => {
    const out = await temporaryFolder();
    await publish(out, 'one', '2017-07-30-aaaaaaaa');
    await publish(out, 'two');
    expect((await readdir(out)).sort()).toEqual(['2017-07-30-aaaaaaaa', RUN, 'latest']);
    expect(await readlink(join(out, 'latest'))).toBe(RUN);
  });

  it('leaves no trace when it is given up, by a signal too', async () => {
    const out = await temporaryFolder();
    const first = await openRunFolder({ out });
    await writeRun(first, 'one');
    await first.discard();
    const second = await openRunFolder({ out });
    await writeRun(second, 'two');
    second.discardSync();
    expect(await readdir(out)).toEqual([]);
  });

  it('keeps a second run out while it is open', async () => {
    const out = await temporaryFolder();
    const run = await openRunFolder({ out });
    await expect(openRunFolder({ out })).rejects.toThrow('HC5001');
    expect((await readdir(out)).length).toBe(2);
    await run.discard();
  });

  it.each([
    ['chmod', 'EACCES'],
    ['open', 'ENOSPC'],
    ['rename', 'EFBIG'],
  ] as const)(
    'says so in one sentence when %s fails with %s, and leaves the last run as it was',
    async (name, code) => {
      const out = await temporaryFolder();
      await publish(out, 'one');
      const run = await openRunFolder({ out, files: failing(name, code) });
      await writeRun(run, 'two');
      await expect(run.publish({ runId: RUN, manifest: 'two' })).rejects.toThrow(
        new RegExp(`HC5002 Cannot write to .*\\(${code}\\)`),
      );
      expect(await readFile(join(out, 'latest', 'findings.csv'), 'utf8')).toBe('one');
      await run.discard();
      expect((await readdir(out)).sort()).toEqual([RUN, 'latest']);
    },
  );

  it('puts the last run back when its successor cannot take its place', async () => {
    const out = await temporaryFolder();
    await publish(out, 'one');
    const files = failing('rename', 'EACCES', (from) => String(from).endsWith('/run'));
    const run = await openRunFolder({ out, files });
    await writeRun(run, 'two');
    await expect(run.publish({ runId: RUN, manifest: 'two' })).rejects.toThrow('HC5002');
    expect(await readFile(join(out, RUN, 'findings.csv'), 'utf8')).toBe('one');
    await run.discard();
  });

  it('publishes all the same where links cannot be made, and says so', async () => {
    const out = await temporaryFolder();
    const run = await openRunFolder({ out, files: failing('symlink', 'EPERM') });
    await writeRun(run, 'one');
    const published = await run.publish({ runId: RUN, manifest: 'one' });
    expect(published).toEqual({ folder: join(out, RUN), latestFailed: 'EPERM' });
    expect(await readdir(out)).toEqual([RUN]);
  });

  it('does not destroy a real folder that is called latest', async () => {
    const out = await temporaryFolder();
    await mkdir(join(out, 'latest'));
    await writeFile(join(out, 'latest', 'mine.txt'), 'mine');
    const run = await openRunFolder({ out });
    await writeRun(run, 'one');
    const { latestFailed } = await run.publish({ runId: RUN, manifest: 'one' });
    expect(latestFailed).toMatch(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(await readFile(join(out, 'latest', 'mine.txt'), 'utf8')).toBe('mine');
  });

  it('says so when the place for the runs is a file', async () => {
    const out = join(await temporaryFolder(), 'file');
    await writeFile(out, '');
    await expect(openRunFolder({ out })).rejects.toThrow('HC5002');
  });

  it('leaves faults of our own as they are', async () => {
    const out = await temporaryFolder();
    const run = await openRunFolder({ out, files: failing('chmod', 'EOURS') });
    await writeRun(run, 'one');
    await expect(run.publish({ runId: RUN, manifest: 'one' })).rejects.toThrow(/^EOURS$/);
    await run.discard();
  });
});

describe('on Windows', () => {
  it('tries a rename again while a scanner holds the file, and links by a junction', async () => {
    const out = await temporaryFolder();
    let held = 2;
    const files = failing('rename', 'EBUSY', (from) => String(from).endsWith('/run') && held-- > 0);
    const run = await openRunFolder({ out, files, windows: true });
    await writeRun(run, 'one');
    await run.publish({ runId: RUN, manifest: 'one' });
    expect(await readlink(join(out, 'latest'))).toBe(join(out, RUN));
    expect(held).toBe(-1);
  });

  it('gives up on a file that stays open, and keeps the last run', async () => {
    const out = await temporaryFolder();
    await publish(out, 'one');
    const files = failing('rename', 'EPERM', (from) => String(from).endsWith(RUN));
    const run = await openRunFolder({ out, files, windows: true });
    await writeRun(run, 'two');
    await expect(run.publish({ runId: RUN, manifest: 'two' })).rejects.toThrow('(EPERM)');
    expect(await readFile(join(out, RUN, 'findings.csv'), 'utf8')).toBe('one');
    await run.discard();
  });
});
