/*
name: medical_cost
doc:
  zh: 每人最近年度（不晚于核查日）的医疗费用：合规自付与不合规费用各合计。
  en: What a person paid for medical care in the newest year that is not after the as-of day, compliant and non-compliant costs each summed up.
params: [as_of]
*/
WITH bill AS (
  SELECT m.*, max(m.year) OVER (PARTITION BY m.id_number_key) AS newest
  FROM medical m
  WHERE m.id_number_key IS NOT NULL AND (m.year IS NULL OR m.year <= $as_of)
)
SELECT
  b.id_number_key AS id_key,
  max(CASE WHEN b.id_number_state = 'upgraded' THEN 'upgraded' ELSE 'valid' END) AS record_state,
  CAST(EXTRACT(YEAR FROM max(b.newest)) AS INTEGER) AS year,
  CAST(sum(b.self_paid) AS DECIMAL(18, 2)) AS self_paid,
  CAST(sum(b.self_paid_noncompliant) AS DECIMAL(18, 2)) AS noncompliant,
  string_agg(CAST(b.ref AS VARCHAR), ',' ORDER BY b.ref NULLS LAST) AS refs
FROM bill b
WHERE b.year IS NOT DISTINCT FROM b.newest
GROUP BY b.id_number_key
