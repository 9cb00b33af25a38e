/*
id: DQ03
title: { zh: 必填项为空, en: Required columns empty }
family: data-quality
severity: low
clause: [(四)2]
subject: person
predicate:
  zh: 成员的姓名、与户主关系、健康状况、劳动技能、脱贫属性、贫困户属性中有的为空（脱贫属性、贫困户属性在贫困户信息表中填了的不算）。名册没有的列不算空。一人一条，列出各项。
  en: A member's name, relation, health, labour capacity, exit status or category is empty (status and category not where the household sheet has them). A column that the roster does not have is not empty. One finding a person, listing them.
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
WITH column_given AS (
  SELECT
    count(*) FILTER (WHERE g.field = 'relation') > 0 AS relation,
    count(*) FILTER (WHERE g.field = 'health') > 0 AS health,
    count(*) FILTER (WHERE g.field = 'labour') > 0 AS labour,
    count(*) FILTER (WHERE g.field = 'exit_status') > 0 AS exit_status,
    count(*) FILTER (WHERE g.field = 'category') > 0 AS category
  FROM given g
  WHERE g.dataset = 'person'
),
entry AS (
  SELECT p.*, h.sheet_ref, s.exit_status AS sheet_status, s.category AS sheet_category,
    h.county AS home_county, h.township AS home_township, h.village AS home_village
  FROM person p
  JOIN roster_household h ON h.household_no = p.household_no
  LEFT JOIN household s ON s.ref = h.sheet_ref
  WHERE p.member_status IS NULL OR p.member_status <> 'gone'
),
judged AS (
  SELECT
    e.*,
    substr(concat(
      CASE WHEN e.name IS NULL THEN ',name' END,
      CASE WHEN e.relation IS NULL AND c.relation THEN ',relation' END,
      CASE WHEN e.health IS NULL AND c.health THEN ',health' END,
      CASE WHEN e.labour IS NULL AND c.labour THEN ',labour' END,
      CASE WHEN e.exit_status IS NULL AND e.sheet_status IS NULL AND c.exit_status THEN ',exit_status' END,
      CASE WHEN e.category IS NULL AND e.sheet_category IS NULL AND c.category THEN ',category' END
    ), 2) AS columns
  FROM entry e
  CROSS JOIN column_given c
)
SELECT
  j.household_no,
  j.name,
  j.id_number,
  j.home_county AS county,
  j.home_township AS township,
  j.home_village AS village,
  j.columns,
  j.ref
FROM judged j
WHERE j.columns <> ''
