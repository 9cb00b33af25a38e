import { describe, expect, it } from 'vitest';
import {
  actionWords,
  readAction,
  readReason,
  readVerdict,
  reasonWords,
  verdictWords,
} from '../../src/findings/verdicts.js';

const lists = { verdicts: verdictWords, reasons: reasonWords, actions: actionWords } as const;

describe('the words of verdicts', () => {
  it.each([
    ['属实', 'confirmed'],
    [' 不 属 实 ', 'refuted'],
    ['不属实。', 'refuted'],
    ['部份属实', 'partial'],
    ['无法核实\u200b', 'unverifiable'],
    ['Refuted', 'refuted'],
    ['ＣＯＮＦＩＲＭＥＤ', 'confirmed'],
  ])('understands %s', (text, code) => {
    expect(readVerdict(text)).toEqual({ code });
  });

  it.each([
    ['不属是', '不属实'],
    ['是', undefined],
    ['', undefined],
    ['张三已核实，车已经卖给别人了', undefined],
  ])('does not guess at %s, but says what was perhaps meant', (text, nearest) => {
    expect(readVerdict(text)).toEqual({ nearest });
  });

  it('understands reasons and actions in the same way', () => {
    expect(readReason('已卖未过户；')).toEqual({ code: 'sold' });
    expect(readReason('其它')).toEqual({ code: 'other' });
    expect(readReason('已卖为过户')).toEqual({ nearest: '已卖未过户' });
    expect(readAction('转行业部门')).toEqual({ code: 'refer' });
    expect(readAction('清除')).toEqual({ nearest: '清退' });
  });

  it('has every word of the working loop’s drop-downs', () => {
    const zh = (words: (typeof lists)[keyof typeof lists]): string[] =>
      Object.values(words).map(({ word }) => word.zh);
    expect(zh(verdictWords)).toEqual(['属实', '不属实', '部分属实', '无法核实']);
    expect(zh(reasonWords)).toEqual(
      expect.arrayContaining([
        ...[
          '同名或证件错录',
          '证件被借用',
          '已卖未过户',
          '报废未注销',
          '挂靠',
          '婚前财产',
          '唯一谋生工具',
          '安置房',
        ],
        ...[
          '共有或继承未分',
          '已离职断保',
          '公益岗',
          '企业已停业',
          '外省就读',
          '已改造',
          '数据时点差',
          '其他',
        ],
      ]),
    );
    expect(zh(actionWords).slice(0, 6)).toEqual(['保留', '清退', '调整属性', '纳入', '返贫', '转部门']);
  });

  it.each(Object.entries(lists))('%s: no spelling means two things', (_, words) => {
    const read = words === verdictWords ? readVerdict : words === reasonWords ? readReason : readAction;
    for (const [code, given] of Object.entries(words)) {
      const variants = 'variants' in given ? given.variants : [];
      for (const spelling of [given.word.zh, given.word.en, ...variants])
        expect(read(spelling), spelling).toEqual({ code });
    }
  });
});
