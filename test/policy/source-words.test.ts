import { describe, expect, it } from 'vitest';
import { loadPack, shippedPacks } from '../../src/policy/pack.js';
import { sourceText } from '../../src/policy/source-words.js';
import { parameterText } from '../../src/report/parameter-text.js';

describe('what the shipped policy says of its figures', async () => {
  const { parameters } = await loadPack(shippedPacks[0]);

  it.each(Object.entries(parameters))(
    '%s has its source and unit in Chinese',
    (_, { source, unit, value }) => {
      const shown = sourceText(source, 'zh');
      expect(shown.replace('docs/quota-statistic.md', '')).not.toMatch(/[a-z]/);
      expect(sourceText(source, 'en')).toBe(source);
      // Codes have labels, words are words: only figures have a unit to be read.
      if (typeof value !== 'number') return;
      const text = parameterText({ value, unit }, { rules: [], lang: 'zh' });
      expect(text).not.toBe(String(value));
      expect(text).not.toMatch(/[a-z]/);
    },
  );

  it('says where a county set its own', () => {
    expect(sourceText('set in hecha.yaml', 'zh')).toBe('由 hecha.yaml 设定');
    expect(sourceText('set by the pack county; it gives no source', 'zh')).toBe(
      '由政策包 county 设定，未写来源',
    );
    expect(sourceText('县扶贫办 2017 年 8 号文件', 'zh')).toBe('县扶贫办 2017 年 8 号文件');
  });
});
