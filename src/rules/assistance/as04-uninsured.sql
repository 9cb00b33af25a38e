/*
id: AS04
title: { zh: 贫困人口未参加基本医疗保险, en: Not medically insured }
family: assistance
severity: medium
clause: [(二)5]
subject: person
predicate:
  zh: 在册贫困户或“核查的脱贫年度”内脱贫户的成员，名册填明没有参加城乡居民基本医疗保险，也没有填参加城镇职工基本医疗保险。空格不算没有参加。
  en: The roster says of a member of an active household, or of one exited in the years under review, that he is not in the residents' medical insurance, and not that he is in the employees'. An empty cell says neither.
needs: { person: [exit_status, exit_year?, medical_insured, employee_insured?] }
absence: []
params: []
key: []
message:
  zh: "{name}未参加基本医疗保险"
  en: "{name} has no basic medical insurance"
evidence:
  age: { zh: 年龄, en: Age }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
  exit_year: { zh: 脱贫年度, en: Exit year }
volatile: [age]
verify:
  zh: 由医保部门核实参保状态（是否在外地参保、参军、新生儿未办）；确未参保的动员参保并落实资助。
  en: Check with the medical-insurance bureau (insured elsewhere, in the army, newborn); if not insured, enrol and subsidise.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  m.age,
  m.exit_status,
  m.exit_year,
  CASE WHEN m.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  m.ref
FROM member m
WHERE (m.active OR m.exited_in_window)
  AND m.medical_insured = FALSE
  AND m.employee_insured IS DISTINCT FROM TRUE
