/*
id: CX01
title: { zh: 患病人员填为普通劳动力, en: Ill person entered as able to work }
family: data-quality
severity: medium
clause: [(四)2, 二.二]
subject: person
predicate:
  zh: 在册贫困户或核查年度内脱贫户的成员，劳动技能填“普通劳动力”或“技能劳动力”，健康状况却含“大病”；或已超过劳动年龄，健康状况含“长期慢性病”或“残疾”（为低）。写明在务工的列为豁免。
  en: A member of an active household, or of one that exited in the years under review, is entered as able to work though the health entry has a serious illness; or is past working age with a chronic illness or a disability (low). Who is entered as working is exempt.
needs: { person: [health, labour, work?, phone?] }
params: [working_age]
message:
  zh: "{name}填为{labour}，健康状况却为{health}[[，{age}岁]]"
  en: "{name} is entered as {labour}, with health {health}[[, aged {age}]]"
evidence:
  labour: { zh: 劳动技能, en: Labour capacity, codes: person.labour }
  health: { zh: 健康状况, en: Health, codes: person.health }
  age: { zh: 年龄, en: Age }
  work: { zh: 务工区域, en: Work }
  call: { zh: 怎么联系, en: How to reach }
personal: [call]
exemptions:
  - { id: working, when: { zh: 写明在务工, en: entered as working } }
verify:
  zh: 入户看本人能否劳动；大病看诊断证明。属填错的，改健康状况或劳动技能，并重新判断户属性（一般户还是兜底户）。
  en: See whether the person can work; for a serious illness see the diagnosis. Mend the entry that is wrong, and judge the household's category anew.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  m.labour,
  m.health,
  m.age,
  p.work,
  p.phone AS call,
  CASE WHEN m.serious THEN 'medium' ELSE 'low' END AS severity,
  CASE WHEN p.work IS NOT NULL THEN 'working' END AS exemption,
  CASE WHEN m.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  m.ref AS member_ref
FROM member m
JOIN person p ON p.ref = m.ref
WHERE m.labour = 'able'
  AND (m.active OR m.exited_in_window)
  AND (
    m.serious
    OR (
      m.age > $working_age_to
      AND (m.health_disabled OR (',' || m.health || ',') LIKE '%,chronic,%')
    )
  )
