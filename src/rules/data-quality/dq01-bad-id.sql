/*
id: DQ01
title: { zh: 证件号无效, en: Invalid ID number }
family: data-quality
severity: high
clause: [(四)2]
subject: person
predicate:
  zh: 在册成员的证件号不能用于比对：校验码不符、出生日期不成立、被文件存成数字而丢失后几位、格式不对或未填。十五位旧号不算错，护照等其他证件不列。
  en: "The ID number of a member on the roster cannot be matched: wrong check digit, impossible date of birth, last digits lost because the file kept it as a number, malformed or missing. An old number of 15 digits is no fault, and passports and other papers are not flagged."
needs: { person: [id_number] }
absence: []
params: []
key: []
message:
  zh: "{name}的证件号无效：{id_state}，无法与部门数据比对"
  en: "The ID number of {name} is invalid: {id_state}, so nothing can be matched to it"
evidence:
  id_state: { zh: 问题, en: Fault, codes: id.state }
  relation: { zh: 与户主关系, en: Relation to head, codes: person.relation }
verify:
  zh: 对照户口簿或身份证更正；如果是文件把证件号存成了数字（后几位变成 0），错在文件，不在本人，请从系统重新导出为文本格式。
  en: "Correct it from the household register or the card; where the file stored ID numbers as numbers (last digits turned to 0) the file is at fault, not the person: export it again as text."
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  -- A faulty number may be corrected tomorrow into another faulty one: the person is known by household and name.
  m.household_no || '/' || coalesce(m.name, m.id_number, '') AS subject,
  m.id_state,
  m.relation,
  m.ref
FROM member m
WHERE m.id_state NOT IN ('valid', 'upgraded', 'other')
