/*
id: FM02
title: { zh: 互助资金闲置, en: Mutual-aid fund lies idle }
family: funds
severity: low
clause: [(五)2]
subject: village
predicate:
  zh: 村互助资金借出余额不到资金余额的“互助资金借出比例”，或最近一次借款距核查日已满“互助资金无借款月数”；有最近借款日期一列而没有填、也没有借出余额的，视为从未借出。没有余额的（余额为零）不算。
  en: Of a village's mutual-aid fund less than the limit's share is lent out, or the last loan is at least so many months old; an empty day of the last loan, where that column is given and nothing is lent out, means that there never was one. A fund of nothing is none.
needs: { mutual_fund: [village, balance?, lent?, last_lent_on?, county?, township?] }
needs_any:
  -
    - mutual_fund: [balance, lent]
    - mutual_fund: [last_lent_on]
absence: []
params: [as_of, mutual_idle, mutual_idle_months]
key: []
message:
  zh: "{village}互助资金[[余额{balance}元]][[、借出{lent}元]][[，最近一次借款{last_lent_on}]]，疑似闲置：{problems}"
  en: "The mutual-aid fund of {village}[[ holds {balance} yuan]][[, {lent} lent out]][[, last loan on {last_lent_on}]]: {problems}"
evidence:
  problems: { zh: 问题, en: Problems, codes: fund.problem }
  balance: { zh: 余额（元）, en: Balance (yuan) }
  lent: { zh: 借出余额（元）, en: Lent out (yuan) }
  last_lent_on: { zh: 最近借款日期, en: Last loan on }
verify:
  zh: 核实互助资金运行情况和账目，查明无人借款的原因。
  en: Check the fund's books and why nobody borrows.
*/
WITH judged AS (
  SELECT
    f.*,
    coalesce(f.lent < $mutual_idle * f.balance, FALSE) AS hardly_lent,
    CASE
      WHEN f.balance <= 0 THEN FALSE
      WHEN f.last_lent_on IS NOT NULL THEN
        CASE f.last_lent_on_precision
          WHEN 'year' THEN f.last_lent_on + to_years(1) - to_days(1)
          WHEN 'month' THEN f.last_lent_on + to_months(1) - to_days(1)
          ELSE f.last_lent_on
        END + to_months(CAST($mutual_idle_months AS INTEGER)) <= $as_of
      -- Nobody has entered a loan, and none is out: there was none. Of money that nobody knows of, it says nothing.
      ELSE f.balance IS NOT NULL
        AND coalesce(f.lent, 0) <= 0
        AND EXISTS (SELECT 1 FROM given g WHERE g.field = 'last_lent_on')
    END AS no_loan
  FROM mutual_fund f
)
SELECT
  coalesce(j.county, c.county) AS county,
  j.township,
  j.village,
  j.village AS name,
  substr(concat(
    CASE WHEN j.hardly_lent THEN ',hardly-lent' END,
    CASE WHEN j.no_loan THEN ',no-loan' END
  ), 2) AS problems,
  j.balance,
  j.lent,
  j.last_lent_on,
  j.last_lent_on_precision,
  j.ref
FROM judged j
CROSS JOIN (
  SELECT CASE WHEN count(DISTINCT h.county) = 1 THEN min(h.county) END AS county FROM roster_household h
) c
WHERE j.hardly_lent OR j.no_loan
