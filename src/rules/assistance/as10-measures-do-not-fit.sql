/*
id: AS10
title: { zh: 帮扶措施与致贫原因不符, en: Measures do not fit the cause of poverty }
family: assistance
severity: low
clause: [(二)11]
subject: household
predicate:
  zh: 在册贫困户：因病致贫，而每名成员都填明未参加医疗保险；因学致贫，而没有成员在校（名册和学籍都没有）；缺资金，而没有成员有专项贷款；因残致贫，而没有残疾成员（名册和残联都没有）。各只在提供了相应数据时判断；成员证件号不能用、无法与贷款（名册没有填健康状况的，还有残联）数据比对的，不作判断。
  en: In an active household, poor because of illness, every member is said not to be medically insured; because of schooling, nobody is at school by roster or enrolment; for lack of capital, nobody has a loan; because of disability, nobody is disabled by roster or disability extract. Each is judged only where its data were given, and not where a member without a usable ID number might be among the borrowers (or, without health on the roster, among the disabled).
needs:
  person: [exit_status, cause]
  'loan?': [id_number]
  'student?': [id_number, status]
  'disability?': [id_number]
needs_any:
  -
    - person: [medical_insured]
    - person: [schooling]
    - loan: [id_number]
    - disability: [id_number]
absence: [student, disability, loan]
params: []
key: [problem]
message:
  zh: "{name}户{problem}：帮扶措施疑似与致贫原因不符"
  en: "The household of {name}, {problem}: the measures seem not to fit the cause"
evidence:
  problem: { zh: 不符之处, en: What does not fit, codes: measure.problem }
  cause: { zh: 主要致贫原因, en: Main cause of poverty, codes: person.cause }
verify:
  zh: 核实致贫原因是否填对；填对的按主要致贫原因补上相应措施。
  en: Check whether the cause is right; if so, add the measures that answer it.
*/
-- Without the column all cells are empty, and an empty cell is not uninsured.
WITH insured AS (
  SELECT m.household_no FROM member m
  WHERE m.medical_insured IS DISTINCT FROM FALSE OR m.employee_insured = TRUE
),
at_school AS (
  SELECT m.household_no FROM member m
  WHERE m.schooling IN ('kindergarten', 'primary', 'junior', 'compulsory', 'senior', 'vocational', 'college')
  UNION
  SELECT m.household_no FROM member m
  JOIN student s ON s.id_number_key = m.id_key
  WHERE s.status IN ('enrolled', 'home')
),
-- Whoever has no usable ID number may be in the extract.
borrower AS (
  SELECT m.household_no FROM member m WHERE m.id_key IS NULL
  UNION
  SELECT m.household_no FROM member m
  JOIN loan l ON l.id_number_key = m.id_key
),
disabled AS (
  SELECT m.household_no FROM member m WHERE m.roster_disabled OR (m.health IS NULL AND m.id_key IS NULL)
  UNION
  SELECT m.household_no FROM member m
  JOIN disability d ON d.id_number_key = m.id_key
),
misfit AS (
  SELECT h.household_no, 'illness' AS problem
  FROM roster_household h
  WHERE h.active AND h.cause = 'illness'
    AND NOT EXISTS (SELECT 1 FROM insured i WHERE i.household_no = h.household_no)
  UNION ALL
  SELECT h.household_no, 'schooling'
  FROM roster_household h
  WHERE h.active AND h.cause = 'schooling'
    AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'person' AND g.field = 'schooling')
    AND NOT EXISTS (SELECT 1 FROM at_school s WHERE s.household_no = h.household_no)
  UNION ALL
  SELECT h.household_no, 'capital'
  FROM roster_household h
  WHERE h.active AND h.cause = 'capital'
    AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'loan')
    AND NOT EXISTS (SELECT 1 FROM borrower b WHERE b.household_no = h.household_no)
  UNION ALL
  SELECT h.household_no, 'disability'
  FROM roster_household h
  WHERE h.active AND h.cause = 'disability'
    AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'disability')
    AND NOT EXISTS (SELECT 1 FROM disabled d WHERE d.household_no = h.household_no)
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  f.problem,
  h.cause,
  h.ref,
  h.sheet_ref
FROM misfit f
JOIN roster_household h ON h.household_no = f.household_no
