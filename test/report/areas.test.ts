import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AreaComparison } from '../../src/report/model.js';
import { readWorkbook, sheetOf, valuesOf, writtenReports } from './written.js';

const areas: AreaComparison[] = [
  {
    level: 'village',
    county: '清水县',
    township: '白沙镇',
    village: '柳湾村',
    year: '2017',
    unknownName: true,
    persons: { statistics: 40, roster: 0, difference: 40, percent: 100, exceeds: true },
    households: undefined,
  },
  {
    level: 'county',
    county: '清水县',
    township: '',
    village: '',
    year: '2017',
    unknownName: false,
    persons: { statistics: 1000, roster: 990, difference: 10, percent: 1, exceeds: false },
    households: { statistics: 250, roster: 250, difference: 0, percent: 0, exceeds: false },
  },
];
const values = {
  dual_gap: { value: 0.07, unit: 'share', clause: '(三)7', source: 'test', label: { zh: '差距', en: 'gap' } },
  dual_gap_min: {
    value: 10,
    unit: 'persons',
    clause: '(三)7',
    source: 'test',
    label: { zh: '差数', en: 'least' },
  },
};
const change = {
  areas,
  policy: { name: 'test', title: { zh: '试', en: 'test' }, values },
};

it('puts every area into the dual-dataset workbook, with both counts, the gap and the limit', async () => {
  const folder = await writtenReports(change, { formats: ['xlsx'] });
  const [, titles, village, county] = valuesOf(
    sheetOf(await readWorkbook(join(folder, 'dual-dataset.xlsx')), '各地区对账表'),
  );
  expect(titles).toContain('贫困人口：统计监测');
  expect(village).toEqual([
    ...['村', '清水县', '白沙镇', '柳湾村', '2017', 40, 0, 40, 100, '超出'],
    ...[null, null, null, null, '统计未提供', '超过7%且不少于10为超出'],
    '名册上没有这个地名，名册数按0计，先核对名称',
  ]);
  expect(county?.slice(0, 15)).toEqual([
    ...['县', '清水县', null, null, '2017', 1000, 990, 10, 1, '未超出', 250, 250, 0, 0, '未超出'],
  ]);
});

it('writes the same as CSV, and nothing where there are no statistics', async () => {
  const folder = await writtenReports({ ...change, lang: 'en' }, { formats: ['csv'] });
  const lines = (await readFile(join(folder, 'dual-dataset-areas.csv'), 'utf8')).split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/^village,清水县,白沙镇,柳湾村,2017,40,0,40,100,above,,,,,not in the statistics,/);
  expect(await readdir(await writtenReports({}, { formats: ['csv'] }))).not.toContain(
    'dual-dataset-areas.csv',
  );
});
