/*
id: DQ12
title: { zh: 家庭成员关系矛盾, en: Family relations contradict each other }
family: data-quality
severity: low
clause: [(四)2]
subject: household
predicate:
  zh: 户内关系有下列之一，一种一条：配偶不止一人；户主与配偶同性别；之子、之女比户主，或户主比之父、之母，小不到“父母与子女最小年龄差”；之父为女性或之母为男性；配偶年龄小于“配偶合理最小年龄”。性别看有效证件号，没有的看性别列；年龄和年龄差看证件号。
  en: "One finding a kind: more than one spouse, head and spouse of one sex, a child of the head, or the head as a child, younger than its parent by less than the limit, a father who is female or a mother who is male, a spouse younger than the limit. Sex is that of a valid ID number, else of the column; ages are those of the ID number."
needs: { person: [relation, sex?] }
absence: []
params: [youngest_spouse, parent_child_years]
key: [problem]
message:
  zh: "{name}户：{problem}（{persons}）"
  en: "The household of {name}: {problem} ({persons})"
evidence:
  problem: { zh: 问题, en: Problem, codes: family.contradiction }
  persons: { zh: 涉及成员, en: Persons }
verify:
  zh: 对照户口簿更正与户主关系、性别或证件号；现役再婚、收养等特殊情况注明。
  en: Compare with the household register and correct relation, sex or ID number; note adoption and the like.
*/
WITH relative AS (
  SELECT
    m.household_no,
    m.name,
    m.relation,
    m.age,
    coalesce(m.id_key, CAST(m.ref AS VARCHAR)) AS person,
    CAST(substr(m.id_key, 7, 8) AS INTEGER) AS born,
    CASE
      -- What no code list knows is no sex.
      WHEN m.id_key IS NULL THEN CASE WHEN m.sex IN ('male', 'female') THEN m.sex END
      -- GB 11643: the sequence code's last digit is odd for men.
      WHEN mod(CAST(substr(m.id_key, 17, 1) AS INTEGER), 2) = 1 THEN 'male'
      ELSE 'female'
    END AS sex,
    m.ref
  FROM member m
),
contradiction AS (
  SELECT r.household_no, 'two-spouses' AS problem, r.name, r.ref
  FROM relative r
  JOIN (
    SELECT s.household_no
    FROM relative s
    WHERE s.relation = 'spouse'
    GROUP BY s.household_no
    HAVING count(DISTINCT s.person) > 1
  ) t ON t.household_no = r.household_no
  WHERE r.relation = 'spouse'
  UNION ALL
  SELECT s.household_no, 'same-sex', s.name, s.ref
  FROM relative s
  JOIN relative h ON h.household_no = s.household_no
  WHERE s.relation = 'spouse' AND h.relation = 'head' AND s.sex = h.sex
  UNION ALL
  SELECT c.household_no, 'parent-age', c.name, c.ref
  FROM relative c
  JOIN relative h ON h.household_no = c.household_no
  WHERE c.relation IN ('son', 'daughter') AND h.relation = 'head' AND c.born - h.born < $parent_child_years * 10000
  UNION ALL
  SELECT p.household_no, 'parent-age', p.name, p.ref
  FROM relative p
  JOIN relative h ON h.household_no = p.household_no
  WHERE p.relation IN ('father', 'mother') AND h.relation = 'head' AND h.born - p.born < $parent_child_years * 10000
  UNION ALL
  SELECT p.household_no, 'parent-sex', p.name, p.ref
  FROM relative p
  WHERE p.relation = 'father' AND p.sex = 'female'
  UNION ALL
  SELECT p.household_no, 'parent-sex', p.name, p.ref
  FROM relative p
  WHERE p.relation = 'mother' AND p.sex = 'male'
  UNION ALL
  SELECT s.household_no, 'young-spouse', s.name, s.ref
  FROM relative s
  WHERE s.relation = 'spouse' AND s.age < $youngest_spouse
),
listed AS (
  SELECT
    d.household_no,
    d.problem,
    string_agg(d.name, '、' ORDER BY d.name NULLS LAST) AS persons,
    string_agg(CAST(d.ref AS VARCHAR), ',' ORDER BY d.ref NULLS LAST) AS refs
  FROM (SELECT DISTINCT c.household_no, c.problem, c.name, c.ref FROM contradiction c) d
  GROUP BY d.household_no, d.problem
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  l.problem,
  l.persons,
  l.refs,
  h.ref
FROM listed l
JOIN roster_household h ON h.household_no = l.household_no
