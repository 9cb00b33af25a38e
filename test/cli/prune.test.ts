import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pruneRuns } from '../../src/run/prune.js';
import { repairRuns } from '../../src/run/repair.js';
import { diskFiles } from '../../src/run/run-files.js';
import { hecha } from './fake-io.js';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'hecha-prune-'));
});
afterEach(() => {
  rmSync(out, { recursive: true, force: true });
});

/** A run as far as its manifest goes; `published` in minutes. */
function publish(name: string, given: { previous?: string; published?: number } = {}): void {
  mkdirSync(join(out, name));
  writeFileSync(join(out, name, 'findings.csv'), 'x'.repeat(2 ** 20));
  const path = join(out, name, 'manifest.json');
  const manifest = {
    ...{ schema: 1, run_id: name, as_of: name.slice(0, 10), county: '安平县', content: 'c' },
    options: { lang: 'zh', mask: null },
    previous: given.previous === undefined ? null : { run_id: given.previous, content: 'c' },
    ...{ rules: [], coverage: { datasets: [] }, outputs: [] },
  };
  writeFileSync(path, JSON.stringify(manifest));
  const minute = 1_500_000_000 + 60 * (given.published ?? 0);
  utimesSync(path, minute, minute);
}
const latest = (name: string): void => symlinkSync(name, join(out, 'latest'));
const runs = (): string[] => readdirSync(out).sort();
const prune = (...argv: string[]) => hecha('prune', '--out', out, ...argv);

describe('hecha prune', () => {
  it('removes the oldest by as-of day, and says what and how much', async () => {
    publish('2017-07-29-aaaaaaaa', { published: 9 });
    publish('2017-07-30-bbbbbbbb');
    publish('2017-07-31-cccccccc');
    latest('2017-07-31-cccccccc');
    const { code, out: said } = await prune('--keep', '2');
    expect(code).toBe(0);
    expect(said).toContain('删除了 1 次核查（释放 1.0 MB），保留 2 次');
    expect(said).toContain('2017-07-29-aaaaaaaa');
    expect(runs()).toEqual(['2017-07-30-bbbbbbbb', '2017-07-31-cccccccc', 'latest']);
  });

  it('of one day, removes the one that was published first', async () => {
    publish('2017-07-31-aaaaaaaa', { published: 2 });
    publish('2017-07-31-bbbbbbbb', { published: 1 });
    latest('2017-07-31-aaaaaaaa');
    await prune('--keep', '1');
    expect(runs()).toEqual(['2017-07-31-aaaaaaaa', 'latest']);
  });

  it('keeps what latest names and what a kept run was held against, and not what that was', async () => {
    publish('2017-07-27-aaaaaaaa');
    publish('2017-07-28-bbbbbbbb', { previous: '2017-07-27-aaaaaaaa' });
    publish('2017-07-29-cccccccc');
    publish('2017-07-30-dddddddd');
    publish('2017-07-31-eeeeeeee', { previous: '2017-07-28-bbbbbbbb' });
    latest('2017-07-29-cccccccc');
    const { out: said } = await prune('--keep', '1', '--lang', 'en');
    expect(runs()).toEqual(['2017-07-28-bbbbbbbb', '2017-07-29-cccccccc', '2017-07-31-eeeeeeee', 'latest']);
    expect(said).toContain('2 runs removed (2.0 MB freed), 3 kept');
    expect(said).toContain('2017-07-29-cccccccc: latest names it, kept');
    expect(said).toContain('2017-07-28-bbbbbbbb: 2017-07-31-eeeeeeee was held against it, kept');
  });

  it('touches nothing that is no run, and tells worklists without one', async () => {
    publish('2017-07-30-bbbbbbbb');
    publish('2017-07-31-cccccccc');
    mkdirSync(join(out, '2017-01-01-00000000'));
    mkdirSync(join(out, '2016年旧资料'));
    writeFileSync(join(out, 'feedback.csv'), 'x');
    for (const name of ['2017-07-30-bbbbbbbb', '2017-07-31-cccccccc'])
      mkdirSync(join(out, 'worklists', name), { recursive: true });
    const { out: said } = await prune('--keep', '1');
    expect(said).toMatch(/没有删除：2017-07-30-bbbbbbbb\n$/);
    expect(runs()).toEqual([
      '2016年旧资料',
      '2017-01-01-00000000',
      '2017-07-31-cccccccc',
      'feedback.csv',
      'worklists',
    ]);
    expect(existsSync(join(out, 'worklists', '2017-07-30-bbbbbbbb'))).toBe(true);
  });

  it('only says what it would do with --dry-run', async () => {
    publish('2017-07-30-bbbbbbbb');
    publish('2017-07-31-cccccccc');
    const told = JSON.parse((await prune('--keep', '1', '--dry-run', '--json')).out);
    expect(told).toMatchObject({
      dry_run: true,
      removed: [{ run_id: '2017-07-30-bbbbbbbb', size: expect.any(Number) }],
      kept: [{ run_id: '2017-07-31-cccccccc' }],
    });
    expect(runs()).toHaveLength(2);
  });

  it('leaves whole runs and rubbish that the next start removes, wherever it is killed', async () => {
    publish('2017-07-29-aaaaaaaa');
    publish('2017-07-30-bbbbbbbb');
    publish('2017-07-31-cccccccc');
    let left = 0;
    const files = {
      ...diskFiles,
      rm: (async (path, options) => {
        if (String(path).includes('bbbbbbbb') && existsSync(String(path))) {
          left += 1;
          throw Object.assign(new Error('killed'), { code: 'EIO' });
        }
        return fs.rm(path, options);
      }) as typeof fs.rm,
    };
    await expect(pruneRuns(out, { keep: 1, files })).rejects.toMatchObject({ code: 'HC5002' });
    expect(left).toBe(1);
    expect(runs()).toEqual(['.hecha-tmp-2017-07-30-bbbbbbbb', '2017-07-31-cccccccc']);
    await repairRuns(out, diskFiles);
    expect(runs()).toEqual(['2017-07-31-cccccccc']);
  });

  it('does nothing while a run is being made', async () => {
    publish('2017-07-30-bbbbbbbb');
    publish('2017-07-31-cccccccc');
    writeFileSync(
      join(out, '.hecha.lock'),
      JSON.stringify({ pid: process.pid, host: 'another', since: '2017-07-31', token: 't' }),
    );
    expect(await prune('--keep', '1')).toMatchObject({ code: 2, err: expect.stringMatching(/^HC5001/) });
    expect(runs()).toHaveLength(3);
  });

  it('is told how many to keep, and where', async () => {
    expect(await prune('--keep', '0')).toMatchObject({ code: 2, err: expect.stringMatching(/^HC1003/) });
    expect((await prune()).code).toBe(2);
    expect(await hecha('prune', '--keep', '1', '--out', join(out, 'none'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^HC1001/),
    });
  });
});
