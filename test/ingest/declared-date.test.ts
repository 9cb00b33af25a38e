import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredDate } from '../../src/ingest/declared-date.js';

describe('declaredDate', () => {
  it.each([
    '截止日期:2017-07-31',
    '截止日期：2017-07-31',
    '截止时间: 2017/7/31',
    '数据截至2017年7月31日',
    '截至日期 2017.07.31',
    '统计日期：２０１７－０７－３１',
    '导出时间：2017-07-31 08:30:00',
    '制表日期:2017年07月31日',
    '填报日期:2017年 7 月 31 日',
    '安平县建档立卡贫困人口信息（截止2017年7月31日）',
  ])('reads %s', (line) => {
    expect(declaredDate([line])).toBe('2017-07-31');
  });

  it.each([
    ['no date', ['安平县名册']],
    ['a date without such a word', ['2017-07-31']],
    ['a month', ['截止日期:2017-07']],
    ['a year', ['截止日期:2017年']],
    ['a day that is none', ['截止日期:2017-02-30']],
    ['a month that is none', ['截止日期:2017-13-01']],
    ['the zeroth', ['截止日期:2017-00-00']],
    ['nothing', []],
    ['empty cells', ['', '']],
  ])('finds none in %s', (_, lines) => {
    expect(declaredDate(lines)).toBeUndefined();
  });

  it('takes the newest', () => {
    const lines = ['截止日期:2017-06-30', '导出日期:2017-07-31', '统计日期:2016-12-31'];
    expect(declaredDate(lines)).toBe('2017-07-31');
    expect(declaredDate(['截止日期:2017-06-30 导出日期:2017-07-31'])).toBe('2017-07-31');
  });

  it('passes over one that is not real', () => {
    expect(declaredDate(['截止日期:2017-06-31', '导出日期:2017-05-31'])).toBe('2017-05-31');
  });

  it('reads label and date from cells side by side', () => {
    expect(declaredDate(['单位:元', '', '截止日期:', '2017-07-31'])).toBe('2017-07-31');
  });

  it('reads every real day in every form', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), fc.boolean(), (date, mark, padded) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month = '', dayOfMonth = ''] = iso.split('-');
        const short = (part: string): string => (padded ? part : String(Number(part)));
        const written = [year, short(month), short(dayOfMonth)].join(mark);
        expect(declaredDate([`截止日期：${written}`])).toBe(iso);
      }),
    );
  });
});
