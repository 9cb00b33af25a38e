/*
id: MI12
title: { zh: 重度残疾低保人员未纳入, en: Severely disabled person on dibao is not on the roster }
family: mis-identification
severity: medium
clause: [二.二]
subject: person
predicate:
  zh: 残疾等级为一级或二级、又在享农村低保（不论类别）的人不在名册上，且其低保家庭中无人有计入的车辆、房产或财政供养身份。名册上有同名而证件号有误的人时，改为低。
  en: Somebody disabled at level 1 or 2 and on rural dibao of any class is not on the roster, and nobody of the dibao household has a counted vehicle, counted property or payroll post. Where the roster has somebody of the same name with a faulty ID number it is low.
needs:
  disability: [id_number, name?, category?, level?, township?, village?]
  dibao: [id_number, name?, class?, area?, status?, labour?, head_id?, township?, village?]
  vehicle: [owner_id, status]
  property: [owner_id, usage, nature]
  payroll: [id_number]
needs_any:
  -
    - vehicle: [vehicle_type]
    - vehicle: [plate_kind]
absence: [person, vehicle, property, payroll]
params: []
key: []
message:
  zh: "{name}为{level}残疾[[（{category}）]]并享受农村低保，疑似应纳入建档立卡而未纳入（漏评）[[；名册上有同名而证件号有误的人，先核实是否同一人：{same_name}]]"
  en: "{name}, disabled ({level}[[, {category}]]) and on rural dibao, appears to be left off the roster[[; somebody of the same name with a faulty ID number is on it, check first whether it is the same person: {same_name}]]"
evidence:
  level: { zh: 残疾等级, en: Disability level, codes: disability.level }
  category: { zh: 残疾类别, en: Disability category, codes: disability.category }
  class: { zh: 低保类别, en: Dibao class, codes: dibao.class }
  same_name: { zh: 名册上同名且证件号有误的户, en: Roster household with that name and a faulty ID }
verify:
  zh: 入户核实家庭收入和“三保障”：持证本身不等于贫困，未达标的按程序纳入。
  en: "Visit: a certificate alone is not poverty; where income is below the line and the guarantees are not met, register."
*/
WITH severe AS (
  SELECT
    d.id_number_key AS id_key,
    min(d.id_number_state) AS id_state,
    min(coalesce(d.level, substr(d.id_number_cert, 2, 1))) AS level,
    min(coalesce(d.category, substr(d.id_number_cert, 1, 1))) AS category,
    min(d.ref) AS disability_ref
  FROM disability d
  WHERE coalesce(d.level, substr(d.id_number_cert, 2, 1)) IN ('1', '2')
  GROUP BY d.id_number_key
)
SELECT
  b.id_key AS subject,
  CAST(NULL AS VARCHAR) AS household_no,
  b.name,
  b.id_number,
  CAST(NULL AS VARCHAR) AS county,
  b.township,
  b.village,
  s.level,
  s.category,
  b.class,
  n.household_no AS same_name,
  CASE WHEN n.household_no IS NULL THEN 'medium' ELSE 'low' END AS severity,
  CASE
    WHEN n.household_no IS NOT NULL THEN 'probable'
    WHEN b.id_state = 'upgraded' OR s.id_state = 'upgraded' THEN 'repaired'
    ELSE 'exact'
  END AS confidence,
  s.disability_ref,
  b.ref AS dibao_ref
FROM dibao_benefit b
JOIN severe s ON s.id_key = b.id_key
LEFT JOIN (
  SELECT d.id_key, min(m.household_no) AS household_no
  FROM dibao_benefit d
  JOIN member m ON m.id_key IS NULL AND m.name = d.name AND (d.village IS NULL OR m.village = d.village)
  GROUP BY d.id_key
) n ON n.id_key = b.id_key
WHERE b.rural
  AND NOT EXISTS (SELECT 1 FROM member m WHERE m.id_key = b.id_key)
  AND NOT EXISTS (
    SELECT 1 FROM dibao_benefit d
    JOIN asset a ON a.id_key = d.id_key
    WHERE d.benefit_household = b.benefit_household
  )
