/*
id: RP07
title: { zh: 返贫标注矛盾或没有依据, en: Returned mark contradicts itself or has no ground }
family: return-to-poverty
severity: medium
clause: [(四)1]
subject: household
predicate:
  zh: 同一户在一处标注返贫、另一处标注已脱贫（贫困户信息表与成员各行，或成员各行之间）；或标注返贫，而教育、住房、医疗、饮水都能判断且没有缺口，人均收入已知且高于“人均稳定收入线”。
  en: A household is marked returned in one place and exited in another (household sheet against the members' rows, or these among each other); or it is marked returned, though education, housing, medical care and water are all known and without a gap, and the income is known and above the stable income line.
needs:
  person: [exit_status, household_no, member_status?]
  'student?': [id_number?]
  'disability?': [id_number?]
  'dwelling?': [grade?]
  'medical?': [id_number?]
  'water?': [safe?]
absence: [student, disability, dwelling, medical, water]
params: [stable_income_line]
key: [problem]
message:
  zh: "{name}户{problem}[[，人均收入{income}元]]"
  en: "The household of {name}: {problem}[[, income {income} yuan]]"
evidence:
  problem: { zh: 问题, en: Problem, codes: returned.problem }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
  exit_year: { zh: 脱贫年度, en: Exit year }
verify:
  zh: 核实该户返贫程序和依据，统一标注；没有返贫情形且收入稳定超线的按程序退出。
  en: Check the ground on which the household was marked as returned and make the marks agree; where there is none, let it exit.
*/
WITH marked AS (
  SELECT p.household_no, p.exit_status FROM person p WHERE p.member_status IS NULL OR p.member_status <> 'gone'
  UNION ALL
  SELECT s.household_no, s.exit_status FROM household s
),
contradictory AS (
  SELECT a.household_no FROM marked a WHERE a.exit_status IN ('returned', 'exited')
  GROUP BY a.household_no
  HAVING count(DISTINCT a.exit_status) > 1
),
problem AS (
  SELECT c.household_no, 'contradiction' AS problem FROM contradictory c
  UNION ALL
  SELECT h.household_no, 'no-ground'
  FROM roster_household h
  WHERE h.exit_status = 'returned'
    AND h.income > $stable_income_line
    -- No clean bill on what is not known.
    AND (SELECT count(*) FROM known_guarantee k WHERE k.household_no = h.household_no) = 4
    AND NOT EXISTS (SELECT 1 FROM household_gap g WHERE g.household_no = h.household_no)
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  p.problem,
  h.income,
  h.exit_status,
  h.exit_year,
  h.ref,
  h.sheet_ref
FROM problem p
JOIN roster_household h ON h.household_no = p.household_no
