/*
id: RP04
title: { zh: 脱贫户收入不高于标准, en: Exited household with income at or under the line }
family: return-to-poverty
severity: medium
clause: [二.三]
subject: household
predicate:
  zh: 户在“核查的脱贫年度”内脱贫，人均收入已知且不高于“人均稳定收入线”，又没有因贫（或原因不明）辍学、危房、大病慢性病缺口；低于核查年度“国家贫困线”的为高。
  en: A household exited in the exit years under review, and its income per capita is known and not above the stable income line, while nobody dropped out because of poverty (or for no given reason) and there is no housing or medical gap; under the national poverty line of the as-of year it is high.
needs:
  person: [exit_status, exit_year]
  'student?': [id_number?]
  'disability?': [id_number?]
  'dwelling?': [grade?]
  'medical?': [id_number?]
  'water?': [safe?]
needs_any:
  -
    - person: [stable_income_per_capita]
    - person: [income_per_capita]
absence: [student, disability, dwelling, medical, water]
params: [stable_income_line, poverty_line]
key: []
message:
  zh: "{name}户 {exit_year} 年脱贫，人均收入{income}元，不高于稳定收入标准[[，且低于当年贫困线{under_line}元]]，疑似收入低且不稳定，应核实是否返贫"
  en: "The household of {name}, exited in {exit_year}, has an income of {income} yuan per capita, not above the line[[ and under the year's poverty line of {under_line} yuan]]: check whether it has fallen back"
evidence:
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  under_line: { zh: 低于的贫困线（元）, en: Poverty line it is under (yuan) }
  exit_year: { zh: 脱贫年度, en: Exit year }
verify:
  zh: 核实家庭人均稳定收入的构成（剔除一次性补助），收入低且不稳定的标注返贫。
  en: Check what the stable income consists of (one-off aid left out); where it is low and unstable mark the household as returned.
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  h.income,
  CASE WHEN h.income < $poverty_line THEN $poverty_line END AS under_line,
  h.exit_year,
  CASE WHEN h.income < $poverty_line THEN 'high' ELSE 'medium' END AS severity,
  h.sheet_ref,
  h.ref
FROM roster_household h
WHERE h.exited_in_window
  AND h.income <= $stable_income_line
  AND NOT EXISTS (SELECT 1 FROM return_ground r WHERE r.household_no = h.household_no)
