/*
id: MI21
title: { zh: 同一证件号重复登记, en: The same ID number more than once on the roster }
family: mis-identification
severity: high
clause: [(四)1]
subject: person
predicate:
  zh: 同一个有效证件号在名册的在册成员中出现两次或以上，不论在一户还是几户。
  en: The same valid ID number stands two or more times among the members on the roster, in one household or in several.
needs: { person: [id_number] }
absence: []
params: []
key: []
message:
  zh: "{name}的证件号在名册上出现{times}次，涉及户编号：{households}[[；姓名不一：{names}]]"
  en: "The ID number of {name} stands {times} times on the roster, in household(s) {households}[[; under several names: {names}]]"
evidence:
  times: { zh: 出现次数, en: Times }
  households: { zh: 涉及的户编号, en: Households }
  names: { zh: 不同的姓名, en: Different names }
verify:
  zh: 核实是一人重复登记（保留一处），还是证件号错录（更正），或有人借用他人证件。
  en: Check whether one person is entered twice (keep one), an ID number is mistyped (correct it), or somebody uses another's.
*/
WITH repeated_key AS (
  SELECT m.id_key FROM member m GROUP BY m.id_key HAVING count(*) > 1
),
entry AS (
  SELECT
    m.*,
    row_number() OVER (
      PARTITION BY m.id_key ORDER BY m.household_no NULLS LAST, m.person_no NULLS LAST, m.name NULLS LAST, m.ref NULLS LAST
    ) AS place
  FROM member m
  JOIN repeated_key k ON k.id_key = m.id_key
),
repeated AS (
  SELECT
    e.id_key,
    count(*) AS times,
    count(DISTINCT e.name) AS different_names,
    max(CASE WHEN e.id_state = 'upgraded' THEN 1 ELSE 0 END) AS upgraded,
    string_agg(CAST(e.ref AS VARCHAR), ',' ORDER BY e.ref NULLS LAST) AS refs
  FROM entry e
  GROUP BY e.id_key
),
household_list AS (
  SELECT x.id_key, string_agg(x.household_no, '、' ORDER BY x.household_no NULLS LAST) AS households
  FROM (SELECT DISTINCT e.id_key, e.household_no FROM entry e) x
  GROUP BY x.id_key
),
name_list AS (
  SELECT x.id_key, string_agg(x.name, '、' ORDER BY x.name NULLS LAST) AS names
  FROM (SELECT DISTINCT e.id_key, e.name FROM entry e) x
  GROUP BY x.id_key
)
SELECT
  r.id_key AS subject,
  e.household_no,
  e.name,
  e.id_number,
  e.county,
  e.township,
  e.village,
  r.times,
  h.households,
  CASE WHEN r.different_names > 1 THEN n.names END AS names,
  CASE WHEN r.upgraded = 1 THEN 'repaired' ELSE 'exact' END AS confidence,
  r.refs
FROM repeated r
JOIN entry e ON e.id_key = r.id_key AND e.place = 1
JOIN household_list h ON h.id_key = r.id_key
JOIN name_list n ON n.id_key = r.id_key
