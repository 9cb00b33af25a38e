import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HechaError } from '../../src/errors.js';
import { type Synthesis, synthesize } from '../../src/synth/synthesize.js';
import { decoded, hashes, records, truthOf, withFolder } from './written-county.js';

const rules = [
  ...['MI01', 'MI02', 'MI03', 'MI04', 'MI05', 'MI06', 'MI07', 'MI10', 'MI11', 'MI12', 'MI13', 'MI14'],
  ...['MI08', 'MI09', 'MI15', 'MI16', 'MI17', 'MI18', 'MI19', 'MI20', 'MI21', 'MI22', 'MI23'],
  ...['RP01', 'RP02', 'RP03', 'RP04', 'RP05', 'RP07'],
  ...['DD01', 'DD02', 'DD03', 'DD04', 'DD05', 'DD06', 'DD07', 'DD08'],
  ...['DQ01', 'DQ02', 'DQ03', 'DQ04', 'DQ05', 'DQ06', 'DQ07', 'DQ08', 'DQ09', 'DQ10', 'DQ12', 'DQ13', 'DQ14'],
  ...['EX01', 'EX02', 'EX03', 'EX04', 'EX05', 'EX06', 'EX07', 'EX08', 'EX09'],
  ...['AS01', 'AS02', 'AS03', 'AS04', 'AS05', 'AS06', 'AS07', 'AS08', 'AS09', 'AS10', 'AS11'],
  ...['FM01', 'FM02', 'FM03', 'FM04', 'FM05'],
];

