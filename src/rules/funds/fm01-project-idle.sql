/*
id: FM01
title: { zh: 项目资金闲置, en: Project money lies idle }
family: funds
severity: medium
clause: [(五)1]
subject: record
predicate:
  zh: 项目资金到位满“闲置月数”，而已支出（没有填的按零计）不到到位资金的“闲置资金支出比例”；没有开工日期的为高（有开工日期一列时）。
  en: Money was allocated at least so many months before the as-of day, and less than the limit's share is spent (an empty cell counts as nothing). High when work has not started, where that column is given.
needs: { project_fund: [project, allocated, spent, allocated_on, started_on?, source?, year?, township?, village?] }
absence: []
params: [as_of, idle_ratio, idle_months]
key: [project, year, allocated_on]
message:
  zh: "项目“{name}”{allocated_on}到位资金{allocated}元，只支出{spent}元（{spent_percent}%）[[，{not_started}]]，疑似闲置"
  en: "Project '{name}': of {allocated} yuan allocated on {allocated_on} only {spent} ({spent_percent} %) are spent[[, {not_started}]]"
evidence:
  project: { zh: 项目, en: Project }
  source: { zh: 资金来源, en: Source of money }
  year: { zh: 年度, en: Year }
  allocated: { zh: 到位资金（元）, en: Allocated (yuan) }
  spent: { zh: 已支出（元）, en: Spent (yuan) }
  spent_percent: { zh: 支出比例（%）, en: Spent (%) }
  allocated_on: { zh: 到位日期, en: Allocated on }
  not_started: { zh: 开工情况, en: Work, codes: project.state }
verify:
  zh: 核实项目是否开工、前期手续是否完备、资金结余原因；确属闲置的按规定调整使用。
  en: Check whether work has begun, what holds it up and where the rest of the money is; move money that lies idle.
*/
WITH judged AS (
  SELECT
    p.*,
    -- Known to the month or the year only, it was there at the latest on its last day.
    CASE p.allocated_on_precision
      WHEN 'year' THEN p.allocated_on + to_years(1) - to_days(1)
      WHEN 'month' THEN p.allocated_on + to_months(1) - to_days(1)
      ELSE p.allocated_on
    END AS allocated_by,
    CASE
      WHEN p.started_on IS NULL
        AND EXISTS (SELECT 1 FROM given g WHERE g.dataset = 'project_fund' AND g.field = 'started_on')
        THEN 'not-started'
    END AS not_started
  FROM project_fund p
)
SELECT
  concat(j.project, '/', coalesce(j.township, ''), '/', coalesce(j.village, ''), '/', coalesce(j.source, '')) AS subject,
  j.project AS name,
  c.county,
  j.township,
  j.village,
  j.project,
  j.source,
  CAST(EXTRACT(YEAR FROM j.year) AS INTEGER) AS year,
  j.allocated,
  coalesce(j.spent, 0) AS spent,
  CAST(round(coalesce(j.spent, 0) * 100 / j.allocated, 1) AS DECIMAL(9, 1)) AS spent_percent,
  j.allocated_on,
  j.allocated_on_precision,
  j.not_started,
  CASE WHEN j.not_started IS NOT NULL THEN 'high' ELSE 'medium' END AS severity,
  j.ref
FROM judged j
CROSS JOIN (
  SELECT CASE WHEN count(DISTINCT h.county) = 1 THEN min(h.county) END AS county FROM roster_household h
) c
WHERE j.allocated > 0
  AND coalesce(j.spent, 0) < $idle_ratio * j.allocated
  AND j.allocated_by + to_months(CAST($idle_months AS INTEGER)) <= $as_of
