/*
id: FM03
title: { zh: 向已死亡人员发放补贴, en: Paid to a dead person }
family: funds
severity: high
clause: [(五)3]
subject: person
predicate:
  zh: 补贴发放日期在领款人死亡日期之后（只知到月、年的，确定在其后才算）；同一天同一项目合计一条，退回的（金额不大于零）不算。丧葬、抚恤等身后发放的项目豁免。
  en: A payment was made after the day on which its payee died (known to the month or the year, only if surely after); what one item came to on one day is one finding, and money taken back is none. Items that are due after a death, such as funeral grants, are exempt.
needs:
  payment: [id_number, item, amount, paid_on, name?, account?, township?, village?]
  death: [id_number, died_on, name?]
absence: []
params: [posthumous_items]
key: [item, paid_on]
message:
  zh: "{name}疑似已于{died_on}死亡，{paid_on}仍发放“{item}”{amount}元[[；死亡登记的姓名为{death_name}，与领款人不同，先核实是否同一人]]"
  en: "{name} appears to have died on {died_on}, yet '{item}', {amount} yuan, was paid on {paid_on}[[; the death record names {death_name}: check first whether it is the same person]]"
evidence:
  item: { zh: 项目, en: Item }
  amount: { zh: 金额（元）, en: Amount (yuan) }
  paid_on: { zh: 发放日期, en: Paid on }
  died_on: { zh: 死亡日期, en: Died on }
  death_name: { zh: 死亡登记的姓名（与领款人不同时）, en: "Name on the death record, if another" }
exemptions:
  - { id: posthumous, when: { zh: 丧葬、抚恤等身后发放的项目, en: "due after a death (funeral, survivors)" }, clause: (五)3 }
verify:
  zh: 核实死亡日期和证件号是否属实、补贴由谁领取；多发的追回，从名单中核减。
  en: Check the death, the ID number and who drew the money; reclaim what was paid too much and strike the name off.
*/
WITH paid AS (
  SELECT
    p.*,
    sum(p.amount) OVER (PARTITION BY p.id_key, p.item, p.paid_on, p.paid_on_precision) AS total
  FROM payment_payee p
),
death_day AS (
  SELECT
    d.id_number_key AS id_key,
    d.name,
    d.died_on,
    d.died_on_precision,
    d.id_number_state AS id_state,
    CASE d.died_on_precision
      WHEN 'year' THEN d.died_on + to_years(1) - to_days(1)
      WHEN 'month' THEN d.died_on + to_months(1) - to_days(1)
      ELSE d.died_on
    END AS dead_by,
    d.ref
  FROM death d
)
SELECT
  p.id_key AS subject,
  p.household_no,
  coalesce(p.name, p.id_number) AS name,
  p.id_number,
  p.county,
  p.township,
  p.village,
  p.item,
  CAST(p.total AS DECIMAL(18, 2)) AS amount,
  p.paid_on,
  p.paid_on_precision,
  d.died_on,
  d.died_on_precision,
  CASE WHEN d.name <> p.name THEN d.name END AS death_name,
  CASE WHEN EXISTS (SELECT 1 FROM posthumous_items i WHERE p.item LIKE '%' || i.value || '%') THEN 'posthumous' END AS exemption,
  CASE WHEN p.id_state = 'upgraded' OR d.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  p.ref,
  d.ref AS death_ref
FROM paid p
JOIN death_day d ON d.id_key = p.id_key
WHERE p.paid_on > d.dead_by
