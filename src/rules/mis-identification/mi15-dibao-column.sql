/*
id: MI15
title: { zh: 名册低保标识与民政数据不符, en: Roster and civil affairs disagree on dibao }
family: mis-identification
severity: medium
clause: [(一)2]
subject: person
predicate:
  zh: 名册填享受低保，而在保的农村低保数据中没有这个人（在城市低保中的为低）；或名册填不享受低保，而在保数据中有这个人（只在城市低保中的为低）。没有填的、证件号无效的不算。
  en: The roster says that a member is on dibao, but no rural dibao in benefit knows the person (low where urban dibao does); or it says not, and there is one (low where it is urban only). Empty cells and unusable ID numbers are none.
needs:
  person: [dibao]
  dibao: [id_number, name?, class?, area?, status?, labour?, head_id?, started_on?, amount?, township?, village?]
absence: [dibao]
params: []
key: []
message:
  zh: "{name}：名册{roster_says}享受低保，民政在保数据{extract_says}"
  en: "{name}: dibao on the roster: {roster_says}; in benefit by civil affairs: {extract_says}"
evidence:
  roster_says: { zh: 名册是否低保, en: Dibao on the roster, codes: dibao.says }
  extract_says: { zh: 民政在保情况, en: In benefit by civil affairs, codes: dibao.found }
  class: { zh: 低保类别, en: Dibao class, codes: dibao.class }
verify:
  zh: 与民政部门核对：已停保的更正名册，新享受的补录；符合条件未享受的按程序纳入低保。
  en: "Compare with civil affairs: correct the roster where the benefit has ended or begun; where it is due and not paid, have it granted."
*/
WITH benefit AS (
  SELECT
    b.id_key,
    bool_or(b.rural) AS rural,
    min(CASE WHEN b.rural THEN b.class END) AS class,
    max(b.id_state) AS id_state,
    min(b.ref) AS ref
  FROM dibao_benefit b
  GROUP BY b.id_key
)
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  CASE WHEN m.dibao THEN 'yes' ELSE 'no' END AS roster_says,
  CASE WHEN b.id_key IS NULL THEN 'none' WHEN b.rural THEN 'rural' ELSE 'urban' END AS extract_says,
  b.class,
  CASE WHEN NOT b.rural THEN 'low' ELSE 'medium' END AS severity,
  CASE WHEN m.id_state = 'upgraded' OR b.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  m.ref AS member_ref,
  b.ref AS dibao_ref
FROM member m
LEFT JOIN benefit b ON b.id_key = m.id_key
WHERE m.id_key IS NOT NULL
  AND (
    (m.dibao = TRUE AND b.rural IS DISTINCT FROM TRUE)
    OR (m.dibao = FALSE AND b.id_key IS NOT NULL)
  )
