/*
name: misfortune
doc:
  zh: 与上一次核查相比，一户新发生的困难：人均收入降幅达到“收入下降比例”（income），新出现的保障缺口（gap），唯一劳动力死亡（death），成员新评定为一、二级残疾（disability）。上一次不知道的不比。
  en: What has befallen a household since the previous run, an income lower by the drop that counts or more (income), a gap that was not there (gap), the death of the only member able to work (death), a member newly disabled at level 1 or 2 (disability). What the previous run did not know is not compared.
params: [income_drop]
*/
WITH compared AS (
  SELECT
    s.household_no,
    s.income,
    p.income AS income_before,
    p.breadwinner,
    s.education = TRUE AND p.education = FALSE AS education,
    s.housing = TRUE AND p.housing = FALSE AS housing,
    s.medical = TRUE AND p.medical = FALSE AS medical,
    s.water = TRUE AND p.water = FALSE AS water
  FROM household_standing s
  JOIN previous_household p ON p.household_no = s.household_no
),
new_gap AS (
  SELECT c.household_no, 'education' AS gap FROM compared c WHERE c.education
  UNION ALL
  SELECT c.household_no, 'housing' FROM compared c WHERE c.housing
  UNION ALL
  SELECT c.household_no, 'medical' FROM compared c WHERE c.medical
  UNION ALL
  SELECT c.household_no, 'water' FROM compared c WHERE c.water
)
SELECT c.household_no, 'income' AS misfortune, NULL AS gap, NULL AS person_name, NULL AS record_state, NULL AS ref
FROM compared c
WHERE c.income_before > 0 AND c.income <= c.income_before * (1 - $income_drop)
UNION ALL
SELECT n.household_no, 'gap', n.gap, g.gap_person, coalesce(g.record_state, g.id_state), coalesce(g.gap_ref, g.member_ref)
FROM new_gap n
JOIN household_gap g ON g.household_no = n.household_no AND g.gap = n.gap
UNION ALL
SELECT c.household_no, 'death', NULL, coalesce(m.name, d.name), d.id_number_state, d.ref
FROM compared c
JOIN death d ON d.id_number_key = c.breadwinner
LEFT JOIN (
  SELECT x.household_no, x.id_key, min(x.name) AS name FROM member x GROUP BY x.household_no, x.id_key
) m ON m.household_no = c.household_no AND m.id_key = c.breadwinner
UNION ALL
SELECT s.household_no, 'disability', NULL, m.name, m.id_state, s.ref
FROM severe_disability s
JOIN previous_member p ON p.household_no = s.household_no AND p.member = s.id_key AND p.severe = FALSE
JOIN member m ON m.household_no = s.household_no AND m.id_key = s.id_key
WHERE s.severe
