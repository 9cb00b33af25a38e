/*
id: MI04
title: { zh: 家中有财政供养人员, en: Member is on the fiscal payroll }
family: mis-identification
severity: high
clause: [(一)4]
subject: person
predicate:
  zh: 在册贫困户成员在财政供养名单上，状态为在职、退休或未填。职务或人员类别含有“不计入的财政供养类别”字样的（公益性岗位、遗属、村干部等）列为豁免。
  en: A member of an active household is on the fiscal payroll, serving, retired or of no given status. Whoever has a word of the payroll kinds that do not count (public-welfare post, survivor, village cadre and the like) in post or staffing kind is exempt.
needs: { payroll: [id_number, name?, employer?, post?, kind?, status?], person: [exit_status] }
absence: []
params: []
key: [employer]
message:
  zh: "{name}疑似财政供养人员：{employer}[[，{post}]][[，{kind}]][[，{status}]]"
  en: "{name} appears to be on the fiscal payroll: {employer}[[, {post}]][[, {kind}]][[, {status}]]"
evidence:
  employer: { zh: 单位, en: Employer }
  post: { zh: 职务, en: Post }
  kind: { zh: 编制或人员类别, en: Staffing kind }
  status: { zh: 状态, en: Status, codes: payroll.status }
exemptions:
  - { id: exempt-post, when: { zh: 公益性岗位、护林员、遗属补助、村干部报酬等，不属财政供养人员, en: "public-welfare post, forest guard, survivor’s benefit or village cadre’s pay: not treasury staff" }, clause: (一)4 }
verify:
  zh: 核实是否本人在编在职或退休，是否同名或证件错录，是否公益性岗位、临时聘用或遗属。
  en: Check whether the person really is staff or retired staff, or a namesake, or holds a public-welfare or temporary post.
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  p.employer,
  p.post,
  p.kind,
  p.status,
  CASE WHEN m.id_state = 'upgraded' OR p.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  p.exempt_as AS exemption,
  p.ref AS payroll_ref,
  m.ref AS member_ref
FROM active_member m
JOIN payroll_staff p ON p.id_key = m.id_key
