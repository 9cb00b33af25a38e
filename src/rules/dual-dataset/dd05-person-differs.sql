/*
id: DD05
title: { zh: 两套名册个人信息不一致, en: The two rosters differ about a person }
family: dual-dataset
severity: medium
clause: [(三)7, (四)2]
subject: person
predicate:
  zh: 同一有效证件号在两套名册中都有，但姓名、性别、同户成员、脱贫属性、脱贫年度、贫困户属性至少一项不同，或人均收入相差超过一元。只比较双方都填了的项目；收入双方都有稳定收入的比稳定收入，否则比纯收入；一人一条，列出全部不同的项目。
  en: A valid ID number stands on both rosters, but name, sex, household members, exit status, exit year or category differ, or the incomes per capita are more than one yuan apart. Only what both sides have is compared, stable income where both have it, else net income; one finding a person lists every difference.
needs:
  second_roster: [household_no, name, id_number, sex?, exit_status?, exit_year?, category?, income_per_capita?, stable_income_per_capita?]
  person: [id_number]
absence: [person, second_roster]
params: []
key: []
message:
  zh: "{name}在两套名册中不一致：{fields}[[；姓名：{name_first}／{name_second}]][[；性别：{sex_first}／{sex_second}]][[；同户成员只在名册：{only_first}]][[；只在第二套名册：{only_second}]][[；脱贫属性：{exit_status_first}／{exit_status_second}]][[；脱贫年度：{exit_year_first}／{exit_year_second}]][[；贫困户属性：{category_first}／{category_second}]][[；人均收入：{income_first}／{income_second}元]]"
  en: "The two rosters differ about {name}: {fields}[[; name {name_first} / {name_second}]][[; sex {sex_first} / {sex_second}]][[; household members on the roster only: {only_first}]][[; on the second only: {only_second}]][[; exit status {exit_status_first} / {exit_status_second}]][[; exit year {exit_year_first} / {exit_year_second}]][[; category {category_first} / {category_second}]][[; income {income_first} / {income_second} yuan]]"
evidence:
  fields: { zh: 不一致的项目, en: Differing fields, codes: roster.column }
  name_first: { zh: 姓名（名册）, en: Name (roster) }
  name_second: { zh: 姓名（第二套）, en: Name (second) }
  sex_first: { zh: 性别（名册）, en: Sex (roster), codes: person.sex }
  sex_second: { zh: 性别（第二套）, en: Sex (second), codes: person.sex }
  only_first: { zh: 只在名册的同户成员, en: Household members on the roster only }
  only_second: { zh: 只在第二套名册的同户成员, en: Household members on the second roster only }
  exit_status_first: { zh: 脱贫属性（名册）, en: Exit status (roster), codes: person.exit_status }
  exit_status_second: { zh: 脱贫属性（第二套）, en: Exit status (second), codes: person.exit_status }
  exit_year_first: { zh: 脱贫年度（名册）, en: Exit year (roster) }
  exit_year_second: { zh: 脱贫年度（第二套）, en: Exit year (second) }
  category_first: { zh: 贫困户属性（名册）, en: Category (roster), codes: person.category }
  category_second: { zh: 贫困户属性（第二套）, en: Category (second), codes: person.category }
  income_first: { zh: 人均收入（名册）, en: Income (roster) }
  income_second: { zh: 人均收入（第二套）, en: Income (second) }
verify:
  zh: 逐项核对两套名册，以实际情况为准更正。
  en: Compare item by item and correct whichever is wrong.
*/
WITH pair AS (
  SELECT
    m.household_no,
    m.name,
    m.id_number,
    m.county,
    m.township,
    m.village,
    coalesce(m.name <> s.name, FALSE) AS name_differs,
    coalesce(m.sex <> s.sex, FALSE) AS sex_differs,
    p.only_first IS NOT NULL OR p.only_second IS NOT NULL AS members_differ,
    p.only_first,
    p.only_second,
    coalesce(m.exit_status <> s.exit_status, FALSE) AS exit_status_differs,
    coalesce(m.exit_year <> s.exit_year, FALSE) AS exit_year_differs,
    coalesce(m.category <> s.category, FALSE) AS category_differs,
    -- Like is held against like: stable income where both have it, else net income.
    CASE
      WHEN m.stable_income IS NOT NULL AND s.stable_income IS NOT NULL THEN abs(m.stable_income - s.stable_income) > 1
      ELSE coalesce(abs(m.net_income - s.net_income) > 1, FALSE)
    END AS income_differs,
    s.name AS second_name,
    m.sex,
    s.sex AS second_sex,
    m.exit_status,
    s.exit_status AS second_exit_status,
    m.exit_year,
    s.exit_year AS second_exit_year,
    m.category,
    s.category AS second_category,
    CASE WHEN m.stable_income IS NOT NULL AND s.stable_income IS NOT NULL THEN m.stable_income ELSE m.net_income END AS income,
    CASE WHEN m.stable_income IS NOT NULL AND s.stable_income IS NOT NULL THEN s.stable_income ELSE s.net_income END AS second_income,
    CASE WHEN m.id_state = 'upgraded' OR s.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
    m.ref AS member_ref,
    m.sheet_ref,
    s.ref AS second_ref
  FROM member m
  JOIN second_member s ON s.id_key = m.id_key
  JOIN roster_pair p ON p.household_no = m.household_no AND p.second_household = s.household_no
)
SELECT
  p.household_no,
  p.name,
  p.id_number,
  p.county,
  p.township,
  p.village,
  substr(
    CASE WHEN p.name_differs THEN ',name' ELSE '' END
    || CASE WHEN p.sex_differs THEN ',sex' ELSE '' END
    || CASE WHEN p.members_differ THEN ',members' ELSE '' END
    || CASE WHEN p.exit_status_differs THEN ',exit_status' ELSE '' END
    || CASE WHEN p.exit_year_differs THEN ',exit_year' ELSE '' END
    || CASE WHEN p.category_differs THEN ',category' ELSE '' END
    || CASE WHEN p.income_differs THEN ',income' ELSE '' END,
    2
  ) AS fields,
  CASE WHEN p.name_differs THEN p.name END AS name_first,
  CASE WHEN p.name_differs THEN p.second_name END AS name_second,
  CASE WHEN p.sex_differs THEN p.sex END AS sex_first,
  CASE WHEN p.sex_differs THEN p.second_sex END AS sex_second,
  p.only_first,
  p.only_second,
  CASE WHEN p.exit_status_differs THEN p.exit_status END AS exit_status_first,
  CASE WHEN p.exit_status_differs THEN p.second_exit_status END AS exit_status_second,
  CASE WHEN p.exit_year_differs THEN p.exit_year END AS exit_year_first,
  CASE WHEN p.exit_year_differs THEN p.second_exit_year END AS exit_year_second,
  CASE WHEN p.category_differs THEN p.category END AS category_first,
  CASE WHEN p.category_differs THEN p.second_category END AS category_second,
  CASE WHEN p.income_differs THEN p.income END AS income_first,
  CASE WHEN p.income_differs THEN p.second_income END AS income_second,
  p.confidence,
  p.member_ref,
  p.sheet_ref,
  p.second_ref
FROM pair p
WHERE p.name_differs OR p.sex_differs OR p.members_differ OR p.exit_status_differs OR p.exit_year_differs OR p.category_differs OR p.income_differs
