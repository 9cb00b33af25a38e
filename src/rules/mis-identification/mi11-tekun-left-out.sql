/*
id: MI11
title: { zh: 农村特困人员未纳入, en: Rural tekun person is not on the roster }
family: mis-identification
severity: high
clause: [二.二]
subject: person
predicate:
  zh: 在享的农村特困供养人员证件号有效，但不在名册上。名册上有同名而证件号有误的人时，改为低。
  en: A rural tekun person in benefit, with a valid ID number, is not on the roster. Where the roster has somebody of the same name with a faulty ID number it is low.
needs: { tekun: [id_number, name?, mode?, area?, status?, township?, village?] }
absence: [person]
params: []
key: []
message:
  zh: "农村特困人员{name}[[（{mode}供养）]]疑似应纳入建档立卡而未纳入（漏评）[[；名册上有同名而证件号有误的人，先核实是否同一人：{same_name}]]"
  en: "Rural tekun person {name}[[ ({mode})]] appears to be left off the roster[[; somebody of the same name with a faulty ID number is on it, check first whether it is the same person: {same_name}]]"
evidence:
  mode: { zh: 供养方式, en: Support mode, codes: tekun.mode }
  same_name: { zh: 名册上同名且证件号有误的户, en: Roster household with that name and a faulty ID }
verify:
  zh: 核实是否农村特困、是否仍在享，未达到稳定收入标准且“三保障”未实现的按程序纳入。
  en: Check whether the person is rural and still in benefit; where income is below the line and the guarantees are not met, register.
*/
SELECT
  t.id_key AS subject,
  CAST(NULL AS VARCHAR) AS household_no,
  t.name,
  t.id_number,
  CAST(NULL AS VARCHAR) AS county,
  t.township,
  t.village,
  t.mode,
  s.household_no AS same_name,
  CASE WHEN s.household_no IS NULL THEN 'high' ELSE 'low' END AS severity,
  CASE WHEN s.household_no IS NOT NULL THEN 'probable' WHEN t.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  t.ref AS tekun_ref
FROM tekun_benefit t
LEFT JOIN (
  SELECT b.id_key, min(m.household_no) AS household_no
  FROM tekun_benefit b
  JOIN member m ON m.id_key IS NULL AND m.name = b.name AND (b.village IS NULL OR m.village = b.village)
  GROUP BY b.id_key
) s ON s.id_key = t.id_key
WHERE t.rural AND t.id_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM member m WHERE m.id_key = t.id_key)
