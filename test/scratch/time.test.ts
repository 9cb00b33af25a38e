import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import { loadFacts } from '../../src/facts/facts.js';
import { loadPack } from '../../src/policy/pack.js';
import { parseExamples } from '../../src/rules/example-file.js';
import { loadRules } from '../../src/rules/load.js';
import { runExample } from '../../src/rules/examples.js';
it('time', async () => {
  const e0 = await openDuckdb({ threads: 1 });
  const facts = await loadFacts(e0); const rules = await loadRules(); const pack = await loadPack('gansu-2017');
  const file = parseExamples(readFileSync('test/rules/mi01.yaml', 'utf8'));
  for (const example of file.examples.slice(0, 6)) {
    const t0 = performance.now();
    const e = await openDuckdb({ threads: 1 });
    const log: [string, number][] = [];
    const orig = e.exec.bind(e);
    (e as any).exec = async (s: string, p: any) => { const t = performance.now(); await orig(s, p); log.push([s.replace(/\s+/g,' ').slice(0, 70), performance.now() - t]); };
    const t1 = performance.now();
    await runExample(e, { file, example, rule: rules.find((r) => r.header.id === 'MI01')!, facts, pack });
    console.log('open', t1 - t0, 'run', performance.now() - t1, log.filter((l) => l[1] > 5));
    await e.close();
  }
});
