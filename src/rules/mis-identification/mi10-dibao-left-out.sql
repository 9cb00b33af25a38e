/*
id: MI10
title: { zh: 农村一二类低保兜底户未纳入, en: Rural class 1–2 dibao household is not on the roster }
family: mis-identification
severity: high
clause: [(一)2, 二.二]
subject: household
predicate:
  zh: 在保的农村低保家庭（按户主证件号归并，没有的单独成户）中有人为一类或二类，每名在保成员证件号有效且无劳动能力（低保数据写明，或按证件号推算在“劳动年龄”之外），连同户主无一人在名册上，也无计入的车辆、房产或财政供养身份。名册上有同名而证件号有误的人时，改为低。
  en: In a rural dibao household in benefit (by the head’s ID number, else a person alone) somebody is in class 1 or 2, every member in benefit has a valid ID number and no labour capacity (as the extract says, or outside the working age by the ID number), none of them nor the head is on the roster, and none has a counted vehicle, counted property or payroll post. Where the roster has somebody of the same name with a faulty ID number it is low.
needs:
  dibao: [id_number, class, labour, name?, head_id?, area?, status?, started_on?, amount?, township?, village?]
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
  zh: "农村{class}低保户{name}（{members}人）整户无劳动能力，疑似应纳入建档立卡而未纳入（漏评）[[；名册上有同名而证件号有误的人，先核实是否同一人：{same_name}]]"
  en: "Rural dibao household of {name} ({class}, {members} persons), nobody able to work, appears to be left off the roster[[; somebody of the same name with a faulty ID number is on it, check first whether it is the same person: {same_name}]]"
evidence:
  class: { zh: 低保类别, en: Dibao class, codes: dibao.class }
  members: { zh: 保障人数, en: Persons in benefit }
  member_names: { zh: 保障成员, en: Members in benefit }
  started_on: { zh: 享受起始时间, en: In benefit since }
  same_name: { zh: 名册上同名且证件号有误的户, en: Roster household with that name and a faulty ID }
verify:
  zh: 入户核实“两不愁、三保障”和收入：未达到稳定收入标准且三保障没有解决的，按识别程序纳入；核对全家是否已在其他户中登记。
  en: "Visit: where income is below the line and the guarantees are not met, register the household; check whether the family is registered under another household."
*/
WITH benefit AS (
  SELECT
    b.benefit_household,
    count(*) AS members,
    min(b.class) AS class,
    string_agg(b.name, '、' ORDER BY b.name NULLS LAST) AS member_names,
    min(b.started_on) AS started_on,
    min(b.township) AS township,
    min(b.village) AS village,
    min(b.ref) AS first_ref,
    max(b.ref) AS last_ref,
    max(CASE WHEN b.id_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded
  FROM (
    -- One row a person: an extract that lists somebody twice does not make two.
    SELECT
      d.benefit_household, d.id_key, min(d.name) AS name, min(d.class) AS class, min(d.started_on) AS started_on,
      min(d.township) AS township, min(d.village) AS village, min(d.ref) AS ref, min(d.id_state) AS id_state
    FROM dibao_benefit d
    WHERE d.rural
    GROUP BY d.benefit_household, coalesce(d.id_key, d.id_number), d.id_key
  ) b
  GROUP BY b.benefit_household
)
SELECT
  b.benefit_household AS subject,
  CAST(NULL AS VARCHAR) AS household_no,
  coalesce(h.name, b.member_names) AS name,
  b.benefit_household AS id_number,
  CAST(NULL AS VARCHAR) AS county,
  b.township,
  b.village,
  b.class,
  b.members,
  b.member_names,
  b.started_on,
  s.household_no AS same_name,
  CASE WHEN s.household_no IS NULL THEN 'high' ELSE 'low' END AS severity,
  CASE WHEN s.household_no IS NOT NULL THEN 'probable' WHEN b.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  b.first_ref,
  b.last_ref
FROM benefit b
LEFT JOIN (
  SELECT d.id_key, min(d.name) AS name FROM dibao_benefit d GROUP BY d.id_key
) h ON h.id_key = b.benefit_household
LEFT JOIN (
  -- A roster row whose ID number cannot be read may be one of these people: then it is for a person to say.
  SELECT d.benefit_household, min(m.household_no) AS household_no
  FROM dibao_benefit d
  JOIN member m ON m.id_key IS NULL AND m.name = d.name AND (d.village IS NULL OR m.village = d.village)
  GROUP BY d.benefit_household
) s ON s.benefit_household = b.benefit_household
WHERE b.class IN ('1', '2')
  AND NOT EXISTS (
    SELECT 1 FROM dibao_benefit d
    WHERE d.benefit_household = b.benefit_household
      AND (
        NOT d.without_labour
        OR d.id_key IS NULL
        OR EXISTS (SELECT 1 FROM member m WHERE m.id_key = d.id_key)
        OR EXISTS (SELECT 1 FROM asset a WHERE a.id_key = d.id_key)
      )
  )
  -- The head of the benefit household may not be in benefit himself and still be on the roster.
  AND NOT EXISTS (SELECT 1 FROM member m WHERE m.id_key = b.benefit_household)
