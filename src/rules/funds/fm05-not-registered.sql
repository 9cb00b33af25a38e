/*
id: FM05
title: { zh: 仅限建档立卡户的补贴发给名册外人员, en: Benefit for registered households paid to somebody else }
family: funds
severity: medium
clause: [(五)3]
subject: person
predicate:
  zh: 项目名称含“仅限建档立卡户的项目”之一，而领款人不是名册上任何一户（含已脱贫）的成员；同一天同一项目合计一条，退回的（金额不大于零）不算。名册上有同名而证件号有误的人时，改为低。
  en: An item that only registered households may have was paid to somebody who is no member of any household of the roster, exited ones included; what one item came to on one day is one finding, and money taken back is none. Where the roster has somebody of the same name with a faulty ID number it is low.
needs: { payment: [id_number, item, amount, paid_on?, name?, account?, township?, village?] }
absence: [person]
params: [registered_only_items]
key: [item, paid_on]
message:
  zh: "{name}不在建档立卡名册上，却领取了“{item}”{amount}元[[（{paid_on}）]][[；名册上有同名而证件号有误的人，先核实是否同一人：{same_name}]]"
  en: "{name}, who is not on the roster, was paid '{item}', {amount} yuan[[ on {paid_on}]][[; somebody of the same name with a faulty ID number is on it, check first whether it is the same person: {same_name}]]"
evidence:
  item: { zh: 项目, en: Item }
  amount: { zh: 金额（元）, en: Amount (yuan) }
  paid_on: { zh: 发放日期, en: Paid on }
  same_name: { zh: 名册上同名且证件号有误的户, en: Roster household with that name and a faulty ID }
verify:
  zh: 核实领款人是否代家中建档立卡成员领取、是否证件号错录、发放时是否在册；不应享受的追回。
  en: Check whether it was drawn for a registered member, the ID mistyped, or the person registered at the time; reclaim what was not due.
*/
SELECT
  p.id_key AS subject,
  p.household_no,
  coalesce(p.name, p.id_number) AS name,
  p.id_number,
  p.county,
  p.township,
  p.village,
  p.item,
  CAST(sum(p.amount) OVER (PARTITION BY p.id_key, p.item, p.paid_on, p.paid_on_precision) AS DECIMAL(18, 2)) AS amount,
  p.paid_on,
  p.paid_on_precision,
  s.household_no AS same_name,
  CASE WHEN s.household_no IS NULL THEN 'medium' ELSE 'low' END AS severity,
  CASE
    WHEN s.household_no IS NOT NULL THEN 'probable'
    WHEN p.id_state = 'upgraded' THEN 'repaired'
    ELSE 'exact'
  END AS confidence,
  p.ref
FROM payment_payee p
LEFT JOIN (
  SELECT m.name, min(m.household_no) AS household_no FROM member m WHERE m.id_key IS NULL GROUP BY m.name
) s ON s.name = p.name
WHERE p.household_no IS NULL
  AND EXISTS (SELECT 1 FROM registered_only_items i WHERE p.item LIKE '%' || i.value || '%')
