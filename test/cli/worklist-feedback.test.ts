import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedbackTexts } from '../../src/cli/feedback-texts.js';
import { worklistTexts } from '../../src/cli/worklist-texts.js';
import { hecha } from './fake-io.js';
import { number, writeCounty } from './small-county.js';

/** As little as shows the loop. */
const FAST = ['-q', '--format', 'json', '--rules', 'MI01,RP04'] as const;

/** An audited county: MI01 in 城关镇, RP04 in 南川乡. */
let audited: string;
let home: string;
beforeAll(async () => {
  audited = mkdtempSync(join(tmpdir(), 'hecha-loop-'));
  writeCounty(join(audited, 'in'));
  await hecha('audit', join(audited, 'in'), '-o', join(audited, 'out'), ...FAST);
});
beforeEach(() => {
  home = mkdtempSync(join(audited, 'case-'));
});
afterAll(() => {
  rmSync(audited, { recursive: true, force: true });
});

const out = (): string => join(audited, 'out');
const ledger = (): string => readFileSync(join(out(), 'feedback.csv'), 'utf8');
const TOWN = '城关镇-核实清单-2017-07-31.xlsx';

/** Fills in the first finding of a workbook and saves it elsewhere. */
async function fillIn(path: string, answers: Readonly<Record<string, string>>, to: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[1];
  sheet?.getRow(2).eachCell((cell, column) => {
    const answer = answers[String(cell.value)];
    if (answer !== undefined) sheet.getCell(3, column).value = answer;
  });
  await book.xlsx.writeFile(to);
  return to;
}

async function worklists(...more: string[]): Promise<string> {
  const folder = join(home, 'lists');
  const { code } = await hecha('worklist', out(), '--out', folder, ...more);
  expect(code).toBe(0);
  return folder;
}

describe('hecha worklist', () => {
  it('writes one workbook a township beside the run', async () => {
    const { code, out: text } = await hecha('worklist', join(out(), 'latest'));
    expect(code).toBe(0);
    expect(text).toContain('核实清单 2 本，疑点 2 条');
    const [run = ''] = readdirSync(join(out(), 'worklists'));
    const folder = join(out(), 'worklists', run);
    expect(run).toMatch(/^2017-07-31-[0-9a-f]{8}$/);
    expect(readdirSync(folder).sort()).toEqual(
      ['worklists.json', '南川乡-核实清单-2017-07-31.xlsx', TOWN].sort(),
    );
    expect(statSync(join(folder, TOWN)).mode & 0o777).toBe(0o600);
  });

  it('chooses by village, status and rule', async () => {
    const files = async (...flags: string[]): Promise<string[]> => {
      const { out: text } = await hecha('worklist', out(), '--out', join(home, 'lists'), '--json', ...flags);
      return (JSON.parse(text) as { files: { area: string }[] }).files.map(({ area }) => area);
    };
    expect(await files('--by', 'village')).toEqual(['南川乡西村', '城关镇东村']);
    expect(await files('--rules', 'MI01')).toEqual(['城关镇']);
    expect(await files('--rules', '!mis-identification')).toEqual(['南川乡']);
    expect(await files('--only', 'new, changed')).toHaveLength(2);
    expect(await files('--only', 'persisting')).toEqual([]);
  });

  it('carries whole ID numbers, unless the run was masked', async () => {
    const cells = async (path: string): Promise<string> => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      return JSON.stringify(book.worksheets[1]?.getSheetValues());
    };
    expect(await cells(join(await worklists(), TOWN))).toContain(number('$甲'));
    const masked = join(home, 'masked');
    await hecha('audit', join(audited, 'in'), '-o', masked, '--mask', 'partial', ...FAST);
    await hecha('worklist', masked);
    const [run = ''] = readdirSync(join(masked, 'worklists'));
    const shown = await cells(join(masked, 'worklists', run, TOWN));
    expect(shown).not.toContain(number('$甲'));
    expect(shown).not.toContain('甲大山');
  });

  it('refuses what it cannot do, in a sentence', async () => {
    expect((await hecha('worklist', home)).err).toMatch(/^HC5005 /);
    expect((await hecha('worklist', out(), '--only', 'gone')).err).toMatch(/^HC1003 /);
    expect((await hecha('worklist', out(), '--rules', 'MI99')).err).toMatch(/^HC4002 /);
    expect((await hecha('worklist', out(), '--by', 'county')).code).toBe(2);
    const folder = await worklists();
    await fillIn(join(folder, TOWN), { 核实结果: '属实' }, join(folder, TOWN));
    const again = await hecha('worklist', out(), '--out', folder);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/^HC5010 .*城关镇/);
  });

  it('is English in English', async () => {
    const { out: text } = await hecha('--lang', 'en', 'worklist', out(), '--out', join(home, 'lists'));
    expect(text).toContain('2 worklists with 2 findings');
    expect(readdirSync(join(home, 'lists'))).toContain('城关镇-worklist-2017-07-31.xlsx');
  });
});

