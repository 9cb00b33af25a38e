import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.js';
import { type CheckInputs, checkRule, restricted } from '../../src/rules/check.js';
import { emptyCounty, parseRule } from './shipped.js';

let engine: Engine;
let inputs: CheckInputs;
beforeAll(async () => {
  ({ engine, inputs } = await emptyCounty());
});
afterAll(() => engine.close());

/** The header of a sound rule of a county, line by line; a part of it may be put otherwise. */
const sound = {
  id: 'CX01',
  title: '{ zh: 有车, en: Has a car }',
  family: 'mis-identification',
  severity: 'high',
  clause: '[(一)4]',
  subject: 'person',
  predicate: '{ zh: 有车, en: Has a car }',
  needs: '{ vehicle: [owner_id, plate, registered_on, brand?], person: [exit_status] }',
  params: '[as_of, old_vehicle_years, exempt_vehicle_types]',
  key: '[plate]',
  message: '{ zh: "{name}有{plate}", en: "{name} has {plate}" }',
  evidence: '{ plate: { zh: 号牌, en: Plate } }',
  verify: '{ zh: 核实, en: Check }',
};
const BODY_LINE = Object.keys(sound).length + 3;
const SOUND_BODY = `SELECT
  m.household_no, m.name, m.id_number, m.township, m.village,
  v.plate, v.ref AS vehicle_ref
FROM active_member m
JOIN vehicle v ON v.owner_id_key = m.id_key
WHERE v.registered_on < $as_of - to_years(CAST($old_vehicle_years AS INTEGER))
  AND v.brand IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM exempt_vehicle_types e WHERE e.value = v.plate)`;

const ruleOf = (header: Partial<typeof sound> & { exemptions?: string }, body = SOUND_BODY) =>
  parseRule(
    `/*\n${Object.entries({ ...sound, ...header })
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')}\n*/\n${body}\n`,
  );
const check = (header: Parameters<typeof ruleOf>[0], body?: string): Promise<void> =>
  checkRule(engine, ruleOf(header, body), inputs);

it('lets a sound rule of a county pass', async () => {
  expect(ruleOf({}).bodyLine).toBe(BODY_LINE);
  await expect(check({})).resolves.toBeUndefined();
});

