/*
id: MI18
title: { zh: 审计疑似人员仍在册，再次核实, en: "On the 2016 audit's list and still active, verify again" }
family: mis-identification
severity: medium
clause: [二.四]
subject: person
predicate:
  zh: 在 2016 年审计疑似名单上、处理结果为保留或没有填的人，仍是在册贫困户的成员。一项疑点一条。
  en: Somebody on the 2016 audit's list, kept or without a result, is still a member of an active household. One finding a problem.
needs:
  audit_suspect: [id_number, action?, name?, household_no?, problem?, found_on?, township?, village?]
  person: [exit_status]
absence: []
params: []
key: [problem]
message:
  zh: "{name}在 2016 年审计疑似名单上[[（{problem}）]]，处理结果[[为{action}]][[!action|未填]]，现仍在册，需再次核实"
  en: "{name} is on the 2016 audit’s list[[ ({problem})]], [[result: {action}]][[!action|without a result]], and still active: verify again"
evidence:
  problem: { zh: 审计疑点类型, en: Audit problem }
  action: { zh: 处理结果, en: Result, codes: audit_suspect.action }
  found_on: { zh: 审计发现时间, en: Found on }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
verify:
  zh: 按审计疑点再次核实，不符合识别标准的剔除，符合的注明核实结论和依据。
  en: Verify the audit's point again; remove whoever does not qualify, and note the ground for keeping the others.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  s.problem,
  s.action,
  s.found_on,
  s.found_on_precision,
  m.exit_status,
  CASE WHEN m.id_state = 'upgraded' OR s.id_number_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  m.ref AS member_ref,
  s.ref AS suspect_ref
FROM active_member m
JOIN audit_suspect s ON s.id_number_key = m.id_key
WHERE s.action = 'kept' OR s.action IS NULL
