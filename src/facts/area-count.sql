/*
name: area_count
doc:
  zh: 各地区（村、乡镇、县）统计监测与名册的贫困户数、人数。统计取核查日所在年度及以前最近一年；上级没有自己的统计行时由下级相加，并只与相同下级的名册数相比。名册上没有的地名，名册数为零，并注明。
  en: For each area (village, township, county), poor households and persons by the statistics and by the roster. Statistics are those of the newest year that is not after the as-of day's; a level without rows of its own is the sum of the level below, held against the roster's sum of the same areas. An area that the roster never names has nobody there, and is marked.
params: [as_of]
*/
WITH only_county AS (
  SELECT CASE WHEN count(DISTINCT h.county) = 1 THEN min(h.county) END AS county FROM roster_household h
),
named_county AS (
  SELECT CASE WHEN count(DISTINCT s.county) = 1 THEN min(s.county) END AS county FROM statistics s
),
-- Where one side names its only county and the other names none, they are the same county.
place AS (
  SELECT
    coalesce(h.county, (SELECT c.county FROM named_county c), '') AS county,
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
    coalesce(s.county, (SELECT c.county FROM only_county c), '') AS county,
    s.county IS NOT NULL AS county_named,
    s.township,
    s.village,
    s.poor_persons AS persons,
    s.poor_households AS households,
    s.ref
  FROM statistics s
  WHERE s.year IS NOT DISTINCT FROM (SELECT n.year FROM newest n)
),
named AS (
  SELECT
    r.county, r.county_named, coalesce(r.township, o.township) AS township, r.village, r.persons, r.households, r.ref
  FROM statistics_row r
  LEFT JOIN only_township o
    ON r.township IS NULL AND r.village IS NOT NULL AND o.county = r.county AND o.village = r.village
),
village_count AS (
  SELECT
    s.county, s.county_named, s.township, s.village, s.persons, s.households, s.refs,
    coalesce(r.persons, 0) AS roster_persons,
    coalesce(r.households, 0) AS roster_households,
    r.county IS NULL AS unknown_name
  FROM (
    SELECT n.county, bool_or(n.county_named) AS county_named, n.township, n.village, sum(n.persons) AS persons,
      sum(n.households) AS households, string_agg(CAST(n.ref AS VARCHAR), ',' ORDER BY n.ref NULLS LAST) AS refs
    FROM named n
    WHERE n.village IS NOT NULL
    GROUP BY n.county, n.township, n.village
  ) s
  LEFT JOIN (
    SELECT p.county, p.township, p.village,
      coalesce(sum(p.members) FILTER (WHERE p.active), 0) AS persons, count(*) FILTER (WHERE p.active) AS households
    FROM place p
    WHERE p.village IS NOT NULL
    GROUP BY p.county, p.township, p.village
  ) r ON r.county = s.county AND r.township IS NOT DISTINCT FROM s.township AND r.village = s.village
),
township_roster AS (
  SELECT p.county, p.township,
    coalesce(sum(p.members) FILTER (WHERE p.active), 0) AS persons, count(*) FILTER (WHERE p.active) AS households
  FROM place p
  WHERE p.township IS NOT NULL
  GROUP BY p.county, p.township
),
township_own AS (
  SELECT
    s.county, s.county_named, s.township, s.persons, s.households, s.refs,
    coalesce(r.persons, 0) AS roster_persons,
    coalesce(r.households, 0) AS roster_households,
    r.county IS NULL AS unknown_name
  FROM (
    SELECT n.county, bool_or(n.county_named) AS county_named, n.township, sum(n.persons) AS persons,
      sum(n.households) AS households, string_agg(CAST(n.ref AS VARCHAR), ',' ORDER BY n.ref NULLS LAST) AS refs
    FROM named n
    WHERE n.village IS NULL AND n.township IS NOT NULL
    GROUP BY n.county, n.township
  ) s
  LEFT JOIN township_roster r ON r.county = s.county AND r.township = s.township
),
-- A sum is held against the sum of the same villages, unless the roster has no villages at all.
township_sum AS (
  SELECT
    v.county, bool_or(v.county_named) AS county_named, v.township, sum(v.persons) AS persons,
    sum(v.households) AS households, string_agg(v.refs, ',' ORDER BY v.refs NULLS LAST) AS refs,
    sum(v.roster_persons) FILTER (WHERE v.persons IS NOT NULL) AS roster_persons,
    sum(v.roster_households) FILTER (WHERE v.households IS NOT NULL) AS roster_households
  FROM village_count v
  WHERE v.township IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM township_own t WHERE t.county = v.county AND t.township = v.township)
  GROUP BY v.county, v.township
),
village_level AS (
  SELECT count(*) AS named FROM place p WHERE p.village IS NOT NULL
),
township_level AS (
  SELECT count(*) AS named FROM place p WHERE p.township IS NOT NULL
),
township_count AS (
  SELECT t.* FROM township_own t
  UNION ALL
  SELECT
    t.county, t.county_named, t.township, t.persons, t.households, t.refs,
    CASE WHEN l.named > 0 THEN t.roster_persons ELSE coalesce(r.persons, 0) END,
    CASE WHEN l.named > 0 THEN t.roster_households ELSE coalesce(r.households, 0) END,
    r.county IS NULL
  FROM township_sum t
  CROSS JOIN village_level l
  LEFT JOIN township_roster r ON r.county = t.county AND r.township = t.township
),
county_roster AS (
  SELECT p.county,
    coalesce(sum(p.members) FILTER (WHERE p.active), 0) AS persons, count(*) FILTER (WHERE p.active) AS households
  FROM place p
  GROUP BY p.county
),
county_own AS (
  SELECT n.county, sum(n.persons) AS persons, sum(n.households) AS households, string_agg(CAST(n.ref AS VARCHAR), ',' ORDER BY n.ref NULLS LAST) AS refs
  FROM named n
  WHERE n.village IS NULL AND n.township IS NULL AND n.county_named
  GROUP BY n.county
),
county_sum AS (
  SELECT
    t.county, sum(t.persons) AS persons, sum(t.households) AS households, string_agg(t.refs, ',' ORDER BY t.refs NULLS LAST) AS refs,
    sum(t.roster_persons) FILTER (WHERE t.persons IS NOT NULL) AS roster_persons,
    sum(t.roster_households) FILTER (WHERE t.households IS NOT NULL) AS roster_households
  FROM township_count t
  WHERE t.county_named AND NOT EXISTS (SELECT 1 FROM county_own c WHERE c.county = t.county)
  GROUP BY t.county
),
county_count AS (
  SELECT
    c.county, c.persons, c.households, c.refs,
    coalesce(r.persons, 0) AS roster_persons, coalesce(r.households, 0) AS roster_households, r.county IS NULL AS unknown_name
  FROM county_own c
  LEFT JOIN county_roster r ON r.county = c.county
  UNION ALL
  SELECT
    c.county, c.persons, c.households, c.refs,
    CASE WHEN l.named > 0 THEN c.roster_persons ELSE coalesce(r.persons, 0) END,
    CASE WHEN l.named > 0 THEN c.roster_households ELSE coalesce(r.households, 0) END,
    r.county IS NULL
  FROM county_sum c
  CROSS JOIN township_level l
  LEFT JOIN county_roster r ON r.county = c.county
),
compared AS (
  SELECT
    'village' AS level, v.county, v.township, v.village, v.persons, v.households, v.refs,
    v.roster_persons, v.roster_households, v.unknown_name
  FROM village_count v
  CROSS JOIN village_level l
  WHERE l.named > 0
  UNION ALL
  SELECT
    'township', t.county, t.township, NULL, t.persons, t.households, t.refs,
    t.roster_persons, t.roster_households, t.unknown_name
  FROM township_count t
  CROSS JOIN township_level l
  WHERE l.named > 0
  UNION ALL
  SELECT
    'county', c.county, NULL, NULL, c.persons, c.households, c.refs,
    c.roster_persons, c.roster_households, c.unknown_name
  FROM county_count c
)
SELECT
  c.level,
  nullif(c.county, '') AS county,
  c.township,
  c.village,
  CASE
    WHEN c.level = 'village' THEN c.village
    WHEN c.level = 'township' THEN c.township
    ELSE coalesce(nullif(c.county, ''), '全县')
  END AS area,
  CAST(c.persons AS BIGINT) AS statistics_persons,
  CAST(c.households AS BIGINT) AS statistics_households,
  CAST(c.roster_persons AS BIGINT) AS roster_persons,
  CAST(c.roster_households AS BIGINT) AS roster_households,
  CASE WHEN c.unknown_name THEN TRUE END AS unknown_name,
  (SELECT CAST(EXTRACT(YEAR FROM n.year) AS INTEGER) FROM newest n) AS year,
  c.refs
FROM compared c