let folder = '';
let made: Synthesis;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hecha-synth-'));
  made = await synthesize({ out: folder, households: 400, seed: 1 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a county of 400 households', () => {
  it('is the same bytes again, in another folder and another time zone', async () => {
    const zone = process.env.TZ;
    process.env.TZ = 'America/St_Johns';
    try {
      await withFolder(async (other) => {
        await synthesize({ out: join(other, 'county'), households: 400, seed: 1 });
        expect(await hashes(join(other, 'county'))).toEqual(await hashes(folder));
      });
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is another one with another seed', async () => {
    await withFolder(async (other) => {
      await synthesize({ out: other, households: 400, seed: 2 });
      const [one, two] = [await hashes(folder), await hashes(other)];
      expect(Object.keys(two)).toEqual(Object.keys(one));
      expect(two['truth.csv']).not.toBe(one['truth.csv']);
    });
  });

  it('has a file for every department and stays small', async () => {
    const sizes = await Promise.all(
      (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
    expect(made.files).toHaveLength(29);
    expect(Math.min(...made.files.map(({ rows }) => rows))).toBeGreaterThan(0);
  });

  it('has findings of every rule, each with a subject', async () => {
    const truth = await truthOf(folder);
    expect(truth).toHaveLength(made.truth);
    expect(new Set(truth.map(({ rule }) => rule))).toEqual(new Set(rules));
    expect(truth.filter(({ subject }) => !subject)).toEqual([]);
    const areas = new Set(truth.filter(({ rule }) => rule === 'DD01').map(({ key }) => key));
    expect(areas.has('village')).toBe(true);
  });

  it('tells every finding of a person or household apart', async () => {
    const keys = (await truthOf(folder)).map(({ rule, subject, key }) => `${rule} ${subject} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has text files in UTF-8 and GB18030, whose rows are those that were announced', async () => {
    const encodings = new Set<string>();
    for (const { name, rows } of made.files.filter(({ name }) => name.endsWith('.csv'))) {
      const path = join(folder, name);
      encodings.add((await decoded(path)).encoding);
      const all = await records(path);
      const header = all.findIndex((cells) => cells.filter((cell) => cell !== '').length >= 4);
      // Below the data: totals, a blank row, signatures.
      expect([name, all.length - header - 1 - 3]).toEqual([name, rows]);
      expect(all.at(-3)?.[0]).toBe('合计');
    }
    expect(encodings).toEqual(new Set(['utf-8', 'gb18030']));
  });

  it('records where every unusable row stands', async () => {
    const planted = (await records(join(folder, 'truth-rejects.csv'))).slice(1);
    expect(new Set(planted.map(([, , , , reason]) => reason))).toEqual(
      new Set(['malformed', 'missing', 'precision-lost', 'ragged', 'check-digit', 'bad-date']),
    );
    for (const [file = '', , row = ''] of planted.filter(([name]) => name?.endsWith('.csv'))) {
      const all = await records(join(folder, file));
      const width = all.find((cells) => cells.length >= 4)?.length;
      const cells = all[Number(row) - 1] ?? [];
      const isSound = cells.length === width && cells.some((cell) => /^\d{17}[\dX]$/.test(cell));
      expect([file, row, isSound]).toEqual([file, row, false]);
    }
  });

  it('has workbooks that exceljs reads, with as many rows', async () => {
    for (const { name, rows } of made.files.filter(({ name }) => name.endsWith('.xlsx'))) {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(join(folder, name));
      let below = 0;
      for (const sheet of workbook.worksheets) {
        let total = 0;
        let header = 0;
        sheet.eachRow((row, number) => {
          // Every cell of a merged title line has its text.
          const texts = new Set<string>();
          row.eachCell((cell) => texts.add(cell.text));
          if (header === 0 && texts.size >= 4) header = number;
          if (row.getCell(1).text === '合计') total = number;
        });
        below += total - header - 1;
      }
      expect([name, below]).toEqual([name, rows]);
    }
  });

  it('has a roster of forty-one columns on several sheets, the last one hidden', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(folder, '建档立卡贫困人口信息.xlsx'));
    expect(workbook.worksheets.map(({ state }) => state)).toEqual([
      'visible',
      'visible',
      'visible',
      'hidden',
    ]);
    const headers = workbook.worksheets.map((sheet) => {
      const cells = (row: number): string[] => {
        const values: string[] = [];
        sheet.getRow(row).eachCell((cell) => values.push(cell.text));
        return values;
      };
      return cells(1).length >= 40 ? cells(1) : cells(3);
    });
    expect(headers.map((cells) => cells.length)).toEqual([41, 41, 41, 41]);
    expect(headers[1]).not.toEqual(headers[0]);
  });
});

describe('the folder', () => {
  it('says that all of it is invented, and may be written again', async () => {
    await withFolder(async (other) => {
      await synthesize({ out: other, households: 5, seed: 1 });
      const again = await synthesize({ out: other, households: 5, seed: 1 });
      expect((await decoded(join(other, 'README.md'))).text).toContain('全部虚构');
      expect(again.files[1]?.rows).toBe(5);
    });
  });

  it('is refused when it holds anything else', async () => {
    await withFolder(async (other) => {
      await writeFile(join(other, '名册.csv'), 'x');
      await expect(synthesize({ out: other, households: 5, seed: 1 })).rejects.toMatchObject({
        code: 'HC1005',
      });
      expect(await readdir(other)).toEqual(['名册.csv']);
    });
  });

  it('is refused when it is a file', async () => {
    await withFolder(async (other) => {
      const path = join(other, 'county');
      await writeFile(path, 'x');
      const failure = await synthesize({ out: path, households: 5, seed: 1 }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(HechaError);
      expect((failure as HechaError).code).toBe('HC5002');
    });
  });

  it.each([
    [{ households: 0 }, '--households'],
    [{ households: 5.5 }, '--households'],
    [{ seed: -1 }, '--seed'],
    [{ asOf: '2016-12-31' }, '--as-of'],
    [{ asOf: '31.7.2017' }, '--as-of'],
  ])('is not even made for %o', async (wrong, flag) => {
    await withFolder(async (other) => {
      const failure = synthesize({ out: join(other, 'county'), households: 5, seed: 1, ...wrong });
      await expect(failure).rejects.toMatchObject({ code: 'HC1003', values: { flag } });
      expect(await readdir(other)).toEqual([]);
    });
  });
});
