/*
name: medical_need
doc:
  zh: 医疗缺口：有医疗记录的人看记录（大病未治愈，或慢性病最近年度自付合规与不合规费用之和超过限额），没有的看名册健康状况是否患有大病。
  en: A medical gap, by the medical extract for the persons it knows (a serious illness not cured, or a chronic one, the payments for which in its newest year are above the limit), by the roster's health for the others.
params: [medical_burden, as_of]
*/
WITH bill AS (
  SELECT
    m.*,
    max(CASE WHEN m.serious = TRUE THEN m.year END) OVER (PARTITION BY m.id_number_key) AS serious_year,
    max(CASE WHEN m.chronic = TRUE THEN m.year END) OVER (PARTITION BY m.id_number_key) AS chronic_year
  FROM medical m
  WHERE m.id_number_key IS NOT NULL AND (m.year IS NULL OR m.year <= $as_of)
),
patient AS (
  SELECT
    b.id_number_key AS id_key,
    max(CASE
      WHEN b.serious = TRUE AND b.cured IS DISTINCT FROM TRUE AND b.year IS NOT DISTINCT FROM b.serious_year THEN 1
      ELSE 0
    END) AS uncured,
    CAST(EXTRACT(YEAR FROM max(coalesce(b.chronic_year, b.serious_year))) AS INTEGER) AS year,
    sum(CASE
      WHEN b.chronic = TRUE AND b.year IS NOT DISTINCT FROM b.chronic_year
        THEN coalesce(b.self_paid, 0) + coalesce(b.self_paid_noncompliant, 0)
      ELSE 0
    END) AS own_payment,
    min(b.diagnosis) AS diagnosis,
    max(CASE WHEN b.id_number_state = 'upgraded' THEN 'upgraded' ELSE 'valid' END) AS record_state,
    min(b.ref) AS gap_ref
  FROM bill b
  GROUP BY b.id_number_key
)
SELECT
  m.household_no,
  m.name,
  m.id_number,
  m.id_key,
  m.id_state,
  p.record_state,
  CASE WHEN p.uncured = 1 THEN 'serious' ELSE 'chronic' END AS illness,
  p.diagnosis,
  p.year,
  CAST(nullif(p.own_payment, 0) AS DECIMAL(18, 2)) AS own_payment,
  m.ref,
  p.gap_ref
FROM member m
JOIN patient p ON p.id_key = m.id_key
WHERE p.uncured = 1 OR p.own_payment > $medical_burden
UNION ALL
SELECT m.household_no, m.name, m.id_number, m.id_key, m.id_state, NULL, 'serious', NULL, NULL, NULL, m.ref, NULL
FROM member m
WHERE m.serious AND NOT EXISTS (SELECT 1 FROM patient p WHERE p.id_key = m.id_key)
