/*
name: helper_link
doc:
  zh: 帮扶结对关系（截至核查日仍有效的）：谁帮扶哪一户。帮扶人按证件号认定，没有的按姓名和单位；有帮扶责任人信息表的以它为准，没有的按名册“帮扶责任人”列（同一乡镇同名的算一人，只是可能为同一人）。
  en: Who helps which household, for links not ended by the as-of day. A helper is known by ID number, else by name and unit; by the helper list where it is given, else by the roster's column (one name in one township counts as one person, and is only probably one).
params: [as_of]
*/
WITH listed AS (
  SELECT p.*, h.household_no AS helped_household, FALSE AS head_repaired
  FROM helper p
  JOIN roster_household h ON h.household_no = p.household_no
  UNION
  SELECT p.*, m.household_no, m.id_state = 'upgraded' OR p.head_id_state = 'upgraded'
  FROM helper p
  JOIN member m ON m.id_key = p.head_id_key
  WHERE NOT EXISTS (SELECT 1 FROM roster_household h WHERE h.household_no = p.household_no)
)
SELECT
  coalesce(l.helper_id_key, concat(l.helper, '/', coalesce(l.unit, ''))) AS helper_key,
  l.helper,
  l.helper_id,
  l.helper_id_key,
  l.unit,
  l.post,
  l.helped_household AS household_no,
  TRUE AS listed,
  l.helper_id_state = 'upgraded' OR l.head_repaired AS repaired,
  l.ref
FROM listed l
WHERE l.ended_on IS NULL OR l.ended_on > $as_of
UNION ALL
SELECT
  concat(coalesce(h.county, ''), '/', coalesce(h.township, ''), '/', h.helper), h.helper, NULL, NULL, NULL, NULL,
  h.household_no, FALSE, FALSE, coalesce(h.sheet_ref, h.ref)
FROM roster_household h
WHERE h.helper IS NOT NULL AND NOT EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'helper')
