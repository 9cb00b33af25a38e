/*
id: MI14
title: { zh: 一般户应按兜底户, en: Household under general belongs under core support }
family: mis-identification
severity: medium
clause: [二.二]
subject: household
predicate:
  zh: 名册上的户（不论是否脱贫）属性为一般户，但每名成员都无劳动能力（丧失、部分丧失或无，或按证件号推算在“劳动年龄”之外），且每名成员都在享农村一、二类低保或特困供养。
  en: A roster household, exited or not, is entered as general, yet every member is without labour capacity (lost, partial or none, or outside the working age by the ID number) and every member is on rural dibao of class 1 or 2 or on tekun.
needs:
  person: [category, labour, id_number]
  dibao: [id_number, class, name?, head_id?, area?, status?, labour?]
  'tekun?': [id_number?, area?, status?]
absence: []
params: []
key: []
message:
  zh: "{name}户属性为{category}，但全家{members}人均无劳动能力且均享受一二类低保或特困供养，疑似应按兜底户（低保或特困）对待"
  en: "The household of {name} is entered as {category}, yet none of its {members} members can work and all are in core support: it appears to belong under dibao or tekun"
evidence:
  category: { zh: 贫困户属性, en: Household category, codes: person.category }
  members: { zh: 家庭成员数, en: Members }
verify:
  zh: 核实整户是否完全或部分丧失劳动能力、是否全部在保，属实的调整贫困户属性。
  en: Check that the whole household has lost its labour capacity and is in benefit; if so change the category.
*/
WITH counted AS (
  SELECT
    m.household_no,
    count(*) AS members,
    count(*) FILTER (WHERE m.without_labour) AS without_labour,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM core_support c WHERE c.id_key = m.id_key)) AS supported
  FROM member m
  GROUP BY m.household_no
),
deciding AS (
  SELECT m.household_no, m.ref FROM member m
  UNION
  SELECT m.household_no, c.ref FROM member m JOIN core_support c ON c.id_key = m.id_key
),
deciding_row AS (
  SELECT d.household_no, string_agg(CAST(d.ref AS VARCHAR), ',' ORDER BY d.ref NULLS LAST) AS refs
  FROM deciding d
  GROUP BY d.household_no
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  h.category,
  c.members,
  h.sheet_ref,
  r.refs
FROM roster_household h
JOIN counted c ON c.household_no = h.household_no
JOIN deciding_row r ON r.household_no = h.household_no
WHERE h.category = 'general' AND c.without_labour = c.members AND c.supported = c.members
