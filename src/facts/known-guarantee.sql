/*
name: known_guarantee
doc:
  zh: 哪些保障可以判断：给了相应部门数据，或名册有相应列，才算已知；否则既不算有缺口，也不算没有。
  en: Which guarantees can be judged at all, those for which the department's extract or the roster's column was given; the others are unknown, neither a gap nor a clean bill.
params: []
*/
SELECT 'education' AS gap, EXISTS (
  SELECT 1 FROM given g
  WHERE (g.dataset = 'student' AND g.field = 'status') OR (g.dataset = 'person' AND g.field = 'schooling')
) AS known
UNION ALL
SELECT 'housing', EXISTS (
  SELECT 1 FROM given g
  WHERE (g.dataset = 'dwelling' AND g.field = 'grade')
    OR (g.dataset IN ('person', 'household') AND g.field IN ('dwelling_grade', 'dangerous_dwelling'))
)
UNION ALL
SELECT 'medical', EXISTS (
  SELECT 1 FROM given g
  WHERE (g.dataset = 'medical' AND g.field IN ('serious', 'chronic')) OR (g.dataset = 'person' AND g.field = 'health')
)
UNION ALL
SELECT 'water', EXISTS (
  SELECT 1 FROM given g
  WHERE (g.dataset = 'water' AND g.field = 'safe') OR (g.dataset IN ('person', 'household') AND g.field = 'safe_water')
)
