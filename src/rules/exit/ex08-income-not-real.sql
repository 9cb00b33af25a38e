/*
id: EX08
title: { zh: 脱贫户收入缺失或雷同, en: "Exited household's income missing or copied" }
family: exit
severity: low
clause: [(三)1]
subject: household
predicate:
  zh: 脱贫户没有填人均稳定收入；或同村同一年度脱贫的户中，人均收入相同（精确到元）的达到“收入相同的户数”。
  en: An exited household has no stable income entered; or at least so many households of one village and exit year have the same income, to the yuan.
needs: { person: [exit_status] }
needs_any:
  -
    - person: [stable_income_per_capita]
    - person: [income_per_capita, exit_year, village]
absence: []
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
WITH leaver AS (
  SELECT
    h.*,
    count(*) OVER (PARTITION BY h.county, h.township, h.village, h.exit_year, round(h.income, 0)) AS alike
  FROM roster_household h
  WHERE h.exited
)
SELECT
  l.household_no,
  l.head_name AS name,
  l.head_id_number AS id_number,
  l.county,
  l.township,
  l.village,
  'missing' AS problem,
  NULL AS income,
  NULL AS households,
  l.exit_year,
  l.ref,
  l.sheet_ref
FROM leaver l
WHERE l.stable_income IS NULL
  AND EXISTS (
    SELECT 1 FROM given g WHERE g.dataset IN ('person', 'household') AND g.field = 'stable_income_per_capita'
  )
UNION ALL
SELECT
  l.household_no, l.head_name, l.head_id_number, l.county, l.township, l.village,
  'same', l.income, l.alike, l.exit_year, l.ref, l.sheet_ref
FROM leaver l
WHERE l.alike >= $same_income AND l.village IS NOT NULL AND l.exit_year IS NOT NULL AND l.income IS NOT NULL
