/*
id: EX08
title: { zh: 脱贫户收入缺失或雷同, en: "Exited household's income missing or copied" }
family: exit
severity: low
clause: [(三)1]
subject: household
predicate:
  zh: 脱贫户没有填人均稳定收入；或同村同一年度脱贫的户中，人均收入分毫不差的达到“收入相同的户数”。
  en: An exited household has no stable income entered; or at least so many households of one village and exit year have the very same income.
needs: { person: [exit_status] }
needs_any:
  -
    - person: [stable_income_per_capita]
    - person: [income_per_capita, exit_year, village]
params: [same_income]
key: [problem]
message:
  zh: "{name}户[[{exit_year}年]]脱贫，{problem}[[：{income}元，同村同年{households}户相同]]"
  en: "{name}’s household, exited[[ in {exit_year}]]: {problem}[[, {income} yuan in {households} households of the village and year]]"
evidence:
  problem: { zh: 问题, en: Problem, codes: income.problem }
  income: { zh: 人均收入（元）, en: Income per capita (yuan) }
  households: { zh: 同村同年收入相同的户数, en: Households of the same income }
  exit_year: { zh: 脱贫年度, en: Exit year }
verify:
  zh: 入户核实收入，按收入计算办法重新测算；雷同的核实是否照抄。
  en: Work the income out again on site; where many are the same, check whether they were copied.
*/
WITH same AS (
  SELECT h.county, h.township, h.village, h.exit_year, h.income, count(*) AS households
  FROM roster_household h
  WHERE h.exited AND h.exit_year IS NOT NULL AND h.village IS NOT NULL AND h.income IS NOT NULL
  GROUP BY h.county, h.township, h.village, h.exit_year, h.income
  HAVING count(*) >= $same_income
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  'missing' AS problem,
  NULL AS income,
  NULL AS households,
  h.exit_year,
  h.ref,
  h.sheet_ref
FROM roster_household h
WHERE h.exited
  AND h.stable_income IS NULL
  AND EXISTS (
    SELECT 1 FROM given g WHERE g.dataset IN ('person', 'household') AND g.field = 'stable_income_per_capita'
  )
UNION ALL
SELECT
  h.household_no, h.head_name, h.head_id_number, h.county, h.township, h.village,
  'same', h.income, s.households, h.exit_year, h.ref, h.sheet_ref
FROM roster_household h
JOIN same s
  ON s.county IS NOT DISTINCT FROM h.county AND s.township IS NOT DISTINCT FROM h.township AND s.village = h.village
  AND s.exit_year = h.exit_year AND s.income = h.income
WHERE h.exited
