/*
id: RP01
title: { zh: 脱贫户有因贫辍学学生, en: "Exited household with a pupil who dropped out, poverty not excluded" }
family: return-to-poverty
severity: high
clause: [二.三.1, (二)9]
subject: household
predicate:
  zh: 户在“核查的脱贫年度”内脱贫，人均收入不高于“人均稳定收入线”或不明，家中有“义务教育年龄”的成员辍学或未入学，原因为因贫或未填；有学籍记录的看学籍，没有的看名册。因残、因智辍学的和残疾学生列为豁免；收入不明的为中。
  en: A household exited in the exit years under review, its income per capita is not above the stable income line or is unknown, and a member of compulsory-school age dropped out or never enrolled, because of poverty or for no given reason; the enrolment extract decides for those it knows, the roster for the others. Dropouts because of a disability and disabled pupils are exempt; with an unknown income it is medium.
needs:
  person: [exit_status, exit_year, id_number]
  'student?': [id_number, status, name?, school?, grade?, dropped_on?, reason?]
  'disability?': [id_number?]
  'dwelling?': [grade?]
  'medical?': [id_number?]
  'water?': [safe?]
needs_any:
  -
    - student: [id_number, status]
    - person: [schooling]
absence: [student, disability]
params: [stable_income_line]
key: []
message:
  zh: "{name}户 {exit_year} 年脱贫，家中义务教育阶段学生{pupils}疑似辍学（原因：{reason}），[[人均收入{income}元，不高于标准]][[!income|人均收入不明]]，疑似应标注返贫"
  en: "The household of {name}, exited in {exit_year}, has {pupils} of compulsory-school age out of school (reason: {reason}); [[income {income} yuan, not above the line]][[!income|income unknown]]: it appears that it must return"
evidence:
  pupils: { zh: 辍学学生, en: Pupils }
  age: { zh: 年龄, en: Age }
  reason: { zh: 辍学原因, en: Reason, codes: student.reason }
  school: { zh: 学校, en: School }
  dropped_on: { zh: 辍学时间, en: Dropped out on }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  exit_year: { zh: 脱贫年度, en: Exit year }
volatile: [age]
exemptions:
  - { id: intellectual-or-disabled-reason, when: { zh: 因智障或残疾辍学, en: dropped out because of an intellectual or other disability }, clause: 二.三.1 }
  - { id: disabled-pupil, when: { zh: 残疾学生, en: disabled pupil }, clause: 二.三.1 }
verify:
  zh: 核实是否确属辍学：是否外省就读学籍未转、休学、送教上门；原因是否因贫。属实的标注返贫，并动员返校。
  en: "Check that the pupil is really out of school (enrolled in another province, suspended, taught at home?) and why; if so mark the household as returned, and get the pupil back."
*/
WITH pupil AS (
  SELECT
    s.household_no,
    string_agg(s.name, '、' ORDER BY s.name NULLS LAST) AS pupils,
    min(s.age) AS age,
    min(s.reason) AS reason,
    min(s.school) AS school,
    min(s.dropped_on) AS dropped_on,
    -- The coarsest of the pupils’ (day, month, year come in this order).
    max(s.dropped_on_precision) AS dropped_on_precision,
    s.exempt_as,
    max(CASE WHEN s.id_state = 'upgraded' OR s.record_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    min(s.gap_ref) AS gap_ref,
    max(s.gap_ref) AS last_gap_ref,
    min(s.ref) AS pupil_ref
  FROM school_dropout s
  WHERE s.exempt_as IS NOT NULL OR s.reason = 'poverty' OR s.reason IS NULL
  GROUP BY s.household_no, s.exempt_as
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  p.pupils,
  p.age,
  p.reason,
  p.school,
  p.dropped_on,
  p.dropped_on_precision,
  h.income,
  h.exit_year,
  CASE WHEN h.income IS NULL THEN 'medium' ELSE 'high' END AS severity,
  CASE WHEN p.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  p.exempt_as AS exemption,
  p.gap_ref,
  p.last_gap_ref,
  p.pupil_ref,
  h.sheet_ref,
  h.ref
FROM roster_household h
JOIN pupil p ON p.household_no = h.household_no
WHERE h.exited_in_window AND (h.income IS NULL OR h.income <= $stable_income_line)
