/*
name: known_guarantee
doc:
  zh: 每户有哪些保障可以判断：名册有相应列（空格即无缺口），或部门数据中有该户任一成员的记录，才算已知；其余不明，既不算有缺口，也不算没有。
  en: Which guarantees of a household can be judged at all, those for which the roster has the column (an empty cell is no gap) or the department's extract knows the household by any of its members; the others are unknown, neither a gap nor a clean bill.
params: []
*/
SELECT h.household_no, 'education' AS gap
FROM roster_household h
WHERE EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'person' AND g.field = 'schooling')
  OR EXISTS (
    SELECT 1 FROM member m JOIN student s ON s.id_number_key = m.id_key WHERE m.household_no = h.household_no
  )
UNION ALL
SELECT h.household_no, 'housing'
FROM roster_household h
WHERE EXISTS (
    SELECT 1 FROM given g
    WHERE g.dataset IN ('person', 'household') AND g.field IN ('dwelling_grade', 'dangerous_dwelling')
  )
  OR EXISTS (SELECT 1 FROM dwelling d WHERE d.household_no = h.household_no)
  OR EXISTS (
    SELECT 1 FROM member m JOIN dwelling d ON d.id_number_key = m.id_key WHERE m.household_no = h.household_no
  )
UNION ALL
SELECT h.household_no, 'medical'
FROM roster_household h
WHERE EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'person' AND g.field = 'health')
  OR EXISTS (
    SELECT 1 FROM member m JOIN medical c ON c.id_number_key = m.id_key WHERE m.household_no = h.household_no
  )
UNION ALL
SELECT h.household_no, 'water'
FROM roster_household h
WHERE EXISTS (SELECT 1 FROM given g WHERE g.dataset IN ('person', 'household') AND g.field = 'safe_water')
  OR EXISTS (SELECT 1 FROM water w WHERE w.household_no = h.household_no)
  OR EXISTS (
    SELECT 1 FROM member m JOIN water w ON w.id_number_key = m.id_key WHERE m.household_no = h.household_no
  )
