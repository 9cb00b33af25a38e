/*
id: DQ09
title: { zh: 不可能的数据, en: Impossible data }
family: data-quality
severity: medium
clause: [(四)2]
subject: person
predicate:
  zh: 成员有下列之一，一种一条：年龄（按证件号）超过“合理最大年龄”；在读小学而年龄超过“小学生合理最大年龄”；户主年龄小于“户主合理最小年龄”。户有下列之一，记在户主名下：已脱贫而没有脱贫年度；脱贫年度早于识别年度，或晚于核查日所在年度；人均收入为负或高于“人均收入合理上限”。
  en: "Of a member: older than anybody is, a primary pupil who is too old for one, a head who is too young; by the ID number. Of a household, put to its head's name: exited without a year, an exit year before the identification or after the as-of year, an income that is negative or above what is believable. One finding a kind."
needs: { person: [] }
absence: []
params: [as_of, oldest_age, oldest_primary_pupil, youngest_head, income_max]
key: [problem]
message:
  zh: "{name}的数据不可能：{problem}[[（{age}岁）]][[（{detail}）]]"
  en: "{name}, impossible data: {problem}[[ (aged {age})]][[ ({detail})]]"
evidence:
  problem: { zh: 问题, en: Problem, codes: entry.impossible }
  age: { zh: 年龄, en: Age }
  detail: { zh: 填写的值, en: Value }
volatile: [age]
verify:
  zh: 对照证件和档案更正错填的一项；年龄不可能的核实是否已死亡未减员或用了他人证件号。
  en: Compare with papers and correct what is wrong; for an impossible age check whether the person is dead or the number somebody else's.
*/
WITH personal AS (
  SELECT m.*, 'too-old' AS problem FROM member m WHERE m.age > $oldest_age
  UNION ALL
  SELECT m.*, 'old-pupil'
  FROM member m
  WHERE m.schooling = 'primary' AND m.age > $oldest_primary_pupil
  UNION ALL
  SELECT m.*, 'young-head'
  FROM member m
  WHERE m.relation = 'head' AND m.age < $youngest_head
),
shared AS (
  SELECT h.*, 'no-exit-year' AS problem, NULL AS detail
  FROM roster_household h
  WHERE h.exited
    AND h.exit_year IS NULL
    AND EXISTS (SELECT 1 FROM given g WHERE g.dataset IN ('person', 'household') AND g.field = 'exit_year')
  UNION ALL
  SELECT h.*, 'exit-before-identification', CAST(h.exit_year AS VARCHAR)
  FROM roster_household h
  WHERE h.exited AND h.exit_year < EXTRACT(YEAR FROM h.identified_on)
  UNION ALL
  SELECT h.*, 'exit-in-the-future', CAST(h.exit_year AS VARCHAR)
  FROM roster_household h
  WHERE h.exited AND h.exit_year > EXTRACT(YEAR FROM $as_of)
  UNION ALL
  SELECT h.*, 'income', CAST(CASE WHEN h.stable_income < 0 OR h.stable_income > $income_max THEN h.stable_income ELSE h.net_income END AS VARCHAR)
  FROM roster_household h
  WHERE h.stable_income < 0 OR h.stable_income > $income_max OR h.net_income < 0 OR h.net_income > $income_max
)
SELECT
  p.household_no,
  p.name,
  p.id_number,
  p.county,
  p.township,
  p.village,
  p.problem,
  p.age,
  CAST(NULL AS VARCHAR) AS detail,
  CASE WHEN p.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  p.ref,
  CAST(NULL AS BIGINT) AS sheet_ref
FROM personal p
UNION ALL
SELECT
  s.household_no, s.head_name, s.head_id_number, s.county, s.township, s.village, s.problem, CAST(NULL AS INTEGER), s.detail, 'exact', s.ref, s.sheet_ref
FROM shared s
