import { describe, expect, it } from 'vitest';
import { datasetById } from '../../src/datasets/catalogue.js';
import { detect } from '../../src/ingest/detect.js';
import type { ReadSettings } from '../../src/ingest/settings.js';
import { mappingOf } from './verdict.js';

const settingsOf = (dataset: string, more: Partial<ReadSettings> = {}): ReadSettings => ({
  dataset: datasetById(dataset),
  columns: new Map(),
  codes: new Map(),
  units: new Map(),
  ...more,
});
const detectTold = (settings: ReadSettings, ...rows: readonly (readonly string[])[]) =>
  detect('文件.csv', rows, { surroundings: '', settings });

describe('a header that the configuration tells', () => {
  it('is that of its dataset, however alike others are', () => {
    const header = ['姓名', '身份证号', '单位名称', '岗位'];
    expect(detectTold(settingsOf('payroll'), header)?.dataset.id).toBe('payroll');
    expect(detectTold(settingsOf('social_security'), header)?.dataset.id).toBe('social_security');
    expect(detectTold(settingsOf('payroll'), header)?.reasons.configured).toBe(true);
  });

  it('may be the second roster without a word of it', () => {
    const header = ['户编号', '姓名', '证件号码', '与户主关系'];
    expect(detectTold(settingsOf('second_roster'), header)?.dataset.id).toBe('second_roster');
  });

  it('stands in the row that is told, beyond those that are searched too', () => {
    const header = ['姓名', '身份证号', '死亡日期'];
    const rows = Array.from({ length: 30 }, () => ['说明']);
    rows[24] = header;
    rows[3] = header;
    expect(detectTold(settingsOf('death', { headerRows: [25] }), ...rows)?.headerRow).toBe(25);
  });

  it('takes two rows when two are told', () => {
    const detected = detectTold(
      settingsOf('death', { headerRows: [2, 3] }),
      ['标题'],
      ['姓名', '身份证号', '日期', ''],
      ['', '', '死亡日期', '注销日期'],
    );
    expect(detected).toMatchObject({ headerRow: 3, headerHeight: 2 });
    expect(mappingOf(detected)).toMatchObject({ died_on: '日期/死亡日期', cancelled_on: '日期/注销日期' });
  });

  it('has its columns by the names that are told, before all others', () => {
    const header = ['姓名', '身份证号', '证号（新）', '死亡日期'];
    const columns = new Map([['id_number', '证号(新)']]);
    const detected = detectTold(settingsOf('death', { columns }), header);
    expect(detected?.columns.find(({ field }) => field === 'id_number')?.index).toBe(2);
    expect(detected?.unknownColumns).toEqual(['身份证号']);
  });

  it('has the units and spellings that are told', () => {
    const codes = new Map([['status', new Map([['正在还款', 'open']])]]);
    const settings = settingsOf('loan', { units: new Map([['amount', 10_000]]), codes });
    const columns = detectTold(settings, ['姓名', '身份证号', '贷款金额(元)', '贷款状态'])?.columns;
    expect(columns?.find(({ field }) => field === 'amount')?.unit).toBe(10_000);
    expect(columns?.find(({ field }) => field === 'status')?.spellings?.get('正在还款')).toBe('open');
  });

  it('is refused when a column that is told is not there, with what was probably meant', () => {
    const columns = new Map([['id_number', '证件号玛']]);
    expect(() => detectTold(settingsOf('death', { columns }), ['姓名', '证件号码', '死亡日期'])).toThrow(
      expect.objectContaining({
        code: 'HC3015',
        values: { place: '文件.csv', field: 'id_number', header: '证件号玛', nearest: '证件号码' },
      }),
    );
  });
});

describe('a header that lacks a key column', () => {
  it('names the column that looks like it, and does not take it', () => {
    expect(() =>
      detect('名册.csv', [['户编号', '姓名', '证件号玛', '与户主关系', '脱贫属性', '人均纯收入']], {
        surroundings: '',
      }),
    ).toThrow(
      expect.objectContaining({
        code: 'HC3001',
        values: expect.objectContaining({ column: '证件号玛', field: 'id_number' }),
      }),
    );
  });
});
