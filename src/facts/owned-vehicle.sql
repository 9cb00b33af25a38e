/*
name: owned_vehicle
doc:
  zh: 有主的车辆，注明是否在用：状态不含转出、被盗抢、注销、达到报废标准、牌证作废的在用；不在用的只留转出、注销的（转移财产要看）。车辆类别按车辆类型（名称或 GA/T 16.4 代码）判断，类型缺失时按号牌种类。
  en: A vehicle with an owner, and whether it is in use, its status having none of transferred out, stolen, struck off, due for scrapping, plates void; of those not in use only the transferred and struck off are kept, for the rule about assets given away. Its class comes from the vehicle type (words or GA/T 16.4 code), and where that is missing from the plate kind. `exempt_as` names the class when it does not count.
params: []
lists: [exempt_vehicle_types]
*/
WITH stated AS (
  SELECT
    v.*,
    coalesce((',' || v.status || ',') LIKE '%,B,%', FALSE) AS transferred,
    coalesce((',' || v.status || ',') LIKE '%,E,%', FALSE) AS struck_off,
    upper(coalesce(v.vehicle_type, '')) AS type_text,
    coalesce(
      length(v.vehicle_type) <= 3
      AND (
        length(v.vehicle_type) = 1 OR substr(v.vehicle_type, 2, 1) BETWEEN '0' AND '9'
      ),
      FALSE
    ) AS type_is_code
  FROM vehicle v
  WHERE v.owner_id_key IS NOT NULL
    AND coalesce((',' || v.status || ',') LIKE '%,C,%', FALSE) = FALSE
    AND coalesce((',' || v.status || ',') LIKE '%,M,%', FALSE) = FALSE
    AND coalesce((',' || v.status || ',') LIKE '%,P,%', FALSE) = FALSE
),
classed AS (
  SELECT
    u.*,
    CASE
      WHEN coalesce(u.use, '') LIKE '%残疾人专用%' OR u.type_text LIKE '%残疾人%' OR u.type_text LIKE '%代步车%'
        OR u.type_text LIKE '%轮椅%' THEN 'wheelchair-car'
      WHEN u.type_is_code AND u.type_text LIKE 'M%' THEN 'motorcycle'
      WHEN u.type_is_code AND u.type_text LIKE 'N%' THEN 'tricycle'
      WHEN u.type_is_code AND u.type_text LIKE 'T%' THEN 'tractor'
      WHEN u.type_is_code AND (u.type_text LIKE 'G%' OR u.type_text LIKE 'B%') THEN 'trailer'
      WHEN u.type_is_code AND u.type_text LIKE 'H5%' THEN 'low-speed-truck'
      WHEN u.type_is_code AND u.type_text LIKE 'H%' THEN 'truck'
      WHEN u.type_is_code AND u.type_text LIKE 'K%' THEN 'car'
      WHEN u.type_is_code THEN 'other'
      WHEN u.type_text LIKE '%摩托%' THEN 'motorcycle'
      WHEN u.type_text LIKE '%三轮%' THEN 'tricycle'
      WHEN u.type_text LIKE '%低速%' OR u.type_text LIKE '%农用%' THEN 'low-speed-truck'
      WHEN u.type_text LIKE '%拖拉机%' THEN 'tractor'
      WHEN u.type_text LIKE '%挂车%' THEN 'trailer'
      WHEN u.type_text LIKE '%货%' THEN 'truck'
      WHEN u.type_text <> '' THEN 'car'
      WHEN u.plate_kind IN ('07', '08', '17') THEN 'motorcycle'
      WHEN u.plate_kind = '13' THEN 'low-speed-truck'
      WHEN u.plate_kind = '14' THEN 'tractor'
      WHEN u.plate_kind = '15' THEN 'trailer'
      ELSE 'car'
    END AS vehicle_class
  FROM stated u
)
SELECT
  c.ref,
  c.owner,
  c.owner_id_key AS owner_key,
  c.owner_id_state AS owner_state,
  c.plate,
  c.plate_kind,
  c.vehicle_type,
  c.vehicle_class,
  c.use,
  c.brand,
  c.registered_on,
  c.registered_on_precision,
  c.status,
  NOT (c.transferred OR c.struck_off) AS in_use,
  c.transferred,
  c.changed_on,
  c.changed_on_precision,
  c.price,
  coalesce((',' || c.status || ',') LIKE '%,Q,%', FALSE) AS overdue,
  CASE
    WHEN c.vehicle_class IN (SELECT e.value FROM exempt_vehicle_types e) THEN c.vehicle_class
  END AS exempt_as
FROM classed c
