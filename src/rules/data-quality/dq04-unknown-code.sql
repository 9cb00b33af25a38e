/*
id: DQ04
title: { zh: 代码列的值不在代码表中, en: Value that the code list does not know }
family: data-quality
severity: low
clause: [(四)2]
subject: person
predicate:
  zh: 成员的性别、与户主关系、在校生状况、健康状况、劳动技能、人员状态、贫困户属性、脱贫属性、主要致贫原因、危房等级中，有的值代码表不认识。一人一列一条。
  en: A member's sex, relation, schooling, health, labour capacity, member status, category, exit status, cause or dwelling grade holds a value that the code list does not know. One finding a person and column.
needs:
  person:
    - household_no
    - name
    - id_number
    - sex?
    - relation?
    - schooling?
    - health?
    - labour?
    - member_status?
    - category?
    - exit_status?
    - cause?
    - dwelling_grade?
params: []
key: [column]
message:
  zh: "{name}的“{column}”填的是“{value}”，不在代码表中"
  en: "{name}: the column {column} holds '{value}', which the code list does not know"
evidence:
  column: { zh: 列, en: Column, codes: roster.coded }
  value: { zh: 填写的值, en: Value }
verify:
  zh: 改为规定的代码值；脱贫属性、人员状态无法识别的，本次核查未能判断该户，务必更正。
  en: Use a value of the code list; where exit status or member status is not known, the household could not be judged, so correct it first.
*/
WITH entry AS (
  SELECT p.*, h.county AS home_county, h.township AS home_township, h.village AS home_village
  FROM person p
  JOIN roster_household h ON h.household_no = p.household_no
  WHERE p.member_status IS NULL OR p.member_status <> 'gone'
),
coded AS (
  SELECT e.ref, 'sex' AS field, e.sex AS value FROM entry e WHERE e.sex IS NOT NULL
  UNION ALL
  SELECT e.ref, 'relation', e.relation FROM entry e WHERE e.relation IS NOT NULL
  UNION ALL
  SELECT e.ref, 'schooling', e.schooling FROM entry e WHERE e.schooling IS NOT NULL
  UNION ALL
  SELECT e.ref, 'labour', e.labour FROM entry e WHERE e.labour IS NOT NULL
  UNION ALL
  SELECT e.ref, 'member_status', e.member_status FROM entry e WHERE e.member_status IS NOT NULL
  UNION ALL
  SELECT e.ref, 'category', e.category FROM entry e WHERE e.category IS NOT NULL
  UNION ALL
  SELECT e.ref, 'exit_status', e.exit_status FROM entry e WHERE e.exit_status IS NOT NULL
  UNION ALL
  SELECT e.ref, 'cause', e.cause FROM entry e WHERE e.cause IS NOT NULL
  UNION ALL
  SELECT e.ref, 'dwelling_grade', e.dwelling_grade FROM entry e WHERE e.dwelling_grade IS NOT NULL
),
unknown AS (
  SELECT c.ref, c.field, c.value
  FROM coded c
  WHERE NOT EXISTS (
    SELECT 1 FROM known_code k WHERE k.dataset = 'person' AND k.field = c.field AND k.code = c.value
  )
  UNION ALL
  -- Of a cell with several codes, what is left when the known ones are taken out.
  SELECT e.ref, 'health', e.health
  FROM entry e
  JOIN (
    SELECT h.health, count(k.code) AS known
    FROM (SELECT DISTINCT p.health FROM person p WHERE p.health IS NOT NULL) h
    LEFT JOIN known_code k
      ON k.dataset = 'person' AND k.field = 'health' AND (',' || h.health || ',') LIKE '%,' || k.code || ',%'
    GROUP BY h.health
  ) n ON n.health = e.health
  WHERE n.known < length(e.health) - length(replace(e.health, ',', '')) + 1
)
SELECT
  e.household_no,
  e.name,
  e.id_number,
  e.home_county AS county,
  e.home_township AS township,
  e.home_village AS village,
  u.field AS "column",
  u.value,
  e.ref
FROM unknown u
JOIN entry e ON e.ref = u.ref
