import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetById, datasets } from '../../src/datasets/catalogue.js';
import { headerText, matchHeader } from '../../src/ingest/header-text.js';

const person = datasetById('person');
const business = datasetById('business');

describe('headerText', () => {
  it.each([
    ['full-width brackets', '乡（镇）', '乡(镇)'],
    ['square brackets', '务工时间［月］', '务工时间(月)'],
    ['black brackets', '务工时间【月】', '务工时间(月)'],
    ['tortoise-shell brackets', '务工时间〔月〕', '务工时间(月)'],
    ['spaces of every kind', ' 姓\u3000 名\u00a0\t', '姓名'],
    ['line breaks', '与户主\r\n关系\n', '与户主关系'],
    ['marks without width', '\ufeff户\u200b编\u2060号\u200e', '户编号'],
    ['quotes', '"姓名"', '姓名'],
    ['curly quotes', '“姓名”', '姓名'],
    ['a required mark', '*姓名', '姓名'],
    ['a full-width required mark', '姓名＊', '姓名'],
    ['a closing colon', '姓名:', '姓名'],
    ['a full-width closing colon', '姓名：', '姓名'],
    ['full-width letters', 'ＡＡＣ００１', 'aac001'],
    ['capital letters', 'AAB002', 'aab002'],
  ])('takes off %s', (_, cell, text) => {
    expect(headerText(cell)).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (cell) => {
        const text = headerText(cell);
        expect(headerText(text)).toBe(text);
      }),
    );
  });
});

describe('matchHeader', () => {
  it('knows each header in every dress', () => {
    const dresses: ((header: string) => string)[] = [
      (header) => header.replaceAll('(', '（').replaceAll(')', '）'),
      (header) => [...header].join(' '),
      (header) => `${header.slice(0, 1)}\n${header.slice(1)}`,
      (header) => `*${header}`,
      (header) => `${header}：`,
      (header) => `"${header}"`,
      (header) => `\u3000${header}\u200b`,
    ];
    for (const dataset of datasets) {
      for (const header of Object.values(dataset.fields).flatMap(({ headers }) => headers)) {
        const plain = matchHeader(dataset, header);
        expect(plain, header).toBeDefined();
        for (const dress of dresses) expect(matchHeader(dataset, dress(header))).toEqual(plain);
      }
    }
  });

  it.each(['', ' ', '\n', '(元)', '（万元）', '()', '备注', '姓', '姓名姓名', '__proto__', 'constructor'])(
    'knows no field for %o',
    (cell) => {
      expect(matchHeader(person, cell)).toBeUndefined();
    },
  );

  it.each([
    ['人均纯收入', undefined],
    ['人均纯收入(元)', 1],
    ['人均纯收入（元）', 1],
    ['人均纯收入 ( 元 )', 1],
    ['人均纯收入(万元)', 10_000],
    ['人均纯收入（万元）', 10_000],
    ['人均纯收入\n【万元】', 10_000],
    ['人均纯收入(元/年)', 1],
    ['人均纯收入（元/人·年）', 1],
    ['人均纯收入(万元/年)', 10_000],
    ['人均纯收入（单位：元）', 1],
    ['人均纯收入（单位：万元）', 10_000],
    ['人均纯收入(元每年)', 1],
    ['人均纯收入(人民币元)', 1],
  ])('reads the unit of %o', (cell, unit) => {
    const match = matchHeader(person, cell);
    expect(match?.field).toBe('income_per_capita');
    expect(match?.unit).toBe(unit);
  });

  it.each([
    ['注册资本', undefined],
    ['注册资本(元)', 1],
    ['注册资本(万)', 10_000],
    ['注册资本（万元人民币）', 10_000],
    ['注册资本（元人民币）', 1],
    ['注册资本(千元)', 1000],
    ['注册资本(百元)', 100],
    ['注册资本(百万元)', 1_000_000],
    ['注册资本(亿元)', 100_000_000],
    ['注册资本(亿)', 100_000_000],
    // Of no unit of yuan: the column’s own unit is no worse a guess than any.
    ['注册资本(万美元)', undefined],
  ])('reads the unit of %o', (cell, unit) => {
    const match = matchHeader(business, cell);
    expect(match?.field).toBe('capital');
    expect(match?.unit).toBe(unit);
  });

  it('has no unit for a bracket that belongs to the name', () => {
    expect(matchHeader(person, '务工时间（月）')).toEqual({ field: 'work_months', rank: 1 });
    expect(matchHeader(person, '县（市、区、旗）')).toEqual({ field: 'county', rank: 0 });
    expect(matchHeader(person, '是否参加新型农村合作医疗（城乡居民基本医疗保险）')?.field).toBe(
      'medical_insured',
    );
  });

  it('drops a remark at the end, and only there', () => {
    expect(matchHeader(person, '姓名（必填）')?.field).toBe('name');
    expect(matchHeader(person, '(必填)姓名')).toBeUndefined();
    expect(matchHeader(person, '姓名(必填)(汉字)')).toBeUndefined();
  });

  it('puts a header with a remark after every one without, which a unit does not', () => {
    const rank = (cell: string): number => matchHeader(person, cell)?.rank ?? Number.NaN;
    expect(rank('证件号码(户主)')).toBeGreaterThan(rank('身份号码'));
    expect(rank('人均纯收入(元)')).toBe(rank('人均纯收入'));
  });
});
