/*
id: EX02
title: { zh: 各村脱贫比例疑似摊派, en: Exit shares look like a quota }
family: exit
severity: medium
clause: [(三)3]
subject: township
predicate:
  zh: 核查日所在年度，一个乡镇中年初在册户数不少于“判断摊派的村最少户数”的村达到“判断摊派所需村数”，而各村脱贫比例的离散程度（各户自行脱贫时约为 1）小于“退出比例离散度下限”，即各村比例几乎一样，像是按比例下达指标。
  en: In the as-of year a township has enough villages with enough households active at the year's start, and the exit shares of these villages spread less (about 1 where every household exits on its own) than the limit, as if a share had been handed down.
needs: { person: [exit_status, exit_year, township, village] }
absence: [person, household]
params: [as_of, quota_min_villages, quota_min_households, quota_dispersion]
key: [year]
message:
  zh: "{township}{year}年{villages}个村脱贫比例都接近{share_percent}%（离散度{dispersion}，各户自行脱贫时约为1），疑似按比例下达脱贫指标"
  en: "In {township} the exit shares of {villages} villages in {year} are all close to {share_percent} % (dispersion {dispersion}, about 1 for independent exits), as if by quota"
evidence:
  year: { zh: 年度, en: Year }
  villages: { zh: 计入的村数, en: Villages counted }
  households: { zh: 年初在册户数, en: Active at the start of the year }
  exited: { zh: 当年脱贫户数, en: Exited in the year }
  share_percent: { zh: 脱贫比例（%）, en: Share exited (%) }
  dispersion: { zh: 离散度, en: Dispersion }
  by_village: { zh: 各村脱贫户数/年初户数, en: Exited / at the start by village }
verify:
  zh: 查阅乡镇下达脱贫任务的文件和各村退出程序记录，核实是否按人口比例下达指标、向村分配名额；各村条件相近也可能如此，不能据此认定具体农户退出有误。
  en: See the township's papers on exits and the villages' records, whether shares or places were handed down; villages much alike may look so too, and it says nothing about a single household.
*/
WITH counted AS (
  SELECT
    v.county, v.township, v.village, v.year, v.at_start, v.exited, v.exit_ref,
    sum(v.at_start) OVER (PARTITION BY v.county, v.township) AS households,
    sum(v.exited) OVER (PARTITION BY v.county, v.township) AS all_exited
  FROM village_exit v
  WHERE v.township IS NOT NULL AND v.year = EXTRACT(YEAR FROM $as_of) AND v.at_start >= $quota_min_households
),
township_sum AS (
  SELECT
    c.county,
    c.township,
    c.year,
    count(*) AS villages,
    CAST(c.households AS DECIMAL(9, 0)) AS households,
    CAST(c.all_exited AS DECIMAL(9, 0)) AS exited,
    CAST(
      sum(CAST(CAST(c.exited * c.exited AS DECIMAL(18, 0)) / c.at_start AS DECIMAL(18, 9))) AS DECIMAL(18, 9)
    ) AS squares,
    string_agg(
      concat(c.village, ' ', CAST(c.exited AS VARCHAR), '/', CAST(c.at_start AS VARCHAR)), '、' ORDER BY c.village NULLS LAST
    ) AS by_village,
    string_agg(CAST(c.exit_ref AS VARCHAR), ',' ORDER BY c.exit_ref NULLS LAST) AS refs
  FROM counted c
  GROUP BY c.county, c.township, c.year, c.households, c.all_exited
),
-- With n at the start and x exits of a village, N and X of the township, and p = X / N, the sum of (x − np)² / (np(1 − p)) is
-- N (N Σ x²/n − X²) / (X (N − X)). Every x²/n is rounded before they are summed up, and the result once more, so that the order of
-- the villages changes nothing. Where nobody or everybody exited there is no spread.
judged AS (
  SELECT
    t.*,
    CAST(round(
      t.households * (t.households * t.squares - t.exited * t.exited)
        / nullif(t.exited * (t.households - t.exited) * (t.villages - 1), 0),
      6
    ) AS DECIMAL(18, 6)) AS dispersion
  FROM township_sum t
)
SELECT
  j.county,
  j.township,
  NULL AS village,
  j.township AS name,
  j.year,
  j.villages,
  CAST(j.households AS BIGINT) AS households,
  CAST(j.exited AS BIGINT) AS exited,
  CAST(round(j.exited * 100 / j.households, 1) AS DECIMAL(9, 1)) AS share_percent,
  CAST(round(j.dispersion, 3) AS DECIMAL(9, 3)) AS dispersion,
  j.by_village,
  'area' AS confidence,
  j.refs
FROM judged j
WHERE j.villages >= $quota_min_villages AND j.dispersion < $quota_dispersion
