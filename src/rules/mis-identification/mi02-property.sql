/*
id: MI02
title: { zh: 名下有房产, en: Registered household owns a property }
family: mis-identification
severity: high
clause: [(一)4]
subject: person
predicate:
  zh: 在册贫困户成员的证件号，与一处权属现势的不动产的权利人证件号相同，且用途属于“计入的房产用途”。属于“不计入的房产性质”的列为豁免；性质未填的仍列出。
  en: A member of an active household has the ID number of the owner of a property whose title is in force and whose usage is among the property usages that count. Property natures that do not count are exempt; a property whose nature is not given is flagged.
needs: { property: [owner_id, usage, nature, owner?, certificate?, location?, area?, registered_on?, share?, status?], person: [exit_status] }
absence: []
params: []
key: [certificate, location]
message:
  zh: "{name}名下疑似有房产[[{certificate}，]][[坐落{location}，]]用途{usage}[[，{nature}]][[!nature|，房屋性质未填]][[，{area}平方米]][[，{registered_on}登记]]"
  en: "{name} appears to own a property[[, {certificate}]][[, at {location}]], {usage}[[, {nature}]][[!nature|, nature not given]][[, {area} m²]][[, registered {registered_on}]]"
evidence:
  certificate: { zh: 不动产权证号, en: Certificate }
  location: { zh: 坐落, en: Location }
  usage: { zh: 规划用途, en: Usage, codes: property.usage }
  nature: { zh: 房屋性质, en: Nature, codes: property.nature }
  area: { zh: 建筑面积（平方米）, en: Floor area (m²) }
  registered_on: { zh: 登记时间, en: Registered on }
  share: { zh: 共有情况, en: Share }
  owner: { zh: 登记的权利人, en: Owner as registered }
exemptions:
  - { id: resettlement, when: { zh: 拆迁安置房, en: resettlement housing }, clause: (一)4 }
  - { id: relocation, when: { zh: 搬迁安置房, en: relocation housing }, clause: (二)7 }
  - { id: returned, when: { zh: 回迁房, en: moved-back housing }, clause: (一)4 }
  - { id: public-rental, when: { zh: 公租房, en: public rental housing }, clause: (一)4 }
  - { id: low-rent, when: { zh: 廉租房, en: low-rent housing }, clause: (一)4 }
  - { id: self-built, when: { zh: 自建房, en: self-built house }, clause: (一)4 }
  - { id: homestead, when: { zh: 宅基地, en: homestead }, clause: (一)4 }
  - { id: renovation, when: { zh: 农村危房改造, en: renovated rural house }, clause: (二)6 }
verify:
  zh: 核实是否本人实际所有：是否已卖未过户、继承未分割、与他人共有、婚前财产；是否安置、搬迁或保障性住房。
  en: "Check who owns it: sold without transfer, an undivided inheritance, shared, brought into the marriage; whether it is resettlement, relocation or subsidised housing."
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  p.certificate,
  p.location,
  p.usage,
  p.nature,
  p.area,
  p.registered_on,
  p.registered_on_precision,
  p.share,
  p.owner,
  CASE WHEN m.id_state = 'upgraded' OR p.owner_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  p.exempt_as AS exemption,
  p.ref AS property_ref,
  m.ref AS member_ref
FROM active_member m
JOIN owned_property p ON p.owner_key = m.id_key
WHERE p.in_force
