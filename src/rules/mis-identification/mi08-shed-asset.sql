/*
id: MI08
title: { zh: 识别前转移或注销车辆、房产, en: Vehicle or property given away before identification }
family: mis-identification
severity: high
clause: [二.一]
subject: person
predicate:
  zh: 名册户（含已脱贫户）成员名下有应计入的车辆或房产，在识别之前“资产转移追溯期”内（首尾两日都算）转移或注销（车辆状态为转出、注销，房产权属为转移、注销）；被盗抢、达到报废标准、牌证作废的不是有意转移，不列。识别时间或变更日期只知到月、年的，可能在期限内的也列出，只知到年的为中。系统把某年度识别的户显示为上年12月，所以识别时间只写到12月的，次年变更的也列出，为中。不计入的车辆和房产豁免。上一次核查（--previous）的数据里还计入某人名下、本次数据里此人名下已没有该号牌或证号任何记录的，变更日期在两次核查日之间，也按上述期限列出，为中，并注明是否已登记在他人名下。
  en: A vehicle or property of a member of a roster household, exited ones too, that would count was transferred or struck off within so many months before the household's identification, first and last day included; one stolen, due for scrapping or with void plates was not shed on purpose and is not listed. Where either date is known to the month or the year, what may lie within is listed, with the year alone as medium. The system shows the households of one year's round as of December of the year before, so for a month that is December a change in the following year is listed too, as medium. Vehicles and properties of a kind that does not count are exempt. One that counted for its owner in the previous run (--previous) and of which today's extract has no row of that owner and number any more changed between the two days; it is held against the same months, is medium, and whether it stands in another name is told.
needs:
  person: [identified_on]
  'vehicle?': [owner_id, status, changed_on, vehicle_type?, plate_kind?, plate?, owner?, brand?, use?, registered_on?, price?]
  'property?': [owner_id, status, changed_on, usage?, nature?, certificate?, owner?, location?, area?, registered_on?, share?]
  'previous_asset?': [owner, asset, asset_no, asset_detail, last_seen, missing_since]
needs_any:
  -
    - vehicle: [owner_id, status, changed_on, vehicle_type]
    - vehicle: [owner_id, status, changed_on, plate_kind]
    - property: [owner_id, status, changed_on, usage, nature]
absence: []
params: [transfer_window_months]
key: [asset, asset_no]
message:
  zh: "{name}名下{asset}{asset_no}[[（{asset_detail}）]][[于{changed_on}{change}]][[在{last_seen}核查时还在，{missing_on}核查时{change}]]，在识别（{identified_on}[[，可能为{round}年度识别]]）前不久，疑似隐瞒或转移财产"
  en: "The {asset} {asset_no}[[ ({asset_detail})]] of {name}[[ was {change} on {changed_on}]][[ was there on {last_seen} and is {change} on {missing_on}]], shortly before identification ({identified_on}[[, perhaps in the round of {round}]])"
evidence:
  asset: { zh: 资产, en: Asset, codes: asset.kind }
  asset_no: { zh: 号牌或证号, en: Plate or certificate }
  asset_detail: { zh: 类型或坐落, en: Type or location }
  change: { zh: 变更, en: Change, codes: asset.change }
  changed_on: { zh: 变更日期, en: Changed on }
  last_seen: { zh: 最后一次出现的核查日, en: Last there on }
  missing_on: { zh: 首次不见的核查日, en: First missing on }
  identified_on: { zh: 识别时间, en: Identified on }
  round: { zh: 可能的识别年度, en: Year it may have been identified in }
  exit_status: { zh: 脱贫属性, en: Exit status, codes: person.exit_status }
exemptions:
  - { id: motorcycle, when: { zh: 摩托车, en: motorcycle }, clause: (一)4 }
  - { id: tricycle, when: { zh: 三轮汽车, en: tricycle }, clause: (一)4 }
  - { id: low-speed-truck, when: { zh: 低速货车, en: low-speed truck }, clause: (一)4 }
  - { id: tractor, when: { zh: 拖拉机, en: tractor }, clause: (一)4 }
  - { id: trailer, when: { zh: 挂车, en: trailer }, clause: (一)4 }
  - { id: wheelchair-car, when: { zh: 残疾人专用车、代步车, en: wheelchair car }, clause: (一)4 }
  - { id: resettlement, when: { zh: 安置房, en: resettlement housing }, clause: (一)4 }
  - { id: relocation, when: { zh: 搬迁安置房, en: relocation housing }, clause: (二)7 }
  - { id: returned, when: { zh: 回迁房, en: moved-back housing }, clause: (一)4 }
  - { id: public-rental, when: { zh: 公租房, en: public rental housing }, clause: (一)4 }
  - { id: low-rent, when: { zh: 廉租房, en: low-rent housing }, clause: (一)4 }
  - { id: self-built, when: { zh: 自建房, en: self-built house }, clause: (一)4 }
  - { id: homestead, when: { zh: 宅基地, en: homestead }, clause: (一)4 }
  - { id: renovation, when: { zh: 农村危房改造, en: renovated rural house }, clause: (二)6 }
verify:
  zh: 核实转移或注销的原因和去向（出售、赠与亲属、报废、抵债、拆除），受让人是否亲属，识别时是否如实申报；已无记录的，先核实本次数据是否齐全、号牌或证号是否换过。
  en: Find out why and to whom it went (sold, given to a relative, scrapped, for a debt, pulled down), and whether it was declared at identification; where it is not recorded any more, first whether today's extract is complete and the number still the same.
*/
WITH shed AS (
  SELECT
    v.owner_key, v.owner_state, 'vehicle' AS asset, v.plate AS asset_no, coalesce(v.vehicle_type, v.brand) AS asset_detail,
    CASE WHEN v.transferred THEN 'transferred' ELSE 'cancelled' END AS change,
    v.changed_on, v.changed_on_precision, CAST(NULL AS DATE) AS last_seen, CAST(NULL AS DATE) AS missing_on, v.exempt_as, v.ref
  FROM owned_vehicle v
  WHERE NOT v.in_use
    AND EXISTS (SELECT 1 FROM given g WHERE g.dataset || '.' || g.field IN ('vehicle.vehicle_type', 'vehicle.plate_kind'))
  UNION ALL
  SELECT
    p.owner_key, p.owner_state, 'property', p.certificate, p.location, p.status,
    p.changed_on, p.changed_on_precision, CAST(NULL AS DATE), CAST(NULL AS DATE), p.exempt_as, p.ref
  FROM owned_property p
  WHERE NOT p.in_force
    AND EXISTS (SELECT 1 FROM given g WHERE g.dataset || '.' || g.field = 'property.nature')
  UNION ALL
  SELECT
    a.owner_key, CAST(NULL AS VARCHAR), a.asset, a.asset_no, a.asset_detail,
    CASE WHEN a.in_other_name THEN 'other-owner' ELSE 'vanished' END,
    CAST(NULL AS DATE), CAST(NULL AS VARCHAR), a.last_seen, a.missing_since, CAST(NULL AS VARCHAR), CAST(NULL AS BIGINT)
  FROM vanished_asset a
),
bounded AS (
  SELECT
    s.*,
    -- What vanished did so on some day between the two runs.
    coalesce(s.changed_on, s.last_seen) AS changed_from,
    CASE s.changed_on_precision
      WHEN 'year' THEN s.changed_on + to_years(1) - to_days(1)
      WHEN 'month' THEN s.changed_on + to_months(1) - to_days(1)
      ELSE coalesce(s.changed_on, s.missing_on)
    END AS changed_by
  FROM shed s
),
identified AS (
  SELECT
    m.*,
    CASE m.identified_on_precision
      WHEN 'year' THEN m.identified_on + to_years(1) - to_days(1)
      WHEN 'month' THEN m.identified_on + to_months(1) - to_days(1)
      ELSE m.identified_on
    END AS shown_by
  FROM member m
),
-- Identified in the round of 2014 is shown as 2013年12月: such a December may be any day of the year after it, too.
dated AS (
  SELECT
    i.*,
    CASE
      WHEN i.identified_on_precision = 'month' AND EXTRACT(MONTH FROM i.identified_on) = 12 THEN i.shown_by + to_years(1)
      ELSE i.shown_by
    END AS identified_by
  FROM identified i
)
SELECT
  d.household_no,
  d.name,
  d.id_number,
  d.county,
  d.township,
  d.village,
  s.asset,
  s.asset_no,
  s.asset_detail,
  s.change,
  s.changed_on,
  s.changed_on_precision,
  s.last_seen,
  s.missing_on,
  d.identified_on,
  d.identified_on_precision,
  CASE WHEN s.changed_from > d.shown_by THEN CAST(EXTRACT(YEAR FROM d.identified_by) AS INTEGER) END AS round,
  d.exit_status,
  s.exempt_as AS exemption,
  CASE
    WHEN s.last_seen IS NOT NULL OR d.identified_on_precision = 'year' OR s.changed_on_precision = 'year' OR s.changed_from > d.shown_by THEN 'medium'
    ELSE 'high'
  END AS severity,
  CASE WHEN d.id_state = 'upgraded' OR s.owner_state = 'upgraded' THEN 'repaired' ELSE 'exact' END AS confidence,
  s.ref AS asset_ref,
  d.ref AS member_ref,
  d.sheet_ref
FROM dated d
JOIN bounded s
  ON s.owner_key = d.id_key
  AND s.changed_from <= d.identified_by
  AND s.changed_by >= d.identified_on - to_months(CAST($transfer_window_months AS INTEGER))
