/*
id: EX05
title: { zh: 未退出贫困村缺少集体经济收入, en: Poor village without collective income }
family: exit
severity: low
clause: [(三)5]
subject: village
predicate:
  zh: 贫困村尚未退出，村集体经济收入低于“村集体经济收入下限”或没有填。
  en: A poor village that has not exited yet has a collective income under the limit, or none entered.
needs: { village: [poor_village, exit_status, collective_income, county?, township?, village] }
absence: []
params: [collective_income]
key: []
message:
  zh: "{village}尚未退出，村集体经济收入[[{income}元，低于标准]][[!income|未填]]"
  en: "{village} has not exited yet; its collective income is [[{income} yuan, under the limit]][[!income|not given]]"
evidence:
  income: { zh: 村集体经济收入（元）, en: Collective income (yuan) }
  exit_status: { zh: 退出状态, en: Exit status, codes: village.exit_status }
verify:
  zh: 由农牧部门核实村集体经济收入和扶持项目，制定培育村级集体经济的措施。
  en: "For the agriculture department: check the village's income and plan what will raise it."
*/
SELECT
  v.home_county AS county,
  v.home_township AS township,
  v.village,
  v.village AS name,
  v.collective_income AS income,
  v.exit_status,
  'area' AS confidence,
  v.ref
FROM village_sheet v
WHERE v.poor_village = TRUE
  AND v.exit_status IS DISTINCT FROM 'exited'
  AND (v.collective_income < $collective_income OR v.collective_income IS NULL)
