/*
name: asset
doc:
  zh: 与贫困不符的资产和身份：计入的车辆、计入的房产、财政供养。
  en: What speaks against poverty, whoever has it, a counted vehicle, a counted property, a place on the fiscal payroll.
params: []
*/
SELECT
  v.owner_key AS id_key, v.owner_state AS id_state, v.owner AS holder, 'vehicle' AS asset, v.plate AS asset_no,
  coalesce(v.vehicle_type, v.brand) AS asset_detail, v.registered_on AS asset_date, v.ref
FROM counted_vehicle v
-- Without its status, or any word of its kind, whether a vehicle counts is unknown.
WHERE EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'vehicle' AND g.field = 'status')
  AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'vehicle' AND g.field IN ('vehicle_type', 'plate_kind'))
UNION ALL
SELECT
  p.owner_key, p.owner_state, p.owner, 'property', p.certificate, p.location, p.registered_on, p.ref
FROM counted_property p
WHERE EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'property' AND g.field = 'usage')
  AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'property' AND g.field = 'nature')
UNION ALL
SELECT s.id_key, s.id_state, s.name, 'payroll', s.employer, s.post, CAST(NULL AS DATE), s.ref
FROM payroll_staff s
WHERE s.exempt_as IS NULL
