import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hecha } from './fake-io.js';
import { lines, writeCounty } from './small-county.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'check-test-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** The vehicles without the one whose owner's number is none. */
const clean = lines.vehicles.slice(0, -1);
const check = async (...argv: string[]) => {
  const { code, out } = await hecha('check', home, '--json', ...argv);
  return { code, ...JSON.parse(out) };
};

describe('hecha check', () => {
  it('is content with inputs of which every row is used', async () => {
    writeCounty(home, { vehicles: clean });
    expect(await check()).toMatchObject({ code: 0, ok: true, errors: 0, warnings: 0, as_of: '2017-07-31' });
  });

  it('takes a rejected row for an error, unless so many are allowed', async () => {
    writeCounty(home);
    const { code, tables } = await check();
    expect(code).toBe(1);
    expect(tables[1]).toMatchObject({
      file: 'vehicle.csv',
      dataset: 'vehicle',
      rows: { read: 4, accepted: 2, rejected: 1, skipped: 1 },
      verdicts: [{ level: 'error', code: 'rejected' }],
    });
    expect(tables[1].verdicts[0].message).toContain('第 4 行');
    expect(await check('--max-rejects', '1')).toMatchObject({ code: 0, warnings: 1 });
    expect(await check('--max-rejects', '33%')).toMatchObject({ code: 1 });
    expect(await check('--max-rejects', '34%')).toMatchObject({ code: 0 });
    for (const wrong of ['-1', '101%', 'viel', '1.5']) {
      expect(await hecha('check', home, '--max-rejects', wrong)).toMatchObject({
        code: 2,
        err: expect.stringContaining('HC1003'),
      });
    }
  });

  it('names every file that cannot be read, not only the first', async () => {
    writeCounty(home, { vehicles: clean });
    writeFileSync(join(home, 'a.csv'), '');
    writeFileSync(join(home, 'b.csv'), 'x,y\n1,2\n');
    const { code, errors, tables } = await check();
    expect(code).toBe(1);
    expect(errors).toBe(2);
    expect(
      tables.flatMap(({ file, verdicts }: { file: string; verdicts: { code: string }[] }) =>
        verdicts.map((verdict) => [file, verdict.code]),
      ),
    ).toEqual([
      ['a.csv', 'HC3010'],
      ['b.csv', 'HC3012'],
    ]);
  });

  it('warns when there is no roster, and of a table without any row', async () => {
    writeFileSync(join(home, '死亡.csv'), '姓名,身份证号,死亡日期\n');
    const { code, overall, tables } = await check();
    expect(code).toBe(1);
    expect(tables[0].verdicts).toMatchObject([{ level: 'error', code: 'no-rows' }]);
    expect(overall).toMatchObject([{ level: 'warning', code: 'no-roster' }]);
  });

  it('writes a JUnit report that parses, with a failure for each table at fault', async () => {
    writeCounty(home);
    writeFileSync(join(home, '<&">.csv'), 'x,y\n1,2\n');
    const path = join(home, 'junit.xml');
    const { code } = await hecha('check', home, '--junit', path, '-q');
    expect(code).toBe(1);
    const seen: Record<string, number> = {};
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      seen[name] = (seen[name] ?? 0) + 1;
      if (name === 'testsuite') names.push(String(attributes.name));
    });
    parser.write(readFileSync(path, 'utf8')).close();
    expect(seen).toMatchObject({ testsuites: 1, testsuite: 3, testcase: 3, failure: 2 });
    expect(names).toContain('<&">.csv');
  });

  it('prints a table for people, in both languages, that names nobody', async () => {
    writeCounty(home);
    for (const [lang, word] of [
      ['zh', '错误'],
      ['en', 'error'],
    ] as const) {
      const { code, out } = await hecha('check', home, '--lang', lang);
      expect(code).toBe(1);
      expect(out).toContain(word);
      expect(out).not.toMatch(/undefined|甲大山|陇A1|\{/);
    }
  });
});