describe('a rule’s header', () => {
  it.each([
    ['a clause that the notice has not', { clause: '[(一)4, (七)1]' }, 'the notice has no clause (七)1'],
    ['a dataset that there is not', { needs: '{ vehicles: [plate] }' }, 'there is no dataset vehicles'],
    [
      'a column that a dataset has not',
      { needs: '{ vehicle: [owner_id, plat] }' },
      'vehicle has no column plat',
    ],
    [
      'an optional column that a dataset has not',
      { needs: '{ vehicle: [owner_id, plat?] }' },
      'vehicle has no column plat',
    ],
    [
      'a parameter that the policy has not',
      { params: '[as_of, old_vehicle_years, exempt_vehicle_types, age]' },
      'no parameter age',
    ],
    [
      'a parameter that is not used',
      { params: '[as_of, old_vehicle_years, exempt_vehicle_types, dual_gap]' },
      'dual_gap is not used',
    ],
    [
      'a list that is not used',
      { params: '[as_of, old_vehicle_years, exempt_vehicle_types, cadre_posts]' },
      'cadre_posts is not used',
    ],
    [
      'no as_of, though it is used',
      { params: '[old_vehicle_years, exempt_vehicle_types]' },
      '$as_of is not in params',
    ],
    [
      'no number that is used',
      { params: '[as_of, exempt_vehicle_types]' },
      '$old_vehicle_years is not in params',
    ],
    [
      'no list that is used',
      { params: '[as_of, old_vehicle_years]' },
      'exempt_vehicle_types is not in params',
    ],
    [
      'evidence that is not selected',
      { evidence: '{ colour: { zh: 颜色, en: Colour } }' },
      'column colour is not selected',
    ],
    ['a key that is not selected', { key: '[plate, engine_no]' }, 'column engine_no is not selected'],
    [
      'a list of codes that there is not',
      { evidence: '{ plate: { zh: 号牌, en: Plate, codes: vehicle.plate } }' },
      'there is no code list vehicle.plate',
    ],
    [
      'exemptions that it does not select',
      { exemptions: '[{ id: truck, when: { zh: 货车, en: truck } }]' },
      'none is selected',
    ],
    ['a subject whose columns are not selected', { subject: 'area' }, 'column county is not selected'],
    [
      'a dataset that is read and not declared',
      { needs: '{ property: [owner_id] }' },
      'table vehicle is not declared',
    ],
  ])('is refused with %s', async (_, header, problem) => {
    await expect(check(header)).rejects.toMatchObject({
      code: 'HC4001',
      values: { file: 'cx01-test.sql', line: expect.any(Number), problem: expect.stringContaining(problem) },
    });
  });

  it.each([
    ['person', ['household_no', 'name', 'id_number', 'township', 'village']],
    ['household', ['household_no', 'name', 'township', 'village']],
    ['village', ['township', 'village']],
    ['township', ['township']],
    ['area', ['county', 'township', 'village']],
    ['helper', ['name']],
    ['record', ['name']],
  ])('asks of a %s for the columns that reports show', async (subject, columns) => {
    const body = (names: readonly string[]): string =>
      `SELECT ${['m.relation AS plate', ...names.map((name) => `m.${name}`)].join(', ')} FROM member m`;
    const header = { subject, params: '[]', needs: '{}', message: '{ zh: "有{plate}", en: "{plate}" }' };
    await expect(check(header, body(columns))).resolves.toBeUndefined();
    for (const missing of columns) {
      const rest = columns.filter((name) => name !== missing);
      await expect(check(header, body(rest))).rejects.toThrow(`column ${missing} is not selected`);
    }
  });

  it('may name a code list of its own facts, and exemptions that it selects', async () => {
    const body = SOUND_BODY.replace('v.plate, ', "v.plate, 'truck' AS exemption, ");
    await expect(
      check(
        {
          evidence: '{ plate: { zh: 号牌, en: Plate, codes: asset.kind } }',
          exemptions: '[{ id: truck, when: { zh: 货车, en: truck } }]',
        },
        body,
      ),
    ).resolves.toBeUndefined();
  });

  it('may name a dataset as one of several sources', async () => {
    const rule = ruleOf({ needs: '{ person: [exit_status] }' });
    expect(rule.header.needs_any).toEqual([]);
    await expect(
      checkRule(
        engine,
        {
          ...rule,
          header: {
            ...rule.header,
            needs_any: [
              [{ vehicle: ['owner_id', 'plate', 'registered_on', 'brand'] }, { death: ['id_number'] }],
            ],
          },
        },
        inputs,
      ),
    ).resolves.toBeUndefined();
  });
});

