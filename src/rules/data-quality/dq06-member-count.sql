/*
id: DQ06
title: { zh: 家庭人口数与成员不符, en: Household size differs from the members listed }
family: data-quality
severity: low
clause: [(四)2]
subject: household
predicate:
  zh: 填写的家庭人口数与名册上的成员数（不含自然减少等，同一人登记两次算一人）不同。
  en: The household size entered is not the number of members listed (those gone left out, one person entered twice counting once).
needs: { person: [member_count] }
absence: [person]
params: []
key: []
message:
  zh: "{name}户填写家庭人口{member_count}人，名册上有{members}人"
  en: "The household of {name} is said to have {member_count} members, {members} are listed"
evidence:
  member_count: { zh: 填写的家庭人口, en: Household size entered }
  members: { zh: 名册成员数, en: Members listed }
verify:
  zh: 核实是否漏登、已迁出或死亡的成员没有做增减。
  en: Check whether somebody is missing, or moved or died without being recorded.
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  h.member_count,
  h.members,
  h.ref,
  h.sheet_ref
FROM roster_household h
WHERE h.member_count <> h.members
