/*
id: MI16
title: { zh: 低保对象有车、有房或财政供养, en: "Dibao recipient has a vehicle, a property or a payroll post" }
family: mis-identification
severity: high
clause: [(一)2]
subject: person
predicate:
  zh: 在保的低保对象（农村或城市，不论是否在名册上）有计入的车辆、计入的房产或财政供养身份，一项一条。车辆、房产数据缺少判断是否计入所需的列时，该项不判断。
  en: Somebody in dibao benefit, rural or urban, on the roster or not, has a counted vehicle, a counted property or a payroll post; one finding for each. Where the extract lacks the columns that say whether a vehicle or property counts, it is not judged.
needs:
  dibao: [id_number, name?, class?, area?, status?, labour?, head_id?, township?, village?]
  'vehicle?': [owner_id, status?, vehicle_type?, plate_kind?]
  'property?': [owner_id, usage?, nature?]
  'payroll?': [id_number]
needs_any:
  -
    - vehicle: [owner_id, status, vehicle_type]
    - vehicle: [owner_id, status, plate_kind]
    - property: [owner_id, usage, nature]
    - payroll: [id_number]
absence: []
params: []
key: [asset, asset_no]
message:
  zh: "{area}低保对象{name}[[（{class}）]]疑似有{asset}：{asset_no}[[，{asset_detail}]]，低保资格需民政部门复核"
  en: "{name}, on {area} dibao[[ ({class})]], appears to have a {asset}: {asset_no}[[, {asset_detail}]]: civil affairs must review the benefit"
evidence:
  asset: { zh: 资产或身份, en: Asset, codes: asset.kind }
  asset_no: { zh: 号牌、证号或单位, en: "Plate, certificate or employer" }
  asset_detail: { zh: 类型、坐落或职务, en: "Type, location or post" }
  asset_date: { zh: 登记日期, en: Registered on }
  class: { zh: 低保类别, en: Dibao class, codes: dibao.class }
  area: { zh: 城乡类别, en: Area, codes: dibao.area }
  roster_household: { zh: 名册户编号, en: Household number on the roster }
verify:
  zh: 由民政部门复核是否符合低保条件：核实资产是否本人实际所有；不符合认定标准的调整类别或退出。
  en: "For civil affairs: check whether the asset is really the person's; adjust the class or end the benefit where the conditions are not met."
*/
SELECT
  b.id_key AS subject,
  r.household_no,
  b.name,
  b.id_number,
  r.county,
  coalesce(r.township, b.township) AS township,
  coalesce(r.village, b.village) AS village,
  a.asset,
  a.asset_no,
  a.asset_detail,
  a.asset_date,
  b.class,
  CASE WHEN b.rural THEN 'rural' ELSE 'urban' END AS area,
  r.household_no AS roster_household,
  CASE WHEN b.id_state = 'upgraded' OR a.id_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  b.ref AS dibao_ref,
  a.ref AS asset_ref
FROM dibao_benefit b
JOIN asset a ON a.id_key = b.id_key
LEFT JOIN (
  SELECT m.*, row_number() OVER (PARTITION BY m.id_key ORDER BY m.household_no NULLS LAST, m.ref NULLS LAST) AS place
  FROM member m
) r ON r.id_key = b.id_key AND r.place = 1
