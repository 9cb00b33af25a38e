/*
id: RP05
title: { zh: 收入超线但保障有缺口，转行业部门, en: "Income above the line but a guarantee not met, routed to the department" }
family: return-to-poverty
severity: medium
clause: [二.三]
subject: household
predicate:
  zh: 户在“核查的脱贫年度”内脱贫，人均收入已知且高于“人均稳定收入线”，但教育、住房、医疗、饮水有缺口；一项缺口一条，转责任部门单项解决，不作返贫。
  en: A household exited in the exit years under review, and its income per capita is known and above the stable income line, yet it has a gap in education, housing, medical care or water; one finding for each gap, for the department that must close it, and no return to poverty.
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
  -
    - person: [stable_income_per_capita]
    - person: [income_per_capita]
absence: [student, disability, dwelling, medical, water]
params: [stable_income_line]
key: [gap]
message:
  zh: "{name}户 {exit_year} 年脱贫，人均收入{income}元，高于标准，但{gap}保障疑似有缺口[[（{persons}）]]：不再纳入建档立卡，由{department}单项解决"
  en: "The household of {name}, exited in {exit_year}, has an income of {income} yuan, above the line, but a gap in {gap}[[ ({persons})]]: not to be registered again, {department} must close it"
evidence:
  gap: { zh: 缺口, en: Gap, codes: guarantee.kind }
  department: { zh: 责任部门, en: Department, codes: guarantee.department }
  persons: { zh: 涉及成员, en: Persons }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  exit_year: { zh: 脱贫年度, en: Exit year }
verify:
  zh: 由责任部门核实缺口是否属实，按“缺什么补什么”单项解决；不作返贫处理。
  en: "For the department: check the gap and close it; the household is not marked as returned."
*/
WITH gaps AS (
  SELECT
    g.household_no,
    g.gap,
    string_agg(g.gap_person, '、' ORDER BY g.gap_person NULLS LAST) AS persons,
    max(CASE WHEN g.id_state = 'upgraded' OR g.record_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    min(g.gap_ref) AS gap_ref,
    max(g.gap_ref) AS last_gap_ref,
    min(g.member_ref) AS member_ref
  FROM household_gap g
  GROUP BY g.household_no, g.gap
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  g.gap,
  g.gap AS department,
  g.persons,
  h.income,
  h.exit_year,
  CASE WHEN g.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  g.gap_ref,
  g.last_gap_ref,
  g.member_ref,
  h.sheet_ref,
  h.ref
FROM roster_household h
JOIN gaps g ON g.household_no = h.household_no
WHERE h.exited_in_window AND h.income > $stable_income_line
