/*
name: roster_pair
doc:
  zh: 两套名册中对应的户（户编号相同，或有共同成员），以及只在一方的成员。同一人按证件号认定；任一方证件号无效时按姓名认定。
  en: A household of the roster and one of the second roster that belong together, by number or by a member that both have, with the members that only one of them has. A person is the same by ID number, or, where either side has no usable one, by name.
params: []
*/
WITH pair AS (
  SELECT DISTINCT m.household_no, s.household_no AS second_household
  FROM member m
  JOIN second_member s ON s.id_key = m.id_key
  UNION
  SELECT DISTINCT h.household_no, s.household_no
  FROM roster_household h
  JOIN second_member s ON s.household_no = h.household_no
),
only_first AS (
  SELECT p.household_no, p.second_household, string_agg(m.name, '、' ORDER BY m.name NULLS LAST) AS names, min(m.ref) AS ref
  FROM pair p
  JOIN member m ON m.household_no = p.household_no
  WHERE NOT EXISTS (
    SELECT 1 FROM second_member s
    WHERE s.household_no = p.second_household
      AND (s.id_key = m.id_key OR ((s.id_key IS NULL OR m.id_key IS NULL) AND s.name = m.name))
  )
  GROUP BY p.household_no, p.second_household
),
only_second AS (
  SELECT p.household_no, p.second_household, string_agg(s.name, '、' ORDER BY s.name NULLS LAST) AS names, min(s.ref) AS ref
  FROM pair p
  JOIN second_member s ON s.household_no = p.second_household
  WHERE NOT EXISTS (
    SELECT 1 FROM member m
    WHERE m.household_no = p.household_no
      AND (s.id_key = m.id_key OR ((s.id_key IS NULL OR m.id_key IS NULL) AND s.name = m.name))
  )
  GROUP BY p.household_no, p.second_household
)
SELECT
  p.household_no,
  p.second_household,
  a.names AS only_first,
  b.names AS only_second,
  a.ref AS first_ref,
  b.ref AS second_ref
FROM pair p
LEFT JOIN only_first a ON a.household_no = p.household_no AND a.second_household = p.second_household
LEFT JOIN only_second b ON b.household_no = p.household_no AND b.second_household = p.second_household
