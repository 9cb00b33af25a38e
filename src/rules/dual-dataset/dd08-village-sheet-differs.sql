/*
id: DD08
title: { zh: 贫困村信息表与名册户数、人数不符, en: Village sheet and roster differ }
family: dual-dataset
severity: medium
clause: [(三)7, (四)2]
subject: village
predicate:
  zh: 贫困村信息表的贫困户数（建档立卡户数）或贫困人口数（建档立卡人数），与名册上该村的户数、人数（含已脱贫）有任何差别。
  en: The village sheet's registered households or persons are not exactly those of the roster in that village, exited ones included.
needs: { village: [village, poor_households?, poor_persons?, county?, township?] }
needs_any:
  -
    - village: [poor_households]
    - village: [poor_persons]
absence: [person, household, village]
params: []
key: []
message:
  zh: "{village}：贫困村信息表[[{sheet_households}户]][[{sheet_persons}人]]，名册{roster_households}户{roster_persons}人[[；名册上没有这个村名，先核对名称：{unknown_name}]]"
  en: "{village}: the village sheet has[[ {sheet_households} households]][[ {sheet_persons} persons]], the roster {roster_households} households and {roster_persons} persons[[; the roster has no such name, check the spelling first: {unknown_name}]]"
evidence:
  sheet_households: { zh: 信息表户数, en: Households on the sheet }
  roster_households: { zh: 名册户数, en: Households on the roster }
  sheet_persons: { zh: 信息表人数, en: Persons on the sheet }
  roster_persons: { zh: 名册人数, en: Persons on the roster }
  unknown_name: { zh: 名册上没有这个村名, en: Name unknown to the roster }
verify:
  zh: 核对两处的口径和时点，更正村表或名册；合并、改名的村先统一名称。
  en: Compare scope and date, and correct the sheet or the roster; for merged or renamed villages settle the name first.
*/
WITH sheet_county AS (
  SELECT CASE WHEN count(DISTINCT v.home_county) = 1 THEN min(v.home_county) END AS county FROM village_sheet v
),
sheet_township AS (
  SELECT v.village, min(v.home_township) AS township
  FROM village_sheet v
  GROUP BY v.village
  HAVING count(DISTINCT v.home_township) = 1
),
-- What the roster does not say is taken from the sheet where that names only one.
placed AS (
  SELECT
    coalesce(h.county, c.county) AS county,
    coalesce(h.township, t.township) AS township,
    h.village,
    h.members
  FROM roster_household h
  LEFT JOIN sheet_township t ON t.village = h.village
  CROSS JOIN sheet_county c
),
roster_village AS (
  SELECT p.county, p.township, p.village, count(*) AS households, sum(p.members) AS persons
  FROM placed p
  GROUP BY p.county, p.township, p.village
)
SELECT
  v.home_county AS county,
  v.home_township AS township,
  v.village,
  v.village AS name,
  v.poor_households AS sheet_households,
  coalesce(r.households, 0) AS roster_households,
  v.poor_persons AS sheet_persons,
  CAST(coalesce(r.persons, 0) AS BIGINT) AS roster_persons,
  CASE WHEN r.village IS NULL THEN TRUE END AS unknown_name,
  'area' AS confidence,
  v.ref
FROM village_sheet v
LEFT JOIN roster_village r
  ON r.county IS NOT DISTINCT FROM v.home_county AND r.township IS NOT DISTINCT FROM v.home_township AND r.village = v.village
WHERE (v.poor_households <> coalesce(r.households, 0) OR v.poor_persons <> coalesce(r.persons, 0))
  -- Where only one of the two says in which township a village of that name is, nobody knows whether they are one.
  AND NOT EXISTS (
    SELECT 1 FROM placed p WHERE p.village = v.village AND (p.township IS NULL) <> (v.home_township IS NULL)
  )
