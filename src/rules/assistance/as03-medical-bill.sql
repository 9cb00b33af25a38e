/*
id: AS03
title: { zh: 贫困人口医疗自付超过规定, en: Patient paid more than the cap }
family: assistance
severity: high
clause: [(二)5]
subject: person
predicate:
  zh: 在册贫困户或“核查的脱贫年度”内脱贫户的成员，最近年度合规医疗费用个人自付合计超过“合规医疗费用个人自付上限”（高），或有由个人负担的不合规费用（中）。
  en: A member of an active household, or of one exited in the years under review, paid in the newest year more compliant costs than the cap (high), or any non-compliant costs (medium).
needs:
  person: [exit_status, exit_year?]
  medical: [id_number, year?, self_paid?, self_paid_noncompliant?]
needs_any:
  -
    - medical: [self_paid]
    - medical: [self_paid_noncompliant]
absence: []
params: [medical_cap]
key: []
message:
  zh: "{name}[[{year}年]][[合规医疗费用个人自付{self_paid}元]][[、不合规费用自付{noncompliant}元]]，疑似超出健康扶贫规定"
  en: "{name} paid[[ {self_paid} yuan of compliant costs]][[ {noncompliant} yuan of non-compliant costs]] himself[[ in {year}]], more than the policy allows"
evidence:
  year: { zh: 年度, en: Year }
  self_paid: { zh: 合规费用个人自付（元）, en: Compliant costs paid (yuan) }
  noncompliant: { zh: 不合规费用个人自付（元）, en: Non-compliant costs paid (yuan) }
  over_cap: { zh: 合规自付超上限, en: Compliant costs above the cap }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
  exit_year: { zh: 脱贫年度, en: Exit year }
verify:
  zh: 由医保、卫健部门核实结算单：合规自付是否已兜底到上限以内，不合规费用是否应由医疗机构承担。
  en: "For the medical-insurance and health bureaus: check the bills, whether the cap was applied and who must bear non-compliant costs."
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  c.year,
  nullif(c.self_paid, 0) AS self_paid,
  nullif(c.noncompliant, 0) AS noncompliant,
  coalesce(c.self_paid > $medical_cap, FALSE) AS over_cap,
  m.exit_status,
  m.exit_year,
  CASE WHEN c.self_paid > $medical_cap THEN 'high' ELSE 'medium' END AS severity,
  CASE WHEN m.id_state = 'upgraded' OR c.record_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  c.refs,
  m.ref AS member_ref
FROM member m
JOIN medical_cost c ON c.id_key = m.id_key
WHERE (m.active OR m.exited_in_window)
  AND (c.self_paid > $medical_cap OR c.noncompliant > 0)
