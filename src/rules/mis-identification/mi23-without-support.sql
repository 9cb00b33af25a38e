/*
id: MI23
title: { zh: 整户无劳动能力而无人享受低保或特困供养, en: Nobody can work and nobody has dibao or tekun }
family: mis-identification
severity: medium
clause: [(一)2]
subject: household
predicate:
  zh: 在册贫困户每名成员都没有劳动能力（劳动技能为丧失、部分丧失或无，或不在“劳动年龄”内），而没有人在保低保（农村或城市）或特困供养。有成员证件号无效、无从比对的，不列。
  en: In an active household nobody can work (labour lost, partial or none, or not of working age), yet nobody is in benefit on dibao, rural or urban, or on tekun. A household with a member whose ID number is unusable cannot be compared and is not listed.
needs:
  person: [exit_status, labour]
  dibao: [id_number, name?, class?, area?, status?, labour?, head_id?, township?, village?]
  tekun: [id_number, name?, status?, area?, township?, village?]
absence: [dibao, tekun]
params: []
key: []
message:
  zh: "{name}户（{members}人）整户无劳动能力，无人享受低保或特困供养，疑似应保未保"
  en: "Nobody of {name}’s household ({members} persons) can work, and nobody is on dibao or tekun: support may be due"
evidence:
  members: { zh: 家庭成员数, en: Members }
  category: { zh: 贫困户属性, en: Household category, codes: person.category }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
verify:
  zh: 由民政部门核实收入、财产和赡养抚养情况，符合条件的应保尽保。
  en: "For civil affairs: check income, property and who must support them, and grant what is due."
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  h.members,
  h.category,
  h.exit_status,
  h.ref,
  h.sheet_ref
FROM roster_household h
WHERE h.active
  AND NOT EXISTS (SELECT 1 FROM member m WHERE m.household_no = h.household_no AND NOT m.without_labour)
  AND NOT EXISTS (SELECT 1 FROM member m WHERE m.household_no = h.household_no AND m.id_key IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM member m
    JOIN dibao_benefit b ON b.id_key = m.id_key
    WHERE m.household_no = h.household_no
  )
  AND NOT EXISTS (
    SELECT 1 FROM member m
    JOIN tekun_benefit t ON t.id_key = m.id_key
    WHERE m.household_no = h.household_no
  )
