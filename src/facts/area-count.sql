/*
name: area_count
doc:
  zh: 各地区（村、乡镇、县）统计监测与名册的贫困户数、人数。统计取核查日所在年度及以前最近一年；上级没有自己的统计行时由下级相加。名册上没有出现过的地名不比较。
  en: For each area (village, township, county), poor households and persons by the statistics and by the roster. Statistics are those of the newest year that is not after the as-of day's; a level without rows of its own is the sum of the level below. An area whose name the roster never has is not compared.
params: [as_of]
*/
WITH statistics_county AS (
  SELECT CASE WHEN count(DISTINCT s.county) = 1 THEN min(s.county) END AS county FROM statistics s
),
roster_county AS (
  SELECT CASE WHEN count(DISTINCT h.county) = 1 THEN min(h.county) END AS county FROM roster_household h
),
-- Where one side names its only county and the other names none, they are the same county.
place AS (
  SELECT
    coalesce(h.county, (SELECT c.county FROM statistics_county c), '') AS county,
    h.township,
    h.village,
    h.active,
    h.members
  FROM roster_household h
),
only_township AS (
  SELECT p.county, p.village, min(p.township) AS township
  FROM place p
  GROUP BY p.county, p.village
  HAVING count(DISTINCT p.township) = 1
),
newest AS (
  SELECT max(s.year) AS year FROM statistics s WHERE s.year <= $as_of
),
statistics_row AS (
  SELECT
    coalesce(s.county, (SELECT c.county FROM roster_county c), (SELECT c.county FROM statistics_county c), '') AS county,
    s.township,
    s.village,
    s.poor_persons AS persons,
    s.poor_households AS households,
    s.ref
  FROM statistics s
  WHERE s.year IS NOT DISTINCT FROM (SELECT n.year FROM newest n)
),
named AS (
  SELECT r.county, coalesce(r.township, o.township) AS township, r.village, r.persons, r.households, r.ref
  FROM statistics_row r
  LEFT JOIN only_township o ON r.township IS NULL AND r.village IS NOT NULL AND o.county = r.county AND o.village = r.village
),
village_statistics AS (
  SELECT n.county, n.township, n.village, sum(n.persons) AS persons, sum(n.households) AS households,
    min(n.ref) AS first_ref, max(n.ref) AS last_ref
  FROM named n
  WHERE n.village IS NOT NULL
  GROUP BY n.county, n.township, n.village
),
township_own AS (
  SELECT n.county, n.township, sum(n.persons) AS persons, sum(n.households) AS households,
    min(n.ref) AS first_ref, max(n.ref) AS last_ref
  FROM named n
  WHERE n.village IS NULL AND n.township IS NOT NULL
  GROUP BY n.county, n.township
),
township_statistics AS (
  SELECT t.county, t.township, t.persons, t.households, t.first_ref, t.last_ref FROM township_own t
  UNION ALL
  SELECT v.county, v.township, sum(v.persons), sum(v.households), min(v.first_ref), max(v.last_ref)
  FROM village_statistics v
  WHERE NOT EXISTS (
    SELECT 1 FROM township_own t WHERE t.county = v.county AND t.township IS NOT DISTINCT FROM v.township
  )
  GROUP BY v.county, v.township
),
county_own AS (
  SELECT n.county, sum(n.persons) AS persons, sum(n.households) AS households, min(n.ref) AS first_ref, max(n.ref) AS last_ref
  FROM named n
  WHERE n.village IS NULL AND n.township IS NULL
  GROUP BY n.county
),
county_statistics AS (
  SELECT c.county, c.persons, c.households, c.first_ref, c.last_ref FROM county_own c
  UNION ALL
  SELECT t.county, sum(t.persons), sum(t.households), min(t.first_ref), max(t.last_ref)
  FROM township_statistics t
  WHERE NOT EXISTS (SELECT 1 FROM county_own c WHERE c.county = t.county)
  GROUP BY t.county
),
compared AS (
  SELECT
    'village' AS level, v.county, v.township, v.village, v.persons, v.households, v.first_ref, v.last_ref,
    r.persons AS roster_persons, r.households AS roster_households
  FROM village_statistics v
  JOIN (
    SELECT p.county, p.township, p.village,
      coalesce(sum(p.members) FILTER (WHERE p.active), 0) AS persons, count(*) FILTER (WHERE p.active) AS households
    FROM place p
    GROUP BY p.county, p.township, p.village
  ) r ON r.county = v.county AND r.township IS NOT DISTINCT FROM v.township AND r.village = v.village
  UNION ALL
  SELECT
    'township', t.county, t.township, NULL, t.persons, t.households, t.first_ref, t.last_ref, r.persons, r.households
  FROM township_statistics t
  JOIN (
    SELECT p.county, p.township,
      coalesce(sum(p.members) FILTER (WHERE p.active), 0) AS persons, count(*) FILTER (WHERE p.active) AS households
    FROM place p
    GROUP BY p.county, p.township
  ) r ON r.county = t.county AND r.township = t.township
  UNION ALL
  SELECT
    'county', c.county, NULL, NULL, c.persons, c.households, c.first_ref, c.last_ref, r.persons, r.households
  FROM county_statistics c
  JOIN (
    SELECT p.county,
      coalesce(sum(p.members) FILTER (WHERE p.active), 0) AS persons, count(*) FILTER (WHERE p.active) AS households
    FROM place p
    GROUP BY p.county
  ) r ON r.county = c.county
)
SELECT
  c.level,
  nullif(c.county, '') AS county,
  c.township,
  c.village,
  CASE
    WHEN c.level = 'village' THEN coalesce(c.township, '') || c.village
    WHEN c.level = 'township' THEN c.township
    ELSE coalesce(nullif(c.county, ''), '全县')
  END AS area,
  CAST(c.persons AS BIGINT) AS statistics_persons,
  CAST(c.households AS BIGINT) AS statistics_households,
  CAST(c.roster_persons AS BIGINT) AS roster_persons,
  CAST(c.roster_households AS BIGINT) AS roster_households,
  (SELECT CAST(EXTRACT(YEAR FROM n.year) AS INTEGER) FROM newest n) AS year,
  c.first_ref,
  c.last_ref
FROM compared c
