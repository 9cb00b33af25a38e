/*
id: EX09
title: { zh: 家庭收入勾稽不符, en: Household income does not add up }
family: exit
severity: medium
clause: [(三)1]
subject: household
predicate:
  zh: 户的收入各项相差超过“收入勾稽容差”：工资性、生产经营性、财产性、转移性收入之和不等于家庭年收入；家庭年收入减生产经营性支出不等于家庭纯收入；家庭纯收入除以家庭人口不等于人均纯收入。各项只在有关栏都填了时判断。
  en: A household's figures are off by more than the tolerance, its four kinds of income against the total, the total less business cost against the net, or the net divided by the members against the net per capita. Each is judged only where its figures are all there.
needs: { person: [] }
needs_any:
  -
    - person: [income_wage, income_business, income_property, income_transfer, income_total]
    - person: [income_total, business_cost, income_net]
    - person: [income_net, income_per_capita]
absence: []
params: [sum_tolerance]
key: []
message:
  zh: "{name}户收入勾稽不符：{problems}"
  en: "The income of {name}’s household does not add up: {problems}"
evidence:
  problems: { zh: 不符之处, en: What does not add up, codes: income.sum }
  parts: { zh: 各项收入之和（元）, en: Sum of the kinds (yuan) }
  total: { zh: 家庭年收入（元）, en: Household income (yuan) }
  cost: { zh: 生产经营性支出（元）, en: Business cost (yuan) }
  net: { zh: 家庭纯收入（元）, en: Net income (yuan) }
  members: { zh: 家庭成员数, en: Members }
  per_capita: { zh: 人均纯收入（元）, en: Net income per capita (yuan) }
verify:
  zh: 按收入计算表逐项核对，更正错填的栏；人口有增减的核对计算所用的人数。
  en: Check each figure against the worksheet and correct the slip; where members came or went, check the number used.
*/
WITH figures AS (
  SELECT
    h.*,
    h.income_wage + h.income_business + h.income_property + h.income_transfer AS parts
  FROM roster_household h
),
judged AS (
  SELECT
    f.*,
    coalesce(abs(f.parts - f.income_total) > $sum_tolerance, FALSE) AS parts_off,
    coalesce(abs(f.income_total - f.business_cost - f.income_net) > $sum_tolerance, FALSE) AS net_off,
    -- Multiplied out, so that nothing is divided.
    coalesce(abs(f.income_net - f.net_income * f.members) > $sum_tolerance * f.members, FALSE) AS share_off
  FROM figures f
)
SELECT
  j.household_no,
  j.head_name AS name,
  j.head_id_number AS id_number,
  j.county,
  j.township,
  j.village,
  substr(concat(
    CASE WHEN j.parts_off THEN ',parts' END,
    CASE WHEN j.net_off THEN ',net' END,
    CASE WHEN j.share_off THEN ',per-capita' END
  ), 2) AS problems,
  j.parts,
  j.income_total AS total,
  j.business_cost AS cost,
  j.income_net AS net,
  j.members,
  j.net_income AS per_capita,
  j.ref,
  j.sheet_ref
FROM judged j
WHERE j.parts_off OR j.net_off OR j.share_off
