/*
name: unsafe_water
doc:
  zh: 饮水缺口：有饮水记录的户看记录（按户编号，或任一成员证件号，取最近一次），没有的看名册。
  en: A water gap, by the water extract for the households it knows (by household number, else by a member's ID number; the newest record), by the roster for the others.
params: []
*/
WITH record AS (
  SELECT w.*, f.household_no AS found_household
  FROM water_household f
  JOIN water w ON w.ref = f.ref
)
SELECT
  r.found_household AS household_no, r.surveyed_on, r.surveyed_on_precision, r.id_number_state AS record_state,
  CAST(NULL AS BIGINT) AS ref, r.ref AS gap_ref
FROM record r
WHERE r.safe = FALSE
  AND NOT EXISTS (
    SELECT 1 FROM record n WHERE n.found_household = r.found_household AND n.surveyed_on > r.surveyed_on
  )
UNION ALL
SELECT h.household_no, NULL, NULL, NULL, coalesce(h.sheet_ref, h.ref), NULL
FROM roster_household h
WHERE h.safe_water = FALSE AND NOT EXISTS (SELECT 1 FROM record r WHERE r.found_household = h.household_no)
