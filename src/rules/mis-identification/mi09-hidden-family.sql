/*
id: MI09
title: { zh: 同户籍的家人未登记且有车、有房、财政供养或任村干部, en: "Family in the same register, not on the roster, has assets or a post" }
family: mis-identification
severity: high
clause: [二.一, (一)4]
subject: household
predicate:
  zh: 与在册贫困户成员同一户籍户（户号相同，乡镇都有填的也相同，双方户籍状态正常）、却不在该户名册上的人，有计入的车辆、房产，或财政供养，或为现任村支书等五种村干部。该户有同名而证件号有误的成员时，视为已登记；在另一户名册上的也列，因为分开登记可能就是为了隐瞒。
  en: Somebody in the same household register as a member of an active household (the same number, the same township where both rows name one, both present), but not on that household's roster, has a counted vehicle or property, a payroll post or one of the barred cadre posts. A member of the household of that name with a faulty ID number counts as that person. Somebody on another household's roster is listed, too, for registering apart may be the way to hide.
needs:
  hukou: [hukou_no, id_number, name?, relation?, status?, township?, village?]
  person: [exit_status]
  'vehicle?': [owner_id, status?, vehicle_type?, plate_kind?]
  'property?': [owner_id, usage?, nature?]
  'payroll?': [id_number]
  'cadre?': [id_number, post?]
needs_any:
  -
    - vehicle: [owner_id, status, vehicle_type]
    - vehicle: [owner_id, status, plate_kind]
    - property: [owner_id, usage, nature]
    - payroll: [id_number]
    - cadre: [id_number, post]
absence: [person]
params: []
key: [other_id, asset, asset_no]
message:
  zh: "{name}户的{member_name}与{other_name}[[（{other_relation}）]]同一户籍，{other_name}不在该户名册上，疑似有{asset}：{asset_no}[[，{asset_detail}]]"
  en: "{member_name} of {name}’s household shares a register with {other_name}[[ ({other_relation})]], who is not on its roster and appears to have a {asset}: {asset_no}[[, {asset_detail}]]"
evidence:
  member_name: { zh: 名册成员姓名, en: Member of the roster }
  member_relation: { zh: 名册成员的户籍关系, en: Member’s relation in the register, codes: hukou.relation }
  other_name: { zh: 同户籍人员姓名, en: Other person }
  other_id: { zh: 同户籍人员证件号, en: Other person’s ID number }
  other_relation: { zh: 同户籍人员的户籍关系, en: Other person’s relation in the register, codes: hukou.relation }
  asset: { zh: 资产或身份, en: Asset or post, codes: asset.kind }
  asset_no: { zh: 号牌、证号、单位或村, en: "Plate, certificate, employer or village" }
  asset_detail: { zh: 类型、坐落或职务, en: "Type, location or post" }
verify:
  zh: 核实是否实际共同生活、是否为隐瞒资产而没有登记；已分户另过、出嫁或长期在外独立生活的注明。
  en: Find out whether they live together and the person was left out to hide the asset; note who married away or lives on their own.
*/
WITH registered AS (
  SELECT
    k.hukou_no, k.township, k.id_number, k.id_number_key AS id_key, k.id_number_state AS id_state, k.name, k.relation, k.ref
  FROM hukou k
  WHERE k.status = 'present'
),
shared AS (
  SELECT
    m.household_no,
    m.name AS member_name,
    r.relation AS member_relation,
    m.id_state AS member_state,
    r.id_state AS register_state,
    o.id_state AS other_state,
    m.ref AS member_ref,
    r.ref AS register_ref,
    o.id_key AS other_key,
    o.id_number AS other_id,
    o.name AS other_name,
    o.relation AS other_relation,
    o.ref AS other_ref,
    row_number() OVER (
      PARTITION BY m.household_no, o.id_key
      ORDER BY CASE WHEN m.relation = 'head' THEN 0 ELSE 1 END NULLS LAST, m.id_key NULLS LAST, r.hukou_no NULLS LAST,
        o.name NULLS LAST, m.ref NULLS LAST, r.ref NULLS LAST, o.ref NULLS LAST
    ) AS place
  FROM active_member m
  JOIN registered r ON r.id_key = m.id_key
  JOIN registered o ON o.hukou_no = r.hukou_no
  -- Police stations number their registers themselves: one number in two townships is two registers.
  WHERE coalesce(o.township, r.township, '') = coalesce(r.township, o.township, '')
),
outside AS (
  SELECT s.*
  FROM shared s
  WHERE s.place = 1
    AND NOT EXISTS (SELECT 1 FROM member m WHERE m.household_no = s.household_no AND m.id_key = s.other_key)
    AND NOT EXISTS (
      SELECT 1 FROM member m WHERE m.household_no = s.household_no AND m.name = s.other_name AND m.id_key IS NULL
    )
),
possession AS (
  SELECT a.id_key, a.id_state, a.asset, a.asset_no, a.asset_detail, a.ref FROM asset a
  UNION ALL
  SELECT c.id_key, c.id_state, 'cadre', c.village, c.post, c.ref FROM serving_cadre c
)
SELECT
  h.household_no,
  h.head_name AS name,
  h.head_id_number AS id_number,
  h.county,
  h.township,
  h.village,
  o.member_name,
  o.member_relation,
  o.other_name,
  o.other_id,
  o.other_relation,
  p.asset,
  p.asset_no,
  p.asset_detail,
  CASE
    WHEN o.member_state = 'upgraded' OR o.register_state = 'upgraded' OR o.other_state = 'upgraded' OR p.id_state = 'upgraded'
      THEN 'repaired'
    ELSE 'exact'
  END AS confidence,
  o.member_ref,
  o.register_ref,
  o.other_ref,
  p.ref AS asset_ref
FROM outside o
JOIN possession p ON p.id_key = o.other_key
JOIN roster_household h ON h.household_no = o.household_no
