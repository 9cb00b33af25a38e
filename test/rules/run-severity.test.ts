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
predicate: { zh: 甲, en: a }
verify: { zh: 甲, en: a }
*/
SELECT 'H1' AS household_no, '甲' AS name, '1' AS id_number, '' AS township, '' AS village, 'grave' AS ${column}`);
  const inputs = { pack: await loadPack('gansu-2017'), asOf: '2017-07-31', scalars: {} };
  await expect(runRule(engine, rule, inputs)).rejects.toMatchObject({ code: 'HC4003' });
  await engine.close();
});

it('a rule that fails on a cell does not tell what is in it', async () => {
  const engine = await openDuckdb({ threads: 1 });
  await engine.exec("CREATE TABLE member AS SELECT '629999197005011013X' AS id_number");
  const rule = parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: mis-identification
severity: medium
clause: [(一)4]
subject: record
needs: {}
message: { zh: 甲, en: a }
evidence: {}
predicate: { zh: 甲, en: a }
verify: { zh: 甲, en: a }
*/
SELECT CAST(m.id_number AS INTEGER) AS name FROM member m`);
  const inputs = { pack: await loadPack('gansu-2017'), asOf: '2017-07-31', scalars: {} };
  const failure = await runRule(engine, rule, inputs).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'HC4003' });
  expect(String(failure)).not.toMatch(/\d{6}/);
  await engine.close();
});
