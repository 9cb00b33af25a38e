/*
id: EX04
title: { zh: 已退出贫困村疑似不达标, en: Exited village below the standard }
family: exit
severity: high
clause: [(三)4, (三)5]
subject: village
predicate:
  zh: 已宣布退出的村（注明不是贫困村的除外）有下列任一项：贫困发生率高于“村退出贫困发生率上限”，有退出验收指标未达标，村集体经济收入已知且低于“村集体经济收入下限”。一村一条，列出各项。
  en: A village declared exited (and not said to be no poor village) has an incidence above the limit, an exit indicator not met, or a known collective income under the limit. One finding a village, listing what fails.
needs: { village: [exit_status, exit_year?, poor_village?, incidence?, collective_income?, indicators_unmet?, county?, township?, village] }
needs_any:
  -
    - village: [incidence]
    - village: [indicators_unmet]
    - village: [collective_income]
absence: [person, household, village]
params: [village_incidence, collective_income]
key: []
message:
  zh: "{village}已宣布退出[[（{exit_year}年）]]，疑似不达标：{problems}[[，贫困发生率{incidence}%]][[，村集体经济收入{income}元]][[，未达标指标：{indicators}]]"
  en: "{village}, declared exited[[ in {exit_year}]], seems to fail: {problems}[[, incidence {incidence} %]][[, collective income {income} yuan]][[, indicators not met: {indicators}]]"
evidence:
  problems: { zh: 不达标项, en: What fails, codes: village.problem }
  incidence: { zh: 贫困发生率（%）, en: Poverty incidence (%) }
  income: { zh: 村集体经济收入（元）, en: Collective income (yuan) }
  indicators: { zh: 未达标指标, en: Indicators not met }
  exit_year: { zh: 退出年度, en: Exit year }
verify:
  zh: 开展“回头看”，对照退出验收 20 项指标逐项审核；达不到标准的回退到未脱贫状态。
  en: Look again, item by item of the 20 exit indicators; a village that fails is taken back.
*/
WITH judged AS (
  SELECT
    v.*,
    coalesce(v.incidence > $village_incidence, FALSE) AS high_incidence,
    v.indicators_unmet IS NOT NULL AS unmet,
    coalesce(v.collective_income < $collective_income, FALSE) AS low_income
  FROM village_sheet v
  WHERE v.exit_status = 'exited' AND v.poor_village IS DISTINCT FROM FALSE
)
SELECT
  j.home_county AS county,
  j.home_township AS township,
  j.village,
  j.village AS name,
  substr(concat(
    CASE WHEN j.high_incidence THEN ',incidence' END,
    CASE WHEN j.unmet THEN ',indicators' END,
    CASE WHEN j.low_income THEN ',collective-income' END
  ), 2) AS problems,
  j.incidence,
  j.collective_income AS income,
  j.indicators_unmet AS indicators,
  CAST(EXTRACT(YEAR FROM j.exit_year) AS INTEGER) AS exit_year,
  'area' AS confidence,
  j.ref
FROM judged j
WHERE j.high_incidence OR j.unmet OR j.low_income
