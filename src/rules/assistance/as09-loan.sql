/*
id: AS09
title: { zh: 精准扶贫专项贷款不合规定, en: Poverty loan against the rules }
family: assistance
severity: medium
clause: [(二)10]
subject: person
predicate:
  zh: 一笔精准扶贫专项贷款有下列情形之一：金额超过“专项贷款上限”；期限（到期日期减发放日期，缺日期的看期限月数）超过“专项贷款最长期限”；同一户（不在名册的为同一人）已有更早发放的另一笔未结清贷款（同一合同列出两次的是一笔）；状态为逾期，或到期日已过而状态不是已结清。一笔一条，列出全部问题。状态没有填的不算逾期，到期日已过的不算未结清。
  en: A loan that is above the cap, or runs longer than allowed (by its dates, else by its term in months), or is a further open loan of one household (of one person, off the roster; a contract that is listed twice is one loan), or is overdue, by its status or because its due day is past and it is not repaid. One finding a loan, listing all that is wrong. Without a status a loan is not called overdue, and not open once it is due.
needs:
  loan: [id_number, amount, name?, bank?, contract?, granted_on?, due_on?, term_months?, purpose?, status?, township?, village?]
absence: [person, loan]
params: [as_of, loan_cap, loan_years]
key: [contract, bank, granted_on]
message:
  zh: "{name}[[{granted_on}]][[在{bank}]]的精准扶贫专项贷款{amount}元：{problems}"
  en: "The loan of {amount} yuan to {name}[[ from {bank}]][[ of {granted_on}]]: {problems}"
evidence:
  problems: { zh: 问题, en: Problems, codes: loan.problem }
  amount: { zh: 贷款金额（元）, en: Amount (yuan) }
  bank: { zh: 贷款银行, en: Bank }
  contract: { zh: 合同号, en: Contract }
  granted_on: { zh: 发放日期, en: Granted on }
  due_on: { zh: 到期日期, en: Due on }
  term_months: { zh: 期限（月）, en: Term (months) }
  status: { zh: 贷款状态, en: Status, codes: loan.status }
  purpose: { zh: 用途, en: Purpose }
verify:
  zh: 与经办银行核对金额、期限和余额；核实借款人是否本人使用（有无户贷企用、冒名），期限超过的核实是否按规定延长，逾期的查明原因，按规定展期或续贷。
  en: "Compare amount, term and balance with the bank; check who uses the money, whether a long term was duly prolonged, why it is overdue, and whether it can be."
*/
WITH person_household AS (
  SELECT m.id_key, min(m.household_no) AS household_no FROM member m GROUP BY m.id_key
),
own AS (
  SELECT
    l.*,
    p.household_no,
    coalesce(p.household_no, l.id_number_key, l.id_number) AS borrower,
    -- A contract that is listed twice, or for both spouses, is one loan.
    CASE
      WHEN l.contract IS NOT NULL THEN concat(l.contract, '/', l.bank)
      ELSE concat(coalesce(l.id_number_key, l.id_number), '/', l.bank, '/', CAST(l.granted_on AS VARCHAR), '/', CAST(l.amount AS VARCHAR))
    END AS loan_key,
    -- A day known to the month or the year may be any of them.
    CASE l.granted_on_precision
      WHEN 'year' THEN l.granted_on + to_years(1) - to_days(1)
      WHEN 'month' THEN l.granted_on + to_months(1) - to_days(1)
      ELSE l.granted_on
    END AS granted_by,
    CASE l.due_on_precision
      WHEN 'year' THEN l.due_on + to_years(1) - to_days(1)
      WHEN 'month' THEN l.due_on + to_months(1) - to_days(1)
      ELSE l.due_on
    END AS due_by
  FROM loan l
  LEFT JOIN person_household p ON p.id_key = l.id_number_key
),
stated AS (
  SELECT
    o.*,
    CASE
      WHEN o.status IS NOT NULL THEN o.status <> 'closed'
      ELSE coalesce(o.due_by >= $as_of, TRUE)
    END AS is_open
  FROM own o
),
begun AS (
  SELECT s.*, min(s.granted_on) OVER (PARTITION BY s.borrower, s.is_open, s.loan_key) AS begun_on
  FROM stated s
),
ranked AS (
  SELECT
    b.*,
    dense_rank() OVER (PARTITION BY b.borrower, b.is_open ORDER BY b.begun_on NULLS LAST, b.loan_key NULLS LAST) AS place
  FROM begun b
),
judged AS (
  SELECT
    r.*,
    substr(concat(
      CASE WHEN r.amount > $loan_cap THEN ',over-cap' END,
      CASE
        WHEN coalesce(
          r.due_on > r.granted_by + to_years(CAST($loan_years AS INTEGER)),
          r.term_months > 12 * $loan_years
        ) THEN ',over-term'
      END,
      CASE WHEN r.is_open AND r.place > 1 THEN ',second' END,
      CASE WHEN r.status = 'overdue' OR (r.due_by < $as_of AND r.status <> 'closed') THEN ',overdue' END
    ), 2) AS problems
  FROM ranked r
)
SELECT
  coalesce(j.id_number_key, j.id_number) AS subject,
  j.household_no,
  coalesce(j.name, j.id_number) AS name,
  j.id_number,
  h.county,
  coalesce(h.township, j.township) AS township,
  coalesce(h.village, j.village) AS village,
  j.problems,
  j.amount,
  j.bank,
  j.contract,
  j.granted_on,
  j.granted_on_precision,
  j.due_on,
  j.due_on_precision,
  j.term_months,
  j.status,
  j.purpose,
  CASE WHEN j.id_number_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  j.ref
FROM judged j
LEFT JOIN roster_household h ON h.household_no = j.household_no
WHERE j.problems <> ''
