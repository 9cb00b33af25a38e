/*
name: unsafe_dwelling
doc:
  zh: C、D 级住房：有鉴定记录的户看鉴定（按户编号，或任一成员证件号），没有的看名册。非主要居住用房、无人居住、已竣工改造的在 exempt_as 中注明，不算住房缺口；同一户有更新的主要住房鉴定的，旧鉴定不算。
  en: A dwelling graded C or D, by the survey for the households it knows (by household number, else by a member's ID number), by the roster for the others. `exempt_as` marks what is no housing gap (not the main dwelling, nobody lives there, renovated); a survey of the main dwelling is void once there is a newer one.
params: []
*/
WITH survey AS (
  SELECT d.*, f.household_no AS found_household
  FROM dwelling_household f
  JOIN dwelling d ON d.ref = f.ref
)
SELECT
  s.found_household AS household_no,
  s.grade,
  s.surveyed_on,
  s.surveyed_on_precision,
  s.renovation,
  s.completed_on,
  CASE
    WHEN s.main = FALSE THEN 'not-main'
    WHEN s.occupied = FALSE THEN 'not-occupied'
    WHEN s.renovation = 'done' THEN 'renovated'
  END AS exempt_as,
  s.id_number_state AS record_state,
  CAST(NULL AS BIGINT) AS ref,
  s.ref AS gap_ref
FROM survey s
WHERE s.grade IN ('C', 'D')
  AND NOT EXISTS (
    SELECT 1 FROM survey n
    WHERE n.found_household = s.found_household AND n.surveyed_on > s.surveyed_on
      AND n.main IS DISTINCT FROM FALSE AND s.main IS DISTINCT FROM FALSE
  )
UNION ALL
SELECT h.household_no, h.dwelling_grade, NULL, NULL, NULL, NULL, NULL, NULL, coalesce(h.sheet_ref, h.ref), NULL
FROM roster_household h
WHERE (h.dwelling_grade IN ('C', 'D') OR h.dangerous_dwelling = TRUE)
  AND NOT EXISTS (SELECT 1 FROM survey s WHERE s.found_household = h.household_no)
