import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { type Fact, loadFacts } from '../../src/facts/facts.js';
import { loadClauses } from '../../src/policy/clauses.js';
import { loadPack, type Pack } from '../../src/policy/pack.js';
import { checkComplete, checkOwnRules } from '../../src/rules/check-own.js';
import { loadRules, type Rule } from '../../src/rules/load.js';
import { parseRule } from './shipped.js';

let engine: Engine;
let inputs: { facts: readonly Fact[]; pack: Pack; clauses: ReadonlySet<string> };
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  inputs = {
    facts: await loadFacts(engine),
    pack: await loadPack('gansu-2017'),
    clauses: new Set((await loadClauses()).keys()),
  };
});
afterAll(() => engine.close());

/** A county's rule whose SELECT ends in those lines; the first of them is line 17. */
const rule = (last: string, header: Readonly<Record<string, string>> = {}): Rule => ({
  ...parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: mis-identification
severity: low
clause: ${header.clause ?? '[(一)4]'}
subject: person
predicate: { zh: 甲, en: a }
needs: ${header.needs ?? '{ vehicle: [owner_id, plate], person: [exit_status] }'}
params: ${header.params ?? '[]'}
message: { zh: "{name}", en: "${header.message ?? '{name}'}" }
evidence: { ${header.evidence ?? 'plate'}: { zh: 号牌, en: Plate } }
${header.marks ?? 'personal: []'}
verify: { zh: 甲, en: a }
*/
SELECT m.household_no, m.name, m.id_number, m.township, m.village, v.plate, v.ref
${last}`),
  path: '/county/cx01-test.sql',
});
const FROM = 'FROM active_member m\nJOIN vehicle v ON v.owner_id_key = m.id_key';

/** Each check needs an empty engine. */
async function check(given: Rule): Promise<void> {
  const own = await openDuckdb({ threads: 1 });
  try {
    await checkOwnRules(own, [given], inputs);
  } finally {
    await own.close();
  }
}

describe('a county’s rule, before any input is read', () => {
  it('passes when it holds to what it declares', async () => {
    await expect(check(rule(FROM))).resolves.toBeUndefined();
    // One end of a range is enough.
    await expect(
      check(rule(`${FROM}\nWHERE m.age > $working_age_to`, { params: '[working_age]' })),
    ).resolves.toBeUndefined();
  });

  it.each<[what: string, given: Rule, line: number, problem: RegExp]>([
    [
      'a table that it does not declare',
      rule(`${FROM}\nJOIN property p ON p.owner_id_key = m.id_key`),
      19,
      /table property is not declared/,
    ],
    [
      'a fact on a dataset that it does not declare',
      rule(`${FROM}\nJOIN counted_property p ON p.owner_key = m.id_key`),
      19,
      /counted_property stands on property/,
    ],
    ['a column that it does not declare', rule(`${FROM}\nWHERE v.brand IS NOT NULL`), 19, /brand/],
    [
      'a table with a slip',
      rule('FROM active_membr m\nJOIN vehicle v ON v.owner_id_key = m.id_key'),
      17,
      /did you mean active_member\?/,
    ],
    ['a write', rule(`${FROM};\nDELETE FROM person`), 16, /not exactly one SELECT/],
    ['an INSERT', rule(`${FROM};\nINSERT INTO person SELECT * FROM person`), 16, /not exactly one SELECT/],
    ['read_csv', rule(`${FROM}\nJOIN read_csv('/etc/passwd') f ON TRUE`), 19, /table functions/],
    [
      'read_text in a subquery',
      rule(`${FROM}\nWHERE EXISTS (SELECT 1 FROM read_text('/etc/passwd'))`),
      19,
      /table functions/,
    ],
    [
      'a file by its name',
      rule(`${FROM}\nJOIN 'other.parquet' f ON TRUE`),
      19,
      /other\.parquet is not declared/,
    ],
    ['COPY', rule(`${FROM};\nCOPY person TO 'out.csv'`), 16, /not exactly one SELECT/],
    ['ATTACH', rule(`${FROM};\nATTACH 'other.duckdb'`), 16, /not exactly one SELECT/],
    ['INSTALL', rule(`${FROM};\nINSTALL httpfs`), 16, /not exactly one SELECT/],
    ['SET', rule(`${FROM};\nSET threads = 1`), 16, /not exactly one SELECT/],
    ['PRAGMA', rule(`${FROM};\nPRAGMA database_list`), 16, /not exactly one SELECT/],
    ['the tables of other rules', rule(`${FROM}\nJOIN hecha.finding f ON TRUE`), 19, /named with its schema/],
    ['the catalogue', rule(`${FROM}\nJOIN duckdb_settings() f ON TRUE`), 19, /table functions/],
    ['a setting', rule(`${FROM}\nWHERE current_setting('threads') = '1'`), 19, /function current_setting/],
    ['the environment', rule(`${FROM}\nWHERE getenv('HOME') = ''`), 19, /function getenv/],
    [
      'a function that is not portable',
      rule(`${FROM}\nWHERE regexp_matches(v.plate, 'A')`),
      19,
      /function regexp_matches/,
    ],
    ['::', rule(`${FROM}\nWHERE m.age::VARCHAR = '1'`), 19, /`::` is not portable/],
    ['QUALIFY', rule(`${FROM}\nQUALIFY m.age = 1`), 19, /QUALIFY/],
    ['LIMIT', rule(`${FROM}\nLIMIT 1`), 19, /LIMIT/],
    [
      'the clock',
      rule(`${FROM}\nWHERE current_date > DATE '2017-01-01'`),
      19,
      /current_date is not the same/,
    ],
    ['a float', rule(`${FROM}\nWHERE m.age > 1e1`), 19, /floating-point/],
    ['a clause that there is not', rule(FROM, { clause: '[(一)4, (七)1]' }), 6, /no clause \(七\)1/],
    [
      'a dataset that there is not',
      rule(FROM, { needs: '{ vehicles: [plate] }' }),
      9,
      /no dataset vehicles, did you mean vehicle\?/,
    ],
    [
      'a column that there is not',
      rule(FROM, { needs: '{ vehicle: [owner_id, plate, colour], person: [exit_status] }' }),
      9,
      /vehicle has no column colour/,
    ],
    [
      'a parameter with a slip',
      rule(`${FROM}\nWHERE m.age > $working_agee`, { params: '[working_agee]' }),
      10,
      /no parameter working_agee, did you mean working_age\?/,
    ],
    ['a parameter that it does not use', rule(FROM, { params: '[dual_gap]' }), 10, /dual_gap is not used/],
    [
      'a parameter that it does not declare',
      rule(`${FROM}\nWHERE m.age > $dual_gap`),
      19,
      /\$dual_gap is not in params/,
    ],
    [
      'a message about a column that it does not select',
      rule(FROM, { message: '{nmae}' }),
      11,
      /message: column nmae is not selected, did you mean name\?/,
    ],
    [
      'evidence that it does not select',
      rule(FROM, { evidence: 'brand' }),
      12,
      /evidence: column brand is not selected/,
    ],
    [
      'a personal column that is no evidence',
      rule(FROM, { marks: 'personal: [phone]' }),
      13,
      /personal: phone is not a column of evidence/,
    ],
    [
      'a volatile column that is no evidence',
      rule(FROM, { marks: 'volatile: [age]' }),
      13,
      /volatile: age is not a column of evidence/,
    ],
    [
      'a volatile column that a finding is known by',
      rule(FROM, { marks: 'volatile: [plate]\nkey: [plate]' }),
      13,
      /volatile: plate is a column of key/,
    ],
  ])('is refused for %s, with the line', async (_, given, line, problem) => {
    const error = (await check(given).catch((thrown: unknown) => thrown)) as {
      code: string;
      values: Record<string, unknown>;
      sentence(lang: 'zh'): string;
    };
    expect(error).toMatchObject({
      code: 'HC4001',
      values: { file: 'cx01-test.sql', line, problem: expect.stringMatching(problem) },
    });
    expect(error.sentence('zh')).toMatch(/^HC4001 规则文件“cx01-test\.sql”第 \d+ 行：.*\p{Script=Han}/u);
  });

  it('is not held back by a fault of ours, which the run itself finds', async () => {
    const { path: _path, ...ours } = rule(`${FROM}\nLIMIT 1`);
    await expect(check(ours)).resolves.toBeUndefined();
  });
});

describe('checkComplete', () => {
  const without = (pack: Pack, name: string): Pack => ({
    ...pack,
    parameters: Object.fromEntries(Object.entries(pack.parameters).filter(([each]) => each !== name)),
  });

  it('lets a whole pack pass, and says what another lacks', async () => {
    const { pack, facts } = inputs;
    const rules = await loadRules();
    expect(() => checkComplete(pack, pack, [...facts, ...rules])).not.toThrow();
    for (const name of ['exempt_vehicle_types', 'exit_window', 'stable_income_line']) {
      expect(() => checkComplete(without(pack, name), pack, [...facts, ...rules])).toThrow(
        expect.objectContaining({ code: 'HC2004', values: { pack: 'gansu-2017', parameter: name } }),
      );
    }
    // Only what is read is missed.
    expect(() => checkComplete(without(pack, 'exempt_vehicle_types'), pack, [])).not.toThrow();
  });

  it('knows a parameter of another kind', async () => {
    const { pack, facts } = inputs;
    const { exit_window, ...rest } = pack.parameters;
    if (!exit_window) throw new Error('no exit_window');
    const other: Pack = {
      ...pack,
      parameters: { ...rest, exit_window: { ...exit_window, kind: 'number', value: 2014 } },
    };
    expect(() => checkComplete(other, pack, facts)).toThrow(expect.objectContaining({ code: 'HC2004' }));
  });
});
