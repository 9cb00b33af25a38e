/*
id: DQ07
title: { zh: 同户成员的户信息不一致, en: Household-level columns differ between members }
family: data-quality
severity: medium
clause: [(四)2]
subject: household
predicate:
  zh: 同一户编号的在册成员，脱贫属性、脱贫年度、贫困户属性、人均稳定收入、人均纯收入至少一项有两个或以上不同的值。空格不参加比较。
  en: Members under one household number have two or more different values of exit status, exit year, category, stable income per capita or net income per capita. Empty cells are not compared.
needs: { person: [household_no, exit_status?, exit_year?, category?, stable_income_per_capita?, income_per_capita?, member_status?] }
needs_any:
  -
    - person: [exit_status]
    - person: [exit_year]
    - person: [category]
    - person: [stable_income_per_capita]
    - person: [income_per_capita]
absence: []
params: []
key: []
message:
  zh: "{name}户成员之间的{fields}不一致[[；脱贫属性：{exit_statuses}]][[；脱贫年度：{exit_years}]][[；贫困户属性：{categories}]][[；人均收入：{incomes}]]"
  en: "Members of the household of {name} differ in {fields}[[; exit status {exit_statuses}]][[; exit year {exit_years}]][[; category {categories}]][[; income {incomes}]]"
evidence:
  fields: { zh: 不一致的项目, en: Differing fields, codes: roster.column }
  exit_statuses: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
  exit_years: { zh: 脱贫年度, en: Exit year }
  categories: { zh: 贫困户属性, en: Category, codes: person.category }
  incomes: { zh: 人均收入, en: Income per capita }
verify:
  zh: 在系统中核对该户信息，统一为实际情况。
  en: Check the household in the system and correct what is wrong.
*/
WITH entry AS (
  SELECT
    p.household_no,
    p.exit_status,
    CAST(EXTRACT(YEAR FROM p.exit_year) AS VARCHAR) AS exit_year,
    p.category,
    p.stable_income_per_capita AS stable_income,
    p.income_per_capita AS income,
    p.ref
  FROM person p
  WHERE p.member_status IS NULL OR p.member_status <> 'gone'
),
differing AS (
  SELECT
    e.household_no,
    count(DISTINCT e.exit_status) > 1 AS exit_status_differs,
    count(DISTINCT e.exit_year) > 1 AS exit_year_differs,
    count(DISTINCT e.category) > 1 AS category_differs,
    count(DISTINCT e.stable_income) > 1 AS stable_differs,
    count(DISTINCT e.income) > 1 AS net_differs,
    string_agg(CAST(e.ref AS VARCHAR), ',' ORDER BY e.ref NULLS LAST) AS refs
  FROM entry e
  GROUP BY e.household_no
),
value_list AS (
  SELECT v.household_no, v.field, string_agg(v.value, ',' ORDER BY v.value NULLS LAST) AS shown
  FROM (
    SELECT e.household_no, 'exit_status' AS field, e.exit_status AS value FROM entry e
    UNION
    SELECT e.household_no, 'exit_year', e.exit_year FROM entry e
    UNION
    SELECT e.household_no, 'category', e.category FROM entry e
    UNION
    SELECT e.household_no, 'stable', CAST(e.stable_income AS VARCHAR) FROM entry e
    UNION
    SELECT e.household_no, 'net', CAST(e.income AS VARCHAR) FROM entry e
  ) v
  GROUP BY v.household_no, v.field
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  substr(
    CASE WHEN d.exit_status_differs THEN ',exit_status' ELSE '' END
    || CASE WHEN d.exit_year_differs THEN ',exit_year' ELSE '' END
    || CASE WHEN d.category_differs THEN ',category' ELSE '' END
    || CASE WHEN d.stable_differs OR d.net_differs THEN ',income' ELSE '' END,
    2
  ) AS fields,
  CASE WHEN d.exit_status_differs THEN s.shown END AS exit_statuses,
  CASE WHEN d.exit_year_differs THEN replace(y.shown, ',', '、') END AS exit_years,
  CASE WHEN d.category_differs THEN c.shown END AS categories,
  replace(CASE WHEN d.stable_differs THEN i.shown WHEN d.net_differs THEN n.shown END, ',', '、') AS incomes,
  d.refs
FROM differing d
JOIN roster_household h ON h.household_no = d.household_no
LEFT JOIN value_list s ON s.household_no = d.household_no AND s.field = 'exit_status'
LEFT JOIN value_list y ON y.household_no = d.household_no AND y.field = 'exit_year'
LEFT JOIN value_list c ON c.household_no = d.household_no AND c.field = 'category'
LEFT JOIN value_list i ON i.household_no = d.household_no AND i.field = 'stable'
LEFT JOIN value_list n ON n.household_no = d.household_no AND n.field = 'net'
WHERE d.exit_status_differs OR d.exit_year_differs OR d.category_differs OR d.stable_differs OR d.net_differs
