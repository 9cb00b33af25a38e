import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureCoverage } from '../../src/audit/coverage.js';
import { buildForRules, type JudgeInputs, judge } from '../../src/audit/judge.js';
import { datasets } from '../../src/datasets/catalogue.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { HechaError } from '../../src/errors.js';
import { loadFacts } from '../../src/facts/facts.js';
import { createTables } from '../../src/normalize/tables.js';
import { loadClauses } from '../../src/policy/clauses.js';
import { loadPack } from '../../src/policy/pack.js';
import { policyValues } from '../../src/policy/values.js';
import type { RuleOutcome } from '../../src/report/model.js';
import { loadRules, type Rule } from '../../src/rules/load.js';
import { readGiven } from '../../src/rules/needs.js';
import { parseRule } from '../rules/shipped.js';

/** H1 is poor, one member has a car and a motorcycle; H2 left poverty in 2016 and is under the line; of H3 nothing is known. */
const COUNTY = `
  INSERT INTO person BY NAME
    SELECT ref, household_no, name, id_number, 'valid' AS id_number_state, id_number AS id_number_key, relation,
      exit_status, CAST(exit_year AS DATE) AS exit_year, income AS income_per_capita, '安平县' AS county, '城关镇' AS township, '东村' AS village
    FROM (VALUES
      (2, 'H1', '甲', '629999197005010011', 'head', 'poor', NULL, CAST(2000 AS DECIMAL(18, 2))),
      (3, 'H1', '乙', '629999197208110022', 'spouse', 'poor', NULL, CAST(2000 AS DECIMAL(18, 2))),
      (4, 'H2', '丙', '629999196803030033', 'head', 'exited', '2016-01-01', CAST(3000 AS DECIMAL(18, 2))),
      (5, 'H3', '丁', '629999196912120044', 'head', NULL, NULL, NULL)
    ) v(ref, household_no, name, id_number, relation, exit_status, exit_year, income);
  INSERT INTO vehicle BY NAME
    SELECT 4294967296 + n AS ref, '629999197005010011' AS owner_id, 'valid' AS owner_id_state, '629999197005010011' AS owner_id_key,
      plate, vehicle_type, 'A' AS status, DATE '2015-03-01' AS registered_on
    FROM (VALUES (2, '陇A1', '小型轿车'), (3, '陇A2', '普通二轮摩托车')) v(n, plate, vehicle_type);
  INSERT INTO hecha.given VALUES
    ('person', 'household_no'), ('person', 'name'), ('person', 'id_number'), ('person', 'relation'), ('person', 'exit_status'),
    ('person', 'exit_year'), ('person', 'income_per_capita'), ('person', 'safe_water'),
    ('vehicle', 'owner_id'), ('vehicle', 'plate'), ('vehicle', 'vehicle_type'), ('vehicle', 'status'), ('vehicle', 'registered_on'),
    ('death', 'id_number'), ('death', 'died_on')`;

const broken = parseRule(`/*
id: CX01
title: { zh: 坏, en: Broken }
family: mis-identification
severity: high
clause: [(一)4]
subject: person
predicate: { zh: 甲, en: a }
needs: { vehicle: [plate] }
message: { zh: 甲, en: a }
evidence: {}
verify: { zh: 甲, en: a }
*/
SELECT v.no_such_column FROM vehicle v`);

let engine: Engine;
let inputs: JudgeInputs;
let outcomes: RuleOutcome[];
let seconds: Record<string, number>;
const judged: string[] = [];
const ruleIds = ['MI01', 'MI02', 'MI20', 'RP04'];

beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  await createTables(engine);
  await engine.exec(COUNTY);
  const [pack, facts, shipped] = [await loadPack('gansu-2017'), await loadFacts(engine), await loadRules()];
  const [first, ...rest] = ruleIds.flatMap((id) => shipped.filter(({ header }) => header.id === id));
  const asOf = '2017-07-31';
  const policy = policyValues(pack, asOf);
  inputs = {
    rules: [...(first ? [first] : []), broken, ...rest],
    facts,
    clauses: new Set((await loadClauses()).keys()),
    given: await readGiven(engine),
    pack,
    policy,
    asOf,
    scalars: policy.scalars,
    lang: 'zh',
    parts: [{ file: '名册.xlsx', sheet: '城关镇' }, { file: '车辆.csv' }],
    onRule: (id) => judged.push(id),
  };
  const { reads } = await buildForRules(engine, inputs);
  await engine.seal();
  ({ outcomes, seconds } = await judge(engine, inputs, reads));
});
afterAll(() => engine.close());

const outcomeOf = (id: string): RuleOutcome => {
  const outcome = outcomes.find(({ header }) => header.id === id);
  if (!outcome) throw new Error(`no outcome of ${id}`);
  return outcome;
};

