import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padTo, wrap } from '../../src/report/display-width.js';

describe('displayWidth', () => {
  it.each([
    ['abc 123', 7],
    ['建档立卡', 8],
    ['（全角），。', 12],
    ['ＡＢ', 4],
    ['a\u0301', 1],
    ['零\u200b宽', 4],
    ['𠮷野', 4],
    ['한글', 4],
    ['\t\u0007', 0],
    ['—“”', 3],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('counts ambiguous characters twice where told to', () => {
    expect(displayWidth('“一”—…·', { ambiguous: 2 })).toBe(12);
  });
});

describe('padTo', () => {
  it('pads Chinese to whole columns on either side', () => {
    expect(padTo('会宁', 6)).toBe('会宁  ');
    expect(padTo('会宁', 6, true)).toBe('  会宁');
  });

  it('cuts what is too long, never through a character', () => {
    expect(padTo('建档立卡名册', 9)).toBe('建档立.. ');
    expect(padTo('建档立卡名册', 8)).toBe('建档立..');
  });

  it('always gives exactly the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        expect(displayWidth(padTo(text, width))).toBe(width);
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks Chinese between characters and Latin between words', () => {
    expect(wrap('未提供：死亡、学籍、公安', 14)).toEqual(['未提供：死亡、', '学籍、公安']);
    expect(wrap('not given: deaths and pupils', 16)).toEqual(['not given:', 'deaths and', 'pupils']);
  });

  it('never begins a line with a closing mark nor ends one with an opening mark', () => {
    expect(wrap('未提供：死亡、学籍、公安', 12)).toEqual(['未提供：死', '亡、学籍、公', '安']);
    expect(wrap('核实（见台账）。', 6)).toEqual(['核实', '（见台', '账）。']);
    expect(wrap('看“说明”一页', 6)).toEqual(['看“说', '明”一', '页']);
    expect(wrap('在 vehicle.csv，第 3 行', 13)).toEqual(['在', 'vehicle.csv，', '第 3 行']);
    const mark = fc.constantFrom(...'会宁县核实，。；：、）”（“');
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 60 }), (marks) => {
        const text = marks.join('').replace(/[，。；：、）”（“]{2,}/gu, (run) => run.charAt(0));
        for (const line of wrap(text.replace(/^[，。；：、）”]|[（“]$/gu, ''), 14)) {
          expect(line).not.toMatch(/^[，。；：、）”]|[（“]$/u);
        }
      }),
    );
  });

  it('keeps a short remark in brackets in one piece where a line has room for it', () => {
    const text = '疑点最多的乡镇：沙河沿乡 171（高 53）、城关镇 121（高 40）';
    expect(wrap(text, 42)).toEqual(['疑点最多的乡镇：沙河沿乡 171（高 53）、城', '关镇 121（高 40）']);
    expect(wrap(`${text}、麻地湾乡 9`, 56)).toEqual([
      '疑点最多的乡镇：沙河沿乡 171（高 53）、城关镇 121',
      '（高 40）、麻地湾乡 9',
    ]);
  });

  it('breaks a run of marks that fits no line all the same', () => {
    expect(wrap('。。。。。', 4)).toEqual(['。。', '。。', '。']);
  });

  it('loses nothing but the spaces at breaks', () => {
    const words = fc.array(fc.constantFrom('会宁县', 'vehicle.csv', '12', '，', 'ab'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 50 }), (parts, width) => {
        const text = parts.join(' ');
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
