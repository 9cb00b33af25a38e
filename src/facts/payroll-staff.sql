/*
name: payroll_staff
doc:
  zh: 财政供养人员（在职或退休）；公益性岗位、遗属补助、村干部报酬等在 exempt_as 中注明，不计入。
  en: Somebody on the fiscal payroll, serving or retired. `exempt_as` marks those paid by the treasury without being its staff (public-welfare posts, survivors, village cadres).
params: []
lists: [exempt_payroll_kinds]
*/
SELECT
  p.ref,
  p.name,
  p.id_number_key AS id_key,
  p.id_number_state AS id_state,
  p.employer,
  p.post,
  p.kind,
  p.status,
  CASE
    WHEN EXISTS (
      SELECT 1 FROM exempt_payroll_kinds e
      WHERE coalesce(p.post, '') LIKE '%' || e.value || '%' OR coalesce(p.kind, '') LIKE '%' || e.value || '%'
    ) THEN 'exempt-post'
  END AS exempt_as
FROM payroll p
WHERE p.id_number_key IS NOT NULL AND (p.status IS NULL OR p.status IN ('serving', 'retired'))
