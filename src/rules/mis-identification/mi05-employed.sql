/*
id: MI05
title: { zh: 由单位缴纳职工养老保险, en: Member is insured through an employer }
family: mis-identification
severity: medium
clause: [(一)4]
subject: person
predicate:
  zh: 在册贫困户成员由单位缴纳城镇职工或机关事业单位养老保险，状态为正常参保；没有单位的，或单位、岗位写明“自费参保”的不列。岗位属于“不计入的就业岗位”的列为豁免；月缴费基数达到“高缴费基数”的为高。
  en: A member of an active household is paying employee or public-sector pension insurance through an employer; without an employer, or insured at their own cost, nobody is flagged. Posts that do not count are exempt; a monthly base of at least the high contribution base makes it high.
needs: { social_security: [id_number, kind, status, employer, name?, post?, base?, last_paid?], person: [exit_status] }
absence: []
params: [wage_base_high]
key: [kind, employer]
message:
  zh: "{name}疑似由{employer}缴纳{kind}[[，岗位：{post}]][[，月缴费基数{base}元]]"
  en: "{name} appears to be paying {kind} through {employer}[[, post {post}]][[, monthly base {base} yuan]]"
evidence:
  kind: { zh: 险种, en: Insurance, codes: social_security.kind }
  employer: { zh: 单位名称, en: Employer }
  post: { zh: 岗位, en: Post }
  base: { zh: 月缴费基数（元）, en: Monthly base (yuan) }
  last_paid: { zh: 最近缴费年月, en: Last paid }
exemptions:
  - { id: exempt-post, when: { zh: 公益性岗位、护林员、保洁员等帮扶岗位, en: public-welfare post given as help }, clause: (一)4 }
verify:
  zh: 核实是否仍在该单位就业、工资收入多少、是否已离职断保；收入是否已计入家庭收入；公益性岗位不算。
  en: Check whether the person still works there, at what wage, and whether the household's income counts it; public-welfare posts do not matter.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  e.kind,
  e.employer,
  e.post,
  e.base,
  e.last_paid,
  e.last_paid_precision,
  CASE WHEN e.base >= $wage_base_high THEN 'high' ELSE 'medium' END AS severity,
  CASE WHEN m.id_state = 'upgraded' OR e.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  e.exempt_as AS exemption,
  e.ref AS insurance_ref,
  m.ref AS member_ref
FROM active_member m
JOIN employer_insured e ON e.id_key = m.id_key
