/*
name: household_standing
doc:
  zh: 每户今天的情况，供下一次核查对照：人均收入；四项保障各自有无缺口（不能判断的为空）；唯一有劳动能力且在世的成员（恰好一人、其余成员都能判断、又有死亡数据时才有）。
  en: How each household stands today, for the next run to compare with, its income per capita, whether each guarantee has a gap (empty where that cannot be judged), and the only member able to work who is alive (where there is exactly one, all others can be judged, and deaths were given).
params: [working_age]
*/
WITH open_gap AS (
  SELECT DISTINCT g.household_no, g.gap FROM household_gap g
),
judged AS (
  SELECT k.household_no, k.gap FROM known_guarantee k
  UNION
  SELECT o.household_no, o.gap FROM open_gap o
),
guarantees AS (
  SELECT
    j.household_no,
    bool_or(CASE WHEN j.gap = 'education' THEN o.gap IS NOT NULL END) AS education,
    bool_or(CASE WHEN j.gap = 'housing' THEN o.gap IS NOT NULL END) AS housing,
    bool_or(CASE WHEN j.gap = 'medical' THEN o.gap IS NOT NULL END) AS medical,
    bool_or(CASE WHEN j.gap = 'water' THEN o.gap IS NOT NULL END) AS water
  FROM judged j
  LEFT JOIN open_gap o ON o.household_no = j.household_no AND o.gap = j.gap
  GROUP BY j.household_no
),
workers AS (
  SELECT
    m.household_no,
    count(DISTINCT m.id_key) FILTER (WHERE m.labour_capable) AS capable,
    min(CASE WHEN m.labour_capable THEN m.id_key END) AS worker,
    -- Able to work for all that is known, but not known to be: then nobody can be called the only one.
    count(*) FILTER (
      WHERE NOT m.labour_capable
        AND coalesce(m.labour, 'able') = 'able'
        AND coalesce(m.age BETWEEN $working_age_from AND $working_age_to, TRUE)
        AND NOT m.serious
        AND NOT m.health_disabled
    ) AS perhaps
  FROM member m
  GROUP BY m.household_no
)
SELECT
  h.household_no,
  h.income,
  g.education,
  g.housing,
  g.medical,
  g.water,
  CASE
    WHEN w.capable = 1 AND w.perhaps = 0
      AND EXISTS (SELECT 1 FROM given x WHERE x.dataset = 'death')
      AND NOT EXISTS (SELECT 1 FROM death d WHERE d.id_number_key = w.worker)
      THEN w.worker
  END AS breadwinner
FROM roster_household h
JOIN workers w ON w.household_no = h.household_no
LEFT JOIN guarantees g ON g.household_no = h.household_no
