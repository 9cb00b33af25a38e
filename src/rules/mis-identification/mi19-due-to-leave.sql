/*
id: MI19
title: { zh: 收入超线且无缺口（应退未退）, en: "Income above the line and no gap, still registered as poor" }
family: mis-identification
severity: medium
clause: [(四)1]
subject: household
predicate:
  zh: 户为未脱贫或返贫，人均稳定收入已知且高于“人均稳定收入线”，教育、住房、医疗、饮水四项都有数据可以判断，且没有一项有缺口。有一项不明的不列。
  en: A household is poor or returned, its stable income per capita is known and above the stable income line, and education, housing, medical care and water can all be judged from the data and none has a gap. With one of them unknown it is not flagged.
needs:
  person: [exit_status, stable_income_per_capita]
  'student?': [id_number?]
  'dwelling?': [grade?]
  'medical?': [id_number?]
  'water?': [safe?]
  'disability?': [id_number?]
needs_any:
  -
    - student: [id_number, status]
    - person: [schooling]
  -
    - dwelling: [grade]
    - person: [dwelling_grade]
    - person: [dangerous_dwelling]
  -
    - medical: [id_number, serious]
    - medical: [id_number, chronic]
    - person: [health]
  -
    - water: [safe]
    - person: [safe_water]
absence: [student, disability, dwelling, medical, water]
params: [stable_income_line]
key: []
message:
  zh: "{name}户{exit_status}，但人均稳定收入{income}元，高于标准，且教育、住房、医疗、饮水均无缺口，疑似应退未退"
  en: "The household of {name} is {exit_status}, yet stable income is {income} yuan, above the line, with no gap in education, housing, medical care or water: it appears due to leave"
evidence:
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
  income: { zh: 人均稳定收入（元）, en: Stable income per capita (yuan) }
verify:
  zh: 核实稳定收入的构成和“三保障”实现情况，确已稳定达标的按退出程序办理。
  en: Check what the stable income consists of and that the guarantees hold; if so follow the exit procedure.
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  h.exit_status,
  h.stable_income AS income,
  h.ref,
  h.sheet_ref
FROM roster_household h
WHERE h.exit_status IN ('poor', 'returned')
  AND h.stable_income > $stable_income_line
  -- No clean bill on what is not known.
  AND (SELECT count(*) FROM known_guarantee k WHERE k.household_no = h.household_no) = 4
  AND NOT EXISTS (SELECT 1 FROM household_gap g WHERE g.household_no = h.household_no)
