import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { emptyEngine, normalizeRows, rejectLines } from './normalize-rows.js';

let engine: Engine;
beforeAll(async () => {
  engine = await emptyEngine();
});
afterAll(() => engine.close());

describe('gathered columns', () => {
  it('leave the headers of those that say no, in the order of the file, after what the own column lists', async () => {
    const normalized = await normalizeRows(engine, {
      dataset: 'village',
      fields: ['village', 'poor_village', 'indicators_unmet'],
      gathered: ['指标1 饮水', '指标2 道路', '指标3 网络'],
      rows: [
        ['甲村', '是', undefined, '是', '否', '未达标'],
        ['乙村', '是', '卫生室', '不达标', '', '达标'],
        ['丙村', '是', '', '√', '是', '—'],
        ['丁村', '是', '', '是', '待定', '是'],
      ],
    });
    expect(normalized.rows.map(({ village, indicators_unmet }) => [village, indicators_unmet])).toEqual([
      ['甲村', '指标2 道路、指标3 网络'],
      ['乙村', '卫生室、指标1 饮水'],
      ['丙村', null],
      ['丁村', null],
    ]);
    // A cell that is neither yes nor no is listed, not taken for met.
    expect(rejectLines(normalized)).toEqual(['5 cell indicators_unmet unreadable 待定']);
  });
});
