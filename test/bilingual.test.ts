import { describe, expect, it } from 'vitest';
import { fill } from '../src/bilingual.js';

describe('fill', () => {
  it('puts values in their places, zero included', () => {
    expect(fill('{name}有{count}辆车，{count}', { name: '甲', count: 0 })).toBe('甲有0辆车，0');
  });

  it.each([undefined, null, ''])('shows a value that is %o as missing', (value) => {
    expect(fill('{name}名下', { name: value })).toBe('—名下');
    expect(fill('{name}名下', { name: value }, '（未填）')).toBe('（未填）名下');
  });

  it('shows a place that nobody gave as missing', () => {
    expect(fill('{name}', {})).toBe('—');
  });

  it('leaves out a part whose place has no value, and only that part', () => {
    const text = 'a[[，状态{status}]][[，价{price}]]b';
    expect(fill(text, { status: '正常', price: null })).toBe('a，状态正常b');
    expect(fill(text, { status: '', price: 0 })).toBe('a，价0b');
    expect(fill(text, {})).toBe('ab');
  });

  it('leaves out a part when one of its places has no value', () => {
    expect(fill('[[{a}和{b}]]', { a: 1, b: 2 })).toBe('1和2');
    expect(fill('[[{a}和{b}]]', { a: 1 })).toBe('');
  });

  it('has a part for a missing value in [[!name|…]]', () => {
    const text = '收入[[{income}元]][[!income|不明]]';
    expect(fill(text, { income: 3000 })).toBe('收入3000元');
    expect(fill(text, { income: null })).toBe('收入不明');
  });

  it('takes parts over line breaks', () => {
    expect(fill('[[{a}\n行]]x[[!a|无\n值]]', {})).toBe('x无\n值');
  });

  it('does not fill what a value looks like', () => {
    expect(fill('{a}{b}', { a: '{b}', b: '$&$1' })).toBe('{b}$&$1');
    expect(fill('[[{a}]]', { a: '$&' })).toBe('$&');
    expect(fill('{a}[[!b|无]]', { a: '[[{c}]]' })).toBe('[[{c}]]无');
  });
});
