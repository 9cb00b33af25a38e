/*
name: village_exit
doc:
  zh: 每村每年的退出情况（各脱贫年度和核查日所在年度）：年初在册户数（当年年初已识别，现仍在册，或当年及以后脱贫的户），以及当年脱贫的户数。
  en: Each village's exits, for each exit year and the as-of year. `at_start` counts the households that were active when the year began (identified by then, and still active now or exited in that year or later), `exited` those of them that exited in it.
params: [as_of]
*/
WITH placed AS (
  SELECT h.county, h.township, h.village, h.active, h.exited, h.exit_year, h.identified_on, h.ref
  FROM roster_household h
  WHERE h.village IS NOT NULL AND (h.active OR (h.exited AND h.exit_year IS NOT NULL))
),
years AS (
  SELECT DISTINCT p.exit_year AS year
  FROM placed p
  WHERE p.exited AND p.exit_year <= EXTRACT(YEAR FROM $as_of)
  UNION
  SELECT CAST(EXTRACT(YEAR FROM $as_of) AS INTEGER)
),
standing AS (
  SELECT p.county, p.township, p.village, y.year, p.ref, p.exited AND p.exit_year = y.year AS left_then
  FROM placed p
  CROSS JOIN years y
  WHERE (p.active OR p.exit_year >= y.year)
    -- An identification in the course of the year came after its start; one known to the year only is that of its round.
    AND (
      p.identified_on IS NULL
      OR EXTRACT(YEAR FROM p.identified_on) * 10000 + EXTRACT(MONTH FROM p.identified_on) * 100
        + EXTRACT(DAY FROM p.identified_on) <= y.year * 10000 + 101
    )
)
SELECT
  s.county,
  s.township,
  s.village,
  s.year,
  count(*) AS at_start,
  count(*) FILTER (WHERE s.left_then) AS exited,
  min(CASE WHEN s.left_then THEN s.ref END) AS exit_ref,
  string_agg(CASE WHEN s.left_then THEN CAST(s.ref AS VARCHAR) END, ',' ORDER BY s.ref NULLS LAST) AS exit_refs
FROM standing s
GROUP BY s.county, s.township, s.village, s.year
