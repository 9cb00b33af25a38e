/*
id: DD07
title: { zh: 名册填写与行业部门数据矛盾, en: Roster entry contradicts the department }
family: dual-dataset
severity: medium
clause: [(三)2, (四)2]
subject: household
predicate:
  zh: 名册的填写与部门数据矛盾，一处一条：危房等级或是否危房，与最近一次主要住房鉴定（已竣工的为不危）的等级或安全与否不同；饮水是否安全，与最近一次饮水核查不同；在校生状况（义务教育在校、辍学、非在校），与学籍在读、辍学相反；填明未参加医疗保险（也没有职工医保），而数据中最近年度有医疗费用结算。没有填的、部门没有记录的不算。
  en: The roster contradicts a department, one finding each. Dwelling grade or danger against the newest survey of the main dwelling (a completed renovation is safe); safe water against the newest survey; schooling (at compulsory school, dropped out, not at school) against enrolled or dropped out; not medically insured (nor as an employee) against a bill settled in the extract's newest year. Empty cells and households without a record are none.
needs:
  'dwelling?': [household_no?, id_number?, grade?, main?, occupied?, surveyed_on?, renovation?, completed_on?]
  'water?': [household_no?, id_number?, safe?, surveyed_on?]
  'student?': [id_number?, status?]
  'medical?': [id_number?, year?]
  person: [schooling?, medical_insured?, employee_insured?, dwelling_grade?, dangerous_dwelling?, safe_water?]
needs_any:
  -
    - dwelling: [grade]
      person: [dwelling_grade]
    - dwelling: [grade]
      person: [dangerous_dwelling]
    - water: [safe]
      person: [safe_water]
    - student: [id_number, status]
      person: [schooling]
    - medical: [id_number]
      person: [medical_insured]
absence: [student, dwelling, medical, water]
params: [as_of]
key: [fact, person_id]
message:
  zh: "{name}户[[{person_name}]]的{fact}：名册为{roster_value}，部门数据为{department_value}"
  en: "{name}’s household[[, {person_name}]], {fact}: the roster says {roster_value}, the department {department_value}"
evidence:
  fact: { zh: 事项, en: Fact, codes: entry.fact }
  person_name: { zh: 涉及成员姓名, en: Person }
  person_id: { zh: 涉及成员证件号, en: Person’s ID number }
  roster_value: { zh: 名册, en: Roster, codes: entry.value }
  department_value: { zh: 部门数据, en: Department, codes: entry.value }
verify:
  zh: 由行业部门和乡镇共同核实，以实际为准更正一方；靠实录入责任。
  en: Let department and township find out together which is right, and correct the other.
*/
WITH newest_survey AS (
  SELECT
    s.*,
    f.household_no AS found_household,
    f.confidence,
    s.grade IN ('C', 'D') AND s.renovation IS DISTINCT FROM 'done' AS dangerous,
    row_number() OVER (
      PARTITION BY f.household_no
      ORDER BY s.surveyed_on DESC NULLS LAST, s.grade DESC NULLS LAST, s.renovation NULLS LAST, s.ref NULLS LAST
    ) AS place
  FROM dwelling_household f
  JOIN dwelling s ON s.ref = f.ref
  WHERE s.main IS DISTINCT FROM FALSE AND s.occupied IS DISTINCT FROM FALSE
),
housing AS (
  SELECT
    s.*,
    h.dwelling_grade,
    h.dangerous_dwelling,
    h.dangerous_dwelling <> s.dangerous AS danger_differs,
    -- After a renovation the grade surveyed before it is history: only an entry of C or D is wrong.
    CASE
      WHEN s.renovation = 'done' THEN h.dwelling_grade IN ('C', 'D')
      ELSE h.dwelling_grade <> s.grade AND h.dwelling_grade IN ('A', 'B', 'C', 'D')
    END AS grade_differs,
    coalesce(h.sheet_ref, h.ref) AS roster_ref
  FROM newest_survey s
  JOIN roster_household h ON h.household_no = s.found_household
  WHERE s.place = 1
),
newest_water AS (
  SELECT
    r.*,
    f.household_no AS found_household,
    f.confidence,
    row_number() OVER (
      PARTITION BY f.household_no
      ORDER BY r.surveyed_on DESC NULLS LAST, CASE WHEN r.safe THEN 1 ELSE 0 END NULLS LAST, r.ref NULLS LAST
    ) AS place
  FROM water_household f
  JOIN water r ON r.ref = f.ref
),
pupil AS (
  SELECT
    s.id_number_key AS id_key,
    max(CASE WHEN s.status IN ('enrolled', 'home') THEN 1 ELSE 0 END) AS enrolled,
    max(CASE WHEN s.status IN ('dropout', 'never-enrolled') THEN 1 ELSE 0 END) AS out,
    max(CASE WHEN s.id_number_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    min(s.ref) AS ref
  FROM student s
  GROUP BY s.id_number_key
),
bill AS (
  SELECT
    c.id_number_key AS id_key, min(CASE WHEN c.id_number_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded, min(c.ref) AS ref
  FROM medical c
  WHERE c.year IS NOT DISTINCT FROM (SELECT max(n.year) FROM medical n WHERE n.year <= $as_of)
  GROUP BY c.id_number_key
),
contradiction AS (
  SELECT
    d.found_household AS household_no, 'dwelling' AS fact, NULL AS person_name, NULL AS person_id,
    CASE WHEN d.grade_differs THEN d.dwelling_grade WHEN d.dangerous_dwelling THEN 'unsafe' ELSE 'safe' END AS roster_value,
    CASE WHEN d.renovation = 'done' THEN 'renovated' ELSE d.grade END AS department_value,
    d.confidence, d.roster_ref, d.ref AS department_ref
  FROM housing d
  WHERE d.grade_differs OR d.danger_differs
  UNION ALL
  SELECT
    w.found_household, 'water', NULL, NULL,
    CASE WHEN h.safe_water THEN 'safe' ELSE 'unsafe' END,
    CASE WHEN w.safe THEN 'safe' ELSE 'unsafe' END,
    w.confidence, coalesce(h.sheet_ref, h.ref), w.ref
  FROM newest_water w
  JOIN roster_household h ON h.household_no = w.found_household
  WHERE w.place = 1 AND h.safe_water <> w.safe
  UNION ALL
  SELECT
    m.household_no, 'schooling', m.name, m.id_key,
    CASE
      WHEN m.schooling IN ('primary', 'junior', 'compulsory') THEN 'at-school'
      WHEN m.schooling = 'none' THEN 'not-at-school'
      ELSE 'dropout'
    END,
    CASE WHEN p.enrolled = 1 THEN 'at-school' ELSE 'dropout' END,
    CASE WHEN m.id_state = 'upgraded' OR p.upgraded = 1 THEN 'repaired' ELSE 'exact' END,
    m.ref, p.ref
  FROM member m
  JOIN pupil p ON p.id_key = m.id_key
  WHERE (m.schooling IN ('primary', 'junior', 'compulsory') AND p.enrolled = 0 AND p.out = 1)
    OR (m.schooling IN ('dropout', 'none') AND p.enrolled = 1)
  UNION ALL
  SELECT
    m.household_no, 'insurance', m.name, m.id_key, 'not-insured', 'bill',
    CASE WHEN m.id_state = 'upgraded' OR b.upgraded = 1 THEN 'repaired' ELSE 'exact' END, m.ref, b.ref
  FROM member m
  JOIN bill b ON b.id_key = m.id_key
  WHERE m.medical_insured = FALSE AND m.employee_insured IS DISTINCT FROM TRUE
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  c.fact,
  c.person_name,
  c.person_id,
  c.roster_value,
  c.department_value,
  c.confidence,
  c.roster_ref,
  c.department_ref
FROM contradiction c
JOIN roster_household h ON h.household_no = c.household_no
