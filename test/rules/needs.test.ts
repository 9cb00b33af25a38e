import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleTables } from '../../src/datasets/catalogue.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { createTables } from '../../src/normalize/tables.js';
import type { RuleHeader } from '../../src/rules/header.js';
import { loadRules } from '../../src/rules/load.js';
import { type Given, missingNeeds, readGiven } from '../../src/rules/needs.js';
import { parseRule } from './shipped.js';

const given = (datasets: Readonly<Record<string, string>>): Given =>
  new Map(Object.entries(datasets).map(([id, columns]) => [id, new Set(columns.split(' '))]));

const { header: plain } = parseRule(`/*
id: CX01
title: { zh: 甲, en: a }
family: mis-identification
severity: high
clause: [(一)4]
subject: person
predicate: { zh: 甲, en: a }
needs: {}
message: { zh: 甲, en: a }
evidence: {}
verify: { zh: 甲, en: a }
*/
SELECT 1`);
const lacking = (
  needs: RuleHeader['needs'],
  datasets: Readonly<Record<string, string>>,
  needs_any: RuleHeader['needs_any'] = [],
) => missingNeeds({ ...plain, needs, needs_any }, given(datasets));

describe('missingNeeds', () => {
  it('asks for nothing where nothing is needed or all is there', () => {
    expect(lacking({}, {})).toBeUndefined();
    expect(lacking({ vehicle: ['plate'] }, { vehicle: 'plate' })).toBeUndefined();
    expect(lacking({ vehicle: [] }, { vehicle: 'owner_id' })).toBeUndefined();
  });

  it('names a dataset that is missing, without its columns', () => {
    expect(lacking({ vehicle: ['plate', 'status'] }, { person: 'name' })).toEqual({
      zh: '缺少机动车数据',
      en: 'needs vehicle',
    });
  });

  it('names the columns that are missing by their usual headers', () => {
    expect(lacking({ vehicle: ['plate', 'status', 'owner_id'] }, { vehicle: 'owner_id' })).toEqual({
      zh: '缺少机动车的“号牌号码”列，机动车的“机动车状态”列',
      en: 'needs vehicle.plate, vehicle.status',
    });
  });

  it('does without what a ? marks', () => {
    expect(lacking({ vehicle: ['owner_id', 'brand?'] }, { vehicle: 'owner_id' })).toBeUndefined();
    expect(lacking({ 'vehicle?': ['plate'], death: ['id_number?'] }, { death: 'name' })).toBeUndefined();
  });

  it('names all that is missing', () => {
    expect(lacking({ vehicle: [], death: ['died_on'] }, { death: 'name' })).toEqual({
      zh: '缺少机动车数据，死亡人员的“死亡日期”列',
      en: 'needs vehicle, death.died_on',
    });
  });

  it('takes a household-level column of the roster from the sheet of households too', () => {
    const needs = { person: ['exit_status'] };
    expect(lacking(needs, { person: 'name' })).toBeDefined();
    expect(lacking(needs, { person: 'name exit_status' })).toBeUndefined();
    expect(lacking(needs, { person: 'name', household: 'exit_status' })).toBeUndefined();
    // The sheet alone is no roster, and an extract’s column is no other dataset’s.
    expect(lacking(needs, { household: 'exit_status' })).toEqual({
      zh: '缺少贫困人口信息数据',
      en: 'needs person',
    });
    expect(lacking({ death: ['name'] }, { death: 'id_number', household: 'name' })).toBeDefined();
  });

  describe('of several sources', () => {
    const sources = [
      [{ dwelling: ['grade'] }, { person: ['dwelling_grade'] }, { person: ['dangerous_dwelling'] }],
    ];

    it('is content with one', () => {
      for (const datasets of [
        { person: 'name', dwelling: 'grade' },
        { person: 'name dwelling_grade' },
        { person: 'name dangerous_dwelling' },
        { person: 'name', household: 'dangerous_dwelling' },
      ]) {
        expect(lacking({}, datasets, sources)).toBeUndefined();
      }
    });

    it('names all when there is none', () => {
      expect(lacking({}, { person: 'name', dwelling: 'name' }, sources)).toEqual({
        zh: '缺少危房鉴定的“鉴定等级”列或贫困人口信息的“危房等级”列或贫困人口信息的“是否危房”列',
        en: 'needs dwelling.grade or person.dwelling_grade or person.dangerous_dwelling',
      });
    });

    it('says what belongs together', () => {
      expect(
        lacking({}, { person: 'name' }, [[{ dwelling: ['grade'], water: ['safe'] }, { death: [] }]]),
      ).toEqual({
        zh: '缺少危房鉴定数据和安全饮水数据或死亡人员数据',
        en: 'needs dwelling and water or death',
      });
    });

    it('asks for each group', () => {
      expect(
        lacking({ vehicle: [] }, {}, [
          [{ death: [] }, { water: [] }],
          [{ dibao: [] }, { tekun: [] }],
        ]),
      ).toEqual({
        zh: '缺少机动车数据，死亡人员数据或安全饮水数据，低保数据或特困供养数据',
        en: 'needs vehicle, death or water, dibao or tekun',
      });
    });

    it('does not say twice that a dataset is missing', () => {
      expect(
        lacking({ person: [] }, {}, [[{ person: ['dwelling_grade'] }, { person: ['safe_water'] }]]),
      ).toEqual({
        zh: '缺少贫困人口信息数据',
        en: 'needs person',
      });
    });
  });
});

describe('readGiven', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb({ threads: 1 });
    await createTables(engine);
  });
  afterAll(() => engine.close());

  it('is which columns some file of each dataset had', async () => {
    expect(await readGiven(engine)).toEqual(new Map());
    await engine.exec(
      "INSERT INTO hecha.given VALUES ('person', 'name'), ('person', 'id_number'), ('person', 'name'), ('death', 'name')",
    );
    expect(await readGiven(engine)).toEqual(given({ person: 'name id_number', death: 'name' }));
  });
});

it('every rule that ships runs when every dataset has every column, and none does on an empty folder', async () => {
  const everything = new Map(ruleTables.map(({ id, fields }) => [id, new Set(Object.keys(fields))]));
  for (const { header } of await loadRules()) {
    expect(missingNeeds(header, everything), header.id).toBeUndefined();
    if (Object.keys(header.needs).length > 0)
      expect(missingNeeds(header, new Map()), header.id).toBeDefined();
  }
});

it('a rule that compares says once that it needs a previous run, and why one that was named will not do', () => {
  const header = {
    ...plain,
    needs: { previous_household: ['income'], previous_member: ['severe'] },
    needs_any: [],
  };
  const why = { zh: '已隐去证件号', en: 'it masked ID numbers' };
  expect(missingNeeds(header, given({}))).toEqual({
    zh: '缺少上一次核查（--previous）',
    en: 'needs --previous',
  });
  expect(missingNeeds(header, given({}), why)?.en).toBe('needs --previous: it masked ID numbers');
  expect(missingNeeds({ ...header, needs: { vehicle: ['plate'] } }, given({}), why)?.en).toBe(
    'needs vehicle',
  );
  expect(
    missingNeeds(header, given({ previous_household: 'income', previous_member: 'severe' }), why),
  ).toBeUndefined();
});
