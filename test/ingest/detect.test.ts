import { describe, expect, it } from 'vitest';
import { HEADER_ROWS } from '../../src/ingest/detection.js';
import { detect, mappingOf, words } from './verdict.js';

describe('detect', () => {
  const header = ['户编号', '姓名', '证件号码', '与户主关系'];
  const rowsAt = (row: number): string[][] => [
    ...Array.from({ length: row - 1 }, (_, index) => [`标题${index}`, '', '单位:元']),
    header,
    ['H1', '甲', '1', '户主'],
  ];

  it('finds the header below titles, down to the last row that it looks at', () => {
    for (const row of [1, 2, 5, HEADER_ROWS]) expect(detect('f', rowsAt(row), '')?.headerRow).toBe(row);
    expect(detect('f', rowsAt(HEADER_ROWS + 1), '')).toBeUndefined();
  });

  it('takes the fuller of two rows that look like a header', () => {
    const group = ['户编号', '姓名', '证件号码'];
    expect(detect('f', [group, header], '')?.headerRow).toBe(2);
    expect(detect('f', [header, header], '')?.headerRow).toBe(1);
  });

  it('takes a header that each page repeats where it stands first, and none below rows of people', () => {
    const deaths = ['姓名', '身份证号', '死亡日期'];
    const page = (id: string): string[][] => [deaths, ['甲', id, '2016-11-01'], ['乙', id, '2016-11-02']];
    // The word 死亡 in the first header is no title that speaks for the second.
    expect(detect('f', [...page('1'), ...page('2')], '')?.headerRow).toBe(1);
    expect(detect('f', page('62990119650312001X').slice(1).concat(page('2')), '')).toBeUndefined();
    // What looks like a code of an organisation is a title still.
    expect(detect('f', [['统一社会信用代码', '116201000138901230'], ...page('2')], '')?.headerRow).toBe(2);
  });

  it('finds nothing in rows of data, or in none', () => {
    expect(detect('f', [['H1', '甲', '1', '户主']], '')).toBeUndefined();
    expect(detect('f', [], '贫困人口信息')).toBeUndefined();
    expect(detect('f', [[], ['']], '贫困人口信息')).toBeUndefined();
  });

  it('says what is missing of the nearest dataset', () => {
    expect(() =>
      detect('名册.csv', [['户编号', '姓名', '与户主关系', '脱贫属性', '人均纯收入']], ''),
    ).toThrow(
      expect.objectContaining({
        code: 'HC3001',
        values: { place: '名册.csv', nearest: 'Registered persons (the roster)', missing: '证件号码' },
      }),
    );
    expect(() => detect('危房.csv', [['乡镇', '村', '鉴定等级', '鉴定日期', '改造状态']], '')).toThrow(
      expect.objectContaining({ values: expect.objectContaining({ missing: '户编号/户主身份证号' }) }),
    );
  });

  it('names the datasets that it cannot choose between, each once', () => {
    expect(() => detect('职工.csv', [['姓名', '身份证号', '单位名称', '岗位']], '')).toThrow(
      expect.objectContaining({
        code: 'HC3002',
        values: { place: '职工.csv', candidates: 'Social insurance, Fiscal payroll, Village cadres' },
      }),
    );
  });

  it('takes of two columns for one field the one with the usual name', () => {
    const mapped = (cells: string): Record<string, string> => mappingOf(detect('f', [words(cells)], ''));
    expect(mapped('户编号 姓名 身份证号 证件号码 与户主关系').id_number).toBe('证件号码');
    expect(mapped('户编号 姓名 证件号码 与户主关系 户联系电话 联系电话').phone).toBe('联系电话');
  });

  it('takes the first of two columns of one name, and the one without a remark of two', () => {
    const indexOf = (cells: string, field: string): number | undefined =>
      detect('f', [words(cells)], '')?.columns.find((column) => column.field === field)?.index;
    expect(indexOf('户编号 姓名 姓名 证件号码 与户主关系', 'name')).toBe(1);
    expect(indexOf('户编号 姓名(户主) 姓名 证件号码 与户主关系', 'name')).toBe(2);
    expect(indexOf('户编号 证件号码(户主) 姓名 身份证号 与户主关系', 'id_number')).toBe(3);
  });

  it('reports the columns that it does not know, spares empty ones, and gives units', () => {
    const cells = ['户编号', '', '姓名', '证件号码', ' ', '与户主关系', '备注', '人均纯收入（万元）'];
    const detected = detect('f', [cells], '');
    expect(detected?.unknownColumns).toEqual(['备注']);
    expect(detected?.columns.at(-1)).toEqual({
      field: 'income_per_capita',
      index: 7,
      header: '人均纯收入（万元）',
      unit: 10_000,
    });
  });

  it('is not confused by header cells like __proto__', () => {
    expect(detect('f', [[...header, '__proto__', 'constructor']], '')?.unknownColumns).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

describe('dibao with several persons in a row', () => {
  it('pairs the numbered columns by their numbers', () => {
    const detected = detect(
      'f',
      [words('乡镇 村 低保类别 姓名1 身份证1 姓名2 身份证号2 姓名10 身份证10')],
      '',
    );
    expect(detected?.dataset.id).toBe('dibao');
    expect(detected?.wide).toEqual([
      { name: 3, id_number: 4 },
      { name: 5, id_number: 6 },
      { name: 7, id_number: 8 },
    ]);
    expect(detected?.unknownColumns).toEqual([]);
  });

  it('takes a number without a name, and leaves out a name without a number', () => {
    const detected = detect('f', [words('低保类别 身份证2 姓名1 身份证1 姓名3')], '');
    expect(detected?.wide).toEqual([{ name: 2, id_number: 3 }, { id_number: 1 }]);
    expect(detected?.unknownColumns).toEqual(['姓名3']);
  });

  it('has no pairs where each row is one person', () => {
    expect(detect('f', [words('姓名 身份证号 低保类别')], '')?.wide).toBeUndefined();
  });
});
