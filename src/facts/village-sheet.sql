/*
name: village_sheet
doc:
  zh: 贫困村信息表中的村，补上县名（名册只有一个县时）和乡镇名（名册上该村名只在一个乡镇时）。
  en: A village of the village sheet, with the county's name where the roster has only one, and the township's where the roster has a village of that name in one township only.
params: []
*/
WITH only_county AS (
  SELECT CASE WHEN count(DISTINCT h.county) = 1 THEN min(h.county) END AS county FROM roster_household h
),
only_township AS (
  SELECT h.village, min(h.township) AS township
  FROM roster_household h
  WHERE h.village IS NOT NULL
  GROUP BY h.village
  HAVING count(DISTINCT h.township) = 1
)
SELECT
  coalesce(v.county, c.county) AS home_county,
  coalesce(v.township, o.township) AS home_township,
  v.*
FROM village v
CROSS JOIN only_county c
LEFT JOIN only_township o ON o.village = v.village
