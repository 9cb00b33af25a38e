/*
id: EX07
title: { zh: 申请退出而两套数据差距过大, en: Applying to exit while the two datasets differ }
family: exit
severity: medium
clause: [(三)6, (三)7]
subject: area
predicate:
  zh: 村已宣布退出或申请退出，或一个乡镇、县的贫困村已全部退出或申请退出，而该地区统计监测与名册的贫困人口数差距仍超过允许差距（同 DD01）。
  en: A village has exited or applied to, or all poor villages of a township or county have, while its poor persons by statistics and by roster still differ by more than DD01 allows.
needs:
  statistics: [poor_persons, county?, township?, village?, year?]
  village: [exit_status, poor_village?, county?, township?, village]
  person: [exit_status]
absence: [person, household, statistics, village]
params: []
key: [level]
message:
  zh: "{area}（{level}）{declared}个村已退出或申请退出，但统计监测贫困人口{statistics_count}人、名册{roster_count}人，相差{difference}人，差距过大"
  en: "{area} ({level}): {declared} villages have exited or applied to, but statistics count {statistics_count} poor persons and the roster {roster_count}, a difference of {difference}"
evidence:
  area: { zh: 地区, en: Area }
  level: { zh: 级别, en: Level, codes: area.level }
  declared: { zh: 已退出或申请退出的村数, en: Villages exited or applying }
  statistics_count: { zh: 统计监测（人）, en: Statistics }
  roster_count: { zh: 名册（人）, en: Roster }
  difference: { zh: 相差（人）, en: Difference }
  year: { zh: 统计年度, en: Year of the statistics }
verify:
  zh: 退出前核对两套数据的口径和名单，查明差额来源，确保退出时两套数据基本一致。
  en: Before the exit, compare scope and lists of both datasets and find where the difference comes from.
*/
WITH counted_county AS (
  SELECT CASE WHEN count(DISTINCT a.county) = 1 THEN min(a.county) END AS county FROM area_count a
),
sheet_county AS (
  SELECT CASE WHEN count(DISTINCT v.home_county) = 1 THEN min(v.home_county) END AS county FROM village_sheet v
),
-- Where one side names its only county and the other names none, they are the same county.
sheet AS (
  SELECT
    coalesce(v.home_county, c.county) AS county, v.home_township AS township, v.village, v.ref,
    coalesce(v.exit_status IN ('exited', 'applied'), FALSE) AS is_declared,
    v.poor_village IS DISTINCT FROM FALSE AS is_poor
  FROM village_sheet v
  CROSS JOIN counted_county c
),
gap AS (
  SELECT coalesce(g.county, s.county) AS home_county, g.*
  FROM area_gap g
  CROSS JOIN sheet_county s
),
declared AS (
  SELECT
    'village' AS level, s.county, s.township, s.village,
    count(*) AS declared, min(s.ref) AS village_ref
  FROM sheet s
  WHERE s.is_declared
  GROUP BY s.county, s.township, s.village
  UNION ALL
  SELECT 'township', s.county, s.township, NULL, count(*), min(s.ref) AS village_ref
  FROM sheet s
  WHERE s.is_poor
  GROUP BY s.county, s.township
  HAVING bool_and(s.is_declared)
  UNION ALL
  SELECT 'county', s.county, NULL, NULL, count(*), min(s.ref) AS village_ref
  FROM sheet s
  WHERE s.is_poor
  GROUP BY s.county
  HAVING bool_and(s.is_declared)
)
SELECT
  g.home_county AS county,
  g.township,
  g.village,
  g.area AS name,
  g.area,
  g.level,
  d.declared,
  g.statistics_persons AS statistics_count,
  g.roster_persons AS roster_count,
  g.difference,
  g.year,
  g.refs,
  d.village_ref
FROM gap g
JOIN declared d
  ON d.level = g.level AND d.county IS NOT DISTINCT FROM g.home_county
  AND d.township IS NOT DISTINCT FROM g.township AND d.village IS NOT DISTINCT FROM g.village
