import { expect, it } from 'vitest';
import { detect } from './verdict.js';

const header = ['乡镇', '行政村', '是否贫困村', '退出状态', '指标1 饮水', '指标 2', '集体经济达标', '备注'];

it('gathers the columns whose header begins with 指标, and those that the county names', () => {
  const plain = detect('file', [header], '');
  expect(plain?.dataset.id).toBe('village');
  expect(plain?.columns.filter(({ gathered }) => gathered).map(({ header: text }) => text)).toEqual([
    '指标1 饮水',
    '指标 2',
  ]);
  expect(plain?.unknownColumns).toEqual(['集体经济达标', '备注']);
  const named = detect('file', [header], '', ['集体经济 达标']);
  expect(named?.columns.filter(({ gathered }) => gathered).map(({ index }) => index)).toEqual([4, 5, 6]);
  expect(named?.unknownColumns).toEqual(['备注']);
});
