/*
id: DQ13
title: { zh: 联系电话不是手机号, en: Phone is no mobile number }
family: data-quality
severity: low
clause: [(四)2]
subject: person
predicate:
  zh: 填写的联系电话（去掉空格和短横线）不是 1 开头的 11 位数字。没有填的（或填“无”的）不算。
  en: The phone entered, without spaces and hyphens, is not 11 digits that begin with 1. An empty cell, or one that says there is no phone, is none.
needs: { person: [phone] }
absence: []
params: []
key: []
message:
  zh: "{name}的联系电话不是1开头的11位号码"
  en: "The phone of {name} is not 11 digits that begin with 1"
evidence:
  phone: { zh: 联系电话, en: Phone }
verify:
  zh: 核实后更正联系电话。
  en: Ask for the number and correct it.
*/
WITH dialled AS (
  SELECT m.*, replace(replace(replace(m.phone, ' ', ''), '-', ''), '－', '') AS number
  FROM member m
),
judged AS (
  SELECT
    d.*,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      d.number, '0', ''), '1', ''), '2', ''), '3', ''), '4', ''), '5', ''), '6', ''), '7', ''), '8', ''), '9', '') AS others
  FROM dialled d
)
SELECT
  j.household_no,
  j.name,
  j.id_number,
  j.county,
  j.township,
  j.village,
  j.phone,
  j.ref
FROM judged j
-- 无 is how an empty cell is filled.
WHERE j.phone <> '无'
  AND (length(j.number) <> 11 OR substr(j.number, 1, 1) <> '1' OR j.others <> '')