describe('hecha feedback', () => {
  const refuted = { 核实结果: '不属实', 原因: '已卖未过户', 核实人: '张三', 核实日期: '2017/8/3' };

  it('takes what was found, once, and says what it could not use', async () => {
    const lists = await worklists();
    const filled = await fillIn(join(lists, TOWN), refuted, join(home, '填好.xlsx'));
    const bad = await fillIn(
      join(lists, '南川乡-核实清单-2017-07-31.xlsx'),
      { 核实结果: '属实', 核实日期: '8月3日' },
      join(home, '南川.xlsx'),
    );
    const first = await hecha('feedback', out(), filled, bad);
    expect(first.code).toBe(1);
    expect(first.out).toContain('采用 1 条，以前已采用 0 条，没有填写 0 行，不能用 1 处。');
    expect(first.out).toContain('南川.xlsx!返贫疑点#3：核实日期看不懂或没有年份');
    expect(first.out).not.toContain(number('$甲'));
    const kept = ledger();
    expect(kept).toMatch(
      /,不属实,已卖未过户,,,,张三,2017-08-03,,[a-z2-7]{12},2017-07-31-\w+,填好\.xlsx!识别疑点#3\r\n$/,
    );
    expect(statSync(join(out(), 'feedback.csv')).mode & 0o777).toBe(0o600);

    const again = await hecha('feedback', join(out(), 'latest'), filled);
    expect(again.code).toBe(0);
    expect(again.out).toContain('采用 0 条，以前已采用 1 条');
    expect(ledger()).toBe(kept);
  });

  it('silences what was refuted from the next audit on, and leaves it off the next worklists', async () => {
    const lists = await worklists();
    await hecha('feedback', out(), await fillIn(join(lists, TOWN), refuted, join(home, '填好.xlsx')));
    const next = await hecha('audit', join(audited, 'in'), '-o', out(), '--previous', 'latest', ...FAST);
    expect(next.code).toBe(0);
    const { out: text } = await hecha('worklist', out(), '--out', join(home, 'next'), '--json');
    expect(JSON.parse(text)).toMatchObject({ files: [{ area: '南川乡' }], left_out: 1 });
    const closed = await hecha(
      'worklist',
      out(),
      '--out',
      join(home, 'closed'),
      '--json',
      '--only',
      'closed',
    );
    expect(JSON.parse(closed.out)).toMatchObject({ files: [{ area: '城关镇' }] });
  });

  it('says of two that contradict each other which one stands', async () => {
    const lists = await worklists('--only', 'new,changed,persisting,closed');
    const one = await fillIn(
      join(lists, TOWN),
      { ...refuted, 核实日期: '2017-08-20' },
      join(home, '甲.xlsx'),
    );
    const two = await fillIn(
      join(lists, TOWN),
      { 核实结果: '属实', 核实日期: '2017-08-10' },
      join(home, '乙.xlsx'),
    );
    const { out: text, code } = await hecha('feedback', out(), one, two, '--json');
    expect(code).toBe(0);
    expect((JSON.parse(text) as { disagreements: object[] }).disagreements).toContainEqual(
      expect.objectContaining({
        stands: { source: '甲.xlsx!识别疑点#3', verdict: 'refuted', on: '2017-08-20' },
        overruled: { source: '乙.xlsx!识别疑点#3', verdict: 'confirmed', on: '2017-08-10' },
      }),
    );
  });

  it('takes nothing at all when a file cannot be read', async () => {
    const lists = await worklists('--only', 'new,changed,persisting,closed');
    const before = ledger();
    const filled = await fillIn(
      join(lists, TOWN),
      { ...refuted, 核实日期: '2017-09-01' },
      join(home, '好.xlsx'),
    );
    writeFileSync(join(home, '坏.xls'), '%PDF-1.4');
    const { code, err } = await hecha('feedback', out(), filled, join(home, '坏.xls'));
    expect(code).toBe(2);
    expect(err).toMatch(/^HC3004 .*坏\.xls/);
    expect(ledger()).toBe(before);
  });

  it('gives rows without a day the one that it is told', async () => {
    const lists = await worklists('--only', 'new,changed,persisting,closed');
    const { 核实日期: _, ...undated } = refuted;
    const filled = await fillIn(join(lists, TOWN), undated, join(home, '无日期.xlsx'));
    expect((await hecha('feedback', out(), filled)).code).toBe(1);
    expect((await hecha('feedback', out(), filled, '--on', '2017-08-25')).code).toBe(0);
    expect(ledger()).toContain(',2017-08-25,');
    expect((await hecha('feedback', out(), filled, '--on', '8月')).err).toMatch(/^HC1003 /);
  });
});

it.each([
  ['worklist', worklistTexts],
  ['feedback', feedbackTexts],
])('the texts of hecha %s are in both languages, with the same places', (_, texts) => {
  const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, zh] of Object.entries(texts.zh)) {
    const en = (texts.en as Record<string, string>)[key] ?? '';
    expect(zh, key).toMatch(/\p{Script=Han}|：/u);
    expect(en, key).not.toMatch(/\p{Script=Han}|[，。；：（）“”]/u);
    expect(places(en), key).toEqual(places(zh));
  }
});
