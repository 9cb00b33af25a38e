import { describe, expect, it } from 'vitest';
import { labelOf, say, texts } from '../../src/report/messages.js';
import { rejectReason, rejectReasons } from '../../src/report/reject-reasons.js';
import { families } from '../../src/rules/header.js';

const all = Object.entries({ ...texts, ...rejectReasons });
/** What may stand in Latin letters in a Chinese text: names of files and formats, of the tool and of rules, codes of printing. */
const latin =
  /(?:dual-dataset-areas)?\.csv|state\.jsonl|report\.html|rejects|limits\.\w+|hecha\.yaml|1 MB|UTF-8|#N\/A|#REF!|\{\w+\}|&[PN]|latest|hecha|EX0\d/g;

describe('the catalogue', () => {
  it('is Chinese in Chinese and English in English', () => {
    for (const [key, { zh, en }] of all) {
      expect(zh.replace(latin, ''), key).not.toMatch(/[A-Za-z]/);
      expect(zh, key).toMatch(/\p{Script=Han}|[、：；—]/u);
      expect(en, key).not.toMatch(/\p{Script=Han}|[，。；：、（）“”]/u);
      expect(en.trim(), key).not.toBe('');
    }
  });

  it('has the same places in both languages', () => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, { zh, en }] of all) expect(places(zh), key).toEqual(places(en));
  });

  it('has a name and a description for each family', () => {
    for (const family of families) {
      expect(labelOf('zh', 'family', family)).not.toBe(family);
      expect(labelOf('en', 'about', family)).not.toBe(family);
    }
  });

  it('shows a code that it does not know as it stands', () => {
    expect(labelOf('zh', 'status', 'brand-new')).toBe('brand-new');
  });

  it('fills places', () => {
    expect(say('zh', 'cover.title', { county: '清水县', family: '识别疑点' })).toBe('清水县识别疑点核查结果');
  });
});

describe('rejectReason', () => {
  it.each(['zh', 'en'] as const)('says what to do, and names a code that it does not know (%s)', (lang) => {
    expect(rejectReason('precision-lost', lang)).toBe(rejectReasons['precision-lost'][lang]);
    expect(rejectReason('constructor', lang)).toMatch(/[（(]constructor[）)]/);
  });
});
