import { afterAll, beforeAll, expect, it } from 'vitest';
import { measurePageFacts } from '../../src/audit/page-facts.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import type { PageFacts } from '../../src/report/model.js';

let engine: Engine;
let facts: PageFacts;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  await engine.exec(`
    CREATE SCHEMA hecha;
    CREATE TABLE roster_household AS SELECT * FROM (VALUES
      ('H1', '安平县', '城关镇', '东村', '甲', 3, 'ordinary', 'poor', NULL, 3499.99, TRUE, FALSE),
      ('H2', '安平县', '城关镇', '东村', '乙', 4, 'dibao', 'exited', 2017, 3500.00, FALSE, TRUE),
      ('H3', '安平县', '城关镇', '西村', '丙', 2, 'ordinary', 'exited', 2016, 1749.99, FALSE, TRUE),
      ('H4', NULL, NULL, NULL, '丁', 1, NULL, NULL, NULL, NULL, FALSE, FALSE)
    ) v(household_no, county, township, village, head_name, members, category, exit_status, exit_year, income, active, exited);
    CREATE TABLE household_gap AS SELECT * FROM (VALUES ('H1', 'water'), ('H1', 'water'), ('H2', 'education')) v(household_no, gap);
    CREATE TABLE known_guarantee AS SELECT * FROM (VALUES ('H1', 'water'), ('H1', 'housing'), ('H2', 'education')) v(household_no, gap);
    CREATE TABLE village_exit AS SELECT * FROM (VALUES
      ('安平县', '城关镇', '东村', 2017, 5, 2), ('安平县', '城关镇', '东村', 2016, 9, 1), ('安平县', '城关镇', '西村', 2017, 0, 0)
    ) v(county, township, village, year, at_start, exited);
    CREATE TABLE village_sheet AS SELECT '安平县' AS home_county, '城关镇' AS home_township, v.*, NULL AS exit_status,
      NULL AS exit_year, NULL AS population, NULL AS poor_households, NULL AS poor_persons, NULL AS remaining_households,
      NULL AS remaining_persons, NULL AS incidence, NULL AS indicators_unmet
    FROM (VALUES (1, '东村', TRUE, 120, 5000.00), (2, '东村', FALSE, 999, NULL), (3, '南村', NULL, 80, NULL))
      v(ref, village, poor_village, households, collective_income)`);
  facts = await measurePageFacts(engine, { asOf: '2017-07-31', line: 3500, band: 0.05 });
});
afterAll(() => engine.close());

it('knows of each village what roster and village sheet say, and takes neither for the other', () => {
  expect(
    facts.villages.map(({ village, households, persons, activeHouseholds, exitedHouseholds }) => [
      village,
      households,
      persons,
      activeHouseholds,
      exitedHouseholds,
    ]),
  ).toEqual([
    ['东村', 2, 7, 1, 1],
    ['南村', 0, 0, 0, 0],
    ['西村', 1, 2, 0, 1],
  ]);
  // Of two rows of one village the first in the file.
  expect(facts.villages[0]?.sheet).toEqual({
    poor_village: 'true',
    households: '120',
    collective_income: '5000.00',
  });
  expect(facts.villages[1]?.sheet).toEqual({ households: '80' });
});

it('counts gaps among those households of which they are known', () => {
  expect(facts.villages[0]?.gaps).toEqual([
    { guarantee: 'education', households: 1, known: 1 },
    { guarantee: 'housing', households: 0, known: 1 },
    { guarantee: 'medical', households: 0, known: 0 },
    { guarantee: 'water', households: 1, known: 1 },
  ]);
});

it('cuts incomes into steps that meet at the line', () => {
  expect(facts.incomeStep).toBe(175);
  expect(facts.incomes).toHaveLength(20);
  expect(facts.incomes.filter(({ exited, active }) => exited + active > 0)).toEqual([
    { from: 3325, exited: 0, active: 1 },
    { from: 3500, exited: 1, active: 0 },
  ]);
});

it('gives the exits of the as-of year, of villages that had anybody', () => {
  expect(facts.year).toBe('2017');
  expect(facts.exits).toEqual([
    { county: '安平县', township: '城关镇', village: '东村', atStart: 5, exited: 2 },
  ]);
});

it('gives one row a household in a village, gaps and known ones as sums', async () => {
  const rows = await engine.all(
    'SELECT household_no, gaps, known FROM hecha.household_sheet ORDER BY household_no',
  );
  expect(rows).toEqual([
    { household_no: 'H1', gaps: 8, known: 10 },
    { household_no: 'H2', gaps: 1, known: 1 },
    { household_no: 'H3', gaps: 0, known: 0 },
  ]);
});
