import { describe, expect, it } from 'vitest';
import { texts } from '../../src/cli/messages.js';

/** Path of each text → the text. */
function flat(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'string') return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value ?? {}).map(([key, each]) => flat(each, path ? `${path}.${key}` : key)),
  );
}
const [zh, en] = [flat(texts.zh), flat(texts.en)];
/** What commander says in English by itself needs no English of ours. */
const ours = Object.keys(zh).filter((key) => !/^(helpTitles|usageFaults)\./.test(key));

describe('the texts of the command line', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(en)).toEqual(ours);
    expect(ours.length).toBeGreaterThan(25);
  });

  it.each(ours)('%s is in words, with the same places', (key) => {
    const [chinese = '', english = ''] = [zh[key], en[key]];
    expect(chinese).toMatch(/\p{Script=Han}/u);
    // The last line of the examples says in the other language where to find it.
    const lines = english.split('\n').filter((line) => !line.startsWith('中文'));
    expect(lines.join('\n')).not.toMatch(/\p{Script=Han}|[，。；：（）“”]/u);
    expect(english.trim()).not.toBe('');
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(places(english)).toEqual(places(chinese));
  });

  it('has Chinese for what commander says', () => {
    for (const [key, text] of Object.entries(texts.zh.usageFaults)) {
      expect(key).toMatch(/^commander\.\w+$/);
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text.replace('{quoted}', '')).not.toMatch(/[A-Za-z]/);
    }
    for (const text of Object.values(texts.zh.helpTitles)) expect(text).toMatch(/\p{Script=Han}/u);
  });
});
