/*
id: DQ03
title: { zh: 必填项为空, en: Required columns empty }
family: data-quality
severity: low
clause: [(四)2]
subject: person
predicate:
  zh: 成员的姓名、与户主关系、健康状况、劳动技能、脱贫属性、贫困户属性中有的为空（脱贫属性、贫困户属性在贫困户信息表中填了的不算；只有该表有这一列的，记在户主名下）。名册没有的列不算空。一人一条，列出各项。
  en: A member's name, relation, health, labour capacity, exit status or category is empty (status and category not where the household sheet has them; where only the sheet has such a column, it is told in the head's name). A column that the roster does not have is not empty. One finding a person, listing them.
needs:
  person: [household_no, name, id_number, relation?, health?, labour?, exit_status?, category?, member_status?]
needs_any:
  -
    - person: [name]
    - person: [relation]
    - person: [health]
    - person: [labour]
    - person: [exit_status]
    - person: [category]
absence: []
params: []
key: []
message:
  zh: "[[{name}]][[!name|未填姓名的成员]]的{columns}没有填写"
  en: "[[{name}]][[!name|A member without a name]]: {columns} not filled in"
evidence:
  columns: { zh: 空的列, en: Empty columns, codes: roster.required }
verify:
  zh: 入户核实后补录。
  en: Find out on site and fill in.
*/
WITH entry AS (
  SELECT p.*, s.ref AS sheet_ref, s.exit_status AS sheet_status, s.category AS sheet_category,
    h.ref = p.ref AS stands_for_household,
    h.county AS home_county, h.township AS home_township, h.village AS home_village
  FROM person p
  JOIN roster_household h ON h.household_no = p.household_no
  LEFT JOIN household s ON s.ref = h.sheet_ref
  WHERE p.member_status IS NULL OR p.member_status <> 'gone'
),
asked AS (
  SELECT g.field FROM given g WHERE g.dataset = 'person'
),
asked_in_sheet AS (
  SELECT g.field FROM given g WHERE g.dataset = 'household'
),
empty AS (
  SELECT e.ref, 1 AS place, 'name' AS field, CAST(NULL AS BIGINT) AS sheet_ref FROM entry e WHERE e.name IS NULL
  UNION ALL
  SELECT e.ref, 2, 'relation', NULL FROM entry e WHERE e.relation IS NULL AND 'relation' IN (SELECT a.field FROM asked a)
  UNION ALL
  SELECT e.ref, 3, 'health', NULL FROM entry e WHERE e.health IS NULL AND 'health' IN (SELECT a.field FROM asked a)
  UNION ALL
  SELECT e.ref, 4, 'labour', NULL FROM entry e WHERE e.labour IS NULL AND 'labour' IN (SELECT a.field FROM asked a)
  UNION ALL
  SELECT e.ref, 5, 'exit_status', e.sheet_ref
  FROM entry e
  WHERE e.exit_status IS NULL AND e.sheet_status IS NULL AND 'exit_status' IN (SELECT a.field FROM asked a)
  UNION
  SELECT e.ref, 5, 'exit_status', e.sheet_ref
  FROM entry e
  WHERE e.stands_for_household AND e.exit_status IS NULL AND e.sheet_ref IS NOT NULL AND e.sheet_status IS NULL
    AND 'exit_status' IN (SELECT a.field FROM asked_in_sheet a)
  UNION ALL
  SELECT e.ref, 6, 'category', e.sheet_ref
  FROM entry e
  WHERE e.category IS NULL AND e.sheet_category IS NULL AND 'category' IN (SELECT a.field FROM asked a)
  UNION
  SELECT e.ref, 6, 'category', e.sheet_ref
  FROM entry e
  WHERE e.stands_for_household AND e.category IS NULL AND e.sheet_ref IS NOT NULL AND e.sheet_category IS NULL
    AND 'category' IN (SELECT a.field FROM asked_in_sheet a)
),
listed AS (
  SELECT m.ref, string_agg(m.field, ',' ORDER BY m.place NULLS LAST) AS columns, max(m.sheet_ref) AS sheet_ref
  FROM empty m
  GROUP BY m.ref
)
SELECT
  e.household_no,
  e.name,
  e.id_number,
  e.home_county AS county,
  e.home_township AS township,
  e.home_village AS village,
  l.columns,
  l.ref,
  l.sheet_ref
FROM listed l
JOIN entry e ON e.ref = l.ref
