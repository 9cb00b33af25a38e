/*
id: MI22
title: { zh: 一、二类低保户全部有劳动能力, en: Dibao of class 1 or 2 though everybody can work }
family: mis-identification
severity: medium
clause: [(一)2]
subject: household
predicate:
  zh: 在保的农村一、二类低保户（按户主身份证号归并，没有的单独成户），每名成员都有劳动能力：民政数据劳动能力为普通或技能劳动力，年龄在“劳动年龄”内，在名册上的劳动技能也不是丧失、部分丧失或无，健康状况不含大病、残疾。
  en: Of a rural benefit household of class 1 or 2 (by the head's ID number, else alone) every member can work, able by the extract's column, of working age, and, where on the roster, neither without labour capacity nor seriously ill nor disabled there.
needs: { dibao: [id_number, class, labour, name?, area?, status?, head_id?, started_on?, amount?, township?, village?] }
absence: [person, dibao]
params: [working_age]
key: []
message:
  zh: "农村{class}低保户{name}（{members}人）全部有劳动能力，疑似应调整保障类别"
  en: "Everybody of the rural dibao household of {name} ({class}, {members} persons) can work: the class may have to change"
evidence:
  class: { zh: 低保类别, en: Dibao class, codes: dibao.class }
  members: { zh: 保障人数, en: Persons in benefit }
  member_names: { zh: 保障成员, en: Members in benefit }
  roster_household: { zh: 名册户编号, en: Household number on the roster }
verify:
  zh: 由民政部门入户核实劳动能力和收入，不符合一、二类条件的调整保障类别或退出。
  en: "For civil affairs: check who can work and the income; change the class or end the benefit where the conditions are not met."
*/
WITH judged AS (
  SELECT
    b.*,
    m.household_no,
    coalesce(b.labour = 'able' AND b.age BETWEEN $working_age_from AND $working_age_to, FALSE)
      AND coalesce(NOT m.unfit, TRUE) AS capable
  FROM dibao_benefit b
  LEFT JOIN (
    SELECT
      r.id_key,
      min(r.household_no) AS household_no,
      bool_or(r.serious OR r.health_disabled OR coalesce(r.labour IN ('lost', 'partial', 'none'), FALSE)) AS unfit
    FROM member r
    GROUP BY r.id_key
  ) m ON m.id_key = b.id_key
  WHERE b.rural
),
benefit AS (
  SELECT
    j.benefit_household,
    count(DISTINCT coalesce(j.id_key, j.id_number)) AS members,
    min(j.class) AS class,
    min(j.household_no) AS roster_household,
    min(j.township) AS township,
    min(j.village) AS village,
    max(CASE WHEN j.id_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    string_agg(CAST(j.ref AS VARCHAR), ',' ORDER BY j.ref NULLS LAST) AS refs
  FROM judged j
  GROUP BY j.benefit_household
  HAVING bool_and(j.capable) AND bool_and(coalesce(j.class IN ('1', '2'), FALSE))
),
named AS (
  SELECT d.benefit_household, string_agg(d.name, '、' ORDER BY d.name NULLS LAST) AS member_names
  FROM (SELECT DISTINCT j.benefit_household, j.id_key, j.name FROM judged j) d
  GROUP BY d.benefit_household
),
head AS (
  SELECT b.id_key, min(b.name) AS name FROM dibao_benefit b GROUP BY b.id_key
)
SELECT
  b.benefit_household AS subject,
  b.roster_household AS household_no,
  coalesce(h.name, n.member_names) AS name,
  b.benefit_household AS id_number,
  CAST(NULL AS VARCHAR) AS county,
  b.township,
  b.village,
  b.class,
  b.members,
  n.member_names,
  b.roster_household,
  CASE WHEN b.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  b.refs
FROM benefit b
JOIN named n ON n.benefit_household = b.benefit_household
LEFT JOIN head h ON h.id_key = b.benefit_household
