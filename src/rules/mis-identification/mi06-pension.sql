/*
id: MI06
title: { zh: 领取职工或机关养老金, en: Member draws an employee or public pension }
family: mis-identification
severity: medium
clause: [(一)4]
subject: person
predicate:
  zh: 在册贫困户成员正在领取城镇职工或机关事业单位养老金，每月达到“高养老金”或金额不明。领取城乡居民养老金的不列。
  en: A member of an active household draws an employee or public-sector pension of at least the high pension a month, or of an unknown amount. A resident pension is not flagged.
needs: { social_security: [id_number, kind, status, employer?, pension?], person: [exit_status] }
absence: []
params: [pension_high]
key: [kind]
message:
  zh: "{name}疑似领取{kind}待遇[[，每月{pension}元]][[（原单位：{employer}）]]"
  en: "{name} appears to draw a pension of {kind}[[, {pension} yuan a month]][[ (former employer {employer})]]"
evidence:
  kind: { zh: 险种, en: Insurance, codes: social_security.kind }
  pension: { zh: 月养老金（元）, en: Monthly pension (yuan) }
  employer: { zh: 单位名称, en: Employer }
verify:
  zh: 核实是否本人领取、每月金额、是否已计入家庭收入。
  en: Check whether the person draws it, how much a month, and whether the household's income counts it.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  s.kind,
  s.pension,
  s.employer,
  CASE WHEN m.id_state = 'upgraded' OR s.id_number_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  s.ref AS insurance_ref,
  m.ref AS member_ref
FROM active_member m
JOIN social_security s ON s.id_number_key = m.id_key
WHERE s.kind IN ('employee', 'public')
  AND s.status = 'retired'
  AND (s.pension IS NULL OR s.pension >= $pension_high)
