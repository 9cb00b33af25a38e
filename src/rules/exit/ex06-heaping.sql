/*
id: EX06
title: { zh: 脱贫收入堆积在线上, en: Incomes heaped just over the line }
family: exit
severity: medium
clause: [(三)1, (三)3]
subject: township
predicate:
  zh: 一个乡镇一年内脱贫的户中，人均收入刚到线上（线到线上“线上堆积的收入带宽”）的不少于“线上堆积最少户数”，且不少于刚好线下同样带宽内户数的“线上堆积倍数”倍。
  en: Of a township's exits in a year, at least so many households have an income just over the line (within the band), and at least so many times as many as just under it.
needs: { person: [exit_status, exit_year, township] }
needs_any:
  -
    - person: [stable_income_per_capita]
    - person: [income_per_capita]
absence: [person, household]
params: [as_of, stable_income_line, heaping_band, heaping_ratio, heaping_min]
key: [year]
message:
  zh: "{township}{year}年脱贫户中，人均收入刚过线的{above}户，刚好不到线的{below}户，疑似为达标凑收入"
  en: "Of the exits of {year} in {township}, {above} households are just over the line and {below} just under it, as if incomes had been made up"
evidence:
  year: { zh: 年度, en: Year }
  above: { zh: 刚过线户数, en: Households just over the line }
  below: { zh: 刚好不到线户数, en: Households just under the line }
verify:
  zh: 抽查刚过线户的收入计算表和佐证，核实是否按统一数字填报。
  en: Check how the incomes just over the line were worked out, and whether one number was copied.
*/
WITH beside AS (
  SELECT
    h.county,
    h.township,
    h.exit_year AS year,
    h.income >= $stable_income_line AS is_above,
    h.ref
  FROM roster_household h
  WHERE h.exited
    AND h.township IS NOT NULL
    AND h.exit_year <= EXTRACT(YEAR FROM $as_of)
    AND h.income >= $stable_income_line * (1 - $heaping_band)
    AND h.income < $stable_income_line * (1 + $heaping_band)
),
counted AS (
  SELECT
    b.county,
    b.township,
    b.year,
    count(*) FILTER (WHERE b.is_above) AS above,
    count(*) FILTER (WHERE NOT b.is_above) AS below,
    string_agg(CAST(b.ref AS VARCHAR), ',' ORDER BY b.ref NULLS LAST) AS refs
  FROM beside b
  GROUP BY b.county, b.township, b.year
)
SELECT
  c.county,
  c.township,
  NULL AS village,
  c.township AS name,
  c.year,
  c.above,
  c.below,
  'area' AS confidence,
  c.refs
FROM counted c
WHERE c.above >= $heaping_min AND c.above >= $heaping_ratio * c.below
