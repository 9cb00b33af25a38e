import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareAreas } from '../../src/audit/area-comparison.js';
import { openDuckdb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  await engine.exec(`CREATE TABLE area_count AS SELECT * FROM (VALUES
    ('county', '安平县', NULL, NULL, 1000, 260, 950, 240, NULL, 2017),
    ('township', '安平县', '城关镇', NULL, 210, NULL, 199, 50, NULL, 2017),
    ('village', '安平县', '城关镇', '东村', 20, 5, 30, 5, NULL, 2017),
    ('village', '安平县', '城关镇', '西村', 9, 3, 0, 0, TRUE, 2017),
    ('village', '安平县', '城关镇', '空村', 0, 0, 0, 0, NULL, 2017)
  ) v(level, county, township, village, statistics_persons, statistics_households, roster_persons, roster_households, unknown_name, year)`);
});
afterAll(() => engine.close());

it('holds every area against the limit, flagged or not, villages before their township', async () => {
  const areas = await compareAreas(engine, { gap: 0.05, least: 10 });
  expect(
    areas.map(({ level, village, persons, households }) => [
      level,
      village,
      persons?.exceeds,
      households?.exceeds,
    ]),
  ).toEqual([
    // A difference of 10 of 30 is above 5 % and at least 10.
    ['village', '东村', true, false],
    ['village', '空村', false, false],
    // 9 of 9 is all of them, but fewer than 10.
    ['village', '西村', false, false],
    ['township', '', true, undefined],
    // 50 of 1000 is exactly 5 %, and so not above; 20 of 260 is.
    ['county', '', false, true],
  ]);
  expect(areas[0]?.persons).toEqual({
    statistics: 20,
    roster: 30,
    difference: 10,
    percent: 33.3,
    exceeds: true,
  });
  expect(areas[1]?.persons).toEqual({ statistics: 0, roster: 0, difference: 0, percent: 0, exceeds: false });
  expect(areas[2]?.unknownName).toBe(true);
  expect(areas[3]?.year).toBe('2017');
});

it('moves with the limit', async () => {
  const exceeding = async (gap: number, least: number): Promise<number> =>
    (await compareAreas(engine, { gap, least })).filter(({ persons }) => persons?.exceeds).length;
  expect(await exceeding(0.0499, 10)).toBe(3);
  expect(await exceeding(0.05, 11)).toBe(1);
  expect(await exceeding(0.05, 9)).toBe(3);
});
