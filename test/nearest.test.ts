import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../src/nearest.js';

describe('nearest', () => {
  const parameters = ['stable_income_line', 'poverty_line', 'dual_gap', 'dual_gap_min', 'cadre_posts'];
  it.each([
    ['a letter left out', 'stable_incme_line', 'stable_income_line'],
    ['a letter too many', 'cadre_postss', 'cadre_posts'],
    ['two letters changed round', 'poevrty_line', 'poverty_line'],
    ['capitals', 'Dual_Gap', 'dual_gap'],
    ['spaces around', ' dual_gap ', 'dual_gap'],
    ['a part of the name', 'income_line', 'stable_income_line'],
    ['the word itself', 'dual_gap_min', 'dual_gap_min'],
  ])('knows %s', (_, word, meant) => {
    expect(nearest(word, parameters)).toBe(meant);
  });

  it.each(['', 'x', 'wages', '参数'])('knows nothing near %o', (word) => {
    expect(nearest(word, parameters)).toBeUndefined();
  });

  it('counts a character as one, whatever it takes in UTF-16', () => {
    expect(nearest('低保户', ['贫困户', '低保護'])).toBe('低保護');
    expect(nearest('𠮷𠮷𠮷𠮷', ['𠮷𠮷𠮷吉', '𠮷吉吉吉'])).toBe('𠮷𠮷𠮷吉');
    // One of two is half of the word, in which a surrogate pair must not count twice.
    expect(nearest('𠮷野', ['𠮷田'])).toBe('𠮷田');
  });

  it('takes the first of two that are equally near', () => {
    expect(nearest('out', ['cut', 'our'])).toBe('cut');
    expect(nearest('out', [])).toBeUndefined();
  });

  it('says so in both languages, or nothing', () => {
    expect(didYouMean('dual_gab', parameters)).toEqual({
      zh: '，你是否想写 dual_gap',
      en: ', did you mean dual_gap?',
    });
    expect(didYouMean('wages', parameters)).toEqual({ zh: '', en: '' });
  });
});
