/*
name: relocation_record
doc:
  zh: 易地扶贫搬迁记录对应的名册户：按户编号，没有的按任一成员证件号。
  en: A relocation record with the roster's household that it is about, by household number, else by a member's ID number.
params: []
*/
SELECT
  h.household_no, r.plan_year, r.built, r.moved_in, r.moved_on, r.moved_on_precision, r.old_house_removed,
  CAST(NULL AS VARCHAR) AS record_state, r.ref
FROM relocation r
JOIN roster_household h ON h.household_no = r.household_no
UNION
SELECT
  m.household_no, r.plan_year, r.built, r.moved_in, r.moved_on, r.moved_on_precision, r.old_house_removed,
  CASE WHEN m.id_state = 'upgraded' OR r.id_number_state = 'upgraded' THEN 'upgraded' END, r.ref
FROM relocation r
JOIN member m ON m.id_key = r.id_number_key
WHERE NOT EXISTS (SELECT 1 FROM roster_household h WHERE h.household_no = r.household_no)
