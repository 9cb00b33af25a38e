import { expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import { loadPack } from '../../src/policy/pack.js';
import { runRule } from '../../src/rules/run.js';
import { parseRule } from './shipped.js';

it.each(['severity', 'confidence'])('a rule whose SELECT gives another %s fails', async (column) => {
  const engine = await openDuckdb({ threads: 1 });
  const rule = parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: mis-identification
severity: medium
clause: [(一)4]
subject: person
needs: {}
message: { zh: 甲, en: a }
evidence: {}
verify: { zh: 甲, en: a }
*/
SELECT 'H1' AS household_no, '甲' AS name, '1' AS id_number, '' AS township, '' AS village, 'grave' AS ${column}`);
  const inputs = { pack: await loadPack('gansu-2017'), asOf: '2017-07-31', scalars: {} };
  await expect(runRule(engine, rule, inputs)).rejects.toMatchObject({ code: 'HC4003' });
  await engine.close();
});
