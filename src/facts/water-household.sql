/*
name: water_household
doc:
  zh: 每条饮水核查属于名册的哪一户：按户编号，没有的按任一成员证件号。
  en: Which of the roster's households a water survey is of, by household number, else by a member's ID number.
params: []
*/
SELECT f.ref, f.household_no, min(f.confidence) AS confidence
FROM (
  SELECT w.ref, h.household_no, 'exact' AS confidence
  FROM water w
  JOIN roster_household h ON h.household_no = w.household_no
  UNION ALL
  SELECT
    w.ref, m.household_no, CASE WHEN m.id_state = 'upgraded' OR w.id_number_state = 'upgraded' THEN 'repaired' ELSE 'exact' END
  FROM water w
  JOIN member m ON m.id_key = w.id_number_key
  WHERE NOT EXISTS (SELECT 1 FROM roster_household h WHERE h.household_no = w.household_no)
) f
GROUP BY f.ref, f.household_no
