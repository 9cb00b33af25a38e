import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/datasets/catalogue.js';
import { readFactFiles } from '../../src/facts/facts.js';
import { loadClauses } from '../../src/policy/clauses.js';
import { loadPack } from '../../src/policy/pack.js';
import { loadRules } from '../../src/rules/load.js';

const pages = ['rules.md', 'data.md', 'dirty-files.md'] as const;
const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id);

describe('the generated pages of docs/', () => {
  it('are what the code says today', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate-docs.mjs', '--check'], {
      encoding: 'utf8',
    });
    // What it says names the command that renews them.
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(pages)('%s holds no place twice, and every link leads somewhere', (name) => {
    const anchors = anchorsOf(read(name));
    expect(new Set(anchors).size).toBe(anchors.length);
    for (const [, file, target] of read(name).matchAll(/\]\(([a-z-]+\.md)?#([^)]+)\)/g)) {
      expect(anchorsOf(read(file ?? name)), `${file ?? name}#${target}`).toContain(target);
    }
  });

  it.each(pages)('%s has tables of as many cells in every row', (name) => {
    let width = 0;
    let rows = 0;
    for (const line of read(name).split('\n')) {
      const cells = line.startsWith('|') ? line.replaceAll('\\|', '').split('|').length : 0;
      if (cells > 0 && width > 0) expect(cells, line.slice(0, 80)).toBe(width);
      if (cells > 0) rows += 1;
      width = cells;
    }
    expect(rows).toBeGreaterThan(50);
    expect(read(name)).not.toMatch(/undefined|\[object|NaN/);
  });

  it('have an entry for every rule, clause, dataset, fact and parameter', async () => {
    const rulesPage = anchorsOf(read('rules.md'));
    const dataPage = anchorsOf(read('data.md'));
    for (const { header } of await loadRules()) expect(rulesPage).toContain(header.id.toLowerCase());
    for (const at of [...(await loadClauses()).keys()].keys())
      expect(rulesPage).toContain(`clause-${at + 1}`);
    for (const { id } of datasets) expect(dataPage).toContain(id);
    for (const { header } of await readFactFiles()) expect(dataPage).toContain(`fact-${header.name}`);
    for (const name of Object.keys((await loadPack('gansu-2017')).parameters))
      expect(dataPage).toContain(`parameter-${name}`);
  });

  it('know every header that is known, and every spelling of a code', () => {
    const page = read('data.md');
    const unescaped = page.replaceAll('\\|', '|').replaceAll('&lt;', '<');
    for (const { fields } of datasets) {
      for (const { headers, codes } of Object.values(fields)) {
        for (const header of headers) expect(unescaped).toContain(header);
        for (const { variants } of Object.values(codes ?? {}))
          expect(unescaped).toContain(variants.join('、'));
      }
    }
  });
});
