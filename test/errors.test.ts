import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, HechaError } from '../src/errors.js';

const source = readFileSync(new URL('../src/errors.ts', import.meta.url), 'utf8');
const codes = [...source.matchAll(/^ {2}(HC\d+): \{/gm)].map(([, code]) => code as ErrorCode);

/** Values that give every place its own name back. */
const echo = new Proxy<Record<string, string>>({}, { get: (_, name) => `<${String(name)}>` });
const placesOf = (sentence: string): string[] => [...new Set(sentence.match(/<\w+>/g))].sort();

describe('the catalogue of errors', () => {
  it('has codes of four digits, each once, in order', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) expect(code).toMatch(/^HC[123459]\d{3}$/);
    // Whatever looks like a code in there is an entry of the catalogue.
    expect(source.match(/\bHC\d{4}(?=:)/g)).toEqual(codes);
  });

  it.each(codes)('%s names the same places in both languages', (code) => {
    const error = new HechaError(code, echo);
    expect(placesOf(error.sentence('zh'))).toEqual(placesOf(error.sentence('en')));
  });

  it.each(codes)('%s is one sentence in each language', (code) => {
    const error = new HechaError(code, echo);
    for (const lang of ['zh', 'en'] as const) {
      const sentence = error.sentence(lang);
      expect(sentence.startsWith(`${code} `)).toBe(true);
      expect(sentence).not.toContain('\n');
      expect(sentence.length).toBeGreaterThan(15);
    }
    expect(error.sentence('zh')).toMatch(/\p{Script=Han}.*。$/u);
    expect(error.sentence('en')).toMatch(/^[^\p{Script=Han}]+\.$/u);
  });

  it('leaves no place open', () => {
    for (const code of codes) {
      for (const lang of ['zh', 'en'] as const) {
        expect(new HechaError(code).sentence(lang), code).not.toMatch(/[{}]|undefined|\[\[/);
      }
    }
  });

  it('cites no code that it does not have', () => {
    const known = new Set<string>(codes);
    for (const cited of source.match(/HC\d{4}/g) ?? []) expect(known).toContain(cited);
  });
});

describe('HechaError', () => {
  it('carries its code, its values and the English sentence', () => {
    const error = new HechaError('HC3006', { place: '名册.csv', counted: 10, read: 9 });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'HechaError',
      code: 'HC3006',
      values: { place: '名册.csv', counted: 10, read: 9 },
    });
    expect(error.message).toBe(error.sentence('en'));
    expect(error.sentence('zh')).toMatch(/“名册\.csv”.*10 行.*9 行/);
  });
});