describe('judge', () => {
  it('ends every rule, in order: flagged, failed, not run, clean', () => {
    expect(outcomes.map(({ header, status }) => [header.id, status])).toEqual([
      ['MI01', 'flagged'],
      ['CX01', 'failed'],
      ['MI02', 'not-run'],
      ['MI20', 'clean'],
      ['RP04', 'flagged'],
    ]);
    expect(judged).toEqual(['MI01', 'CX01', 'MI02', 'MI20', 'RP04']);
    expect(Object.keys(seconds)).toEqual(judged);
    for (const time of Object.values(seconds)) expect(time).toBeGreaterThan(0);
  });

  it('counts findings by severity, and what exemptions spared', () => {
    expect(outcomeOf('MI01')).toMatchObject({
      findings: 1,
      bySeverity: { high: 1, medium: 0, low: 0 },
      exempted: { motorcycle: 1 },
    });
    expect(outcomeOf('MI20')).toMatchObject({
      findings: 0,
      bySeverity: { high: 0, medium: 0, low: 0 },
      exempted: {},
    });
  });

  it('writes findings and exempted records to their tables, with the places that they come from', async () => {
    const columns = 'rule_id, severity, household_no, subject_name, id_number, message, sources';
    expect(await engine.all(`SELECT ${columns} FROM hecha.finding ORDER BY rule_id`)).toEqual([
      {
        rule_id: 'MI01',
        severity: 'high',
        household_no: 'H1',
        subject_name: '甲',
        id_number: '629999197005010011',
        message: expect.stringMatching(/^甲名下疑似有在用车辆陇A1/),
        sources: '名册.xlsx!城关镇#2; 车辆.csv#2',
      },
      expect.objectContaining({
        rule_id: 'RP04',
        household_no: 'H2',
        severity: 'medium',
        sources: '名册.xlsx!城关镇#4',
      }),
    ]);
    expect(await engine.all('SELECT rule_id, exemption, sources FROM hecha.exempted')).toEqual([
      { rule_id: 'MI01', exemption: 'motorcycle', sources: '名册.xlsx!城关镇#2; 车辆.csv#3' },
    ]);
  });

  it('says why a rule was not run', () => {
    expect(outcomeOf('MI02')).toMatchObject({
      reason: { zh: '缺少不动产数据', en: 'needs property' },
      findings: 0,
    });
  });

  it('says how a rule failed, and goes on', () => {
    const { reason, findings } = outcomeOf('CX01');
    expect(findings).toBe(0);
    expect(reason?.zh).toMatch(/^HC4001 .*cx01-test\.sql.*no_such_column/);
    expect(reason?.en).toMatch(/^HC4001 .*cx01-test\.sql.*no_such_column/);
  });

  it('gives each rule’s SQL, and the parameters that decided: its own and those of its facts', () => {
    const { sql, parameters } = outcomeOf('MI01');
    expect(sql).toBe(inputs.rules[0]?.body);
    expect(parameters).toMatchObject({
      as_of: '2017-07-31',
      old_vehicle_years: 10,
      exempt_vehicle_types: expect.arrayContaining(['motorcycle']),
      exit_window: '2014–2017',
    });
    expect(Object.keys(parameters)).toEqual(Object.keys(parameters).sort());
    expect(parameters).not.toHaveProperty('dual_gap');
    expect(outcomeOf('RP04').parameters).toMatchObject({ stable_income_line: 3500, poverty_line: 2952 });
  });

  it('stops when memory runs out: then no result is whole', async () => {
    const other = await openDuckdb({ threads: 1 });
    await createTables(other);
    await other.exec(COUNTY);
    const short: Engine = {
      exec: (...given) => other.exec(...given),
      all: (...given) => other.all(...given),
      describe: (...given) => other.describe(...given),
      writer: (...given) => other.writer(...given),
      loader: (...given) => other.loader(...given),
      loadCsv: (...given) => other.loadCsv(...given),
      dropRaw: (...given) => other.dropRaw(...given),
      seal: () => other.seal(),
      version: () => other.version(),
      close: () => other.close(),
      stream: () => {
        throw new HechaError('HC5004');
      },
    };
    const rules: Rule[] = inputs.rules.slice(0, 1);
    const { reads } = await buildForRules(other, { ...inputs, rules });
    await expect(judge(short, { ...inputs, rules }, reads)).rejects.toMatchObject({ code: 'HC5004' });
    await other.close();
  });
});

describe('measureCoverage', () => {
  it('shows every dataset, given or missing, and the roster’s size', async () => {
    const {
      datasets: shown,
      households,
      persons,
      activeHouseholds,
    } = await measureCoverage(engine, inputs.given);
    expect(shown.map(({ id }) => id)).toEqual(datasets.map(({ id }) => id));
    expect(shown.filter(({ given }) => given).map(({ id, rows }) => [id, rows])).toEqual([
      ['person', 4],
      ['vehicle', 2],
      ['death', 0],
    ]);
    expect([households, persons, activeHouseholds]).toEqual([3, 4, 1]);
  });

  it('shows what is unknown, and of how many households', async () => {
    const { unknownFacts } = await measureCoverage(engine, inputs.given);
    expect(unknownFacts.map(({ fact, households }) => [fact, households])).toEqual([
      ['education', 3],
      ['housing', 3],
      ['medical', 3],
      ['income', 1],
      ['exit_status', 1],
    ]);
    for (const { title } of unknownFacts) {
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[^\p{Script=Han}]+$/u);
    }
  });
});
