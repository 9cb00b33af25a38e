/*
id: FM04
title: { zh: 重复发放或一个账号多户领款, en: "Paid twice, or one account for several households" }
family: funds
severity: medium
clause: [(五)3]
subject: person
predicate:
  zh: 同一人同一项目在同一天或同一月发放两次以上；或两人用同一账号领款，而两人在名册上不同户、且不在同一户籍户（都不在名册的，户籍上不同户才算）。
  en: The same item was paid to one person more than once on one day or in one month; or two persons draw on one account, who are in different households of the roster and not in one register (off the roster, only if their registers differ).
needs:
  payment: [id_number, item, amount, paid_on?, account?, name?, township?, village?]
  'hukou?': [hukou_no, id_number, status?]
needs_any:
  -
    - payment: [paid_on]
    - payment: [account]
params: []
key: [problem, item, month, account]
message:
  zh: "{name}[[{month}领取“{item}”{times}次，共{amount}元]][[与{others}等用同一账号领款，不在同一户]]，疑似{problem}"
  en: "{name}[[ was paid '{item}' {times} times in {month}, {amount} yuan]][[ draws on one account with {others}, of another household]]: {problem}"
evidence:
  problem: { zh: 问题, en: Problem, codes: payment.problem }
  item: { zh: 项目, en: Item }
  month: { zh: 月份, en: Month }
  times: { zh: 次数, en: Times }
  amount: { zh: 金额合计（元）, en: Amount (yuan) }
  account: { zh: 账号, en: Account }
  others: { zh: 其他户领款人员, en: Others on the account }
verify:
  zh: 核对发放明细是补发、分笔还是重复发放；同一账号的核实是否亲属代领、是否冒领；重复的追回。
  en: Check whether it is arrears, parts or a repetition; on a shared account, whether a relative draws for somebody; reclaim what was paid twice.
*/
WITH monthly AS (
  SELECT
    p.id_key,
    p.item,
    CAST(EXTRACT(YEAR FROM p.paid_on) AS INTEGER) * 100 + CAST(EXTRACT(MONTH FROM p.paid_on) AS INTEGER) AS month_no,
    count(*) AS times,
    sum(p.amount) AS amount,
    string_agg(CAST(p.ref AS VARCHAR), ',' ORDER BY p.ref NULLS LAST) AS refs
  FROM payment_payee p
  WHERE p.paid_on IS NOT NULL AND p.paid_on_precision <> 'year' AND p.amount > 0
  GROUP BY p.id_key, p.item, month_no
  HAVING count(*) > 1
),
payee AS (
  SELECT
    p.id_key,
    min(p.name) AS name,
    min(p.id_number) AS id_number,
    min(p.id_state) AS id_state,
    min(p.household_no) AS household_no,
    min(p.county) AS county,
    min(p.township) AS township,
    min(p.village) AS village
  FROM payment_payee p
  GROUP BY p.id_key
),
holder AS (
  SELECT DISTINCT p.account, p.id_key FROM payment_payee p WHERE p.account IS NOT NULL
),
registered AS (
  SELECT k.id_number_key AS id_key, min(k.hukou_no) AS hukou_no
  FROM hukou k
  WHERE k.id_number_key IS NOT NULL AND k.status = 'present'
  GROUP BY k.id_number_key
),
account_holder AS (
  SELECT h.account, h.id_key, y.name, y.household_no, r.hukou_no
  FROM holder h
  JOIN payee y ON y.id_key = h.id_key
  LEFT JOIN registered r ON r.id_key = h.id_key
),
shared AS (
  SELECT
    a.account,
    a.id_key,
    string_agg(DISTINCT b.name, '、' ORDER BY b.name NULLS LAST) AS others
  FROM account_holder a
  JOIN account_holder b ON b.account = a.account
  WHERE b.id_key <> a.id_key
    AND (
      (a.household_no <> b.household_no AND (a.hukou_no IS NULL OR b.hukou_no IS NULL OR a.hukou_no <> b.hukou_no))
      OR ((a.household_no IS NULL OR b.household_no IS NULL) AND a.hukou_no <> b.hukou_no)
    )
  GROUP BY a.account, a.id_key
)
SELECT
  y.id_key AS subject,
  y.household_no,
  coalesce(y.name, y.id_number) AS name,
  y.id_number,
  y.county,
  y.township,
  y.village,
  'same-month' AS problem,
  m.item,
  concat(substr(CAST(m.month_no AS VARCHAR), 1, 4), '-', substr(CAST(m.month_no AS VARCHAR), 5, 2)) AS month,
  m.times,
  CAST(m.amount AS DECIMAL(18, 2)) AS amount,
  NULL AS account,
  NULL AS others,
  CASE WHEN y.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  m.refs
FROM monthly m
JOIN payee y ON y.id_key = m.id_key
UNION ALL
SELECT
  y.id_key, y.household_no, coalesce(y.name, y.id_number), y.id_number, y.county, y.township, y.village,
  'shared-account', NULL, NULL, NULL, NULL, s.account, s.others,
  CASE WHEN y.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END,
  (
    SELECT string_agg(CAST(p.ref AS VARCHAR), ',' ORDER BY p.ref NULLS LAST)
    FROM payment_payee p
    WHERE p.account = s.account AND p.id_key = s.id_key
  )
FROM shared s
JOIN payee y ON y.id_key = s.id_key
