import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { type CheckInputs, checkRule } from '../../src/rules/check.js';
import { emptyCounty, parseRule } from './shipped.js';

let engine: Engine;
let inputs: CheckInputs;
beforeAll(async () => {
  ({ engine, inputs } = await emptyCounty());
});
afterAll(() => engine.close());

const check = (message: string, exemptions: string, last: string): Promise<void> =>
  checkRule(
    engine,
    parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: mis-identification
severity: high
clause: [(一)4]
subject: record
predicate: { zh: 甲, en: a }
needs: { vehicle: [plate] }
message: ${message}
evidence: {}
exemptions: ${exemptions}
verify: { zh: 甲, en: a }
*/
SELECT v.plate AS name,
  'x' AS exemption
FROM vehicle v
${last}`),
    inputs,
  );

it('names the line of a column that is not declared', async () => {
  await expect(check('{ zh: 甲, en: a }', '[]', 'WHERE v.brand IS NOT NULL')).rejects.toMatchObject({
    code: 'HC4001',
    values: { line: 18 },
  });
});

it('refuses a message with a place that is not selected', async () => {
  await expect(check('{ zh: "{nmae}", en: "{name}" }', '[]', '')).rejects.toMatchObject({ code: 'HC4001' });
  await expect(check('{ zh: "{name}", en: "{name}[[!plat| none]]" }', '[]', '')).rejects.toMatchObject({
    code: 'HC4001',
  });
});

it('refuses an exemption under a clause that the notice has not', async () => {
  await expect(
    check('{ zh: "{name}", en: "{name}" }', '[{ id: x, when: { zh: 甲, en: a }, clause: (七)1 }]', ''),
  ).rejects.toMatchObject({
    code: 'HC4001',
  });
});
