/*
id: DQ04
title: { zh: 代码列的值不在代码表中, en: Value that the code list does not know }
family: data-quality
severity: low
clause: [(四)2]
subject: person
predicate:
  zh: 成员的性别、与户主关系、在校生状况、健康状况、劳动技能、人员状态、贫困户属性、脱贫属性、主要致贫原因、危房等级中，有的值代码表不认识（贫困户信息表的属性、原因、等级记在户主名下）。一人一列一条。
  en: A member's sex, relation, schooling, health, labour capacity, member status, category, exit status, cause or dwelling grade holds a value that the code list does not know (those of the household sheet are told in the head's name). One finding a person and column.
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
absence: []
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
  SELECT
    p.*,
    h.ref = p.ref AS stands_for_household,
    h.sheet_ref AS own_sheet,
    h.county AS home_county,
    h.township AS home_township,
    h.village AS home_village,
    -- A cell of several codes has the known ones first: what follows them is not known.
    substr(p.health, 1 + coalesce((
      SELECT CAST(sum(length(k.code) + 1) AS BIGINT)
      FROM known_code k
      WHERE k.dataset = 'person' AND k.field = 'health' AND (',' || p.health || ',') LIKE '%,' || k.code || ',%'
    ), 0)) AS health_rest
  FROM person p
  JOIN roster_household h ON h.household_no = p.household_no
  WHERE p.member_status IS NULL OR p.member_status <> 'gone'
),
sheet AS (
  SELECT e.ref, s.ref AS sheet_ref, s.category, s.exit_status, s.cause, s.dwelling_grade
  FROM entry e
  JOIN household s ON s.ref = e.own_sheet
  WHERE e.stands_for_household
),
coded AS (
  SELECT e.ref, CAST(NULL AS BIGINT) AS sheet_ref, 'sex' AS field, e.sex AS value FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'relation', e.relation FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'schooling', e.schooling FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'labour', e.labour FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'member_status', e.member_status FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'category', e.category FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'exit_status', e.exit_status FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'cause', e.cause FROM entry e
  UNION ALL
  SELECT e.ref, NULL, 'dwelling_grade', e.dwelling_grade FROM entry e
  UNION ALL
  -- The sheet's columns have the code lists of the roster's.
  SELECT s.ref, s.sheet_ref, 'category', s.category FROM sheet s
  UNION ALL
  SELECT s.ref, s.sheet_ref, 'exit_status', s.exit_status FROM sheet s
  UNION ALL
  SELECT s.ref, s.sheet_ref, 'cause', s.cause FROM sheet s
  UNION ALL
  SELECT s.ref, s.sheet_ref, 'dwelling_grade', s.dwelling_grade FROM sheet s
),
unknown AS (
  SELECT c.ref, c.sheet_ref, c.field, c.value
  FROM coded c
  WHERE c.value IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM known_code k WHERE k.dataset = 'person' AND k.field = c.field AND k.code = c.value
    )
  UNION ALL
  SELECT e.ref, NULL, 'health', e.health_rest FROM entry e WHERE e.health_rest <> ''
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
  e.ref,
  u.sheet_ref
FROM unknown u
JOIN entry e ON e.ref = u.ref
