/*
id: MI01
title: { zh: 名下有在用车辆, en: Registered household owns a vehicle in use }
family: mis-identification
severity: high
clause: [(一)4]
subject: person
predicate:
  zh: 在册贫困户（未脱贫、返贫、预脱贫）成员的证件号，与一辆在用机动车的所有人证件号相同；转出、被盗抢、注销、达到报废标准、牌证作废的不算在用。属于“不计入的车辆类型”的列为豁免；货车、初次登记早于“老旧车辆年限”的、逾期未检验的，严重程度为中。
  en: A member of an active household (poor, returned or pre-exit) has the ID number of the owner of a motor vehicle in use; one transferred out, stolen, struck off, due for scrapping or with void plates is not in use. Vehicle classes that do not count are exempt; a truck, a vehicle first registered before the age of an old vehicle, or one overdue for inspection is medium.
needs: { vehicle: [owner_id, status, owner?, plate?, plate_kind?, vehicle_type?, use?, brand?, registered_on?, price?], person: [exit_status] }
needs_any:
  -
    - vehicle: [vehicle_type]
    - vehicle: [plate_kind]
absence: []
params: [as_of, old_vehicle_years]
key: [plate]
message:
  zh: "{name}名下疑似有在用车辆{plate}[[，{brand}]][[，{vehicle_type}]][[，初次登记{registered_on}]][[，状态：{status}]][[，车价{price}元]][[；本人名下共{vehicle_count}辆，请核实是否挂靠或身份被借用]]"
  en: "{name} appears to own a vehicle in use, {plate}[[, {brand}]][[, {vehicle_type}]][[, first registered {registered_on}]][[, status {status}]][[, price {price} yuan]][[; {vehicle_count} vehicles in all: ask whether others registered theirs in this name]]"
evidence:
  plate: { zh: 号牌号码, en: Plate }
  vehicle_type: { zh: 车辆类型, en: Vehicle type }
  use: { zh: 使用性质, en: Use }
  brand: { zh: 品牌, en: Brand }
  registered_on: { zh: 初次登记日期, en: First registered on }
  status: { zh: 机动车状态, en: Status, codes: vehicle.status }
  price: { zh: 车价（元）, en: Price (yuan) }
  owner: { zh: 登记的所有人, en: Owner as registered }
  vehicle_count: { zh: 本人计入车辆数（三辆及以上）, en: Vehicles of this person (three or more) }
exemptions:
  - { id: motorcycle, when: { zh: 摩托车, en: motorcycle }, clause: (一)4 }
  - { id: tricycle, when: { zh: 三轮汽车, en: tricycle }, clause: (一)4 }
  - { id: low-speed-truck, when: { zh: 低速货车（农用车）, en: low-speed truck }, clause: (一)4 }
  - { id: tractor, when: { zh: 拖拉机, en: tractor }, clause: (一)4 }
  - { id: trailer, when: { zh: 挂车, en: trailer }, clause: (一)4 }
  - { id: wheelchair-car, when: { zh: 残疾人专用车, en: wheelchair car }, clause: (一)4 }
verify:
  zh: 核实是否本人实际所有和使用：是否已卖未过户、报废未注销、挂靠或被借用身份证；是否婚前财产或唯一谋生工具；购置时间与识别时间的先后。
  en: "Check who owns and uses it: sold without transfer, scrapped without striking off, registered for somebody else, brought into the marriage, the only means of living; and whether it was bought before or after identification."
*/
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.county,
  m.township,
  m.village,
  v.plate,
  v.vehicle_type,
  v.use,
  v.brand,
  v.registered_on,
  v.registered_on_precision,
  v.status,
  v.price,
  v.owner,
  CASE WHEN v.exempt_as IS NULL AND n.vehicles >= 3 THEN n.vehicles END AS vehicle_count,
  -- A truck may be for a living; an old car or one overdue for inspection may be scrapped and never struck off.
  CASE
    WHEN v.vehicle_class = 'truck' OR v.overdue
      OR v.registered_on < $as_of - to_years(CAST($old_vehicle_years AS INTEGER)) THEN 'medium'
    ELSE 'high'
  END AS severity,
  CASE WHEN m.id_state = 'upgraded' OR v.owner_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  v.exempt_as AS exemption,
  v.ref AS vehicle_ref,
  m.ref AS member_ref
FROM active_member m
JOIN owned_vehicle v ON v.owner_key = m.id_key
LEFT JOIN (
  SELECT c.owner_key, count(DISTINCT c.plate) AS vehicles
  FROM counted_vehicle c
  GROUP BY c.owner_key
) n ON n.owner_key = v.owner_key
WHERE v.in_use
