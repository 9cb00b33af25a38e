/*
name: owned_property
doc:
  zh: 用途为住宅、商业或办公的不动产，注明权属是否现势（注销、转移的也保留，转移财产要看）；性质为安置房、公租房、自建房、宅基地等的在 exempt_as 中注明，不计入。
  en: Property whose usage counts (residential, commercial, office), and whether its title is in force; cancelled and transferred titles are kept for the rule about assets given away. `exempt_as` names the nature (resettlement, public rental, self-built, homestead …) when it does not count.
params: []
lists: [counted_property_usages, exempt_property_natures]
*/
WITH used AS (
  SELECT
    p.*,
    -- Registers write usage and nature in more words than a code list can hold: the word that decides is looked for.
    CASE
      WHEN p.usage LIKE '%宅基地%' THEN 'homestead'
      WHEN p.usage LIKE '%住宅%' OR p.usage LIKE '%住房%' THEN 'residential'
      WHEN p.usage LIKE '%商业%' OR p.usage LIKE '%商铺%' OR p.usage LIKE '%商服%' OR p.usage LIKE '%商住%'
        OR p.usage LIKE '%店面%' OR p.usage LIKE '%店铺%' OR p.usage LIKE '%门面%' OR p.usage LIKE '%营业%' THEN 'commercial'
      WHEN p.usage LIKE '%办公%' THEN 'office'
      ELSE p.usage
    END AS usage_kind,
    CASE
      WHEN p.nature LIKE '%搬迁%' THEN 'relocation'
      WHEN p.nature LIKE '%安置%' OR p.nature LIKE '%动迁%' THEN 'resettlement'
      WHEN p.nature LIKE '%回迁%' THEN 'returned'
      WHEN p.nature LIKE '%公租%' OR p.nature LIKE '%公共租赁%' THEN 'public-rental'
      WHEN p.nature LIKE '%廉租%' THEN 'low-rent'
      WHEN p.nature LIKE '%自建%' THEN 'self-built'
      WHEN p.nature LIKE '%宅基地%' THEN 'homestead'
      WHEN p.nature LIKE '%危房改造%' OR p.nature LIKE '%危改%' THEN 'renovation'
      ELSE p.nature
    END AS nature_kind
  FROM property p
  WHERE p.owner_id_key IS NOT NULL AND p.status IN ('in-force', 'cancelled', 'transferred')
)
SELECT
  f.ref,
  f.owner,
  f.owner_id_key AS owner_key,
  f.owner_id_state AS owner_state,
  f.certificate,
  f.location,
  f.usage,
  f.nature,
  f.area,
  f.registered_on,
  f.registered_on_precision,
  f.share,
  f.status,
  f.status = 'in-force' AS in_force,
  f.changed_on,
  f.changed_on_precision,
  CASE WHEN f.nature_kind IN (SELECT e.value FROM exempt_property_natures e) THEN f.nature_kind END AS exempt_as
FROM used f
WHERE f.usage_kind IN (SELECT u.value FROM counted_property_usages u)
