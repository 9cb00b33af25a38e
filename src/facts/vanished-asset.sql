/*
name: vanished_asset
doc:
  zh: 上一次核查时计入某人名下的车辆、房产，今天的数据（有该类数据和号牌、证号列时）里此人名下已没有这一号牌或证号的记录；并注明是否已登记在他人名下。
  en: A vehicle or property that counted for its owner in the previous run and of which today's extract (where it was given, with plates or certificates) has no row of that owner and number any more; and whether it stands in another name now.
params: [as_of]
*/
WITH listed AS (
  SELECT 'vehicle' AS asset, v.owner_id_key AS owner, v.plate AS asset_no FROM vehicle v WHERE v.plate IS NOT NULL
  UNION
  SELECT 'property', p.owner_id_key, p.certificate FROM property p WHERE p.certificate IS NOT NULL
)
SELECT
  p.owner AS owner_key,
  p.asset,
  p.asset_no,
  p.asset_detail,
  p.last_seen,
  coalesce(p.missing_since, $as_of) AS missing_since,
  EXISTS (SELECT 1 FROM listed o WHERE o.asset = p.asset AND o.asset_no = p.asset_no) AS in_other_name
FROM previous_asset p
WHERE EXISTS (
    SELECT 1 FROM given g
    WHERE (p.asset = 'vehicle' AND g.dataset = 'vehicle' AND g.field = 'plate')
      OR (p.asset = 'property' AND g.dataset = 'property' AND g.field = 'certificate')
  )
  AND NOT EXISTS (
    SELECT 1 FROM listed l WHERE l.asset = p.asset AND l.owner = p.owner AND l.asset_no = p.asset_no
  )
