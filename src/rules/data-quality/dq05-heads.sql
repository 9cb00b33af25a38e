/*
id: DQ05
title: { zh: 没有户主或户主不止一人, en: "No head of household, or more than one" }
family: data-quality
severity: medium
clause: [(四)2]
subject: household
predicate:
  zh: 一户成员中与户主关系为“户主”的没有，或不止一人（同一人登记两次算一人）。
  en: Of a household's members none, or more than one, is entered as its head (one person entered twice is one).
needs: { person: [relation] }
absence: [person]
params: []
key: []
message:
  zh: "{name}户有{heads}名户主[[（{head_names}）]]"
  en: "The household of {name} has {heads} heads[[ ({head_names})]]"
evidence:
  heads: { zh: 户主人数, en: Heads }
  head_names: { zh: 登记为户主的成员, en: Members entered as head }
  members: { zh: 家庭成员数, en: Members }
verify:
  zh: 对照户口簿更正与户主关系。
  en: Compare with the household register and correct the relations.
*/
WITH head AS (
  SELECT
    m.household_no,
    coalesce(m.id_key, CAST(m.ref AS VARCHAR)) AS person,
    m.name,
    string_agg(CAST(m.ref AS VARCHAR), ',' ORDER BY m.ref NULLS LAST) AS refs
  FROM member m
  WHERE m.relation = 'head'
  GROUP BY m.household_no, person, m.name
),
counted AS (
  SELECT
    d.household_no,
    count(DISTINCT d.person) AS heads,
    string_agg(d.name, '、' ORDER BY d.name NULLS LAST) AS head_names,
    string_agg(d.refs, ',' ORDER BY d.refs NULLS LAST) AS refs
  FROM head d
  GROUP BY d.household_no
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  coalesce(c.heads, 0) AS heads,
  c.head_names,
  h.members,
  h.ref,
  c.refs
FROM roster_household h
LEFT JOIN counted c ON c.household_no = h.household_no
WHERE coalesce(c.heads, 0) <> 1
