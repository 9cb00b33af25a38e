import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packSchema } from '../../src/policy/pack-schema.js';

const read = (path: string): Record<string, unknown> => parse(readFileSync(path, 'utf8'));

describe('the schema of packs that editors are given', () => {
  it.each(['src/policy/packs/gansu-2017.yaml', 'samples/own-rules/county-2017.yaml'])(
    'lets %s pass',
    (path) => {
      expect(packSchema.safeParse(read(path)).error?.issues).toBeUndefined();
    },
  );

  it('refuses what no pack may hold', () => {
    const pack = read('samples/own-rules/county-2017.yaml');
    for (const wrong of [
      { ...pack, extend: 'gansu-2017' },
      { ...pack, parameters: { dual_gap: 0.1 } },
      { ...pack, parameters: { dual_gap: { value: 'x' } } },
      { ...pack, parameters: { 'dual-gap': { value: 0.1 } } },
    ]) {
      expect(packSchema.safeParse(wrong).success).toBe(false);
    }
  });
});