describe('a rule’s SELECT', () => {
  const refusals: readonly (readonly [string, string, number, RegExp])[] = [
    ['a second statement', `${SOUND_BODY};\nDROP TABLE person`, 0, /not exactly one SELECT/],
    ['a write', 'DELETE FROM person', 0, /not exactly one SELECT/],
    [
      'a write behind a CTE',
      'WITH c AS (SELECT 1 AS a) INSERT INTO person SELECT a FROM c',
      0,
      /not exactly one SELECT/,
    ],
    ['COPY', "COPY person TO 'out.csv'", 0, /not exactly one SELECT/],
    [
      'a table that is not declared',
      SOUND_BODY.replace('JOIN vehicle v', 'JOIN property p ON TRUE\nJOIN vehicle v'),
      4,
      /table property is not declared/,
    ],
    [
      'a table that there is not',
      SOUND_BODY.replace('JOIN vehicle v', 'JOIN cars v'),
      4,
      /table cars is not declared/,
    ],
    [
      'a fact that stands on one',
      SOUND_BODY.replace('JOIN vehicle v', 'JOIN counted_property p ON TRUE\nJOIN vehicle v'),
      4,
      /counted_property stands on property/,
    ],
    [
      'a file',
      SOUND_BODY.replace('JOIN vehicle v', "JOIN '/tmp/x.csv' x ON TRUE\nJOIN vehicle v"),
      4,
      /x\.csv is not declared/,
    ],
    [
      'a table function',
      SOUND_BODY.replace('JOIN vehicle v', "JOIN read_csv('x') x ON TRUE\nJOIN vehicle v"),
      4,
      /table functions/,
    ],
    ['a schema', SOUND_BODY.replace('JOIN vehicle v', 'JOIN main.vehicle v'), 4, /named with its schema/],
    [
      'the findings',
      SOUND_BODY.replace('JOIN vehicle v', 'JOIN hecha.finding f ON TRUE\nJOIN vehicle v'),
      4,
      /named with its schema/,
    ],
    ['::', SOUND_BODY.replace('v.plate', 'v.plate::VARCHAR'), 2, /`::` is not portable/],
    ['the clock', SOUND_BODY.replace('v.brand IS NOT NULL', 'now() IS NOT NULL'), 6, /function now/],
  ];
  it.each(refusals)('is refused with %s, and the line named', async (_, body, line, problem) => {
    await expect(check({}, body)).rejects.toMatchObject({
      code: 'HC4001',
      values: { file: 'cx01-test.sql', line: BODY_LINE + line, problem: expect.stringMatching(problem) },
    });
  });

  it.each([
    ['a column that needs does not declare', SOUND_BODY.replace('v.brand', 'v.price'), /price/],
    [
      'a column of the roster that needs does not declare',
      SOUND_BODY.replace('FROM active_member m', 'FROM active_member m JOIN person p ON p.phone = m.name'),
      /phone/,
    ],
    ['a column that there is not', SOUND_BODY.replace('v.brand', 'v.colour'), /colour/],
    ['types that do not go together', SOUND_BODY.replace('v.brand IS NOT NULL', 'v.registered_on > 5'), /./],
  ])('is refused with %s', async (_, body, problem) => {
    await expect(check({}, body)).rejects.toMatchObject({
      code: 'HC4001',
      values: { file: 'cx01-test.sql', line: expect.any(Number), problem: expect.stringMatching(problem) },
    });
    const error = await check({}, body).catch(
      (thrown: { values: { line: number; problem: string } }) => thrown,
    );
    expect(error?.values.line).toBeGreaterThanOrEqual(BODY_LINE);
    expect(error?.values.problem).not.toContain('\n');
  });

  it('may read the roster and the list of given columns undeclared', async () => {
    const body =
      "SELECT p.household_no, p.name, p.id_number, p.township, p.village, p.phone AS plate FROM person p LEFT JOIN household h ON h.household_no = p.household_no WHERE EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'person')";
    await expect(check({ needs: '{}', params: '[]' }, body)).resolves.toBeUndefined();
  });
});

describe('restricted', () => {
  it('narrows each declared dataset to its declared columns and what belongs to them', async () => {
    const rule = ruleOf({ needs: '{ vehicle: [owner_id, registered_on, plate] }' }, 'SELECT * FROM vehicle');
    expect((await engine.describe(restricted(rule))).map(({ name }) => name)).toEqual([
      'ref',
      'owner_id',
      'owner_id_state',
      'owner_id_key',
      'owner_id_cert',
      'registered_on',
      'registered_on_precision',
      'plate',
    ]);
  });

  it('joins needs and all alternatives', async () => {
    const rule = ruleOf({ needs: '{ vehicle: [plate, brand?] }' }, 'SELECT * FROM vehicle');
    const header = { ...rule.header, needs_any: [[{ vehicle: ['price'] }, { death: ['died_on'] }]] };
    expect((await engine.describe(restricted({ ...rule, header }))).map(({ name }) => name)).toEqual([
      'ref',
      'plate',
      'brand',
      'price',
    ]);
  });

  it('leaves a rule without needs as it is', () => {
    expect(restricted(ruleOf({ needs: '{}' }, 'SELECT 1 AS a'))).toBe('SELECT 1 AS a');
  });

  it('stands a comment at the end of the SELECT', async () => {
    const rule = ruleOf({}, 'SELECT plate FROM vehicle -- the end');
    expect(await engine.all(restricted(rule))).toEqual([]);
  });

  it('lets a CTE of the rule hide a dataset', async () => {
    const rule = ruleOf({}, "WITH vehicle AS (SELECT 'x' AS plate) SELECT plate FROM vehicle");
    expect(await engine.all(restricted(rule))).toEqual([{ plate: 'x' }]);
  });
});
