/*
id: AS11
title: { zh: 到户资金过于集中（垒大户）, en: One household holds much of a village’s payments }
family: assistance
severity: low
clause: [(二)13]
subject: village
predicate:
  zh: 一个村一年的到户补贴中，一户（名册户按户合计，不在名册的按人）所占比例不低于“资金集中度”，且该村当年受益户数不少于“判断集中的最少受益户数”。没有发放日期、发放在核查日之后、金额不是正数或不知在哪个村的不计。
  en: Of a village's payments in a year one household (off the roster, one person) holds at least the limit's share, in a village with at least so many paid households. Payments without a day, of a day to come, of no positive amount or of no known village do not count.
needs:
  payment: [id_number, amount, paid_on, item?, name?, township?, village?]
absence: [person, payment]
params: [as_of, concentration, concentration_households]
key: [year, payee]
message:
  zh: "{village}{year}年到户资金{total}元，{payee_name}户得{amount}元，占{share_percent}%，疑似“垒大户”"
  en: "Of the {total} yuan paid in {village} in {year}, the household of {payee_name} got {amount} ({share_percent} %)"
evidence:
  year: { zh: 年度, en: Year }
  payee: { zh: 领款人证件号码（名册户为户号）, en: Payee’s ID number (household number on the roster) }
  payee_name: { zh: 户主或领款人姓名, en: Head of household or payee }
  amount: { zh: 该户金额（元）, en: Paid to it (yuan) }
  total: { zh: 全村金额（元）, en: Paid in the village (yuan) }
  share_percent: { zh: 所占比例（%）, en: Share (%) }
  households: { zh: 受益户数, en: Paid households }
verify:
  zh: 核实该户是否代领、是否合作社或大户承接项目资金，是否集中资源“造盆景”。
  en: Check whether the household drew for others or ran a project, and whether means were heaped on a showcase.
*/
WITH person_household AS (
  SELECT m.id_key, min(m.household_no) AS household_no FROM member m GROUP BY m.id_key
),
-- A payment names no county and may name no township: they are those of the roster's village of that name, where there is but one.
only_township AS (
  SELECT h.village, min(h.township) AS township
  FROM roster_household h
  GROUP BY h.village
  HAVING count(DISTINCT h.township) = 1
),
only_county AS (
  SELECT h.township, h.village, min(h.county) AS county
  FROM roster_household h
  GROUP BY h.township, h.village
  HAVING count(DISTINCT h.county) = 1
),
paid AS (
  SELECT
    h.county,
    coalesce(h.township, p.township, t.township) AS township,
    coalesce(h.village, p.village) AS village,
    CAST(EXTRACT(YEAR FROM p.paid_on) AS INTEGER) AS year,
    coalesce(h.household_no, p.id_number_key, p.id_number) AS payee,
    coalesce(h.head_name, p.name) AS payee_name,
    p.amount,
    p.ref
  FROM payment p
  LEFT JOIN person_household o ON o.id_key = p.id_number_key
  LEFT JOIN roster_household h ON h.household_no = o.household_no
  LEFT JOIN only_township t ON t.village = p.village
  WHERE p.amount > 0 AND p.paid_on <= $as_of
),
placed AS (
  SELECT coalesce(p.county, c.county, s.county) AS home_county, p.*
  FROM paid p
  LEFT JOIN only_county c ON c.township = p.township AND c.village = p.village
  CROSS JOIN (
    SELECT CASE WHEN count(DISTINCT h.county) = 1 THEN min(h.county) END AS county FROM roster_household h
  ) s
  WHERE p.village IS NOT NULL
),
household_sum AS (
  SELECT
    p.home_county, p.township, p.village, p.year, p.payee,
    min(p.payee_name) AS payee_name,
    sum(p.amount) AS amount,
    string_agg(CAST(p.ref AS VARCHAR), ',' ORDER BY p.ref NULLS LAST) AS refs
  FROM placed p
  GROUP BY p.home_county, p.township, p.village, p.year, p.payee
),
shared AS (
  SELECT
    s.*,
    sum(s.amount) OVER (PARTITION BY s.home_county, s.township, s.village, s.year) AS total,
    count(*) OVER (PARTITION BY s.home_county, s.township, s.village, s.year) AS households
  FROM household_sum s
)
SELECT
  s.home_county AS county,
  s.township,
  s.village,
  s.village AS name,
  s.year,
  s.payee,
  s.payee_name,
  CAST(s.amount AS DECIMAL(18, 2)) AS amount,
  CAST(s.total AS DECIMAL(18, 2)) AS total,
  CAST(round(s.amount * 100 / s.total, 1) AS DECIMAL(9, 1)) AS share_percent,
  s.households,
  'exact' AS confidence,
  s.refs
FROM shared s
WHERE s.households >= $concentration_households AND s.amount >= $concentration * s.total
