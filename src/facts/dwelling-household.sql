/*
name: dwelling_household
doc:
  zh: 每条住房鉴定属于名册的哪一户：按户编号，没有的按任一成员证件号。
  en: Which of the roster's households a dwelling survey is of, by household number, else by a member's ID number.
params: []
*/
SELECT f.ref, f.household_no, min(f.confidence) AS confidence
FROM (
  SELECT d.ref, h.household_no, 'exact' AS confidence
  FROM dwelling d
  JOIN roster_household h ON h.household_no = d.household_no
  UNION ALL
  SELECT
    d.ref, m.household_no, CASE WHEN m.id_state = 'upgraded' OR d.id_number_state = 'upgraded' THEN 'repaired' ELSE 'exact' END
  FROM dwelling d
  JOIN member m ON m.id_key = d.id_number_key
  WHERE NOT EXISTS (SELECT 1 FROM roster_household h WHERE h.household_no = d.household_no)
) f
GROUP BY f.ref, f.household_no
