import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import {
  BAD_CHECK,
  deathReader,
  emptyEngine,
  ID,
  normalizeRows,
  OTHER_ID,
  rejectLines,
  rosterReader,
  rowNumbers,
} from './normalize-rows.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

const readRoster = rosterReader(() => engine);
const readDeaths = deathReader(() => engine);

describe('skipped rows', () => {
  it('are blank, totals, footers and repeated headers; everything else is accepted or rejected', async () => {
    const read = await readRoster([
      ['8620000000001', '张三', ID, '户主', '省外'],
      [undefined, undefined, undefined, undefined, undefined],
      [' ', '　', '\u200b', undefined, '\u00a0'],
      { cells: [undefined, undefined, undefined, undefined, undefined], lead: '3' },
      ['合计', undefined, undefined, undefined, '120'],
      [undefined, '小 计', undefined],
      { cells: [undefined, undefined, '350人'], lead: '城关镇合计' },
      ['合计：12户', undefined, undefined],
      ['填表人：李四', undefined, '审核人：王五', undefined, undefined].map((cell, at) =>
        at === 2 ? undefined : cell,
      ),
      ['制表：扶贫办', undefined, undefined, undefined, '2017年7月31日'],
      [undefined, undefined, undefined, '单位（盖章）', undefined],
      ['备注', undefined, undefined],
      ['第1页，共3页', undefined, undefined],
      ['户编号', '姓 名', '证件号码', '与户主关系', '务工区域'],
      ['8620000000001', '李四', OTHER_ID, '配偶', undefined],
    ]);
    expect(read.account).toEqual({
      accepted: 2,
      rejected: 0,
      skipped: 13,
      skippedBy: { blank: 3, total: 4, signature: 5, header: 1 },
      badCells: 0,
      unmatched: { 'check-digit': 0, 'bad-date': 0, other: 0 },
    });
    expect(rowNumbers(read)).toEqual([2, 16]);
    expect(read.rejects).toEqual([]);
  });

  it('never include a person: whoever has an ID stays', async () => {
    const read = await readRoster([
      ['8620000000001', '合计', ID, '户主', undefined],
      { cells: ['8620000000001', '李四', OTHER_ID], lead: '小计' },
      { cells: ['8620000000001', '王五', BAD_CHECK], lead: '备注：复核' },
      ['8620000000001', '姓名', '6.2E+17', '与户主关系', undefined],
    ]);
    expect(read.account).toMatchObject({ accepted: 4, rejected: 0, skipped: 0 });
  });

  it('never include a member without an ID for a remark that stands in front', async () => {
    const read = await readRoster([
      { cells: ['8620000000001', '王五', undefined, '之子'], lead: '备注：户口未办' },
      { cells: ['8620000000001', '王六', '身份证号待查', '之女'], lead: '审核人：王五' },
      ['8620000000001', '负责人', undefined, '之子'],
    ]);
    expect(read.account).toMatchObject({ accepted: 3, skipped: 0 });
  });

  it('in statistics, are those with a total word in any area column', async () => {
    const read = await normalizeRows(engine, {
      dataset: 'statistics',
      fields: ['county', 'township', 'village', 'poor_persons'],
      rows: [
        ['某县', '甲镇', '一村', '120'],
        ['某县', '甲镇', '小计', '120'],
        ['某县', '甲镇小计', undefined, '120'],
        ['某县', '合 计', undefined, '120'],
        ['总计', undefined, undefined, '120'],
        ['某县', undefined, undefined, '300'],
      ],
    });
    expect(read.account).toMatchObject({ accepted: 2, rejected: 0, skipped: 4, skippedBy: { total: 4 } });
    expect(read.rows.map(({ poor_persons }) => poor_persons)).toEqual([120, 300]);
  });

  it('are counted in an extract too, where an empty ID would reject them', async () => {
    const read = await readDeaths([
      ['张三', ID, '2017-01-01'],
      ['合计', undefined, undefined],
      ['制表人', undefined, undefined],
      ['张四', undefined, '2017-01-01'],
      ['姓名', '身份证号', '死亡日期'],
      [undefined, undefined, undefined],
      ['注', undefined, '2017-01-01'],
    ]);
    expect(read.account).toMatchObject({
      accepted: 1,
      rejected: 2,
      skipped: 4,
      skippedBy: { blank: 1, total: 1, signature: 1, header: 1 },
    });
    expect(rejectLines(read)).toEqual(['5 row id_number missing null', '8 row id_number missing null']);
  });
});

describe('damaged rows', () => {
  it('are rejected with their problem, whatever they hold', async () => {
    const cells = ['张三', ID, '2017-01-01'];
    const read = await readDeaths([
      { cells, problem: 'ragged' },
      { cells, problem: 'quote' },
      { cells, problem: 'encoding' },
      { cells: ['张三', undefined, undefined], problem: 'nul' },
      { cells: [undefined, undefined, undefined], problem: 'too-long' },
      { cells: [undefined, undefined, undefined], problem: 'ragged', lead: '张三' },
    ]);
    expect(read.account).toMatchObject({ accepted: 0, rejected: 6, skipped: 0 });
    expect(rejectLines(read)).toEqual(
      ['ragged', 'quote', 'encoding', 'nul', 'too-long', 'ragged'].map(
        (problem, at) => `${at + 2} row null ${problem} null`,
      ),
    );
  });

  it('are skipped when all that is wrong with a blank row or a total is its number of cells', async () => {
    const read = await readDeaths([
      { cells: [undefined, undefined, undefined], problem: 'ragged' },
      { cells: ['合计', undefined, undefined], problem: 'ragged' },
    ]);
    expect(read.account).toMatchObject({ rejected: 0, skipped: 2, skippedBy: { blank: 1, total: 1 } });
  });
});
