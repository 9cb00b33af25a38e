/*
name: kept_asset
doc:
  zh: 留给下一次核查的资产：今天计入的车辆、房产；不见了的，所有人在名册上或还在“资产转移追溯期”内的继续保留；今天没有该类数据的照旧保留。
  en: What is kept of assets for the next run, the vehicles and properties that count today; of those that vanished, the ones whose owner is on the roster or which vanished no longer ago than the months that count; and where today's data have none of that kind, what was kept before.
params: [as_of, transfer_window_months]
*/
SELECT v.owner_key AS owner, 'vehicle' AS asset, v.plate AS asset_no, min(coalesce(v.vehicle_type, v.brand)) AS asset_detail,
  $as_of AS last_seen, CAST(NULL AS DATE) AS missing_since
FROM counted_vehicle v
WHERE v.plate IS NOT NULL
GROUP BY v.owner_key, v.plate
UNION ALL
SELECT p.owner_key, 'property', p.certificate, min(p.location), $as_of, CAST(NULL AS DATE)
FROM counted_property p
WHERE p.certificate IS NOT NULL
GROUP BY p.owner_key, p.certificate
UNION ALL
SELECT a.owner_key, a.asset, a.asset_no, a.asset_detail, a.last_seen, a.missing_since
FROM vanished_asset a
WHERE a.missing_since + to_months(CAST($transfer_window_months AS INTEGER)) >= $as_of
  OR EXISTS (SELECT 1 FROM member m WHERE m.id_key = a.owner_key)
UNION ALL
SELECT q.owner, q.asset, q.asset_no, q.asset_detail, q.last_seen, q.missing_since
FROM previous_asset q
WHERE NOT EXISTS (
    SELECT 1 FROM given g
    WHERE (q.asset = 'vehicle' AND g.dataset = 'vehicle' AND g.field = 'plate')
      OR (q.asset = 'property' AND g.dataset = 'property' AND g.field = 'certificate')
  )
