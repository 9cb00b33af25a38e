/*
id: EX01
title: { zh: 当年脱贫户单项验收不达标, en: Exit of this year fails an item of acceptance }
family: exit
severity: high
clause: [(三)2, (二)9, (二)8]
subject: household
predicate:
  zh: 核查日所在年度脱贫的户，有下列任一项：教育、住房、医疗、饮水有缺口，有成员填明未参加任何基本医疗保险，人均收入已知且不高于“人均稳定收入线”。一户一条，列出各项。因病、因残、因智辍学的不算。
  en: A household that exited in the as-of year has a gap in education, housing, medical care or water, or a member said to be in no medical insurance, or a known income at or under the stable income line. One finding a household, listing the items. A dropout because of illness or disability is none.
needs:
  person: [exit_status, exit_year]
  'student?': [id_number?]
  'disability?': [id_number?]
  'dwelling?': [grade?]
  'medical?': [id_number?]
  'water?': [safe?]
needs_any:
  -
    - student: [status]
    - dwelling: [grade]
    - medical: [id_number]
    - water: [safe]
    - person: [schooling]
    - person: [dwelling_grade]
    - person: [dangerous_dwelling]
    - person: [health]
    - person: [safe_water]
    - person: [medical_insured]
    - person: [stable_income_per_capita]
    - person: [income_per_capita]
absence: [student, disability, dwelling, medical, water]
params: [as_of, stable_income_line]
key: []
message:
  zh: "{name}户{exit_year}年脱贫，疑似不达标：{items}[[（{persons}）]][[，人均收入{income}元]]"
  en: "The household of {name}, exited in {exit_year}, seems to fail: {items}[[ ({persons})]][[, income {income} yuan]]"
evidence:
  items: { zh: 不达标项, en: Items failed, codes: exit.item }
  persons: { zh: 涉及成员, en: Persons }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  exit_year: { zh: 脱贫年度, en: Exit year }
exemptions:
  - { id: illness, when: { zh: 因病辍学, en: dropout because of illness }, clause: (二)9 }
  - { id: intellectual-or-disabled-reason, when: { zh: 因残、因智无法上学, en: unable to attend because of disability }, clause: (二)9 }
  - { id: disabled-pupil, when: { zh: 辍学学生本人残疾, en: the pupil is disabled }, clause: (二)9 }
verify:
  zh: 由教育、住建、卫健、医保、水利等部门按单项验收责任逐项复核；确不达标的，退出不算数，按规定回退。
  en: "For the departments that accept each item: check it again; an exit that fails is taken back."
*/
WITH item AS (
  SELECT
    d.household_no,
    'education' AS item,
    -- A dropout because of illness is a gap elsewhere, but (二)9 spares it as it does the others.
    coalesce(d.exempt_as, CASE WHEN d.reason = 'illness' THEN 'illness' END) AS exemption,
    d.name AS person,
    -- Numbers of 15 digits were no longer given when the pupils were born.
    0 AS upgraded,
    d.ref AS roster_ref,
    d.gap_ref
  FROM school_dropout d
  UNION ALL
  SELECT
    g.household_no, g.gap, NULL, g.gap_person,
    CASE WHEN g.id_state = 'upgraded' OR g.record_state = 'upgraded' THEN 1 ELSE 0 END,
    g.member_ref, g.gap_ref
  FROM household_gap g
  WHERE g.gap <> 'education'
  UNION ALL
  SELECT m.household_no, 'insurance', NULL, m.name, 0, m.ref, NULL
  FROM member m
  WHERE m.medical_insured = FALSE AND m.employee_insured IS DISTINCT FROM TRUE
  UNION ALL
  SELECT h.household_no, 'income', NULL, NULL, 0, coalesce(h.sheet_ref, h.ref), NULL
  FROM roster_household h
  WHERE h.income <= $stable_income_line
),
failed AS (
  SELECT
    i.household_no,
    i.exemption,
    max(CASE WHEN i.item = 'education' THEN 1 ELSE 0 END) AS education,
    max(CASE WHEN i.item = 'housing' THEN 1 ELSE 0 END) AS housing,
    max(CASE WHEN i.item = 'medical' THEN 1 ELSE 0 END) AS medical,
    max(CASE WHEN i.item = 'water' THEN 1 ELSE 0 END) AS water,
    max(CASE WHEN i.item = 'insurance' THEN 1 ELSE 0 END) AS insurance,
    max(CASE WHEN i.item = 'income' THEN 1 ELSE 0 END) AS low_income,
    string_agg(DISTINCT i.person, '、' ORDER BY i.person NULLS LAST) AS persons,
    max(i.upgraded) AS upgraded,
    string_agg(CAST(i.roster_ref AS VARCHAR), ',' ORDER BY i.roster_ref NULLS LAST) AS roster_refs,
    string_agg(CAST(i.gap_ref AS VARCHAR), ',' ORDER BY i.gap_ref NULLS LAST) AS gap_refs
  FROM item i
  GROUP BY i.household_no, i.exemption
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  substr(concat(
    CASE WHEN f.education = 1 THEN ',education' END,
    CASE WHEN f.housing = 1 THEN ',housing' END,
    CASE WHEN f.medical = 1 THEN ',medical' END,
    CASE WHEN f.water = 1 THEN ',water' END,
    CASE WHEN f.insurance = 1 THEN ',insurance' END,
    CASE WHEN f.low_income = 1 THEN ',income' END
  ), 2) AS items,
  f.persons,
  h.income,
  h.exit_year,
  f.exemption,
  CASE WHEN f.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  concat(coalesce(f.gap_refs || ',', ''), coalesce(f.roster_refs || ',', ''), CAST(h.ref AS VARCHAR)) AS refs
FROM roster_household h
JOIN failed f ON f.household_no = h.household_no
WHERE h.exited AND h.exit_year = EXTRACT(YEAR FROM $as_of)
