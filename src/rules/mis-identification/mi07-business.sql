/*
id: MI07
title: { zh: 名下有在营企业, en: Member has a running business }
family: mis-identification
severity: medium
clause: [(一)4]
subject: person
predicate:
  zh: 在册贫困户成员是在营公司、个人独资企业或合伙企业的法定代表人、股东或经营者（身份未填也算），注册资本达到“注册资本”限额或不明。个体工商户和农民专业合作社只在资本超过该限额时列出，为低。
  en: A member of an active household is legal representative, shareholder or owner (or of no given role) of a running company, sole proprietorship or partnership whose registered capital reaches the limit or is unknown. A self-employed business or farmers’ cooperative is flagged, low, only with a capital above the limit.
needs: { business: [id_number, kind, status, name?, company?, role?, capital?, registered_on?], person: [exit_status] }
absence: []
params: [business_capital]
key: [company]
message:
  zh: "{name}疑似为在营市场主体{company}（{kind}）的[[{role}]][[!role|负责人或出资人]][[，注册资本{capital}元]]"
  en: "{name} appears to be behind the running business {company} ({kind})[[ as {role}]][[, registered capital {capital} yuan]]"
evidence:
  company: { zh: 企业名称, en: Company }
  kind: { zh: 主体类型, en: Kind, codes: business.kind }
  role: { zh: 身份, en: Role, codes: business.role }
  capital: { zh: 注册资本（元）, en: Registered capital (yuan) }
  registered_on: { zh: 成立日期, en: Registered on }
verify:
  zh: 核实是否本人实际经营或出资：是否被借用身份、挂名、已停业未注销；合作社普通成员和扶贫资产入股不算。
  en: "Check who runs and owns it: a borrowed name, a business that has stopped without being struck off; ordinary members of a cooperative do not count."
*/
WITH running AS (
  SELECT
    b.*,
    CASE
      WHEN b.kind IN ('limited', 'sole', 'partnership', 'individual', 'cooperative') THEN b.kind
      WHEN b.kind LIKE '%合作社%' THEN 'cooperative'
      WHEN b.kind LIKE '%个体%' THEN 'individual'
      WHEN b.kind LIKE '%公司%' THEN 'limited'
      WHEN b.kind LIKE '%合伙%' THEN 'partnership'
      WHEN b.kind LIKE '%独资%' THEN 'sole'
    END AS class
  FROM business b
  WHERE b.status = 'running'
    AND (b.role IS NULL OR b.role IN ('representative', 'shareholder', 'owner'))
)
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  b.company,
  b.kind,
  b.role,
  b.capital,
  b.registered_on,
  b.registered_on_precision,
  CASE WHEN b.class IN ('individual', 'cooperative') THEN 'low' ELSE 'medium' END AS severity,
  CASE WHEN m.id_state = 'upgraded' OR b.id_number_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  b.ref AS business_ref,
  m.ref AS member_ref
FROM active_member m
JOIN running b ON b.id_number_key = m.id_key
WHERE (b.class IN ('limited', 'sole', 'partnership') AND (b.capital IS NULL OR b.capital >= $business_capital))
  OR (b.class IN ('individual', 'cooperative') AND b.capital > $business_capital)
