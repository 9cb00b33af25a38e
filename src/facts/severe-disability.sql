/*
name: severe_disability
doc:
  zh: 名册户的成员是否为一、二级残疾，按残联数据或名册上的残疾证号；不能判断的没有行。
  en: Whether a roster household's member is disabled at level 1 or 2, by the disability extract or the certificate number on the roster; where that cannot be judged there is no row.
params: []
*/
WITH level AS (
  SELECT d.id_number_key AS id_key, coalesce(d.level, substr(d.id_number_cert, 2, 1)) AS level, d.ref
  FROM disability d
  WHERE d.id_number_key IS NOT NULL
  UNION ALL
  SELECT m.id_key, substr(m.id_cert, 2, 1), m.ref
  FROM member m
  WHERE m.id_key IS NOT NULL AND m.id_cert IS NOT NULL
),
known AS (
  SELECT
    l.id_key,
    bool_or(coalesce(l.level IN ('1', '2'), FALSE)) AS severe,
    bool_or(l.level IS NULL) AS unknown,
    min(CASE WHEN l.level IN ('1', '2') THEN l.ref END) AS ref
  FROM level l
  GROUP BY l.id_key
)
SELECT DISTINCT
  m.household_no,
  m.id_key,
  coalesce(k.severe, FALSE) AS severe,
  k.ref
FROM member m
LEFT JOIN known k ON k.id_key = m.id_key
WHERE m.id_key IS NOT NULL
  AND (
    k.severe
    OR (NOT k.unknown)
    OR (k.id_key IS NULL AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'disability'))
  )
