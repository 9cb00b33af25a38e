/*
id: DD03
title: { zh: 第二套名册有、名册没有, en: On the second roster only }
family: dual-dataset
severity: high
clause: [(三)7]
subject: person
predicate:
  zh: 第二套名册中未脱贫、返贫或预脱贫户的成员，证件号有效，而名册的在册成员中没有这个证件号。名册同一户编号下有同名而证件号无效的人时，不列。
  en: A member of a poor, returned or pre-exit household of the second roster has a valid ID number, and no member on the roster has it. Where the roster has the same name with an unusable ID number under the same household number, nothing is flagged.
needs: { second_roster: [household_no, name, id_number, exit_status], person: [id_number] }
absence: [person]
params: []
key: []
message:
  zh: "{name}在第二套名册中为{exit_status}（户编号{second_household}），名册上没有此人"
  en: "{name} is {exit_status} on the second roster (household {second_household}) and not on the roster"
evidence:
  second_household: { zh: 第二套名册户编号, en: Household number on the second roster }
  exit_status: { zh: 第二套名册的脱贫属性, en: Exit status on the second roster, codes: person.exit_status }
verify:
  zh: 核实此人是否应纳入建档立卡，或第二套名册是否有误；先核对名册上有无同名而证件号错录的人。
  en: Check whether the person belongs on the roster or the second one is wrong; look first for a namesake on the roster with a mistyped ID.
*/
SELECT
  s.id_key AS subject,
  s.household_no,
  s.name,
  s.id_number,
  s.county,
  s.township,
  s.village,
  s.household_no AS second_household,
  s.exit_status,
  CASE WHEN s.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  s.ref
FROM second_member s
WHERE s.active AND s.id_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM member m WHERE m.id_key = s.id_key)
  -- Under the same number and name with an ID that cannot be read he is on the roster: that ID is DQ01's.
  AND NOT EXISTS (
    SELECT 1 FROM member m WHERE m.id_key IS NULL AND m.household_no = s.household_no AND m.name = s.name
  )
