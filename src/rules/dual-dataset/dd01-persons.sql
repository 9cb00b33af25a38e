/*
id: DD01
title: { zh: 统计监测与名册贫困人口数差距过大, en: Statistics and roster differ in poor persons }
family: dual-dataset
severity: high
clause: [(三)7]
subject: area
predicate:
  zh: 某地区（村、乡镇、县）统计监测的贫困人口数与名册的在册贫困人口数之差，达到“两套数据最小差数”，且超过较大一方的“两套数据允许差距”。超过允许差距两倍的为高，其余为中。
  en: For an area (village, township or county) the poor persons of the statistics and the members of active households on the roster differ by at least the smallest difference that counts and by more than the gap allowed between the two datasets, as a share of the larger number. Above twice the gap it is high, else medium.
needs: { statistics: [poor_persons, county?, township?, village?, year?], person: [exit_status] }
absence: [person, household]
params: [dual_gap]
key: [level]
message:
  zh: "{area}（{level}）统计监测贫困人口{statistics_count}人，名册{roster_count}人，相差{difference}人（{gap_percent}%），超过允许差距[[；名册上没有这个地名，先核对名称：{unknown_name}]]"
  en: "{area} ({level}): statistics count {statistics_count} poor persons, the roster {roster_count}; the difference of {difference} ({gap_percent} %) is above the limit[[; the roster has no such name, check the spelling first: {unknown_name}]]"
evidence:
  area: { zh: 地区, en: Area }
  level: { zh: 级别, en: Level, codes: area.level }
  statistics_count: { zh: 统计监测（人）, en: Statistics }
  roster_count: { zh: 名册（人）, en: Roster }
  difference: { zh: 相差（人）, en: Difference }
  gap_percent: { zh: 差距（%）, en: Gap (%) }
  unknown_name: { zh: 名册上没有这个地名, en: Name unknown to the roster }
  year: { zh: 统计年度, en: Year of the statistics }
verify:
  zh: 逐村核对两套数据的口径、时点和名单，查明差额来源；统计监测是抽样推算数，不据此认定具体农户对错。
  en: "Compare scope, date and lists of the two datasets village by village; statistics are estimates from a sample and say nothing about a single household."
*/
SELECT
  g.county,
  g.township,
  g.village,
  g.area AS name,
  g.area,
  g.level,
  g.statistics_persons AS statistics_count,
  g.roster_persons AS roster_count,
  g.difference,
  CAST(round(g.difference * 100 / greatest(g.statistics_persons, g.roster_persons), 1) AS DECIMAL(9, 1)) AS gap_percent,
  g.year,
  g.unknown_name,
  CASE
    WHEN g.difference > 2 * $dual_gap * greatest(g.statistics_persons, g.roster_persons) THEN 'high'
    ELSE 'medium'
  END AS severity,
  g.refs
FROM area_gap g
