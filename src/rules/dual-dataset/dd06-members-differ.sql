/*
id: DD06
title: { zh: 两套名册家庭成员不一致, en: The two rosters differ about a household's members }
family: dual-dataset
severity: medium
clause: [(三)7]
subject: household
predicate:
  zh: 两套名册中对应的户（户编号相同，或有共同的成员），在册成员不完全相同。同一人按证件号认定；任一方证件号无效的按姓名认定。
  en: A household of the roster and one of the second roster that belong together (by household number, or by a member that both have) have different members. A person is the same by ID number, or by name where either side has no usable one.
needs: { second_roster: [household_no, name, id_number], person: [household_no, name, id_number] }
absence: [person, second_roster]
params: []
key: []
message:
  zh: "{name}户在两套名册中的成员不一致[[；只在名册：{only_first}]][[；只在第二套名册：{only_second}]]"
  en: "The two rosters differ about the members of the household of {name}[[; on the roster only: {only_first}]][[; on the second only: {only_second}]]"
evidence:
  only_first: { zh: 只在名册的成员, en: On the roster only }
  only_second: { zh: 只在第二套名册的成员, en: On the second roster only }
  second_household: { zh: 第二套名册户编号, en: Household number on the second roster }
verify:
  zh: 核对家庭成员的增减（婚嫁、出生、死亡、分户）是否在两套名册中都已更新。
  en: Check whether changes of the family (marriage, birth, death, separation) are in both rosters.
*/
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  p.only_first,
  p.only_second,
  p.second_household,
  h.sheet_ref,
  h.ref,
  p.first_ref,
  p.second_ref
FROM roster_pair p
JOIN roster_household h ON h.household_no = p.household_no
WHERE p.only_first IS NOT NULL OR p.only_second IS NOT NULL
