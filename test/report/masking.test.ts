import { describe, expect, it } from 'vitest';
import { maskFinding, maskFor, maskId, maskName, maskRejected } from '../../src/report/masking.js';
import { ruleHeader } from '../../src/rules/header.js';
import { vehicleFinding } from './fixture.js';

const header = ruleHeader.parse({
  id: 'MI09',
  title: { zh: '隐藏的家庭成员', en: 'hidden family' },
  family: 'mis-identification',
  severity: 'high',
  clause: ['二.一'],
  subject: 'person',
  predicate: { zh: '甲', en: 'a' },
  needs: {},
  message: { zh: '-', en: '-' },
  evidence: {
    other_name: { zh: '同户人员', en: 'Other person' },
    other_id: { zh: '同户人员证件号', en: 'ID of the other' },
    owner: { zh: '登记的所有人', en: 'Owner' },
    company: { zh: '企业名称', en: 'Company' },
    households: { zh: '出现的户编号', en: 'Households' },
    phone: { zh: '联系电话', en: 'Phone' },
    registered_on: { zh: '登记日期', en: 'Registered on' },
    amount: { zh: '金额', en: 'Amount' },
    status: { zh: '状态', en: 'Status', codes: 'vehicle.status' },
  },
  verify: { zh: '-', en: '-' },
});

describe('maskFor', () => {
  it('shows full numbers in files, partial ones on the terminal, and always masks rejects', () => {
    expect(maskFor(undefined, 'file')).toBe('none');
    expect(maskFor(undefined, 'terminal')).toBe('partial');
    expect(maskFor('none', 'terminal')).toBe('none');
    expect(maskFor('none', 'rejects')).toBe('partial');
    expect(maskFor('full', 'rejects')).toBe('full');
    expect(maskFor('partial', 'file')).toBe('partial');
  });
});

describe('maskId', () => {
  it.each([
    ['000000199001011234', '000000********1234'],
    ['00000019900101123X', '000000********123X'],
    ['000000900101123', '000000******123'],
    ['00000019900101123441', '000000**********3441'],
    ['13800001234', '138****1234'],
    ['12345678', '12****78'],
    ['12345', '1****'],
    ['12', '**'],
    ['', ''],
  ])('%s becomes %s', (value, masked) => {
    expect(maskId(value, 'partial')).toBe(masked);
    expect(maskId(value, 'none')).toBe(value);
    expect(maskId(value, 'full')).toBe('*'.repeat(value.length));
  });
});

describe('maskName', () => {
  it.each([
    ['王明', '王*'],
    ['王小明', '王**'],
    ['欧阳建国', '欧阳**'],
    ['欧阳', '欧*'],
    ['阿依古丽·买买提', '阿***·***'],
    ['王', '王'],
    ['', ''],
    ['John Smith', 'J*** *****'],
    ['𠮷野家', '𠮷**'],
  ])('%s becomes %s', (value, masked) => {
    expect(maskName(value, 'partial')).toBe(masked);
  });

  it('hides everything under full', () => {
    expect(maskName('王小明', 'full')).toBe('**');
  });
});

describe('maskFinding', () => {
  const finding = vehicleFinding({
    rule_id: 'MI09',
    household_no: '62000000000000001',
    subject_name: '王小明',
    id_number: '000000199001011234',
    message:
      '王小明（000000199001011234）与同户的李四光（000000196003021234，电话13900001111）名下有车，户编号62000000000000001、62000000000000002',
    evidence: {
      other_name: '李四光、王小明',
      other_id: '000000196003021234',
      owner: '李四光',
      company: '清水县李四光运输公司',
      households: '62000000000000001,62000000000000002',
      phone: '0935-1234567',
      registered_on: '2015-06-01',
      amount: 98_765.5,
      status: 'A',
    },
  });

  it('masks subject, evidence and every repetition in the message, and keeps what is needed to find the household', () => {
    const masked = maskFinding(finding, 'partial', header);
    expect(masked.subject_name).toBe('王**');
    expect(masked.id_number).toBe('000000********1234');
    expect(masked.household_no).toBe('62000000000000001');
    expect(masked.evidence).toMatchObject({
      other_name: '李**、王**',
      other_id: '000000********1234',
      owner: '李**',
      company: '清水县李**运输公司',
      registered_on: '2015-06-01',
      amount: 98_765.5,
      status: 'A',
      households: '62000000000000001,62000000000000002',
    });
    expect(masked.evidence.phone).not.toContain('1234567');
    expect(masked.message).toBe(
      '王**（000000********1234）与同户的李**（000000********1234，电话139****1111）名下有车，户编号62000000000000001、62000000000000002',
    );
    expect(masked.sources).toBe(finding.sources);
  });

  it('leaves nothing personal under full', () => {
    const masked = maskFinding(finding, 'full', header);
    const text = JSON.stringify(masked);
    for (const secret of ['小明', '四光', '1990', '1960', '62000000', '1111', '1234567']) {
      expect(text).not.toContain(secret);
    }
    expect(masked.evidence).toMatchObject({ registered_on: '2015-06-01', status: 'A', company: '***' });
    expect(masked.township).toBe(finding.township);
  });

  it('changes nothing without a mask', () => {
    expect(maskFinding(finding, 'none', header)).toBe(finding);
  });

  it('does not take a place for a name', () => {
    const area = vehicleFinding({ subject_type: 'area', subject_name: '白沙镇', message: '白沙镇相差250人' });
    const masked = maskFinding(area, 'partial', header);
    expect([masked.subject_name, masked.message]).toEqual(['白沙镇', '白沙镇相差250人']);
  });

  it('treats a name that looks like a pattern as text', () => {
    const odd = vehicleFinding({ subject_name: '王.*', message: '王.*名下有车，王小明没有', evidence: {} });
    expect(maskFinding(odd, 'partial', header).message).toBe('王**名下有车，王小明没有');
  });
});

describe('maskRejected', () => {
  it.each([
    ['王小明', 'name', '姓名', '王**'],
    ['000000196003021000', 'id', '证件号码', '000000********1000'],
    ['6.20421E+17', 'id', '证件号码', '6.2****E+17'],
    ['无', 'id', '证件号码', '无'],
    ['王小明000000196003021234', 'id', '证件号码', '王**000000********1234'],
    ['2015年13月40日', 'date', '登记日期', '2015年13月40日'],
    ['2017-02-30', 'date', '登记日期', '2017-02-30'],
    ['20170230', 'date', '登记日期', '20****30'],
    ['三千五', 'money', '收入', '三千五'],
    ['身份证 000000 1960 0302 123X', 'text', '备注', '身份证 000000***********123X'],
    ['０００００００１', 'text', '备注', '００****０１'],
    ['0935-1234567', 'text', '联系电话', '09********67'],
    ['李四光', 'text', '户主', '李**'],
    ['\u0001000000199001011234\u0000', 'id', '证件号码', '000000********1234'],
  ] as const)('%j in a column of type %s (%s) becomes %s', (value, type, column, masked) => {
    expect(maskRejected(value, { type, header: column, mask: 'partial' })).toBe(masked);
  });

  it('shows only the shape of a value whose column is not known', () => {
    expect(maskRejected('王小明,000,甘X1', { header: '', mask: 'partial' })).toBe('***,***,***');
  });

  it('shows nothing under full', () => {
    expect(maskRejected('2017-02-30', { type: 'date', header: '日期', mask: 'full' })).toBe('***');
  });
});
