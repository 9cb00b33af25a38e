/*
id: DQ08
title: { zh: 户信息长期未更新, en: Household not updated for long }
family: data-quality
severity: low
clause: [(四)2]
subject: household
predicate:
  zh: 户的更新时间距核查日已满“信息未更新天数”（只知到月、年的按其最后一天算）。没有填更新时间的不算。
  en: The household's last update is at least so many days before the as-of day (known to the month or the year, counted from its last day). An empty cell says nothing.
needs: { person: [updated_on] }
absence: []
params: [as_of, stale_days]
key: []
message:
  zh: "{name}户最近一次更新为{updated_on}，已有{days}天未更新"
  en: "The household of {name} was last updated on {updated_on}, {days} days ago"
evidence:
  updated_on: { zh: 更新时间, en: Updated on }
  days: { zh: 未更新天数, en: Days without an update }
volatile: [days]
verify:
  zh: 入户采集当年信息并更新。
  en: Collect this year's data on site and update.
*/
WITH dated AS (
  SELECT
    h.*,
    CASE h.updated_on_precision
      WHEN 'year' THEN h.updated_on + to_years(1) - to_days(1)
      WHEN 'month' THEN h.updated_on + to_months(1) - to_days(1)
      ELSE h.updated_on
    END AS updated_by
  FROM roster_household h
)
SELECT
  d.household_no,
  d.head_name AS name,
  d.head_id_number AS id_number,
  d.county,
  d.township,
  d.village,
  d.updated_on,
  d.updated_on_precision,
  CAST($as_of AS DATE) - CAST(d.updated_by AS DATE) AS days,
  d.ref,
  d.sheet_ref
FROM dated d
WHERE d.updated_by <= $as_of - to_days(CAST($stale_days AS INTEGER))
