import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { type Fact, loadFacts } from '../../src/facts/facts.js';
import { loadPack, type Pack } from '../../src/policy/pack.js';
import { parseExamples } from '../../src/rules/example-file.js';
import { differences, prepareExamples, runExample } from '../../src/rules/examples.js';
import { loadRules, type Rule } from '../../src/rules/load.js';

/** One test for each example of the rules named: the findings of each must be exactly those expected. */
export function describeExamples(ids: readonly string[]): void {
  let facts: Fact[];
  let rules: Rule[];
  let pack: Pack;
  beforeAll(async () => {
    const engine = await openDuckdb({ threads: 1 });
    facts = await loadFacts(engine);
    await engine.close();
    rules = await loadRules();
    pack = await loadPack('gansu-2017');
  });

  for (const id of ids) {
    const file = parseExamples(readFileSync(new URL(`${id.toLowerCase()}.yaml`, import.meta.url), 'utf8'));
    describe(id, () => {
      let engine: Engine;
      beforeAll(async () => {
        engine = await openDuckdb({ threads: 1 });
        await prepareExamples(engine, file);
      });
      afterAll(async () => {
        await engine.close();
      });
      for (const example of file.examples) {
        it(example.name, async () => {
          const rule = rules.find(({ header }) => header.id === id);
          if (!rule) throw new Error(`no rule ${id}`);
          const outcome = await runExample(engine, { file, example, rule, facts, pack });
          expect(differences(file, example, outcome)).toEqual([]);
        });
      }
    });
  }
}
