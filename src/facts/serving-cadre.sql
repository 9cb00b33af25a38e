/*
name: serving_cadre
doc:
  zh: 截至核查日在任的村支书、主任、文书、副支书、副主任（政策包可调）。有“是否现任”的以它为准，否则看有无离任时间。
  en: A village cadre in one of the posts that bar registration, serving on the as-of day, by the serving column where it is filled, else by having no leaving date by that day.
params: [as_of]
lists: [cadre_posts]
*/
SELECT
  c.ref,
  c.name,
  c.id_number_key AS id_key,
  c.id_number_state AS id_state,
  c.township,
  c.village,
  c.post,
  c.started_on,
  c.started_on_precision,
  c.ended_on,
  c.ended_on_precision
FROM cadre c
WHERE c.id_number_key IS NOT NULL
  AND EXISTS (
    SELECT 1 FROM cadre_posts p WHERE (',' || c.post || ',') LIKE '%,' || p.value || ',%'
  )
  AND coalesce(
    c.serving,
    (c.ended_on IS NULL OR c.ended_on > $as_of) AND (c.started_on IS NULL OR c.started_on <= $as_of)
  )
