import { describe, expect, it } from 'vitest';
import { findHeader } from '../../src/ingest/detection.js';
import { mappingOf } from './verdict.js';

const find = (...rows: readonly (readonly string[])[]) => findHeader(rows, { surroundings: '' });
const found = (...rows: readonly (readonly string[])[]) => {
  const detection = find(...rows);
  if (detection.kind !== 'found') throw new Error(detection.kind);
  return detection.detected;
};

describe('a header of two rows', () => {
  const upper = ['户编号', '姓名', '证件号码', '与户主关系', '家庭收入', '', '', '住房情况', ''];
  const lower = ['', '', '', '', '工资性收入', '生产经营性收入', '财产性收入', '是否危房', '危房等级'];
  const data = ['H1', '甲', '1', '户主', '100', '', '', '是', 'C'];

  it('is read as merged cells leave it, below titles too', () => {
    const detected = found(['安平县建档立卡信息'], ['单位:元'], upper, lower, data);
    expect(detected).toMatchObject({ headerRow: 4, headerHeight: 2, unknownColumns: [] });
    expect(mappingOf(detected)).toMatchObject({
      household_no: '户编号',
      relation: '与户主关系',
      income_wage: '家庭收入/工资性收入',
      income_property: '家庭收入/财产性收入',
      dangerous_dwelling: '住房情况/是否危房',
      dwelling_grade: '住房情况/危房等级',
    });
    expect(detected.columns.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is not made of a header and the row of data below it', () => {
    const header = ['户编号', '姓名', '证件号码', '与户主关系', ''];
    expect(found(header, ['H1', '', '1', '户主', '备注'])).toMatchObject({ headerRow: 1, headerHeight: 1 });
  });

  it('is not made of a title and a header', () => {
    const header = ['户编号', '姓名', '证件号码', '与户主关系'];
    expect(found(['贫困人口信息', '', '', ''], header)).toMatchObject({ headerRow: 2, headerHeight: 1 });
  });

  it('joins the words of a group where only together they are a name', () => {
    const above = ['户编号', '姓名', '证件号码', '与户主关系', '脱贫', ''];
    const below = ['', '', '', '', '年度', '标识'];
    expect(mappingOf(found(above, below))).toMatchObject({
      exit_year: '脱贫/年度',
      exit_status: '脱贫/标识',
    });
  });

  it('takes the head’s ID under the head’s group for what it is', () => {
    const above = ['户主', '', '姓名', '身份证号', '低保类别', '月保障金'];
    const below = ['姓名', '身份证号', '', '', '', ''];
    expect(mappingOf(found(above, below))).toMatchObject({
      name: '姓名',
      id_number: '身份证号',
      head_id: '户主/身份证号',
    });
  });

  it('refuses to choose between people of two groups', () => {
    const above = ['户编号', '甲方', '', '乙方', '', '与户主关系'];
    const below = ['', '姓名', '证件号码', '姓名', '证件号码', ''];
    expect(find(above, below)).toMatchObject({
      kind: 'conflict',
      conflict: { field: 'name', headers: ['甲方/姓名', '乙方/姓名'] },
    });
  });

  it('takes the usual one of two columns under one group, and tells the other', () => {
    const above = ['户编号', '姓名', '证件号码', '与户主关系', '收入', ''];
    const below = ['', '', '', '', '工资性收入', '工资性收入'];
    const detected = found(above, below);
    expect(detected.columns.at(-1)?.index).toBe(4);
    expect(detected.unused).toEqual([{ index: 5, header: '收入/工资性收入', passedOver: 'income_wage' }]);
  });
});

describe('the unit line above a header', () => {
  const header = ['姓名', '身份证号', '贷款金额', '贷款银行'];
  const unitOf = (title: string, columns = header): number | undefined =>
    found([title], columns).columns.find(({ field }) => field === 'amount')?.unit;

  it('holds for amounts that say no unit themselves', () => {
    expect(unitOf('单位：万元')).toBe(10_000);
    expect(unitOf('单位：元')).toBe(1);
    expect(unitOf('填报单位：万元村')).toBeUndefined();
    expect(unitOf('单位：万元', ['姓名', '身份证号', '贷款金额(元)', '贷款银行'])).toBe(1);
  });

  it('decides nothing when it names several units and a column says none', () => {
    expect(find(['单位：元、万元'], header).kind).toBe('units');
    expect(find(['单位：元、万元'], ['姓名', '身份证号', '贷款金额(元)', '贷款银行']).kind).toBe('found');
  });
});
