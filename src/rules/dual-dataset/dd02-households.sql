/*
id: DD02
title: { zh: 统计监测与名册贫困户数差距过大, en: Statistics and roster differ in poor households }
family: dual-dataset
severity: medium
clause: [(三)7]
subject: area
predicate:
  zh: 某地区（村、乡镇、县）统计监测的贫困户数与名册的在册贫困户数之差，达到“两套数据最小差数”，且超过较大一方的“两套数据允许差距”。
  en: For an area (village, township or county) the poor households of the statistics and the active households on the roster differ by at least the smallest difference that counts and by more than the gap allowed between the two datasets, as a share of the larger number.
needs: { statistics: [poor_households, county?, township?, village?, year?], person: [exit_status] }
absence: [person, household]
params: [dual_gap, dual_gap_min]
key: [level]
message:
  zh: "{area}（{level}）统计监测贫困户{statistics_count}户，名册{roster_count}户，相差{difference}户（{gap_percent}%），超过允许差距[[；名册上没有这个地名，先核对名称：{unknown_name}]]"
  en: "{area} ({level}): statistics count {statistics_count} poor households, the roster {roster_count}; the difference of {difference} ({gap_percent} %) is above the limit[[; the roster has no such name, check the spelling first: {unknown_name}]]"
evidence:
  area: { zh: 地区, en: Area }
  level: { zh: 级别, en: Level, codes: area.level }
  statistics_count: { zh: 统计监测（户）, en: Statistics }
  roster_count: { zh: 名册（户）, en: Roster }
  difference: { zh: 相差（户）, en: Difference }
  gap_percent: { zh: 差距（%）, en: Gap (%) }
  unknown_name: { zh: 名册上没有这个地名, en: Name unknown to the roster }
  year: { zh: 统计年度, en: Year of the statistics }
verify:
  zh: 逐村核对两套数据的口径、时点和名单，查明差额来源；统计监测是抽样推算数，不据此认定具体农户对错。
  en: "Compare scope, date and lists of the two datasets village by village; statistics are estimates from a sample and say nothing about a single household."
*/
SELECT
  a.county,
  a.township,
  a.village,
  a.area AS name,
  a.area,
  a.level,
  a.statistics_households AS statistics_count,
  a.roster_households AS roster_count,
  abs(a.statistics_households - a.roster_households) AS difference,
  CAST(
    round(
      abs(a.statistics_households - a.roster_households) * 100
        / greatest(a.statistics_households, a.roster_households),
      1
    ) AS DECIMAL(9, 1)
  ) AS gap_percent,
  a.year,
  a.unknown_name,
  a.refs
FROM area_count a
WHERE abs(a.statistics_households - a.roster_households) >= $dual_gap_min
  -- Counts are compared as whole numbers, so that exactly at the limit is not above it.
  AND abs(a.statistics_households - a.roster_households)
    > $dual_gap * greatest(a.statistics_households, a.roster_households)
