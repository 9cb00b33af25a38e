/*
id: FM04
title: { zh: 重复发放或一个账号多户领款, en: "Paid twice, or one account for several households" }
family: funds
severity: medium
clause: [(五)3]
subject: person
predicate:
  zh: 同一人同一项目在同一天或同一月发放两次以上；或两人用同一账号领款，而两人在名册上不同户、且不在同一户籍户（有人不在名册的，户籍上不同户才算）。退回的（金额不大于零）不算。
  en: The same item was paid to one person more than once on one day or in one month; or two persons draw on one account, who are in different households of the roster and not in one register (where one is off the roster, only if their registers differ). Money taken back is no payment.
needs:
  payment: [id_number, item, amount, paid_on?, account?, name?, township?, village?]
  'hukou?': [hukou_no, id_number, status?]
needs_any:
  -
    - payment: [paid_on]
    - payment: [account]
absence: [person, hukou]
params: []
key: [problem, item, month, account]
message:
  zh: "{name}[[{month}领取“{item}”{times}次，共{amount}元]][[领款账号由不同户的{holder_count}人共用（{holders}）]]，疑似{problem}"
  en: "{name}[[ was paid '{item}' {times} times in {month}, {amount} yuan]][[ draws on an account that {holder_count} people of different households share ({holders})]]: {problem}"
evidence:
  problem: { zh: 问题, en: Problem, codes: payment.problem }
  item: { zh: 项目, en: Item }
  month: { zh: 月份, en: Month }
  times: { zh: 次数, en: Times }
  amount: { zh: 金额合计（元）, en: Amount (yuan) }
  account: { zh: 账号, en: Account }
  holders: { zh: 用该账号的领款人（前五名）, en: Payees on the account (the first five) }
  holder_count: { zh: 用该账号的领款人数, en: Number of payees on the account }
verify:
  zh: 核对发放明细是补发、分笔还是重复发放；同一账号的核实是否亲属代领、是否冒领；重复的追回。
  en: Check whether it is arrears, parts or a repetition; on a shared account, whether a relative draws for somebody; reclaim what was paid twice.
*/
WITH monthly AS (
  SELECT
    p.*,
    count(*) OVER (PARTITION BY p.id_key, p.item, EXTRACT(YEAR FROM p.paid_on), EXTRACT(MONTH FROM p.paid_on)) AS times,
    sum(p.amount) OVER (PARTITION BY p.id_key, p.item, EXTRACT(YEAR FROM p.paid_on), EXTRACT(MONTH FROM p.paid_on)) AS total,
    min(p.id_state) OVER (PARTITION BY p.id_key, p.item, EXTRACT(YEAR FROM p.paid_on), EXTRACT(MONTH FROM p.paid_on)) AS month_state
  FROM payment_payee p
  -- A payment without a day has no precision either.
  WHERE p.paid_on_precision <> 'year'
),
holder AS (
  SELECT p.account, p.id_key, min(p.name) AS name FROM payment_payee p WHERE p.account IS NOT NULL GROUP BY p.account, p.id_key
),
-- What makes people one family: a household of the roster, a register of the police.
family AS (
  SELECT concat('roster/', m.household_no) AS family, m.id_key FROM member m
  UNION
  SELECT concat('register/', k.hukou_no), k.id_number_key FROM hukou k WHERE k.status = 'present'
),
known AS (
  SELECT
    h.account,
    h.id_key,
    h.name,
    EXISTS (SELECT 1 FROM member m WHERE m.id_key = h.id_key) AS on_roster,
    EXISTS (SELECT 1 FROM hukou k WHERE k.id_number_key = h.id_key AND k.status = 'present') AS in_register,
    row_number() OVER (PARTITION BY h.account ORDER BY h.name NULLS LAST, h.id_key NULLS LAST) AS place
  FROM holder h
),
-- Counted rather than paired: an insurer's account may have every farmer of the county on it.
account_known AS (
  SELECT
    k.account,
    count(*) AS holders,
    count(*) FILTER (WHERE k.on_roster) AS on_roster,
    count(*) FILTER (WHERE k.in_register) AS in_register,
    count(*) FILTER (WHERE k.on_roster OR k.in_register) AS either,
    string_agg(k.name, '、' ORDER BY k.place NULLS LAST) FILTER (WHERE k.place <= 5) AS names
  FROM known k
  GROUP BY k.account
),
relative AS (
  SELECT h.account, f.family, h.id_key
  FROM holder h
  JOIN family f ON f.id_key = h.id_key
),
relatives AS (
  SELECT r.account, r.id_key, count(DISTINCT o.id_key) AS own
  FROM relative r
  JOIN relative o ON o.account = r.account AND o.family = r.family
  GROUP BY r.account, r.id_key
),
shared AS (
  SELECT k.account, k.id_key, a.names, a.holders
  FROM known k
  JOIN account_known a ON a.account = k.account
  JOIN relatives r ON r.account = k.account AND r.id_key = k.id_key
  -- Those of whom as much is known, more than are of the family (of which everybody is one).
  WHERE r.own < CASE
    WHEN NOT k.in_register THEN a.on_roster
    WHEN NOT k.on_roster THEN a.in_register
    ELSE a.either
  END
)
SELECT
  m.id_key AS subject,
  m.household_no,
  coalesce(m.name, m.id_number) AS name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  'same-month' AS problem,
  m.item,
  substr(CAST(m.paid_on AS VARCHAR), 1, 7) AS month,
  m.times,
  CAST(m.total AS DECIMAL(18, 2)) AS amount,
  NULL AS account,
  NULL AS holders,
  NULL AS holder_count,
  CASE WHEN m.month_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  m.ref
FROM monthly m
WHERE m.times > 1
UNION ALL
SELECT
  p.id_key, p.household_no, coalesce(p.name, p.id_number), p.id_number, p.county, p.township, p.village,
  'shared-account', NULL, NULL, NULL, NULL, s.account, s.names, s.holders,
  CASE WHEN p.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END,
  p.ref
FROM payment_payee p
JOIN shared s ON s.account = p.account AND s.id_key = p.id_key
