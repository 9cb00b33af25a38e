import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');
/** Every module that holds texts for people; what datasets, rules and policies say of themselves has tests of its own. */
const CATALOGUE =
  /(?:texts|messages|problems|reject-reasons|errors|help-examples|verdicts|notes)\.ts$|report[\\/]texts[\\/]/;
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .filter((name) => CATALOGUE.test(name))
  .sort();

type Pair = readonly [place: string, zh: string, en: string];

/** Every text that a catalogue holds in both languages, whichever way it is laid out. @throws when one lacks the other */
function pairsOf(value: unknown, place: string): Pair[] {
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof RegExp)
    return [];
  const { zh, en, ...rest } = value as Record<string, unknown>;
  if (zh === undefined && en === undefined) {
    return Object.entries(rest).flatMap(([key, each]) => pairsOf(each, `${place}.${key}`));
  }
  if (typeof zh === 'string') {
    expect(typeof en, place).toBe('string');
    return [[place, zh, String(en)]];
  }
  const [chinese, english] = [flat(zh), flat(en)];
  // What commander says in English by itself needs no English of ours.
  const ours = Object.keys(chinese).filter((key) => !/^\.(helpTitles|usageFaults)\./.test(key));
  expect(Object.keys(english).sort(), place).toEqual(ours.sort());
  return ours.map((key) => [`${place}${key}`, chinese[key] ?? '', english[key] ?? '']);
}

function flat(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'string') return { [path]: value };
  return Object.assign({}, ...Object.entries(value ?? {}).map(([key, each]) => flat(each, `${path}.${key}`)));
}

const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the catalogues', () => {
  it('are all found', () => {
    expect(files.length).toBeGreaterThan(15);
    expect(files).toEqual(
      expect.arrayContaining(['errors.ts', 'cli/messages.ts', 'report/texts/terminal.ts']),
    );
  });

  it.each(files)('%s is whole in both languages, with the same places', async (file) => {
    const module = (await import(join(root, file))) as object;
    for (const [place, zh, en] of pairsOf(module, file)) {
      expect(zh.trim(), place).not.toBe('');
      expect(en.trim(), place).not.toBe('');
      expect(placesIn(en), place).toEqual(placesIn(zh));
      // An English text may quote a Chinese word that stands in a file; it is not written in Chinese.
      const own = en.replace(/^中文.*$/m, '').replace(/"[^"]*"|“[^”]*”|\([^)]*\)/g, '');
      expect(own.match(/\p{Script=Han}/gu)?.length ?? 0, place).toBeLessThan(8);
      expect(own, place).not.toMatch(/[，。；]/u);
    }
  });
});
