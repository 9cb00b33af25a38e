/*
id: DD04
title: { zh: 名册有、第二套名册没有, en: "Active on the roster, not on the second one" }
family: dual-dataset
severity: high
clause: [(三)7]
subject: person
predicate:
  zh: 在册贫困户成员的证件号有效，而第二套名册的在册成员中没有这个证件号。第二套名册同一户编号下有同名而证件号无效的人时，不列。
  en: A member of an active household has a valid ID number, and no member on the second roster has it. Where the second roster has the same name with an unusable ID number under the same household number, nothing is flagged.
needs: { second_roster: [household_no, name, id_number], person: [id_number, exit_status] }
absence: [second_roster]
params: []
key: []
message:
  zh: "{name}在名册中为{exit_status}，第二套名册没有此人"
  en: "{name} is {exit_status} on the roster and not on the second one"
evidence:
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
verify:
  zh: 核实第二套名册是否漏登，或名册是否应退出；先核对第二套名册上有无同名而证件号错录的人。
  en: Check whether the second roster lacks the person or the roster should not have him; look first for a namesake there with a mistyped ID.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  m.exit_status,
  CASE WHEN m.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  m.ref,
  m.sheet_ref
FROM active_member m
WHERE m.id_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM second_member s WHERE s.id_key = m.id_key)
  -- Under the same number and name with an ID that cannot be read he is there.
  AND NOT EXISTS (
    SELECT 1 FROM second_member s WHERE s.id_key IS NULL AND s.household_no = m.household_no AND s.name = m.name
  )
