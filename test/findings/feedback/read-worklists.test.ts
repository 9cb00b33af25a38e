import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../src/findings/feedback/judge-row.js';
import type { WorklistsRead } from '../../../src/findings/feedback/read-worklists.js';
import { temporaryFolder } from '../../report/written.js';
import { ids, type Opened, openedWorklist, readWorklists } from './worklists.js';

const [first, second, third, fourth] = ids;
const ANSWER = { verdict: '属实', by: '张三', on: '2017-08-03' } as const;

/** Reads back a worklist that somebody has worked on. */
async function readBack(
  work: (list: Opened) => void | Promise<void>,
  options: ReadOptions = { today: '2017-09-01' },
): Promise<WorklistsRead> {
  const folder = await temporaryFolder();
  const list = await openedWorklist(folder);
  await work(list);
  return readWorklists([await list.save()], options);
}

const short = ({ verdicts }: WorklistsRead): string[][] =>
  verdicts.map(({ finding_id, verdict, source }) => [finding_id, verdict, source]);
const codes = ({ problems }: WorklistsRead): string[][] => problems.map(({ place, code }) => [place, code]);

describe('readWorklists', () => {
  it('takes what was filled in, with the evidence that the person saw', async () => {
    const read = await readBack((list) => {
      list.fill(second, {
        verdict: '不属实',
        reason: '已卖未过户',
        action: '保留',
        note: '=2016年卖给\n邻村',
        completed_on: new Date('2017-08-10T00:00:00Z'),
        by: '张三、李四',
        on: new Date('2017-08-03T00:00:00Z'),
        attachment: '买卖协议.jpg',
      });
    });
    expect(read.verdicts).toEqual([
      {
        finding_id: second,
        verdict: 'refuted',
        reason: 'sold',
        action: 'keep',
        note: '=2016年卖给\n邻村',
        completed_on: '2017-08-10',
        by: '张三、李四',
        on: '2017-08-03',
        attachment: '买卖协议.jpg',
        fingerprint: 'fpbbbbbbbbbb',
        run_id: '2017-07-31-0123abcd',
        source: '白沙镇.xlsx!识别疑点#4',
      },
    ]);
    expect(read).toMatchObject({ problems: [], empty: 3 });
    expect(read.files).toEqual([{ file: '白沙镇.xlsx', verdicts: 1, empty: 3, problems: 0 }]);
  });

  it('does not mind rows in another order, sheets of another name, further columns, and rows of remarks', async () => {
    const read = await readBack(({ sheet, fill, column }) => {
      fill(first, ANSWER);
      fill(fourth, { ...ANSWER, verdict: ' 部分 属实' });
      const rows = [3, 4, 5, 6].map((number) => sheet.getRow(number).values as unknown[]);
      [2, 0, 3, 1].forEach((from, to) => {
        sheet.getRow(3 + to).values = rows[from] as never;
      });
      sheet.spliceColumns(column('核实结果'), 0, ['', '我的备注', '甲', '乙', '丙', '丁']);
      sheet.spliceRows(1, 0, ['白沙镇上报'], []);
      sheet.addRow([]);
      sheet.addRow(['填表人：张三']);
      sheet.name = '张三填';
    });
    expect(short(read)).toEqual([
      [first, 'confirmed', '白沙镇.xlsx!张三填#6'],
      [fourth, 'partial', '白沙镇.xlsx!张三填#7'],
    ]);
    expect(read).toMatchObject({ problems: [], empty: 2 });
  });

  it('reads the same whatever the order of rows and columns, and wherever others stand between', async () => {
    const folder = await temporaryFolder();
    const list = await openedWorklist(folder);
    list.fill(second, { ...ANSWER, verdict: '不属实', reason: '挂靠', note: '挂在 "顺达" 公司, 有合同' });
    list.fill(third, { ...ANSWER, on: new Date('2017-08-09T00:00:00Z') });
    const table = [2, 3, 4, 5, 6].map((row) =>
      Array.from({ length: 24 }, (_, at) => list.sheet.getRow(row).getCell(at + 1).value),
    );
    const [titles = [], ...rows] = table;
    const said = async (path: string): Promise<string[]> =>
      (await readWorklists([path])).verdicts.map(({ source, ...rest }) => JSON.stringify(rest)).sort();
    const expected = await said(await list.save());
    expect(expected).toHaveLength(2);

    const order = (length: number): fc.Arbitrary<number[]> =>
      fc.shuffledSubarray(
        Array.from({ length }, (_, at) => at),
        { minLength: length },
      );
    const edits = fc.record({
      columns: order(titles.length),
      rows: order(rows.length),
      above: fc.nat(4),
      between: fc.array(fc.nat(23), { maxLength: 3 }),
      blank: fc.nat(3),
      name: fc.constantFrom('张三', 'Sheet1', '核实'),
    });
    await fc.assert(
      fc.asyncProperty(edits, async (edit) => {
        const book = new exceljs.Workbook();
        const sheet = book.addWorksheet(edit.name);
        for (let row = 0; row < edit.above; row += 1) sheet.addRow(['某某乡核实情况', '2017年8月']);
        const put = (cells: readonly exceljs.CellValue[], isTitles = false): void => {
          const moved = edit.columns.map((at) => cells[at] ?? null);
          for (const at of edit.between) moved.splice(at, 0, isTitles ? '备注' : '看过');
          sheet.addRow(moved);
        };
        put(titles, true);
        for (const [count, at] of edit.rows.entries()) {
          put(rows[at] ?? []);
          if (count === edit.blank) sheet.addRow([]);
        }
        const path = join(folder, 'edited.xlsx');
        await book.xlsx.writeFile(path);
        expect(await said(path)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('reads lists put one below the other, and a row that was copied', async () => {
    const read = await readBack(({ sheet, fill }) => {
      fill(first, ANSWER);
      const [header, row] = [sheet.getRow(2).values, sheet.getRow(3).values] as unknown[][];
      sheet.addRow([...(header ?? [])].slice(1).reverse());
      sheet.addRow([...(row ?? [])].slice(1).reverse());
    });
    expect(short(read)).toEqual([
      [first, 'confirmed', '白沙镇.xlsx!识别疑点#3'],
      [first, 'confirmed', '白沙镇.xlsx!识别疑点#8'],
    ]);
  });

  it('takes a cell merged over several rows for each of them', async () => {
    const read = await readBack(({ sheet, fill, column }) => {
      for (const id of [first, second, third]) fill(id, { verdict: '属实', on: null });
      sheet.getCell(3, column('核实日期')).value = '2017年8月3日';
      sheet.mergeCells(3, column('核实日期'), 5, column('核实日期'));
    });
    expect(read.verdicts.map(({ on }) => on)).toEqual(['2017-08-03', '2017-08-03', '2017-08-03']);
  });

  it.each([
    ['no verdict', { by: '张三' }, 'no-verdict'],
    ['a word that is none', { ...ANSWER, verdict: '基本属实' }, 'unknown-verdict'],
    ['a reason that is none', { ...ANSWER, reason: '卖了' }, 'unknown-reason'],
    ['an action that is none', { ...ANSWER, action: '再看看' }, 'unknown-action'],
    ['refuted without a reason', { ...ANSWER, verdict: '不属实' }, 'no-reason'],
    ['refuted, a dash for a reason', { ...ANSWER, verdict: '不属实', reason: '—' }, 'no-reason'],
    ['no day', { ...ANSWER, on: null }, 'no-day'],
    ['a day without a year', { ...ANSWER, on: '8月3日' }, 'bad-day'],
    ['a day to come', { ...ANSWER, on: '2071-08-03' }, 'future-day'],
    ['a day of rectification that is none', { ...ANSWER, completed_on: '下月' }, 'bad-completed'],
    ['a rectification to come', { ...ANSWER, completed_on: '2017-10-01' }, 'future-completed'],
  ])('says of a row with %s why it cannot be used', async (_, answers, code) => {
    const read = await readBack((list) => {
      list.fill(third, answers);
      list.fill(first, ANSWER);
    });
    expect(codes(read)).toEqual([['白沙镇.xlsx!识别疑点#5', code]]);
    expect(short(read)).toEqual([[first, 'confirmed', '白沙镇.xlsx!识别疑点#3']]);
  });

  it('names the word that was perhaps meant', async () => {
    const read = await readBack((list) => list.fill(first, { ...ANSWER, verdict: '不属是' }));
    expect(read.problems).toMatchObject([{ code: 'unknown-verdict', nearest: '不属实' }]);
  });

  it('gives the day that it is told to rows that have none', async () => {
    const read = await readBack(
      (list) => {
        list.fill(first, { ...ANSWER, on: '/' });
        list.fill(second, ANSWER);
      },
      { today: '2017-09-01', on: '2017-08-20' },
    );
    expect(read.verdicts.map(({ on }) => on)).toEqual(['2017-08-20', '2017-08-03']);
  });

  it('does not take answers whose finding cannot be told', async () => {
    const read = await readBack(({ sheet, column, fill }) => {
      for (const id of ids) fill(id, ANSWER);
      sheet.getCell(3, column('疑点编号')).value = null;
      sheet.getCell(4, column('疑点编号')).value = 'zzzzzzzzzzzz';
      sheet.getCell(5, column('依据指纹')).value = null;
    });
    expect(codes(read).map(([, code]) => code)).toEqual(['no-id', 'unknown-id', 'no-fingerprint']);
    expect(short(read)).toHaveLength(1);
  });

  it('notices that ids were sorted apart from their rows', async () => {
    const read = await readBack(({ sheet, column, fill }) => {
      for (const id of ids) fill(id, ANSWER);
      for (const title of ['疑点编号', '依据指纹']) {
        const [upper, lower] = [sheet.getCell(3, column(title)), sheet.getCell(6, column(title))];
        [upper.value, lower.value] = [lower.value, upper.value];
      }
    });
    expect(codes(read)).toEqual([
      ['白沙镇.xlsx!识别疑点#3', 'mixed-up'],
      ['白沙镇.xlsx!识别疑点#6', 'mixed-up'],
    ]);
  });

  it('says that the hidden column is gone, and that a table is no worklist', async () => {
    const folder = await temporaryFolder();
    const list = await openedWorklist(folder);
    list.fill(first, ANSWER);
    list.sheet.spliceColumns(list.column('疑点编号'), 1);
    const lost = await list.save('列没了.xlsx');
    const other = join(folder, '名册.csv');
    writeFileSync(other, '姓名,户编号\n甲,1\n');
    const read = await readWorklists([lost, other]);
    expect(codes(read)).toEqual([
      ['列没了.xlsx!识别疑点#3', 'no-id-column'],
      ['名册.csv', 'not-a-worklist'],
    ]);
  });

  it('refuses all when one of the files cannot be read', async () => {
    const folder = await temporaryFolder();
    const list = await openedWorklist(folder);
    list.fill(first, ANSWER);
    await list.save();
    writeFileSync(join(folder, '坏.xlsx'), 'PK\u0003\u0004 damaged');
    await expect(readWorklists([folder])).rejects.toMatchObject({ code: 'HC3003' });
  });

  it('reads English worklists', async () => {
    const folder = await temporaryFolder();
    const list = await openedWorklist(folder, { lang: 'en' });
    list.fill(first, { verdict: 'refuted', reason: 'sold, not transferred', on: '2017-08-03' });
    const read = await readWorklists([await list.save()]);
    expect(read.verdicts).toMatchObject([{ finding_id: first, verdict: 'refuted', reason: 'sold' }]);
    expect(read.problems).toEqual([]);
  });

  it.each(['libreoffice.xlsx', 'libreoffice.xls', 'libreoffice-gb18030.csv'])(
    'reads what other programs have saved: %s',
    async (name) => {
      const path = new URL(`../../fixtures/worklists/${name}`, import.meta.url).pathname;
      const read = await readWorklists([path], { today: '2017-09-01' });
      expect(read.verdicts.map(({ source, ...said }) => said)).toEqual([
        {
          finding_id: first,
          verdict: 'confirmed',
          reason: '',
          action: 'remove',
          note: '',
          completed_on: '',
          by: '张三',
          on: '2017-08-03',
          attachment: '',
          fingerprint: 'fpaaaaaaaaaa',
          run_id: '2017-07-31-0123abcd',
        },
        expect.objectContaining({
          finding_id: third,
          verdict: 'refuted',
          reason: 'sold',
          note: '已卖给,"邻村"\n2016年',
          completed_on: '2017-08-10',
        }),
      ]);
      expect(read).toMatchObject({ problems: [], empty: 2 });
    },
  );
});
