import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fill } from '../../../src/bilingual.js';

type Values = Readonly<Record<string, string | null>>;

/** The page's script is typed for browsers, and so loaded here by its address. */
const browser = (await import(new URL('../../../src/report/page/browser/fill.js', import.meta.url).href)) as {
  templatePieces(template: string): unknown[];
  fillPieces(pieces: unknown[], values: Values, missing: string): string;
  fillText(template: string, values: Readonly<Record<string, string | number>>): string;
};

it('fills messages in the browser as the reports do', () => {
  const place = fc.constantFrom('{a}', '{b}', '{constructor}');
  const text = fc.constantFrom('名下', '，', 'x', '', '{', '!', ' ');
  const plain = fc.array(fc.oneof(place, text), { maxLength: 4 }).map((parts) => parts.join(''));
  const part = fc.oneof(
    plain,
    plain.map((inner) => `[[${inner}]]`),
    plain.map((inner) => `[[!a|${inner}]]`),
  );
  const template = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
  const value = fc.constantFrom('', '甲', '0', '{b}', null);
  fc.assert(
    fc.property(template, value, value, (each, a, b) => {
      const values: Values = Object.assign(Object.create(null), { a, b });
      const inBrowser = browser.fillPieces(browser.templatePieces(each), values, '？');
      expect(inBrowser).toBe(fill(each, values, '？'));
    }),
  );
});

it('fills a text of the page itself', () => {
  expect(browser.fillText('第 {page} / {pages} 页', { page: 3, pages: '1,001' })).toBe('第 3 / 1,001 页');
});
