/*
id: AS01
title: { zh: 一人帮扶户数过多, en: One helper has too many households }
family: assistance
severity: medium
clause: [(二)12]
subject: helper
predicate:
  zh: 一名帮扶责任人截至核查日结对帮扶的在册贫困户（未脱贫、返贫、预脱贫）超过“一人帮扶户数”；超过“一人帮扶户数（严重）”的为高。帮扶人按证件号认定；证件号不能用的按姓名和单位，没有信息表的按名册上的姓名和乡镇，都只是可能为同一人。
  en: A helper is linked, on the as-of day, to more active households (poor, returned or pre-exit) than one helper should have; high above the grave limit. A helper is known by ID number; without a usable one by name and unit, without the helper list by name and township on the roster, which is only probably one person.
needs:
  person: [exit_status]
  'helper?': [helper, helper_id?, unit?, post?, household_no?, head_id?, ended_on?]
needs_any:
  -
    - helper: [helper]
    - person: [helper]
absence: []
params: [helper_households, helper_households_high]
key: []
message:
  zh: "帮扶责任人{name}[[（{unit}）]]结对帮扶在册贫困户{households}户，超过规定[[；{by_name}]]"
  en: "Helper {name}[[ ({unit})]] is linked to {households} active households, more than allowed[[; {by_name}]]"
evidence:
  unit: { zh: 帮扶单位, en: Unit }
  post: { zh: 职务, en: Post }
  households: { zh: 在册贫困户数, en: Active households }
  townships: { zh: 涉及乡镇, en: Townships }
  by_name: { zh: 认定方式, en: How the helper is known, codes: helper.known }
verify:
  zh: 核实是否真实结对、是否挂名帮扶，由组织部门调整，把力量向特困村和未脱贫户倾斜；只有姓名的先核实是否同一人。
  en: Check whether the links are real or in name only, and have them spread out; where only a name is known, check first that it is one person.
*/
WITH linked AS (
  SELECT l.*, h.county, h.township
  FROM helper_link l
  JOIN roster_household h ON h.household_no = l.household_no
  WHERE h.active
),
burden AS (
  SELECT
    k.helper_key,
    k.helper_id_key,
    k.listed,
    min(k.helper) AS name,
    CASE WHEN count(DISTINCT k.county) = 1 THEN min(k.county) END AS county,
    CASE WHEN count(DISTINCT k.township) = 1 THEN min(k.township) END AS township,
    min(k.unit) AS unit,
    min(k.post) AS post,
    count(DISTINCT k.household_no) AS households,
    string_agg(DISTINCT k.township, '、' ORDER BY k.township NULLS LAST) AS townships,
    bool_or(k.repaired) AS repaired,
    string_agg(CAST(k.ref AS VARCHAR), ',' ORDER BY k.ref NULLS LAST) AS refs
  FROM linked k
  GROUP BY k.helper_key, k.helper_id_key, k.listed
)
SELECT
  b.helper_key AS subject,
  b.name,
  b.helper_id_key AS id_number,
  b.county,
  b.township,
  b.unit,
  b.post,
  b.households,
  b.townships,
  CASE WHEN NOT b.listed THEN 'roster-name' WHEN b.helper_id_key IS NULL THEN 'name-and-unit' END AS by_name,
  CASE WHEN b.helper_id_key IS NULL THEN 'probable' WHEN b.repaired THEN 'repaired' ELSE 'exact' END AS confidence,
  CASE WHEN b.households > $helper_households_high THEN 'high' ELSE 'medium' END AS severity,
  b.refs
FROM burden b
WHERE b.households > $helper_households
