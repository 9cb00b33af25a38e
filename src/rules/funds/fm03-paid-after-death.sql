/*
id: FM03
title: { zh: 向已死亡人员发放补贴, en: Paid to a dead person }
family: funds
severity: high
clause: [(五)3]
subject: person
predicate:
  zh: 补贴发放日期在领款人死亡日期之后（只知到月、年的，确定在其后才算）。丧葬、抚恤等身后发放的项目豁免。
  en: A payment was made after the day on which its payee died (known to the month or the year, only if surely after). Items that are due after a death, such as funeral grants, are exempt.
needs:
  payment: [id_number, item, amount, paid_on, name?, account?, township?, village?]
  death: [id_number, died_on]
params: [posthumous_items]
key: [item, paid_on]
message:
  zh: "{name}疑似已于{died_on}死亡，{paid_on}仍发放“{item}”{amount}元"
  en: "{name} appears to have died on {died_on}, yet '{item}', {amount} yuan, was paid on {paid_on}"
evidence:
  item: { zh: 项目, en: Item }
  amount: { zh: 金额（元）, en: Amount (yuan) }
  paid_on: { zh: 发放日期, en: Paid on }
  died_on: { zh: 死亡日期, en: Died on }
exemptions:
  - { id: posthumous, when: { zh: 丧葬、抚恤等身后发放的项目, en: "due after a death (funeral, survivors)" }, clause: (五)3 }
verify:
  zh: 核实死亡日期和证件号是否属实、补贴由谁领取；多发的追回，从名单中核减。
  en: Check the death, the ID number and who drew the money; reclaim what was paid too much and strike the name off.
*/
WITH death_day AS (
  SELECT
    d.id_number_key AS id_key,
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
  WHERE d.id_number_key IS NOT NULL
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
  p.amount,
  p.paid_on,
  p.paid_on_precision,
  d.died_on,
  d.died_on_precision,
  CASE WHEN EXISTS (SELECT 1 FROM posthumous_items i WHERE p.item LIKE '%' || i.value || '%') THEN 'posthumous' END AS exemption,
  CASE WHEN p.id_state = 'upgraded' OR d.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  p.ref,
  d.ref AS death_ref
FROM payment_payee p
JOIN death_day d ON d.id_key = p.id_key
WHERE p.paid_on > d.dead_by
