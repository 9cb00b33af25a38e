/*
id: EX03
title: { zh: “断崖式”脱贫, en: Village that emptied in one year }
family: exit
severity: high
clause: [(三)4]
subject: village
predicate:
  zh: 一个村年初在册户数不少于“断崖式脱贫最少户数”，其中当年一年内脱贫的比例不低于“断崖式脱贫比例”。
  en: A village had at least so many households active at the start of a year, and at least the limit's share of them exited in that one year.
needs: { person: [exit_status, exit_year, village] }
absence: [person, household]
params: [cliff_min, cliff_share]
key: [year]
message:
  zh: "{village}{year}年初在册{households}户，当年脱贫{exited}户（{share_percent}%），疑似“断崖式”脱贫"
  en: "{village}: of {households} households active at the start of {year}, {exited} ({share_percent} %) exited in that year"
evidence:
  year: { zh: 年度, en: Year }
  households: { zh: 年初在册户数, en: Active at the start of the year }
  exited: { zh: 当年脱贫户数, en: Exited in the year }
  share_percent: { zh: 脱贫比例（%）, en: Share exited (%) }
verify:
  zh: 核查该村当年退出程序（民主评议、入户核实、公示）和各户收入、“三保障”，核实是否下达指令性计划；达不到标准的回退到未脱贫状态。
  en: Check the village's procedures of that year and each household's income and guarantees, and whether a plan was handed down; exits that fail are taken back.
*/
SELECT
  v.county,
  v.township,
  v.village,
  v.village AS name,
  v.year,
  v.at_start AS households,
  v.exited,
  CAST(round(v.exited * 100 / v.at_start, 1) AS DECIMAL(9, 1)) AS share_percent,
  'area' AS confidence,
  v.exit_refs AS refs
FROM village_exit v
WHERE v.at_start >= $cliff_min AND v.exited >= $cliff_share * v.at_start
