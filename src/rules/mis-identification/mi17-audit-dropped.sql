/*
id: MI17
title: { zh: 审计剔除人员疑似仍符合标准, en: "Dropped after the 2016 audit, yet appears to qualify" }
family: mis-identification
severity: high
clause: [二.四, (一)1]
subject: person
predicate:
  zh: 审计疑似名单中处理结果为剔除的人，现不是在册贫困户成员，而名册上的户收入已知且不高于“人均稳定收入线”；或收入不明而教育、住房、医疗、饮水至少一项有缺口（已不在名册的按本人的记录判断）。本人和其名册户的成员有计入的车辆或房产、现任村干部、财政供养、单位缴纳养老保险之一的，不列。
  en: Somebody whom the audit’s list marks as removed is no member of an active household, and the income of the roster household is known and not above the stable income line; or income is unknown and at least one of education, housing, medical care and water has a gap (for those off the roster, by their own records). Whoever has, or has a member of the roster household with, a counted vehicle or property, a barred cadre post, a payroll post or insurance through an employer is not flagged.
needs:
  audit_suspect: [id_number, action, name?, household_no?, problem?, found_on?, township?, village?]
  person: [exit_status]
  vehicle: [owner_id, status]
  property: [owner_id, usage, nature]
  payroll: [id_number]
  cadre: [id_number, post]
  social_security: [id_number, kind, status, employer]
  'student?': [id_number?, status?, reason?]
  'dwelling?': [id_number?, household_no?, grade?, main?, occupied?, surveyed_on?, renovation?, township?, village?]
  'medical?': [id_number?, year?, diagnosis?, serious?, chronic?, cured?, self_paid?, self_paid_noncompliant?]
  'water?': [id_number?, household_no?, safe?, surveyed_on?]
  'disability?': [id_number?]
needs_any:
  -
    - vehicle: [vehicle_type]
    - vehicle: [plate_kind]
absence: [person, vehicle, property, payroll, cadre, social_security, student, disability, dwelling, medical, water]
params: [stable_income_line, medical_burden, compulsory_age, as_of]
key: []
message:
  zh: "{name}在 2016 年审计后被剔除[[（{problem}）]]，但[[人均收入{income}元，不高于标准，]][[存在缺口：{gaps}，]]且未发现有车、有房等情形，疑似应重新识别纳入"
  en: "{name} was dropped after the 2016 audit[[ ({problem})]], yet [[income is {income} yuan, not above the line, ]][[gaps stand: {gaps}, ]]and no vehicle, property or post was found: re-identify"
evidence:
  problem: { zh: 审计疑点类型, en: Audit problem }
  found_on: { zh: 审计发现时间, en: Found on }
  exit_status: { zh: 名册上的状态, en: Status on the roster, codes: person.exit_status }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  gaps: { zh: 未解决的保障, en: Guarantees not met, codes: guarantee.kind }
verify:
  zh: 再次核实 2016 年审计结论和现在的收入、“三保障”情况，符合标准而剔除的重新识别纳入。
  en: Check the audit's conclusion again, and income and guarantees as they are now; register again where the person qualifies.
*/
WITH dropped AS (
  SELECT
    s.id_number_key AS id_key,
    min(s.id_number) AS id_number,
    min(s.id_number_state) AS id_state,
    min(s.name) AS name,
    min(s.household_no) AS household_no,
    min(s.problem) AS problem,
    min(s.found_on) AS found_on,
    min(s.township) AS township,
    min(s.village) AS village,
    min(s.ref) AS ref
  FROM audit_suspect s
  WHERE s.action = 'removed'
  GROUP BY s.id_number_key
),
-- Those who are still on the roster (exited) are judged with their household, the others alone.
stand AS (
  SELECT
    d.id_key,
    m.household_no,
    m.id_state,
    m.ref AS member_ref,
    coalesce(h.sheet_ref, h.ref) AS household_ref,
    h.income,
    h.exit_status,
    h.county,
    h.township,
    h.village
  FROM dropped d
  JOIN member m ON m.id_key = d.id_key
  JOIN roster_household h ON h.household_no = m.household_no
),
bill AS (
  SELECT
    c.*,
    max(CASE WHEN c.serious = TRUE THEN c.year END) OVER (PARTITION BY c.id_number_key) AS serious_year,
    max(CASE WHEN c.chronic = TRUE THEN c.year END) OVER (PARTITION BY c.id_number_key) AS chronic_year
  FROM medical c
  WHERE c.year IS NULL OR c.year <= $as_of
),
alone AS (
  SELECT s.id_number_key AS id_key, 'education' AS gap, s.ref
  FROM student s
  WHERE s.status IN ('dropout', 'never-enrolled')
    AND (s.reason IS NULL OR s.reason NOT IN ('disability', 'intellectual'))
    AND floor((
      EXTRACT(YEAR FROM $as_of) * 10000 + EXTRACT(MONTH FROM $as_of) * 100 + EXTRACT(DAY FROM $as_of)
      - CAST(substr(s.id_number_key, 7, 8) AS INTEGER)
    ) / 10000.0) BETWEEN $compulsory_age_from AND $compulsory_age_to
    AND NOT EXISTS (SELECT 1 FROM disability x WHERE x.id_number_key = s.id_number_key)
    AND NOT EXISTS (
      SELECT 1 FROM student n WHERE n.id_number_key = s.id_number_key AND n.status IN ('enrolled', 'home')
    )
  UNION
  SELECT w.id_number_key, 'housing', w.ref
  FROM dwelling w
  WHERE w.grade IN ('C', 'D') AND w.main IS DISTINCT FROM FALSE AND w.occupied IS DISTINCT FROM FALSE
    AND w.renovation IS DISTINCT FROM 'done'
    AND NOT EXISTS (
      SELECT 1 FROM dwelling n
      WHERE n.id_number_key = w.id_number_key AND n.surveyed_on > w.surveyed_on AND n.main IS DISTINCT FROM FALSE
    )
  UNION
  SELECT c.id_number_key, 'medical', c.ref
  FROM bill c
  WHERE c.serious = TRUE AND c.cured IS DISTINCT FROM TRUE AND c.year IS NOT DISTINCT FROM c.serious_year
  UNION
  SELECT c.id_number_key, 'medical', min(c.ref) AS ref
  FROM bill c
  WHERE c.chronic = TRUE AND c.year IS NOT DISTINCT FROM c.chronic_year
  GROUP BY c.id_number_key
  HAVING sum(coalesce(c.self_paid, 0) + coalesce(c.self_paid_noncompliant, 0)) > $medical_burden
  UNION
  SELECT w.id_number_key, 'water', w.ref
  FROM water w
  WHERE w.safe = FALSE
    AND NOT EXISTS (
      SELECT 1 FROM water n WHERE n.id_number_key = w.id_number_key AND n.surveyed_on > w.surveyed_on
    )
),
gap AS (
  SELECT s.id_key, g.gap, coalesce(g.gap_ref, g.member_ref) AS ref
  FROM stand s
  JOIN household_gap g ON g.household_no = s.household_no
  UNION
  SELECT a.id_key, a.gap, a.ref
  FROM alone a
  WHERE NOT EXISTS (SELECT 1 FROM stand s WHERE s.id_key = a.id_key)
),
gaps AS (
  SELECT g.id_key, string_agg(g.gap, ',' ORDER BY g.gap NULLS LAST) AS gaps
  FROM (SELECT DISTINCT x.id_key, x.gap FROM gap x) g
  GROUP BY g.id_key
),
gap_row AS (
  SELECT x.id_key, string_agg(CAST(x.ref AS VARCHAR), ',' ORDER BY x.ref NULLS LAST) AS refs FROM gap x GROUP BY x.id_key
)
SELECT
  d.id_key AS subject,
  coalesce(s.household_no, d.household_no) AS household_no,
  d.name,
  d.id_number,
  s.county,
  coalesce(s.township, d.township) AS township,
  coalesce(s.village, d.village) AS village,
  d.problem,
  d.found_on,
  s.exit_status,
  s.income,
  g.gaps,
  CASE WHEN d.id_state = 'upgraded' OR s.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  d.ref,
  r.refs,
  s.member_ref,
  s.household_ref
FROM dropped d
LEFT JOIN stand s ON s.id_key = d.id_key
LEFT JOIN gaps g ON g.id_key = d.id_key
LEFT JOIN gap_row r ON r.id_key = d.id_key
WHERE NOT EXISTS (SELECT 1 FROM active_member m WHERE m.id_key = d.id_key)
  -- Above the line a gap is for the department alone: the household is not registered again (二.三, as in RP05).
  AND (s.income <= $stable_income_line OR (s.income IS NULL AND g.gaps IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM barred_person b WHERE b.id_key = d.id_key)
  AND NOT EXISTS (
    SELECT 1 FROM stand t
    JOIN member m ON m.household_no = t.household_no
    JOIN barred_person b ON b.id_key = m.id_key
    WHERE t.id_key = d.id_key
  )
