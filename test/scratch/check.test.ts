import { test } from 'vitest';
import { openDuckdb } from '/work/main/src/engine/duckdb.js';
import { datasets } from '/work/main/src/datasets/catalogue.js';
import { loadFacts, buildFacts, buildLists } from '/work/main/src/facts/facts.js';
import { loadPack } from '/work/main/src/policy/pack.js';
import { policyValues } from '/work/main/src/policy/values.js';
import { loadRules } from '/work/main/src/rules/load.js';
import { checkRule } from '/work/main/src/rules/check.js';
import { loadClauses } from '/work/main/src/policy/clauses.js';
test('x', async () => {
  const e = await openDuckdb();
  await e.exec('create schema hecha; create table given(dataset varchar, field varchar)');
  for (const d of datasets) {
    const cols = Object.entries(d.fields).flatMap(([n, f]) => f.type === 'id' ? [`${n} VARCHAR`, `${n}_state VARCHAR`, `${n}_key VARCHAR`, `${n}_cert VARCHAR`] : f.type === 'date' ? [`${n} DATE`, `${n}_precision VARCHAR`] : [`"${n}" ${({money:'DECIMAL(18,2)',int:'INTEGER',decimal:'DECIMAL(18,4)',yesno:'BOOLEAN'} as any)[f.type] ?? 'VARCHAR'}`]);
    await e.exec(`create table ${d.id} (ref BIGINT, ${cols.join(', ')})`);
  }
  const pack = await loadPack('gansu-2017');
  const facts = await loadFacts(e);
  await buildLists(e, pack);
  const inputs = { pack, asOf: '2017-07-31', scalars: policyValues(pack, '2017-07-31').scalars };
  for (const f of facts) { try { await buildFacts(e, [f], inputs); } catch (x) { console.log(f.file, (x as Error).message); } }
  const clauses = new Set((await loadClauses()).keys());
  for (const r of await loadRules()) { try { await checkRule(e, r, { facts, pack, clauses }); console.log(r.header.id, 'ok'); } catch (x) { console.log((x as Error).message); } }
});
