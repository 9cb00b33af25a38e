/*
name: area_gap
doc:
  zh: 统计监测与名册贫困人口数差距超过限额的地区（DD01 的判断，EX07 也用它）。
  en: An area whose poor persons by statistics and by roster differ by more than the limit, as DD01 judges it and EX07 uses it.
params: [dual_gap, dual_gap_min]
*/
SELECT
  c.level,
  c.county,
  c.township,
  c.village,
  c.area,
  c.statistics_persons,
  c.roster_persons,
  abs(c.statistics_persons - c.roster_persons) AS difference,
  c.year,
  c.unknown_name,
  c.refs
FROM area_count c
WHERE abs(c.statistics_persons - c.roster_persons) >= $dual_gap_min
  -- Counts are compared as whole numbers, so that exactly at the limit is not above it.
  AND abs(c.statistics_persons - c.roster_persons) > $dual_gap * greatest(c.statistics_persons, c.roster_persons)
