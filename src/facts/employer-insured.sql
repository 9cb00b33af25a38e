/*
name: employer_insured
doc:
  zh: 由单位缴费的城镇职工或机关事业养老保险在缴人员；公益性岗位等在 exempt_as 中注明；灵活就业自费参保的不算。
  en: Somebody paying employee or public pension insurance through an employer. `exempt_as` marks public-welfare posts; people insured at their own cost have no employer and are not here.
params: []
lists: [exempt_posts, self_paying_insured]
*/
SELECT
  s.ref,
  s.name,
  s.id_number_key AS id_key,
  s.id_number_state AS id_state,
  s.kind,
  s.employer,
  s.post,
  s.base,
  s.last_paid,
  s.last_paid_precision,
  s.status,
  CASE
    WHEN EXISTS (SELECT 1 FROM exempt_posts e WHERE coalesce(s.post, '') LIKE '%' || e.value || '%')
      THEN 'exempt-post'
  END AS exempt_as
FROM social_security s
WHERE s.id_number_key IS NOT NULL
  AND s.kind IN ('employee', 'public')
  AND s.status = 'paying'
  AND s.employer IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM self_paying_insured o
    WHERE s.employer LIKE '%' || o.value || '%' OR coalesce(s.post, '') LIKE '%' || o.value || '%'
  )
