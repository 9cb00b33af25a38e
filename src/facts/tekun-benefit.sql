/*
name: tekun_benefit
doc:
  zh: 在享的特困供养人员。
  en: Somebody in tekun benefit.
params: []
*/
SELECT
  t.ref,
  t.name,
  t.id_number,
  t.id_number_key AS id_key,
  t.id_number_state AS id_state,
  t.mode,
  t.area = 'rural' AS rural,
  t.township,
  t.village
FROM tekun t
WHERE t.status = 'active'
