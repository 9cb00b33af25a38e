import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { buildFacts, buildLists, type Fact, loadFacts } from '../../src/facts/facts.js';
import { parseSqlFile } from '../../src/facts/sql-file.js';
import { createTables } from '../../src/normalize/tables.js';
import { loadClauses } from '../../src/policy/clauses.js';
import { loadPack, type Pack } from '../../src/policy/pack.js';
import { policyValues } from '../../src/policy/values.js';
import type { CheckInputs } from '../../src/rules/check.js';
import { ruleHeader } from '../../src/rules/header.js';
import type { Rule } from '../../src/rules/load.js';

/** An engine with every dataset and fact as an empty table, and what rules are checked with. */
export async function emptyCounty(): Promise<{
  engine: Engine;
  pack: Pack;
  facts: Fact[];
  inputs: CheckInputs;
}> {
  const engine = await openDuckdb({ threads: 1 });
  const [facts, pack, clauses] = [await loadFacts(engine), await loadPack('gansu-2017'), await loadClauses()];
  await createTables(engine);
  await buildLists(engine, pack);
  const asOf = '2017-07-31';
  await buildFacts(engine, facts, { pack, asOf, scalars: policyValues(pack, asOf).scalars });
  return { engine, pack, facts, inputs: { facts, pack, clauses: new Set(clauses.keys()) } };
}

/** A rule's text, as a county might write it. */
export const parseRule = (text: string, file = 'cx01-test.sql'): Rule => parseSqlFile(file, text, ruleHeader);
